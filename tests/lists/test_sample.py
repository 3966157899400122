"""The sample event's lists: whole, the same in both languages, and without anybody's real name."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from facilitator.common.resources import resource
from facilitator.common.texts import LANGUAGES
from facilitator.knowledge.model import Kind, Library
from facilitator.knowledge.reading import Reading
from facilitator.knowledge.reading import read as read_knowledge
from facilitator.participants.model import Roster, Sector
from facilitator.participants.reading import read as read_people
from facilitator.solutions.model import Solution
from facilitator.solutions.reading import read as read_solutions
from facilitator.tables.reading import read_table

ROSTER = Roster(sectors={n: Sector(n, n, f"Sektor {n}", str(n)) for n in range(1, 6)})


def knowledge(language: str) -> tuple[Library, Reading]:
    """The sample's items, and its questions read against them."""
    items = read_knowledge(read_table(resource("sample", language, "knowledge.csv")), Library(), ROSTER)
    assert (items.problems, items.ignored) == ((), ())
    library = Library({item.id: item for item in items.items})
    return library, read_knowledge(read_table(resource("sample", language, "questions.csv")), library, ROSTER)


def solutions(language: str) -> tuple[Solution, ...]:
    """The sample's solutions."""
    reading = read_solutions(read_table(resource("sample", language, "solutions.csv")))
    assert (reading.problems, reading.ignored) == ((), ())
    return reading.items


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_knowledge_base_is_that_of_the_model_event(language: str) -> None:
    library, _ = knowledge(language)
    examples, challenges = library.of_kind(Kind.EXAMPLE), library.of_kind(Kind.CHALLENGE)
    assert (len(examples), len(challenges)) == (24, 24)
    for items in (examples, challenges):
        assert {item.sector for item in items} == {1, 2, 3, 4, 5}
        assert len({item.workshop for item in items}) == 10
        assert all(item.text and item.organisation and item.theme and item.source for item in items)
    assert Counter(item.theme for item in examples).most_common(1)[0][0] in ("rekrytering", "recruitment")
    assert Counter(item.theme for item in challenges).most_common(1)[0][0] in ("lärande", "learning")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_eight_questions_with_sources_of_both_kinds(language: str) -> None:
    library, reading = knowledge(language)
    assert (reading.problems, reading.ignored) == ((), ())
    assert [question.code for question in reading.questions] == [f"F{n}" for n in range(1, 9)]
    for question in reading.questions:
        assert question.text.endswith("?")
        assert Kind.CHALLENGE in {library.items[source].kind for source in question.sources}


def test_people_wish_for_questions_that_exist() -> None:
    people = read_people(read_table(resource("sample", "participants.csv")), ROSTER).people
    assert {wish for person in people for wish in person.wishes} <= {one.code for one in knowledge("sv")[1].questions}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_team_has_a_solution(language: str) -> None:
    handed_in = solutions(language)
    assert [one.team for one in handed_in] == list(range(1, 17))
    assert all(one.problem and one.proposal and one.audience and one.first_step for one in handed_in)
    assert {one.kind for one in handed_in} == {*(one.kind for one in solutions("sv"))}


def test_both_languages_say_the_same() -> None:
    (swedish, swedish_questions), (english, english_questions) = knowledge("sv"), knowledge("en")
    assert [(one.kind, one.sector, one.organisation, one.workshop) for one in swedish.items.values()] == [
        (one.kind, one.sector, one.organisation, one.workshop) for one in english.items.values()
    ]
    assert [one.sources for one in swedish_questions.questions] == [one.sources for one in english_questions.questions]
    assert [(one.team, one.kind) for one in solutions("sv")] == [(one.team, one.kind) for one in solutions("en")]
    pairs = zip(swedish.items.values(), english.items.values(), strict=True)
    assert all(one.title != other.title and one.text != other.text for one, other in pairs)


def test_organisations_are_made_up() -> None:
    made_up = re.compile(r"(Myndighet|Företag|Förening|Fackförbund) [1-5][A-F]")
    people = read_people(read_table(resource("sample", "participants.csv")), ROSTER).people
    for name in [person.organisation for person in people] + [
        item.organisation for item in knowledge("sv")[0].items.values()
    ]:
        assert made_up.fullmatch(name)
