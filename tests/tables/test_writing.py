"""Exports: no cell can be run as a formula, and everything reads back the same."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from facilitator.tables.reading import read_table
from facilitator.tables.writing import csv_bytes, neutralised, xlsx_bytes
from tests.tables.files import cells

HEADINGS = ("Namn", "Org", "Sektor")
DANGEROUS = (
    "=1+1",
    "+46 70",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
)

rows_of_cells = st.lists(
    st.tuples(st.one_of(cells(), st.sampled_from(DANGEROUS)), cells(), cells()), min_size=1, max_size=8
).filter(lambda rows: any(map(any, rows)))


def test_dangerous_texts_are_neutralised_and_numbers_stay() -> None:
    for value in DANGEROUS:
        assert str(neutralised(value)).startswith("'")
    assert (neutralised(-5), neutralised(2.5), neutralised(None), neutralised("Anna-Lisa")) == (
        -5,
        2.5,
        None,
        "Anna-Lisa",
    )


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(rows=rows_of_cells)
def test_no_cell_of_a_csv_file_begins_as_a_formula(rows: list[tuple[str, str, str]]) -> None:
    stream = io.StringIO(csv_bytes(HEADINGS, rows).decode("utf-8-sig"), newline="")
    for row in csv.reader(stream, delimiter=";"):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in row)


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(rows=rows_of_cells)
def test_no_cell_of_a_workbook_is_a_formula(rows: list[tuple[str, str, str]]) -> None:
    book = load_workbook(io.BytesIO(xlsx_bytes("Lista: 1/2", HEADINGS, rows)))
    for row in book.active.iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert not str(cell.value).lstrip().startswith(("=", "+", "-", "@"))


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(rows=rows_of_cells)
def test_exports_read_back_the_same(rows: list[tuple[str, str, str]]) -> None:
    expected = [tuple(cell.strip() for cell in row) for row in rows if any(row)]
    for data in (csv_bytes(HEADINGS, rows), xlsx_bytes("Lista", HEADINGS, rows)):
        assert [row.cells for row in read_table(data, "export").rows] == expected


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    table = read_table(xlsx_bytes("Lista", ["Namn"], [["An\x00na\x1f"]]), "export")
    assert table.rows[0].cells == ("Anna",)
