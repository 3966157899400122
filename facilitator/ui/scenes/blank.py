"""Nothing at all: the projector as dark as it can be."""

from __future__ import annotations

from facilitator.common.clock import Duration
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView


class BlankScene:
    """Pure black."""

    ground = Tint.BLACK

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """Leave the background as it is."""

    def stays(self, view: SceneView) -> Duration | None:
        """For good."""
        return None
