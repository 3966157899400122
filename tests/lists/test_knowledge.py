"""Success examples, challenges and questions from lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import Unreadable
from facilitator.knowledge.model import Kind, KnowledgeItem, Library, Question
from facilitator.knowledge.reading import Reading, read
from facilitator.participants.model import Roster, Sector
from facilitator.tables.reading import read_table
from facilitator.tables.writing import csv_bytes

ROSTER = Roster(sectors={10 + n: Sector(10 + n, n, f"Sektor {n + 1}", str(n + 1)) for n in range(5)})
OLD = KnowledgeItem(7, Kind.EXAMPLE, "Ring tvåan", "Text", "Myndighet 1A", 10, "rekrytering", "Workshop 1", "Intervju")
LIBRARY = Library({7: OLD}, {3: Question(3, "F1", "Hur?", (7,))})


def read_text(content: str, library: Library = LIBRARY) -> Reading:
    """What a list with this content means for the library."""
    return read(read_table(content.encode(), "knowledge.csv"), library, ROSTER)


def wrong(content: str) -> list[tuple[int, str, str]]:
    """Row, column and value of each problem."""
    return [(problem.row, problem.column, problem.value) for problem in read_text(content).problems]


def test_new_items_are_numbered_after_the_known_ones() -> None:
    reading = read_text(
        "Typ;Titel;Text;Organisation;Sektor;Tema;Workshop;Källa\n"
        "Framgångsexempel;Fadder;Hundra dagar;B;3;introduktion;Workshop 2;Egen\n"
        "utmaning;Ring tvåan;Samma titel, annan sort;;;;;\n"
    )
    assert reading.items == (
        KnowledgeItem(8, Kind.EXAMPLE, "Fadder", "Hundra dagar", "B", 12, "introduktion", "Workshop 2", "Egen"),
        KnowledgeItem(9, Kind.CHALLENGE, "Ring tvåan", "Samma titel, annan sort"),
    )
    assert (reading.added, reading.updated, reading.unchanged, reading.problems) == (2, 0, 0, ())


def test_a_known_title_within_its_kind_is_updated_and_loses_nothing() -> None:
    reading = read_text("Type,Title,Text,Theme\nsuccess example,RING  tvåan,New text,\n")
    (item,) = reading.items
    assert (item.id, item.title, item.text, item.theme, item.sector) == (7, "Ring tvåan", "New text", "rekrytering", 10)
    assert (reading.added, reading.updated) == (0, 1)
    assert read_text("Type,Title,Text\nexample,Ring tvåan,Text\n").unchanged == 1


def test_questions_name_their_sources_in_the_library_or_in_the_list() -> None:
    reading = read_text(
        "Typ;Kod;Titel;Text;Källor\n"
        "fråga;f1;;Hur då?;\n"
        "frågeställning;F2;;Varför?;ring tvåan | Nytt exempel\n"
        "exempel;;Nytt exempel;;\n"
    )
    assert reading.questions == (Question(3, "F1", "Hur då?", (7,)), Question(4, "F2", "Varför?", (7, 8)))
    assert (reading.added, reading.updated, reading.problems) == (2, 1, ())


def test_a_list_with_codes_and_no_kinds_holds_questions() -> None:
    assert [one.code for one in read_text("Code,Question\nC1,Why?\nC2,How?\n").questions] == ["C1", "C2"]


def test_every_problem_is_named_by_its_row() -> None:
    assert wrong(
        "Typ;Titel;Kod;Text;Sektor;Källa\n"
        "exempel;;;a;;\n"
        "exmepel;B;;b;;\n"
        ";C;;c;;\n"
        "utmaning;D;;d;8;\n"
        "utmaning;d;;d igen;;\n"
        "fråga;;;e;;\n"
        "fråga;;F 1;e;;\n"
        "fråga;;F9;f;;Ring trean\n"
        "fråga;;F9;g;;\n"
        "fråga;;F10;;;\n"
        "exempel;H\n"
    ) == [
        (2, "Titel", ""),
        (3, "Typ", "exmepel"),
        (4, "Typ", ""),
        (5, "Sektor", "8"),
        (6, "Titel", "d"),
        (7, "Kod", ""),
        (8, "Kod", "F 1"),
        (9, "Källa", "Ring trean"),
        (10, "Kod", "F9"),
        (11, "Text", ""),
        (12, "", "exempel · H"),
    ]


def test_suggestions_come_with_problems() -> None:
    reading = read_text("Typ;Kod;Titel;Text;Källa\nutmanning;;B;;\nfråga;F9;;f;Ring tvaan\n")
    assert [str(problem.problem).partition("Did you mean ")[2] for problem in reading.problems] == [
        "“utmaning”?",
        "“Ring tvåan”?",
    ]


def test_a_list_of_something_else_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_text("Förnamn;Efternamn\nAnna;Ek\n")
    assert refusal.value.message.values == {"headings": "Förnamn, Efternamn"}


_line = st.text("abcåäö; ,", min_size=1, max_size=9).map(lambda line: " ".join(line.split())).filter(bool)


@given(st.lists(st.tuples(st.sampled_from(Kind), _line, _line), min_size=1, max_size=9, unique_by=lambda one: one[:2]))
def test_any_items_read_back_the_same_and_a_second_time_change_nothing(rows: list[tuple[Kind, str, str]]) -> None:
    data = csv_bytes(("Type", "Title", "Text"), [(kind.value, title, body) for kind, title, body in rows])
    reading = read(read_table(data, "x"), Library(), ROSTER)
    assert [(item.kind, item.title, item.text) for item in reading.items] == rows
    again = read(read_table(data, "x"), Library({item.id: item for item in reading.items}), ROSTER)
    assert (again.items, again.unchanged, again.problems) == ((), len(rows), ())
