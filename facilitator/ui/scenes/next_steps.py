"""Next steps: what happens with the day's solutions once everybody has gone home, in the host's words."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.common.clock import Duration
from facilitator.ui.scenes.codes import paint_codes
from facilitator.ui.scenes.furniture import CONTENT, MEDIUM, TITLE, title, to_next_minute, top_line
from facilitator.ui.scenes.lettering import Style
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.points import lines_of, paint_points
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

TOP = 288.0
"""Where words and codes begin."""

CODES = (440.0, 336.0)
"""Edge of a single code and of each of two."""

_WORDS = Style(64, Tint.INK, MEDIUM, least=40)


class NextStepsScene:
    """The next steps for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The host's points, or what follows in any case; the page's code on the right."""
        tr = view.tr
        top_line(sheet, view)
        right = CONTENT.right()
        if view.address is not None:
            captions = (tr("The day on your phone"), tr("2. Open the page"))
            right = paint_codes(sheet, view, view.address, captions, TOP, CODES)
        title(sheet, tr("Next steps"), TITLE)
        area = QRectF(CONTENT.left(), TOP, right - CONTENT.left(), CONTENT.bottom() - TOP)
        usual = (
            tr("The follow-up group takes all solutions on."),
            tr("Would you like to be part of it? Talk to the hosts before you leave."),
        )
        paint_points(sheet, lines_of(view.state.event.next_steps or "\n".join(usual)), _WORDS, area, tr)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the clock at the top shows the next minute."""
        return to_next_minute(view)
