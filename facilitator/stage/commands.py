"""What can be asked of the projector."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.stage.model import SceneName


@dataclass(frozen=True, slots=True)
class Show:
    """Put a scene on the projector; `ballot` says which one for the scenes ballot and results."""

    scene: SceneName
    ballot: int | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """Blank the projector, or bring back what was there before."""


@dataclass(frozen=True, slots=True)
class Message:
    """Show a message to the room; an empty one takes it away."""

    text: str
