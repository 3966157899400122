"""How what the room sees changes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.stage.model import SceneName, Stage, View

LONGEST_MESSAGE = 200
"""Characters; more than this cannot be read from the back of the room."""

_OF_BALLOTS = (SceneName.BALLOT, SceneName.RESULTS)


def tidy(view: View) -> View:
    """The view with only what its scene can show."""
    scene = view.scene
    return View(
        scene,
        ballot=view.ballot if scene in _OF_BALLOTS else None,
        sector=view.sector if scene is SceneName.TEAMS else None,
        question=view.question if scene is SceneName.QUESTION else None,
        picture=view.picture if scene is SceneName.PICTURE else None,
    )


def show(stage: Stage, view: View) -> Stage:
    """Put a view on show; showing the blank scene is the same as blanking."""
    if view.scene is SceneName.BLANK:
        return stage if stage.scene is SceneName.BLANK else blank(stage)
    wanted = tidy(view)
    return replace(
        stage,
        scene=wanted.scene,
        ballot=wanted.ballot,
        sector=wanted.sector,
        question=wanted.question,
        picture=wanted.picture,
        before_blank=None,
    )


def prepare(stage: Stage, view: View | None) -> Stage:
    """Have a view ready to be taken, or nothing any more; what is on show stays."""
    return replace(stage, prepared=None if view is None else tidy(view))


def take(stage: Stage) -> Stage:
    """Put the prepared view on show; nothing is prepared after that.

    Raises:
        UserError: nothing is prepared.
    """
    if stage.prepared is None:
        raise UserError(
            text("No scene is prepared; the room still sees what it saw."), text("Prepare one, then take it.")
        )
    return replace(show(stage, stage.prepared), prepared=None)


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
        return replace(show(stage, View(SceneName.MESSAGE)), message=words)
    scene = SceneName.CLOCK if stage.scene is SceneName.MESSAGE else stage.scene
    return replace(stage, scene=scene, message="")
