"""What can be asked of the projector."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.stage.model import SceneName


@frozen
class Show:
    """Put a scene on the projector; `ballot` says which one for the scenes ballot and results."""

    scene: SceneName
    ballot: int | None = None


@frozen
class Blank:
    """Blank the projector, or bring back what was there before."""


@frozen
class Message:
    """Show a message to the room; an empty one takes it away."""

    text: str
