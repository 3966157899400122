"""CSV files: whatever way they are written, the same table comes out, numbered as a spreadsheet numbers it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import Unreadable
from facilitator.tables.reading import read_table
from tests.tables.files import DELIMITERS, ENCODINGS, LINE_ENDS, cells, written

HEADINGS = ("Förnamn", "Efternamn", "Önskemål")


def tidy(cell: str) -> str:
    """What reading may change in a cell: line breaks are written as LF."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(
    rows=st.lists(st.tuples(cells(), cells(), cells()), min_size=1, max_size=12).filter(
        lambda rows: any(map(any, rows))
    ),
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(DELIMITERS),
    line_end=st.sampled_from(LINE_ENDS),
    always_quoted=st.booleans(),
)
def test_any_table_reads_back_the_same(
    rows: list[tuple[str, str, str]], encoding: str, delimiter: str, line_end: str, always_quoted: bool
) -> None:
    table = read_table(written([HEADINGS, *rows], encoding, delimiter, line_end, always_quoted), "list.csv")
    assert table.headings == HEADINGS
    expected = [(number, tuple(map(tidy, row))) for number, row in enumerate(rows, 2) if any(row)]
    assert [(row.number, row.cells) for row in table.rows] == expected


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(
    name=st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=20),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
)
def test_names_in_any_alphabet_arrive_composed(name: str, encoding: str) -> None:
    rows = [("Namn", "Organisation", "Sektor"), (unicodedata.normalize("NFD", name), "Myndighet 1A", "1")]
    table = read_table(written(rows, encoding, ";", "\r\n"), "list.csv")
    assert table.rows[0].cells == (
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", name)),
        "Myndighet 1A",
        "1",
    )


def test_blank_rows_are_skipped_but_counted() -> None:
    table = read_table(b"\n;;\nNamn;Org;Sektor\n\nAnna;A;1\n ; ;\nBo;B;2\n\n", "list.csv")
    assert table.heading_row == 3
    assert [(row.number, row.cells[0]) for row in table.rows] == [(5, "Anna"), (7, "Bo")]


def test_a_quoted_line_break_does_not_make_a_row() -> None:
    table = read_table(b'Namn;Org\n"Anna\r\nEk";"A\n\nB"\nBo;B\n', "list.csv")
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("Anna\nEk", "A\n\nB")), (3, ("Bo", "B"))]


def test_short_and_long_rows_keep_their_cells() -> None:
    table = read_table(b"Namn;Org;Sektor\nAnna\nBo;B;2;mer\n", "list.csv")
    assert [row.cells for row in table.rows] == [("Anna",), ("Bo", "B", "2", "mer")]
    assert table.rows[0].cell(2) == ""


def test_columns_of_delimiters_alone_are_left_out() -> None:
    assert read_table(b"Namn;Org;;\nAnna;A;;\n", "list.csv").headings == ("Namn", "Org")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_line_that_names_the_delimiter_is_obeyed_and_not_counted(delimiter: str) -> None:
    data = f"sep={delimiter}\r\nNamn{delimiter}Org\r\nAnna{delimiter}A,B;C\r\n".replace("A,B;C", "ABC").encode()
    table = read_table(data, "list.csv")
    assert (table.heading_row, table.headings, table.rows[0].cells) == (1, ("Namn", "Org"), ("Anna", "ABC"))


def test_lists_in_cells_do_not_mislead_about_the_delimiter() -> None:
    rows = ["Namn;Kompetenser", *(f"Person {n};IT, HR, juridik, design" for n in range(30))]
    assert read_table("\n".join(rows).encode(), "list.csv").headings == ("Namn", "Kompetenser")


def test_one_column_is_a_table_too() -> None:
    table = read_table("Namn\nÅsa Ek\nBo Ö\n".encode(), "list.csv")
    assert [row.cells for row in table.rows] == [("Åsa Ek",), ("Bo Ö",)]


def test_quotation_marks_inside_a_cell_are_only_text() -> None:
    table = read_table(b'Namn;Org\nAnna "Annie" Ek;5" AB\nBo;B\n', "list.csv")
    assert [row.cells for row in table.rows] == [('Anna "Annie" Ek', '5" AB'), ("Bo", "B")]


def test_a_quotation_mark_that_is_never_closed_is_named_by_its_row() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_table(b'Namn;Org\nAnna;A\n"Bo;B\nCilla;C\nDag;D\n', "list.csv")
    assert refusal.value.message.values["row"] == 3


def test_a_cell_beyond_all_measure_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_table(b"Namn;Org\nAnna;" + b"x" * 200_000 + b"\n", "list.csv")


def test_invisible_characters_are_left_out() -> None:
    table = read_table("\ufeff\ufeffNamn;Org\n\u200bAnna\u00a0;\u200eA\u2060\n".encode(), "list.csv")
    assert (table.headings, table.rows[0].cells) == (("Namn", "Org"), ("Anna", "A"))


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(
    names=st.lists(
        st.sampled_from(("Åsa Öberg", "Björn Älg", "Märta Dahl", "Élise Håkansson")), min_size=1, max_size=5
    ),
    encoding=st.sampled_from(("mac-roman", "cp850", "cp1252")),
)
def test_files_of_macintosh_and_ms_dos_are_told_by_their_letters(names: list[str], encoding: str) -> None:
    rows = [("Namn", "Språk"), *((name, "svenska") for name in names)]
    table = read_table(written(rows, encoding, ";", "\r"), "list.csv")
    assert table.headings == ("Namn", "Språk")
    assert [row.cells[0] for row in table.rows] == names


@pytest.mark.parametrize("name", ["Goran Šimic", "Tomaševic", "Žarko", "Škoda – “1” €", "Zoë’s"])
def test_what_windows_writes_is_not_taken_for_macintosh(name: str) -> None:
    assert read_table(written([("Namn", "Org"), (name, "A")], "cp1252", ";", "\r\n"), "l.csv").rows[0].cells[0] == name
