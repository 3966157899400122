"""How what the room sees changes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.stage.model import SceneName, Stage

LONGEST_MESSAGE = 200
"""Characters; more than this cannot be read from the back of the room."""


def show(stage: Stage, scene: SceneName, ballot: int | None) -> Stage:
    """Put a scene on show."""
    return replace(stage, scene=scene, ballot=ballot, before_blank=None)


def blank(stage: Stage) -> Stage:
    """Blank the screen, or bring back what was there before the blank."""
    if stage.scene is SceneName.BLANK:
        return replace(stage, scene=stage.before_blank or SceneName.CLOCK, before_blank=None)
    return replace(stage, scene=SceneName.BLANK, before_blank=stage.scene)


def message(stage: Stage, words: str) -> Stage:
    """Show a message; an empty one takes it away and brings the clock back.

    Raises:
        UserError: the message is longer than a room can read.
    """
    words = words.strip()
    if len(words) > LONGEST_MESSAGE:
        raise UserError(
            text("The message has {count} characters; a room can read {most}.", count=len(words), most=LONGEST_MESSAGE),
            text("Shorten it."),
        )
    if words:
        return replace(stage, scene=SceneName.MESSAGE, message=words, before_blank=None)
    scene = SceneName.CLOCK if stage.scene is SceneName.MESSAGE else stage.scene
    return replace(stage, scene=scene, message="")
