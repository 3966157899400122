"""From an XLSX workbook to a table, with every cell as the text that a person sees.

What is decided here: the first visible sheet that holds anything is the list. Hidden rows are read too (a filter that
somebody left on must not lose forty people), and the table's notes say so. A merged cell's text counts for all the
cells it covers. Formulas count as the result that the spreadsheet program saved.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, plural_text, text
from facilitator.tables.kinds import damaged, open_archive
from facilitator.tables.limits import MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES, too_large
from facilitator.tables.model import Table
from facilitator.tables.shaping import shape
from facilitator.tables.watch import Watch

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_MAX_GRID_ROWS = 1_048_576


@frozen
class _Layout:
    """What a sheet's cells do not tell: hidden rows, merged ranges (counted from 1), formulas with no result."""

    hidden: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    uncalculated: list[str] = field(default_factory=list)


def read_workbook(name: str, data: bytes, watch: Watch) -> Table:
    """The first visible sheet that holds anything.

    Raises:
        Unreadable: the file is damaged, another kind of document, empty, too large, or holds formulas that no
            spreadsheet program has calculated yet.
        Stopped: the watch said so.
    """
    archive = open_archive(name, data)
    if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED_BYTES:
        raise too_large(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of charts, validations and the like, which a list can lack
            return _first_sheet(name, data, archive, watch)
    except Unreadable:
        raise
    except Exception as error:  # openpyxl lets through whatever damage makes its parsers raise: KeyError, zlib.error…
        raise damaged(name) from error


def _first_sheet(name: str, data: bytes, archive: zipfile.ZipFile, watch: Watch) -> Table:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # programs write wrong ones
        grid = _filled(name, watch.counted(sheet.iter_rows(values_only=True)))
        if not grid:
            continue
        # The path inside the archive is the one thing of a sheet that openpyxl does not make public.
        layout = _layout(archive, sheet._worksheet_path, watch)
        if layout.uncalculated:
            cell = layout.uncalculated[0]
            raise Unreadable(
                text("In “{name}”, cell {cell} holds a formula without a result.", name=name, cell=cell),
                text("Open the file in a spreadsheet program, save it, and try again."),
            )
        _spread(layout.merged, grid)
        return shape(name, _padded(grid), _notes(grid, layout, sheet.title, len(book.worksheets)))
    return shape(name, ())


def _filled(name: str, rows: Iterable[tuple[Any, ...]]) -> dict[int, list[str]]:
    """The rows that hold anything, by row number, each cut after its last filled cell."""
    grid: dict[int, list[str]] = {}
    for number, values in enumerate(islice(rows, _MAX_GRID_ROWS), 1):
        cells = [_shown(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        grid[number] = cells
        if len(grid) > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise too_large(name)
    return grid


def _shown(value: Any) -> str:
    """The cell's text as a person reads it: no “.0”, dates in ISO 8601, times as HH:MM, lengths of time as H:MM."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            clock = _clock(value.time())
            return value.date().isoformat() if clock == "00:00" else f"{value.date().isoformat()} {clock}"
        case date():
            return value.isoformat()
        case time():
            return _clock(value)
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _clock(value: time) -> str:
    """To the minute; seconds are what rounding of a day's fraction leaves behind."""
    minutes = round(value.hour * 60 + value.minute + value.second / 60) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _layout(archive: zipfile.ZipFile, path: str, watch: Watch) -> _Layout:
    layout = _Layout()
    with archive.open(path) as stream:
        for _, element in ElementTree.iterparse(stream):
            match element.tag.replace(_STRICT, _MAIN).removeprefix(_MAIN):
                case "row":
                    if element.get("hidden") in ("1", "true"):
                        layout.hidden.add(int(element.get("r", "0")))
                    layout.uncalculated.extend(_without_result(element))
                    element.clear()
                    watch.look()
                case "mergeCell":
                    layout.merged.append(range_boundaries(element.get("ref", "A1")))
    return layout


def _without_result(row: ElementTree.Element) -> Iterator[str]:
    """The cells whose formula has no result; an empty one counts only where the cell is said to hold text."""
    for cell in row:
        parts = {part.tag.rpartition("}")[2]: part.text for part in cell}
        if "f" in parts and not parts.get("v") and not ("v" in parts and cell.get("t") == "str"):
            yield cell.get("r", "")


def _spread(merged: Iterable[tuple[int, int, int, int]], grid: dict[int, list[str]]) -> None:
    """Write the text of each merged cell into every cell it covers, within the rows that are there."""
    for left, top, right, bottom in merged:
        corner = grid.get(top, [])
        if len(corner) < left or not corner[left - 1]:
            continue
        value = corner[left - 1]
        right = min(right, MAX_COLUMNS)
        rows = range(top, bottom + 1) if bottom - top < len(grid) else [row for row in grid if top <= row <= bottom]
        for cells in (grid[row] for row in rows if row in grid):
            cells.extend([""] * (right - len(cells)))
            cells[left - 1 : right] = [value] * (right - left + 1)


def _padded(grid: dict[int, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """All rows equally wide: a workbook has no short rows, only cells without content."""
    width = max(map(len, grid.values()), default=0)
    return ((number, cells + [""] * (width - len(cells))) for number, cells in sorted(grid.items()))


def _notes(grid: dict[int, list[str]], layout: _Layout, title: str, sheets: int) -> tuple[Text, ...]:
    notes = []
    if sheets > 1:
        notes.append(text("The sheet “{sheet}” was read; the others were not.", sheet=title))
    hidden = len(layout.hidden & grid.keys())
    if hidden:
        notes.append(plural_text("{count} hidden row was read too.", "{count} hidden rows were read too.", hidden))
    return tuple(notes)
