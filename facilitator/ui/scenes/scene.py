"""What a scene is."""

from __future__ import annotations

from typing import Protocol

from facilitator.common.clock import Duration
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView


class Scene(Protocol):
    """A picture of the state at one moment, on the logical canvas of `canvas.py`."""

    @property
    def ground(self) -> Tint:
        """The colour of the canvas and of whatever the screen has beside it."""
        ...

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """Paint the whole picture in canvas coordinates; the background is there already."""
        ...

    def stays(self, view: SceneView) -> Duration | None:
        """How long the picture remains true if nothing happens; None means for good."""
        ...
