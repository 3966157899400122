"""Solutions from lists."""

from __future__ import annotations

import pytest

from facilitator.common.errors import Unreadable
from facilitator.solutions.model import Kind, Solution
from facilitator.solutions.reading import read
from facilitator.tables.problems import Reading
from facilitator.tables.reading import read_table


def read_text(content: str) -> Reading[Solution]:
    """The solutions in a list with this content."""
    return read(read_table(content.encode(), "solutions.csv"))


def test_a_solution_with_everything() -> None:
    reading = read_text(
        "Lag;Titel;Problem;Förslag;För vem;Första steg;Typ\n"
        "Lag 3;Integratören;Ingen äger frågan;Ett nytt yrke;Nya kollegor;Beskriv det;Struktur och process\n"
        "12;Kortleken;;;;;kultur\n"
        "5;Utan typ;;;;;\n"
    )
    assert reading.problems == ()
    assert reading.items == (
        Solution(
            3, "Integratören", "Ingen äger frågan", "Ett nytt yrke", "Nya kollegor", "Beskriv det", Kind.STRUCTURE
        ),
        Solution(12, "Kortleken", kind=Kind.CULTURE),
        Solution(5, "Utan typ"),
    )


def test_every_problem_is_named_by_its_row() -> None:
    reading = read_text("Team,Title,Type\nx,A,structure\n0,B,culture\n1,,culture\n2,C,cultur\n3,D,\n3,E,\n4\n")
    assert [(problem.row, problem.column, problem.value) for problem in reading.problems] == [
        (2, "Team", "x"),
        (3, "Team", "0"),
        (4, "Title", ""),
        (5, "Type", "cultur"),
        (7, "Team", "3"),
        (8, "", "4"),
        (8, "Title", ""),
    ]


def test_a_list_of_something_else_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_text("Namn;Org\nAnna;A\n")
    assert "Org" in str(refusal.value.message.values["headings"])
