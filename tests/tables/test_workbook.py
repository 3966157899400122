"""Workbooks: cells as people see them, whatever Excel stored."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from facilitator.common.errors import Unreadable
from facilitator.tables.model import Table
from facilitator.tables.reading import read_table
from tests.tables.files import cells, edited, workbook

SHEET = "xl/worksheets/sheet1.xml"


def made(*rows: list[Any]) -> bytes:
    """A workbook's bytes that holds these rows."""

    def fill(book: Workbook) -> None:
        for row in rows:
            book.active.append(row)

    return workbook(fill)


def read(*rows: list[Any]) -> Table:
    """The table of a workbook that holds these rows."""
    return read_table(made(*rows), "list.xlsx")


@settings(deadline=None)  # how long a case takes says how busy the machine is
@given(
    rows=st.lists(st.tuples(cells(), cells(), cells()), min_size=1, max_size=8).filter(lambda rows: any(map(any, rows)))
)
def test_any_texts_read_back_the_same(rows: list[tuple[str, str, str]]) -> None:
    def fill(book: Workbook) -> None:
        for number, row in enumerate((("Namn", "Org", "Sektor"), *rows), 1):
            for column, value in enumerate(row, 1):
                if value:
                    cell = book.active.cell(number, column, value)
                    cell.data_type = "s"

    table = read_table(workbook(fill), "list.xlsx")
    assert [(row.number, row.cells) for row in table.rows] == [(n, row) for n, row in enumerate(rows, 2) if any(row)]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (3, "3"),
        (3.0, "3"),
        (70123456789.0, "70123456789"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (date(2018, 3, 9), "2018-03-09"),
        (datetime(2018, 3, 9, 8, 30), "2018-03-09 08:30"),  # noqa: DTZ001  a cell has no zone
        (time(8, 30), "08:30"),
        (time(8, 29, 59), "08:30"),
        (timedelta(hours=1, minutes=5), "1:05"),
        (timedelta(minutes=30), "0:30"),
        ("  Åsa\u00a0", "Åsa"),
    ],
)
def test_values_are_texts_as_people_see_them(value: object, seen: str) -> None:
    assert read(["Namn", "x"], ["Anna", value]).rows[0].cells == ("Anna", seen)


def test_there_are_no_short_rows_in_a_workbook() -> None:
    table = read(["Namn", "Org", "Sektor"], ["Anna"], ["Bo", "B", 2])
    assert [row.cells for row in table.rows] == [("Anna", "", ""), ("Bo", "B", "2")]


def test_blank_rows_are_skipped_but_counted() -> None:
    def fill(book: Workbook) -> None:
        book.active["B3"], book.active["C3"] = "Namn", "Org"
        book.active["B4"], book.active["B9"] = "Anna", "Bo"

    table = read_table(workbook(fill), "list.xlsx")
    assert (table.heading_row, table.headings) == (3, ("", "Namn", "Org"))
    assert [(row.number, row.cells[1]) for row in table.rows] == [(4, "Anna"), (9, "Bo")]


def test_the_first_visible_sheet_with_content_is_read_and_named() -> None:
    def fill(book: Workbook) -> None:
        book.active.title = "Tomt"
        hidden = book.create_sheet("Gömt")
        hidden.append(["Namn"])
        hidden.append(["Fel"])
        hidden.sheet_state = "hidden"
        right = book.create_sheet("Lista")
        right.append(["Namn"])
        right.append(["Rätt"])

    table = read_table(workbook(fill), "list.xlsx")
    assert table.rows[0].cells == ("Rätt",)
    assert table.notes[0].values == {"sheet": "Lista"}


def test_hidden_rows_are_read_and_told() -> None:
    def fill(book: Workbook) -> None:
        for row in (["Namn"], ["Anna"], ["Bo"], ["Cilla"]):
            book.active.append(row)
        book.active.row_dimensions[3].hidden = True
        book.active.row_dimensions[50].hidden = True

    table = read_table(workbook(fill), "list.xlsx")
    assert [row.cells[0] for row in table.rows] == ["Anna", "Bo", "Cilla"]
    assert [note.count for note in table.notes] == [1]


def test_a_merged_cell_counts_for_all_that_it_covers() -> None:
    def fill(book: Workbook) -> None:
        sheet = book.active
        for row in (["Namn", None, "Org"], ["Anna", "Ek", "Myndighet 1A"], ["Bo", "Ask", None], ["Cia", "Alm", None]):
            sheet.append(row)
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("C2:C4")

    data = edited(workbook(fill), SHEET, b'ref="C2:C4"', b'ref="C2:C1048576"')
    table = read_table(data, "list.xlsx")
    assert table.headings == ("Namn", "Namn", "Org")
    assert [row.cells[2] for row in table.rows] == ["Myndighet 1A"] * 3


def test_a_formula_counts_as_its_saved_result() -> None:
    data = made(["Namn", "Org"], ['="An"&"na"', "A"])
    saved = edited(data, SHEET, b"<v />", b"<v>Anna</v>")
    saved = edited(saved, SHEET, b'<c r="A2">', b'<c r="A2" t="str">')
    assert read_table(saved, "list.xlsx").rows[0].cells == ("Anna", "A")


@pytest.mark.parametrize("result", [b"", b"<v />"])
def test_a_formula_that_was_never_calculated_is_refused_by_its_cell(result: bytes) -> None:
    data = made(["Namn", "Org"], ["Anna", "=A2"])
    data = edited(data, SHEET, b"<v />", result)
    with pytest.raises(Unreadable) as refusal:
        read_table(data, "list.xlsx")
    assert refusal.value.message.values["cell"] == "B2"


def test_cells_with_colour_but_no_content_are_nothing() -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["Namn", "Org"])
        book.active.append(["Anna", "A"])
        for row in range(1, 3000):
            book.active.cell(row, 700).fill = PatternFill("solid", fgColor="FFFF00")

    table = read_table(workbook(fill), "list.xlsx")
    assert (table.headings, len(table.rows)) == (("Namn", "Org"), 1)


def test_a_wrong_dimension_in_the_file_is_not_believed() -> None:
    data = made(["Namn", "Org"], ["Anna", "A"])
    data = edited(data, SHEET, b'<dimension ref="A1:B2" />', b'<dimension ref="A1:A1" />')
    assert read_table(data, "list.xlsx").rows[0].cells == ("Anna", "A")


def test_the_content_decides_not_the_name() -> None:
    assert read(["Namn"], ["Anna"]).rows == read_table(b"Namn\nAnna\n", "list.xlsx").rows
