"""What a scene is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor, QPainter

from facilitator.common.clock import Duration
from facilitator.ui.scenes.view import SceneView


class Scene(Protocol):
    """A picture of the state at one moment, on the logical canvas of `canvas.py`."""

    @property
    def background(self) -> QColor:
        """The colour of the canvas and of whatever the screen has beside it."""
        ...

    def paint(self, painter: QPainter, view: SceneView) -> None:
        """Paint the whole picture in canvas coordinates; the background is there already."""
        ...

    def stays(self, view: SceneView) -> Duration | None:
        """How long the picture remains true if nothing happens; None means for good."""
        ...
