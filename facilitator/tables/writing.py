"""Writes tables for spreadsheets, so that no cell of theirs can be run as a formula.

A text that begins as a formula does gets an apostrophe in front, as OWASP advises against CSV injection
(https://owasp.org/www-community/attacks/CSV_Injection); `tables.reading` takes it off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

Value = str | int | float | None
"""What a cell may hold; numbers stay numbers."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def neutralised(value: Value) -> Value:
    """The value as a spreadsheet may safely show it; control characters, which XLSX cannot hold, are left out."""
    if not isinstance(value, str):
        return value
    value = _UNPRINTABLE.sub("", value)
    return "'" + value if _FORMULA.match(value) else value


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A CSV file that Swedish and English spreadsheets open rightly: UTF-8 with its mark, semicolons, CRLF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for cells in (headings, *rows):
        writer.writerow([neutralised(cell) for cell in cells])
    return stream.getvalue().encode("utf-8-sig")


def xlsx_bytes(title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook with one sheet, its heading row bold and kept in view; every text is stored as text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    bold = Font(bold=True)

    def cell(value: Value, heading: bool = False) -> WriteOnlyCell:
        made = WriteOnlyCell(sheet, neutralised(value))
        if isinstance(value, str):
            made.data_type = "s"
        if heading:
            made.font = bold
        return made

    sheet.append([cell(heading, heading=True) for heading in headings])
    for row in rows:
        sheet.append([cell(value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
