"""A picture of the event file: a slide, a map."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.common.clock import Duration
from facilitator.ui.scenes.furniture import CONTENT, note
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.pictures import fitted, paint_picture
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

WHOLE = QRectF(0, 0, 1920, 1080)
"""The canvas: a picture may fill it to its edges."""


class PictureScene:
    """The picture for the room."""

    ground = Tint.BLACK

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The whole picture as large as it fits, black beside it."""
        number = view.state.stage.picture
        picture = None if number is None else view.state.stage.pictures.get(number)
        place = None if picture is None else fitted(picture, WHOLE)
        if picture is not None and place is not None:
            paint_picture(sheet, picture, place)
            return
        sheet.box(WHOLE, Tint.GROUND)
        words = view.tr("There is no picture to show.") if picture is None else view.tr("This picture cannot be shown.")
        note(sheet, words, CONTENT)

    def stays(self, view: SceneView) -> Duration | None:
        """For good."""
        return None
