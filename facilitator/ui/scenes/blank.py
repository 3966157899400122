"""Nothing at all: the projector as dark as it can be."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter

from facilitator.common.clock import Duration
from facilitator.ui.scenes.palette import BLACK
from facilitator.ui.scenes.view import SceneView


class BlankScene:
    """Pure black."""

    @property
    def background(self) -> QColor:
        """Black beside the canvas, too."""
        return BLACK

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Leave the background as it is."""

    def stays(self, view: SceneView) -> Duration | None:
        """For good."""
        return None
