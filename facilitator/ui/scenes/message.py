"""A message to the room, as large as it fits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.ui.scenes.furniture import BOLD, CONTENT
from facilitator.ui.scenes.ink import put
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

AREA = CONTENT.adjusted(40, 90, -40, -90)
"""The message's place: a message that fills the canvas to its edge is hard to read."""

_STYLE = Style(152, Tint.STRONG, BOLD, least=56)
_MOST_LINES = 8


class MessageScene:
    """The message for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The words in the middle, a short accent above them; nothing at all while there is no message."""
        words = view.state.stage.message.strip()
        if not words:
            return
        block = fit(words, _STYLE, AREA.width(), _MOST_LINES, AREA.height(), even=True)
        top = AREA.center().y() - block.height / 2
        sheet.box(QRectF(AREA.center().x() - 60, top - 76, 120, 10), Tint.ACCENT)
        put(sheet, block, _STYLE, QRectF(AREA.left(), top, AREA.width(), 0), Qt.AlignmentFlag.AlignHCenter)

    def stays(self, view: SceneView) -> Duration | None:
        """For good."""
        return None
