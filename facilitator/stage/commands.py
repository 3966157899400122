"""What can be asked of the projector."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.stage.model import SceneName


@frozen
class Show:
    """Put a scene on the projector; the other fields as in `View`."""

    scene: SceneName
    ballot: int | None = None
    sector: int | None = None
    question: str | None = None
    picture: int | None = None


@frozen
class Prepare:
    """Prepare the next scene while another is on show; without a scene, nothing is prepared any more."""

    scene: SceneName | None = None
    ballot: int | None = None
    sector: int | None = None
    question: str | None = None
    picture: int | None = None


@frozen
class Take:
    """Put the prepared scene on the projector."""


@frozen
class AddPicture:
    """Keep a picture in the event file, re-encoded by whoever sends it. The result is its id."""

    name: str
    data: bytes


@frozen
class RemovePicture:
    """Take a picture out of the event file."""

    picture: int


@frozen
class Blank:
    """Blank the projector, or bring back what was there before."""


@frozen
class Message:
    """Show a message to the room; an empty one takes it away."""

    text: str
