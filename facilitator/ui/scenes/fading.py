"""The calm way from one scene to the next: the new one is there at once, and what was there before fades over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from facilitator.common.clock import Duration, Moment, elapsed
from facilitator.common.frozen import frozen
from facilitator.stage.model import SceneName
from facilitator.ui.scenes.canvas import paint_scene
from facilitator.ui.scenes.view import SceneView

LENGTH = Duration(200)
"""Milliseconds from the first frame of the new scene to the last trace of the old one."""

FRAME = Duration(16)
"""Milliseconds between two frames of it."""

_BEGIN = 0.7
"""How much of the old scene is seen at first; the new one must be recognised in its first frame."""


@frozen
class Fading:
    """What was on show, as a picture, and since when it has been fading."""

    before: QPixmap
    since: Moment

    def opacity(self, now: Moment) -> float:
        """How much of it is still seen: a fifth of that at first when half of the time has gone by, then nothing."""
        gone = elapsed(self.since, now) / LENGTH
        return 0.0 if not 0 <= gone < 1 else _BEGIN * (1 - gone) ** 2


def changes(before: SceneView, after: SceneView) -> bool:
    """Whether the room sees another scene, so that one fades into the other. Blank is always a cut."""
    old, new = before.state.stage, after.state.stage
    if SceneName.BLANK in (old.scene, new.scene):
        return False
    looks = before.state.event.branding != after.state.event.branding
    words = new.scene is SceneName.MESSAGE and old.message != new.message
    return looks or words or old.view != new.view


def snapshot(view: SceneView, area: QRectF, ratio: float) -> QPixmap:
    """The view as it was last shown, on a surface of this size and so many device pixels to each of its pixels."""
    kept = QPixmap(round(area.width() * ratio), round(area.height() * ratio))
    kept.setDevicePixelRatio(ratio)
    painter = QPainter(kept)
    paint_scene(painter, area, view)
    painter.end()
    return kept
