"""The welcome: whose day it is, where, how a phone gets here, and what begins when."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.ui.scenes import day as days
from facilitator.ui.scenes.codes import paint_codes
from facilitator.ui.scenes.following import FOOT, paint_following
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, wall_clock
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.pictures import fitted, paint_picture
from facilitator.ui.scenes.points import lines_of, paint_points
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

TOP = 152.0
"""Where words and codes begin."""

CODES = (440.0, 336.0)
"""Edge of a single code and of each of two: one is scanned from a few steps away, on the way in."""

_LOGO = QRectF(CONTENT.left(), TOP, 560, 140)
_TITLE = Style(120, Tint.STRONG, BOLD, least=64)
_PLACE = Style(52, Tint.SOFT, MEDIUM, least=40)
_WORDS = Style(60, Tint.INK, MEDIUM, least=38)
_TITLE_HEIGHT = 300.0


class WelcomeScene:
    """The welcome for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """Logo, title, place and the host's words on the left, codes on the right, what is next at the foot."""
        event, tr = view.state.event, view.tr
        wall_clock(sheet, view)
        right = CONTENT.right()
        if view.address is not None:
            captions = (tr("The day on your phone"), tr("2. Open the page"))
            right = paint_codes(sheet, view, view.address, captions, TOP, CODES)
        coming = days.day(view).next
        bottom = FOOT.top() - 40 if coming is not None else CONTENT.bottom()
        area = QRectF(CONTENT.left(), _logo(sheet, view), right - CONTENT.left(), 0)
        area.setBottom(bottom)
        points = lines_of(event.welcome)
        title = fit(event.title.strip() or tr("Welcome"), _TITLE, area.width(), 3, _TITLE_HEIGHT)
        put(sheet, title, _TITLE, area, Qt.AlignmentFlag.AlignLeft)
        area.setTop(area.top() + title.height + 44)
        if event.place.strip():
            write(sheet, event.place, _PLACE, QRectF(area.left(), area.top(), area.width(), 52))
            area.setTop(area.top() + 52)
        if points:
            area.setTop(area.top() + 44)
            paint_points(sheet, points, _WORDS, area, tr)
        if coming is not None:
            paint_following(sheet, view, coming)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the clock shows another second: what is next moves with it."""
        return days.stays(view)


def _logo(sheet: Sheet, view: SceneView) -> float:
    """Tells where the words below it begin."""
    place = None if view.logo is None else fitted(view.logo, _LOGO, Qt.AlignmentFlag.AlignLeft)
    if view.logo is None or place is None:
        sheet.box(QRectF(CONTENT.left(), TOP, 120, 10), Tint.ACCENT)
        return TOP + 56
    paint_picture(sheet, view.logo, place)
    return _LOGO.bottom() + 48
