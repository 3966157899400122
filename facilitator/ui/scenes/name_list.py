"""A long list of names with their tables, in columns, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.ui.scenes import paging
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, TITLE, title, to_next_minute
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, fit, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.seating import Seat
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

ROWS = QRectF(CONTENT.left(), 300, CONTENT.width(), 716)
"""The rows' place."""

MOST_COLUMNS = 3
"""More of them leave no room for names."""

_ROW = 62.0
_TALL_ROW = 79.0
_GAP = 64.0
_TABLE_SHARE = 0.42
_BETWEEN = 24.0
_LARGEST, _SMALLER = 56, 46
_FITTING = 0.9
"""The share of names that must fit whole: a single endless one is no reason to make everybody else's page longer."""
_NAME = Style(_SMALLER, Tint.INK, MEDIUM)
_TABLE = Style(_SMALLER, Tint.ACCENT, BOLD)
_PAGE = Style(38, Tint.SOFT, MEDIUM, tabular=True)


@frozen
class Columns:
    """How a list is laid out: columns and rows on a page, a row's height, and the largest size of its text."""

    columns: int
    rows: int
    height: float
    size: int

    @property
    def seats(self) -> int:
        """Names on a page."""
        return self.columns * self.rows

    @property
    def across(self) -> float:
        """The width of a column."""
        return (ROWS.width() - _GAP * (self.columns - 1)) / self.columns


def columns(seats: Sequence[Seat]) -> Columns:
    """The layout for these names: as few columns as hold them on one page, and otherwise pages of like length."""
    count, most = len(seats), _most_columns(seats)
    tall, low = int(ROWS.height() / _TALL_ROW), int(ROWS.height() / _ROW)
    for number in range(1, most + 1):
        if count <= number * tall:
            return Columns(number, max(1, -(-count // number)), _TALL_ROW, _LARGEST)
    pages = -(-count // (most * low))
    rows = max(tall, -(-count // (pages * most)))
    return Columns(most, rows, ROWS.height() / rows, _SMALLER)


def _most_columns(seats: Sequence[Seat]) -> int:
    """As many columns as leave room for most of the names at the least size."""
    least = _NAME.sized(_NAME.least)
    widths = sorted(width(seat.name, least) for seat in seats)
    typical = widths[int(len(widths) * _FITTING)] if widths else 0.0
    for number in range(MOST_COLUMNS, 1, -1):
        layout = Columns(number, 1, _ROW, _NAME.least)
        if typical <= layout.across - _table_width(seats, layout) - _BETWEEN:
            return number
    return 1


def _table_width(seats: Sequence[Seat], layout: Columns) -> float:
    style, room = _TABLE.sized(layout.size), layout.across * _TABLE_SHARE
    return max((fit(table, style, room).width for table in {seat.table for seat in seats}), default=0.0)


def paint_names(sheet: Sheet, view: SceneView, words: str, seats: Sequence[Seat]) -> None:
    """The title, and the names of the page whose turn it is, all in one size but for endless ones."""
    layout = columns(seats)
    pages = -(-len(seats) // layout.seats)
    number = paging.page(pages, view.now)
    shown = seats[number * layout.seats : (number + 1) * layout.seats]
    _heading(sheet, view, words, (shown[0].letter, shown[-1].letter), (number + 1, pages))
    tables = _table_width(seats, layout)
    room = layout.across - tables - _BETWEEN
    names = _NAME.sized(layout.size)
    sizes = sorted(fit(seat.name, names, room).size for seat in seats)
    names = names.sized(sizes[int(len(sizes) * (1 - _FITTING))])
    numbers = _TABLE.sized(names.size)
    if seats[0].plain:
        _table_words(sheet, view, layout, -(-len(shown) // layout.rows))
    for index, seat in enumerate(shown):
        column, row = divmod(index, layout.rows)
        left, top = ROWS.left() + column * (layout.across + _GAP), ROWS.top() + row * layout.height
        line = QRectF(left, top, layout.across, layout.height)
        if row:
            sheet.box(QRectF(left, top - 1, layout.across, 2), Tint.TRACK)
        write(sheet, seat.name, names, line.adjusted(0, 0, -tables - _BETWEEN, 0))
        if seat.table:
            place = line.adjusted(layout.across - tables - 1, 0, 0, 0)
            write(sheet, seat.table, numbers, place, Qt.AlignmentFlag.AlignRight)


def _table_words(sheet: Sheet, view: SceneView, layout: Columns, used: int) -> None:
    """What the numbers are, above each column that has some."""
    for column in range(used):
        left = ROWS.left() + column * (layout.across + _GAP)
        line = QRectF(left, ROWS.top() - 44, layout.across, 32)
        write(sheet, view.tr("Table"), _PAGE, line, Qt.AlignmentFlag.AlignRight)


def _heading(sheet: Sheet, view: SceneView, words: str, letters: tuple[str, str], page: tuple[int, int]) -> None:
    """The title, and which letters are on this page of how many."""
    (first, last), (number, pages) = letters, page
    place = TITLE
    if pages > 1:
        span = first if first == last else f"{first}–{last}"
        label = view.tr("Page {page} of {pages}", page=number, pages=pages)
        block = write(sheet, f"{span}  ·  {label}", _PAGE, TITLE, Qt.AlignmentFlag.AlignRight)
        place = TITLE.adjusted(0, 0, -block.width - _BETWEEN, 0)
    title(sheet, words, place)


def stays(view: SceneView, seats: Sequence[Seat]) -> Duration:
    """Until the page turns or the clock at the top shows the next minute."""
    pages = -(-len(seats) // columns(seats).seats)
    turns = paging.stays(pages, view.now)
    return to_next_minute(view) if turns is None else min(turns, to_next_minute(view))
