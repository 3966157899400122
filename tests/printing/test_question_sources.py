"""What lies behind the question, on the team sheet."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.texts import Translator
from facilitator.knowledge.model import Kind, KnowledgeItem, Library
from facilitator.printing.changes import changed
from facilitator.printing.documents import Kind as Paper
from facilitator.printing.documents import layout
from facilitator.printing.material import Material
from tests.printing.geometry import clashes, words_of
from tests.printing.sample import material

TR = Translator("en")


def behind(count: int, people: int = 5) -> Material:
    """The first question comes from a challenge and examples, `count` in all."""
    whole = material(people, 1)
    items = {
        number: KnowledgeItem(
            number, Kind.EXAMPLE if number > 1 else Kind.CHALLENGE, f"Källa {number} om allt som gick bra", "", "Vänern"
        )
        for number in range(1, count + 1)
    }
    questions = {**whole.library.questions, 1: replace(whole.library.questions[1], sources=(*items, 999))}
    return replace(whole, library=Library(items, questions))


def lines(whole: Material) -> list[str]:
    return [words.text for words in words_of(layout(Paper.TEAM_SHEETS, whole, TR).pages[0].marks)]


def test_examples_come_before_challenges_with_where_they_are_from() -> None:
    printed = lines(behind(3))
    titles = [line for line in printed if line.startswith("Källa")]
    assert [title.split()[1] for title in titles] == ["2", "3", "1"]
    assert printed.count("Success example · Vänern") == 2
    assert printed.count("Challenge · Vänern") == 1


def test_what_there_is_no_room_for_is_left_out_and_nothing_runs_into_anything() -> None:
    for count, people in ((40, 5), (40, 9), (3, 12)):
        document = layout(Paper.TEAM_SHEETS, behind(count, people), TR)
        assert clashes(document, 10.0) == []
    assert 1 <= sum(line.startswith("Källa") for line in lines(behind(40))) < 40


def test_a_question_from_nowhere_has_no_heading() -> None:
    assert "Behind the question" not in lines(behind(0))
    assert "Behind the question" in lines(behind(1))


def test_another_source_is_another_sheet() -> None:
    assert changed(behind(2), behind(3)).team_sheets == {1}
    assert changed(behind(2), behind(2)).team_sheets == frozenset()
