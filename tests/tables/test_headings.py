"""Headings and choices: what a list means, in whatever words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from facilitator.common.errors import Unreadable
from facilitator.tables.choices import find_sector, nearest, suggestion
from facilitator.tables.headings import understand
from facilitator.tables.model import column_letter
from facilitator.tables.reading import read_table

WORDS = {"name": ("Namn", "Full name"), "mail": ("E-post",), "org": ("Organisation", "Företag")}


@dataclass(frozen=True)
class Option:
    """A lettered option."""

    id: int
    position: int
    name: str
    letter: str


def numbered(*names: str, letters: str = "ABCDE") -> list[Option]:
    """Options in order, with ids that are not their numbers."""
    return [Option(10 + index, index, name, letters[index]) for index, name in enumerate(names)]


@pytest.mark.parametrize(
    "heading", ["Namn", "NAMN", " namn ", "full_name", "Full-Name*", "Namn (för- och efter)", "Namn/Name"]
)
def test_case_blanks_punctuation_and_parentheses_do_not_matter(heading: str) -> None:
    table, columns = understand(read_table(f"{heading};E-post\nAnna;a@b.se\n".encode(), "x"), WORDS)
    assert columns.places == {"name": (0,), "mail": (1,)}
    assert columns.value(table.rows[0], "name") == "Anna"


def test_titles_and_group_headings_above_are_passed_over() -> None:
    data = b"Deltagarlista 2026;;\n;;\nNamn;Kontakt;Kontakt\nNamn;E-post;Organisation\nAnna;a@b.se;A\n"
    table, columns = understand(read_table(data, "x"), WORDS)
    assert table.heading_row == 4
    assert [row.number for row in table.rows] == [5]
    assert set(columns.fields) == {"name", "mail", "org"}


def test_columns_that_mean_nothing_are_named_by_heading_or_letter() -> None:
    _, columns = understand(read_table(b"Namn;Allergi;;Skostorlek\nAnna;x;y;41\n", "x"), WORDS)
    assert columns.ignored == ("Allergi", "C", "Skostorlek")


def test_the_host_knows_better() -> None:
    table, columns = understand(read_table(b"Vem;Namn\nAnna;AB\n", "x"), WORDS, {"Vem": "name", "Namn": None})
    assert columns.value(table.rows[0], "name") == "Anna"
    assert columns.ignored == ("Namn",)


def test_a_field_in_several_columns_gives_all_of_them_once() -> None:
    table, columns = understand(read_table(b"Namn;Namn;Organisation\nAnna;Ek;A\nBo;Bo;B\n", "x"), WORDS)
    assert [columns.value(row, "name") for row in table.rows] == ["Anna Ek", "Bo"]


def test_a_title_above_headings_alone_is_still_an_empty_list() -> None:
    with pytest.raises(Unreadable, match="no rows"):
        understand(read_table(b"Lista;;\nNamn;E-post;Organisation\n", "x"), WORDS)


def test_column_letters() -> None:
    assert [column_letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@pytest.mark.parametrize("value", ["3", "Sektor 3", "sektor3", "Sector 3", "SEKTOR  3", "S3", "sekt. 3", "03"])
def test_sectors_by_number(value: str) -> None:
    for options in (
        numbered("Sektor 1", "Sektor 2", "Sektor 3", "Sektor 4", "Sektor 5"),
        numbered("Ordning", "Ekonomi", "Miljö", "Lärosäten", "Störst", letters="12345"),
        numbered("Ordning", "Ekonomi", "Miljö", "Lärosäten", "Störst"),
    ):
        found = find_sector(value, reversed(options))
        assert found is not None
        assert found.id == 12


@pytest.mark.parametrize("value", ["9", "0", "Sektor", "Skola", "S", "33", "-1", "²"])
def test_sectors_that_do_not_exist(value: str) -> None:
    assert find_sector(value, numbered("Sektor 1", "Sektor 2", "Sektor 3")) is None


def test_sectors_by_name_and_letter() -> None:
    options = numbered("Transport", "Handel", "Hälsa")
    for value in ("hälsa", " HÄLSA ", "c", "Sektor Hälsa"):
        found = find_sector(value, options)
        assert found is not None
        assert found.name == "Hälsa"


def test_suggestions() -> None:
    assert nearest("transprot", ["Handel", "Transport"]) == "Transport"
    assert suggestion("9", ["Ett", "Två"]).values == {"names": "Ett, Två"}
