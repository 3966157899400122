"""What the projector is asked to show."""

from __future__ import annotations

from enum import StrEnum

from facilitator.common.frozen import frozen


class SceneName(StrEnum):
    """The scenes that a projector can show."""

    BLANK = "blank"
    CLOCK = "clock"
    AGENDA = "agenda"
    TEAMS = "teams"
    BALLOT = "ballot"
    RESULTS = "results"
    MESSAGE = "message"


@frozen
class Stage:
    """The scene on show.

    `ballot` says which one the scenes ballot and results show; None means the one opened or revealed last. `message`
    is kept while other scenes are shown. `before_blank` is what a second press of the blank key brings back.
    """

    scene: SceneName = SceneName.CLOCK
    ballot: int | None = None
    message: str = ""
    before_blank: SceneName | None = None
