"""What follows, and when, at the foot of a scene."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.ui.scenes.day import Coming
from facilitator.ui.scenes.furniture import CONTENT, MEDIUM, SEMIBOLD, time_of_day
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

FOOT = QRectF(CONTENT.left(), 890, CONTENT.width(), 128)
"""Where it stands."""

LABEL = Style(38, Tint.SOFT, MEDIUM)
"""The word above it."""

WORDS = Style(60, Tint.INK, SEMIBOLD, least=44)
"""What it says."""


def paint_following(sheet: Sheet, view: SceneView, coming: Coming, area: QRectF = FOOT) -> None:
    """The item that follows, after its time."""
    foot(sheet, view.tr("Next"), time_of_day(view, coming.start), coming.item.title, area)


def foot(sheet: Sheet, label: str, figures: str, words: str, area: QRectF = FOOT) -> None:
    """A label above one line: figures in the accent of a calm clock, then words."""
    write(sheet, label, LABEL, QRectF(area.left(), area.top(), area.width(), 40))
    line = QRectF(area.left(), area.bottom() - 64, area.width(), 60)
    shift = width(figures, WORDS.figures()) + 36 if figures else 0
    if figures:
        write(sheet, figures, WORDS.figures().coloured(Tint.CALM), line)
    write(sheet, words, WORDS, line.adjusted(shift, 0, 0, 0))
