"""A table: headings, and rows that remember where in the spreadsheet they stood."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text


@frozen
class Row:
    """One row; `number` is the one that a spreadsheet shows beside it, counted from 1.

    `cells` are as many as the file gives, so a row can be shorter or longer than the headings.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column counted from 0; empty where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """Whether nothing at all stands in the row."""
        return not any(self.cells)


@frozen
class Table:
    """A heading row and the rows below it that are not blank.

    Cell texts are trimmed and in Unicode's composed form (NFC). `notes` say what a reader of the table should know,
    such as that hidden rows are among it.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    heading_row: int = 1
    notes: tuple[Text, ...] = ()


def column_letter(column: int) -> str:
    """What a spreadsheet calls the column counted from 0: A, B, … Z, AA, AB, …"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
