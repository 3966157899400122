"""The agenda, with what runs now and what is next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.desk.rundown import ItemState, Row, Rundown, rundown
from facilitator.ui.scenes import marks
from facilitator.ui.scenes.furniture import (
    BOLD,
    CONTENT,
    MEDIUM,
    SEMIBOLD,
    TITLE,
    note,
    panel,
    time_of_day,
    title,
    top_line,
)
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

MOST_ROWS = 12
"""More rows than this would be too small for the back of the room."""

ROWS = QRectF(CONTENT.left(), 256, CONTENT.width(), 768)
"""The rows' place."""

_TALLEST = 92.0
_KEPT_ABOVE = 3
_MARK = 34.0
_INSET = 28.0
_TIME_WIDTH = 150.0
_WORD_WIDTH = 190.0
_SECOND_MS = 1000

_PLAIN = Style(44, Tint.INK, MEDIUM)
_PAST = _PLAIN.coloured(Tint.SOFT)
_NOW = Style(46, Tint.STRONG, BOLD)
_WORD = Style(38, Tint.ACCENT, SEMIBOLD)


class AgendaScene:
    """The agenda for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """All items, or as many round the present one as can be read."""
        top_line(sheet, view)
        title(sheet, view.tr("Agenda"))
        seen = rundown(view.state, view.now)
        rows = _today(seen)
        if not rows:
            note(sheet, view.tr("There is no agenda yet."), ROWS)
            return
        first = window(len(rows), _present(rows))
        shown = rows[first : first + MOST_ROWS]
        write(
            sheet,
            _summary(view, seen, len(rows), first, len(shown)),
            _PAST.figures(),
            TITLE,
            Qt.AlignmentFlag.AlignRight,
        )
        height = min(_TALLEST, ROWS.height() / len(shown))
        for index, row in enumerate(shown):
            _row(sheet, view, row, QRectF(ROWS.left(), ROWS.top() + index * height, ROWS.width(), height))

    def stays(self, view: SceneView) -> Duration | None:
        """Until the next second: expected times move while the clock is paused or over."""
        return Duration(_SECOND_MS - view.now.wall % _SECOND_MS)


def window(count: int, present: int) -> int:
    """The first row to show of `count`, so that `present` and what follows it are seen."""
    return max(0, min(present - _KEPT_ABOVE, count - MOST_ROWS))


def _today(seen: Rundown) -> list[Row]:
    """What the room is to know of: the items that will run or have, of the day that it is in."""
    return [row for row in seen.today() if row.state not in (ItemState.CUT, ItemState.PASSED)]


def _summary(view: SceneView, seen: Rundown, count: int, first: int, shown: int) -> str:
    """Which part of the agenda is seen, if not all of it, and when the day will end: a range if that is open."""
    said = []
    if shown < count:
        said.append(view.tr("{first}–{last} of {count}", first=first + 1, last=first + shown, count=count))
    if seen.outlook is not None and not seen.ended:
        earliest, latest = (time_of_day(view, end) for end in (seen.outlook.earliest, seen.outlook.latest))
        words = view.tr("ends {earliest}–{latest}", earliest=earliest, latest=latest)
        said.append(words if earliest != latest else view.tr("ends about {time}", time=latest))
    return "  ·  ".join(said)


def _present(rows: list[Row]) -> int:
    for wanted in (ItemState.RUNNING, ItemState.NEXT):
        for index, row in enumerate(rows):
            if row.state is wanted:
                return index
    return len(rows) - 1


def _row(sheet: Sheet, view: SceneView, row: Row, area: QRectF) -> None:
    now, following = row.state is ItemState.RUNNING, row.state is ItemState.NEXT
    if now:
        panel(sheet, area.adjusted(-_INSET, 3, _INSET, -3), Tint.PANEL, 14)
        sheet.box(QRectF(area.left() - _INSET, area.top() + 12, 8, area.height() - 24), Tint.ACCENT)
    mark = QRectF(area.left(), area.center().y() - _MARK / 2, _MARK, _MARK)
    if now:
        sheet.fill(marks.go(mark), Tint.ACCENT)
    elif row.state is ItemState.DONE:
        sheet.outline(marks.tick(mark), Tint.SOFT, _MARK * 0.14)
    style = _NOW if now else _PAST if row.state is ItemState.DONE else _PLAIN
    left = area.left() + _MARK + _INSET
    write(sheet, _start(view, row), style.figures(), QRectF(left, area.top(), _TIME_WIDTH, area.height()))
    words = QRectF(left + _TIME_WIDTH, area.top(), area.right() - left - _TIME_WIDTH, area.height())
    if now or following:
        word = view.tr("Now") if now else view.tr("Next")
        label = _WORD.coloured(Tint.ACCENT if now else Tint.CALM)
        write(sheet, word, label, words, Qt.AlignmentFlag.AlignRight)
        words.setRight(words.right() - min(_WORD_WIDTH, width(word, label)) - _INSET)
    track = row.item.track
    write(sheet, f"{track} · {row.item.title}" if track else row.item.title, style, words)


def _start(view: SceneView, row: Row) -> str:
    if row.actual_start is not None:
        return time_of_day(view, row.actual_start)
    return time_of_day(view, row.scheduled.start if row.expected is None else row.expected.start)
