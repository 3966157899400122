"""The teams."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter

from facilitator.common.clock import Duration
from facilitator.ui.scenes.palette import NIGHT
from facilitator.ui.scenes.view import SceneView


class TeamsScene:
    """The teams for the room."""

    background: QColor = NIGHT

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Paint it."""

    def stays(self, view: SceneView) -> Duration | None:
        """For good."""
        return None
