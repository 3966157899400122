"""What several scenes have in common: margins, the line at the top, the title, bars, a note in an empty scene."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath

from facilitator.common.clock import Duration, Instant, to_datetime
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.pictures import fitted, paint_picture
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

MARGIN = 96.0
"""Free space at the left and the right of the canvas."""

CONTENT = QRectF(MARGIN, 64, 1920 - 2 * MARGIN, 952)
"""The part of the canvas that is written on."""

TOP_LINE = QRectF(CONTENT.left(), CONTENT.top(), CONTENT.width(), 40)
"""The event's title and the time of day."""

TITLE = QRectF(CONTENT.left(), 136, CONTENT.width(), 92)
"""A scene's own title."""

BOLD, SEMIBOLD, MEDIUM = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Medium

TITLE_STYLE = Style(80, Tint.STRONG, BOLD, least=52)
"""A scene's own title."""

SMALL = Style(38, Tint.SOFT, MEDIUM)
"""The least that the room must be able to read."""

_TIME = Style(38, Tint.INK, MEDIUM, tabular=True)
_CLOCK_WIDTH = 140.0
_MINUTE_MS = 60_000
_LOGO = QRectF(CONTENT.left(), 52, 300, 64)
_CHIP = Style(38, Tint.ACCENT, SEMIBOLD)


def time_of_day(view: SceneView, instant: Instant) -> str:
    """Local time as HH:MM."""
    return f"{to_datetime(instant, view.state.event.timezone):%H:%M}"


def to_next_minute(view: SceneView) -> Duration:
    """How long the time of day stays as it is shown."""
    return Duration(_MINUTE_MS - view.now.wall % _MINUTE_MS)


def top_line(sheet: Sheet, view: SceneView) -> None:
    """The event's logo and title on the left, the time of day on the right."""
    left = QRectF(TOP_LINE.left(), TOP_LINE.top(), TOP_LINE.width() - _CLOCK_WIDTH - MARGIN, TOP_LINE.height())
    logo = None if view.logo is None else fitted(view.logo, _LOGO, Qt.AlignmentFlag.AlignLeft)
    if view.logo is not None and logo is not None:
        paint_picture(sheet, view.logo, logo)
        left.setLeft(logo.right() + 28)
    if view.state.event.title.strip():
        write(sheet, view.state.event.title, SMALL, left)
    wall_clock(sheet, view)


def wall_clock(sheet: Sheet, view: SceneView) -> None:
    """The time of day on the right."""
    right = QRectF(TOP_LINE.right() - _CLOCK_WIDTH, TOP_LINE.top(), _CLOCK_WIDTH, TOP_LINE.height())
    write(sheet, time_of_day(view, view.now.wall), _TIME, right, Qt.AlignmentFlag.AlignRight)


def title(sheet: Sheet, words: str, area: QRectF = TITLE) -> None:
    """A scene's own title, on one line."""
    write(sheet, words, TITLE_STYLE, area)


def bar(sheet: Sheet, area: QRectF, share: float, tint: Tint, track: Tint | None = Tint.TRACK) -> None:
    """A bar filled from the left to `share`, 0…1; a filled part is never too short to be seen."""
    radius = min(area.height() / 2, 12)
    if track is not None:
        sheet.fill(rounded(area, radius), track)
    if share > 0:
        width = max(area.height() if track is not None else 2 * radius, area.width() * min(1.0, share))
        sheet.fill(rounded(QRectF(area.left(), area.top(), width, area.height()), radius), tint)


def panel(sheet: Sheet, area: QRectF, tint: Tint, radius: float = 20) -> None:
    """A plain area with round corners."""
    sheet.fill(rounded(area, radius), tint)


def chip(sheet: Sheet, words: str, left: float, top: float) -> float:
    """A word in an outlined pill; tells where it ends below."""
    block = fit(words, _CHIP, CONTENT.right() - left - 48)
    area = QRectF(left, top, block.width + 48, 62)
    sheet.outline(rounded(area, 31), Tint.ACCENT, 3)
    write(sheet, words, _CHIP, area.adjusted(24, 0, -23, 0))
    return area.bottom()


def note(sheet: Sheet, words: str, area: QRectF, style: Style | None = None) -> None:
    """A calm sentence in the middle of an area that would otherwise be empty."""
    chosen = style or Style(60, Tint.SOFT, MEDIUM, least=40)
    block = fit(words, chosen, area.width(), 3, area.height(), even=True)
    top = area.center().y() - block.height / 2
    put(sheet, block, chosen, QRectF(area.left(), top, area.width(), block.height), Qt.AlignmentFlag.AlignHCenter)


def rounded(area: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path
