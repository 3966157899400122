"""A long list of names with their tables, in columns, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.ui.scenes import paging
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, TITLE, title, to_next_minute
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.seating import Seat
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

ROWS = QRectF(CONTENT.left(), 268, CONTENT.width(), 748)
"""The rows' place."""

MOST_COLUMNS = 3
"""More of them leave no room for names."""

_ROW = 62.0
_TALL_ROW = 84.0
_GAP = 72.0
_TABLE_SHARE = 0.42
_BETWEEN = 24.0
_NAME = Style(44, Tint.INK, MEDIUM)
_TABLE = Style(44, Tint.ACCENT, BOLD)
_PAGE = Style(38, Tint.SOFT, MEDIUM, tabular=True)


@frozen
class Columns:
    """How a list is laid out: columns and rows on a page, and a row's height."""

    columns: int
    rows: int
    height: float

    @property
    def seats(self) -> int:
        """Names on a page."""
        return self.columns * self.rows


def columns(count: int) -> Columns:
    """The layout for so many names: as few columns as hold them on one page, and pages of like length."""
    tall, rows = int(ROWS.height() / _TALL_ROW), int(ROWS.height() / _ROW)
    for number in range(1, MOST_COLUMNS + 1):
        if count <= number * tall:
            return Columns(number, max(1, -(-count // number)), _TALL_ROW)
    pages = -(-count // (MOST_COLUMNS * rows))
    rows = -(-count // (pages * MOST_COLUMNS))
    return Columns(MOST_COLUMNS, rows, ROWS.height() / rows)


def paint_names(sheet: Sheet, view: SceneView, words: str, seats: Sequence[Seat]) -> None:
    """The title, and the names of the page whose turn it is."""
    layout = columns(len(seats))
    pages = -(-len(seats) // layout.seats)
    number = paging.page(pages, view.now)
    shown = seats[number * layout.seats : (number + 1) * layout.seats]
    place = TITLE
    if pages > 1:
        label = view.tr(
            "{first}–{last}  ·  page {page} of {pages}",
            first=shown[0].letter,
            last=shown[-1].letter,
            page=number + 1,
            pages=pages,
        )
        block = write(sheet, label, _PAGE, TITLE, Qt.AlignmentFlag.AlignRight)
        place = TITLE.adjusted(0, 0, -block.width - _BETWEEN, 0)
    title(sheet, words, place)
    across = (ROWS.width() - _GAP * (layout.columns - 1)) / layout.columns
    names = _NAME.sized(56) if layout.height >= _TALL_ROW else _NAME
    tables = _TABLE.sized(names.size)
    room = across * _TABLE_SHARE
    widest = max((fit(seat.table, tables, room).width for seat in seats), default=0.0)
    for index, seat in enumerate(shown):
        column, row = divmod(index, layout.rows)
        left, top = ROWS.left() + column * (across + _GAP), ROWS.top() + row * layout.height
        line = QRectF(left, top, across, layout.height)
        if row:
            sheet.box(QRectF(left, top - 1, across, 2), Tint.TRACK)
        write(sheet, seat.name, names, line.adjusted(0, 0, -widest - _BETWEEN, 0))
        table = line.adjusted(across - widest - 1, 0, 0, 0)
        if seat.table:
            write(sheet, seat.table, tables, table, Qt.AlignmentFlag.AlignRight)


def stays(view: SceneView, count: int) -> Duration:
    """Until the page turns or the clock at the top shows the next minute."""
    pages = -(-count // columns(count).seats) if count else 1
    turns = paging.stays(pages, view.now)
    return to_next_minute(view) if turns is None else min(turns, to_next_minute(view))
