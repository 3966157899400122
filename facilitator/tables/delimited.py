"""From the text of a CSV file to numbered rows of cells (RFC 4180, as loosely as spreadsheets write it)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from facilitator.common.errors import Unreadable
from facilitator.common.texts import text

DELIMITERS = (";", ",", "\t", "|")

_SAMPLE_ROWS = 100
_DELIMITER_LINE = re.compile(r"\"?sep=(.)\"?(?:\r\n|\r|\n)", re.IGNORECASE)
_END_MARK = "\x1e"
"""A last line of our own: if the reader has not met it as a row, a quotation mark was never closed."""


def rows(name: str, content: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers that a spreadsheet shows; a row whose quoted cells hold line breaks counts once.

    A first line `sep=;`, with which some programs name the delimiter, is obeyed; spreadsheets do not show it.

    Raises:
        Unreadable: a quotation mark is never closed, or a cell is longer than 131,072 characters.
    """
    hint = _DELIMITER_LINE.match(content)
    if hint:
        content = content[hint.end() :]
    delimiter = hint.group(1) if hint else sniff(content)
    number = 1
    reader = _reader(content + "\n" + _END_MARK, delimiter)
    pending: list[str] | None = None
    try:
        for cells in reader:
            if pending is not None:
                yield number, pending
                number += 1
            pending = cells
    except csv.Error as error:
        raise _unclosed(name, number + 1) from error
    if pending != [_END_MARK]:
        raise _unclosed(name, number)


def sniff(content: str) -> str:
    """The delimiter that cuts most rows into one and the same number of cells, quoted text respected."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(content, delimiter))


def _evenness(content: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have the commonest width above 1, and that width."""
    try:
        widths = [len(cells) for cells in islice(_reader(content, delimiter), _SAMPLE_ROWS) if any(cells)]
    except csv.Error:
        return 0.0, 0
    wider = Counter(width for width in widths if width > 1)
    if not wider:
        return 0.0, 0
    width, count = max(wider.items(), key=lambda pair: (pair[1], pair[0]))
    return count / len(widths), width


def _reader(content: str, delimiter: str) -> Iterator[list[str]]:
    # newline="" leaves line breaks inside quoted cells as they are and ends lines at CR, LF and CRLF alike
    return csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)


def _unclosed(name: str, number: int) -> Unreadable:
    return Unreadable(
        text("In “{name}” a quotation mark that opens in row {row} is never closed.", name=name, row=number),
        text("Open the file in a spreadsheet program, look at that row, and save it again."),
    )
