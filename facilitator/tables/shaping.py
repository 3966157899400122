"""From numbered rows of cells to a table: trimmed texts, blank rows left out, the heading row chosen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from facilitator.common.errors import Unreadable
from facilitator.common.texts import Text, text
from facilitator.tables.limits import MAX_COLUMNS, MAX_ROWS, too_large
from facilitator.tables.model import Row, Table

_STRAY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u2060]")
_NEUTRALISED = re.compile(r"'(?=[\t\n]|\s*[=+\-@＝＋－＠])")


def clean(cell: str) -> str:
    """The text of a cell: composed (NFC), without invisible characters and outer blanks, line breaks as LF.

    The apostrophe with which an export keeps a spreadsheet from running the cell as a formula is taken off again.
    """
    if not cell:
        return ""
    if not cell.isascii() or not cell.isprintable():
        cell = _STRAY.sub("", unicodedata.normalize("NFC", cell))
        cell = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    cell = cell.strip()
    return cell[1:].strip() if _NEUTRALISED.match(cell) else cell


def shape(name: str, grid: Iterable[tuple[int, Sequence[str]]], notes: tuple[Text, ...] = ()) -> Table:
    """The table in a grid of (row number, cells); the first row that is not blank holds the headings.

    Raises:
        Unreadable: the grid is empty, has headings only, or is beyond the limits.
    """
    rows: list[Row] = []
    for number, cells in grid:
        row = Row(number, tuple(clean(cell) for cell in cells))
        if row.blank:
            continue
        if len(rows) >= MAX_ROWS or len(row.cells) > MAX_COLUMNS:
            raise too_large(name)
        rows.append(row)
    if not rows:
        raise Unreadable(
            text("“{name}” is empty.", name=name), text("Check that the right file was chosen and that it was saved.")
        )
    if len(rows) == 1:
        raise Unreadable(
            text("“{name}” holds headings but no rows.", name=name),
            text("Check that the list was saved with its rows, and that the right file was chosen."),
        )
    return headed(rows, 0, notes)


def headed(rows: Sequence[Row], index: int, notes: tuple[Text, ...] = ()) -> Table:
    """The table whose headings stand in `rows[index]`; rows above it are left out.

    Columns at the right end that have neither heading nor content are left out too.
    """
    heading, below = rows[index], tuple(rows[index + 1 :])
    headings = list(heading.cells)
    while headings and not headings[-1] and not any(row.cell(len(headings) - 1) for row in below):
        headings.pop()
    return Table(tuple(headings), below, heading.number, notes)


def lowered(table: Table, index: int) -> Table:
    """The same table, with the headings taken from `table.rows[index]` instead (a title stood above them)."""
    return headed(table.rows, index, table.notes)
