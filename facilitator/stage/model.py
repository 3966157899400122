"""What the projector is asked to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.frozen import frozen


class SceneName(StrEnum):
    """The scenes that a projector can show."""

    BLANK = "blank"
    WELCOME = "welcome"
    CLOCK = "clock"
    AGENDA = "agenda"
    TEAMS = "teams"
    FIND_TABLE = "find-table"
    QUESTION = "question"
    PITCH = "pitch"
    BALLOT = "ballot"
    RESULTS = "results"
    NEXT_STEPS = "next-steps"
    MESSAGE = "message"
    PICTURE = "picture"


@frozen
class View:
    """A scene with what it is to show.

    `ballot` is for the scenes ballot and results (None: the one opened or revealed last), `sector` for the teams scene
    (None: all of them), `question` (a code) for the question of the day, `picture` for the picture.
    """

    scene: SceneName
    ballot: int | None = None
    sector: int | None = None
    question: str | None = None
    picture: int | None = None


@frozen
class Picture:
    """A picture that the event file holds: a slide, a map, a logo. `data` is the re-encoded image, PNG or JPEG."""

    id: int
    name: str
    data: bytes = field(repr=False)


@frozen
class Stage:
    """The scene on show, with what it shows as in `View`.

    `message` is kept while other scenes are shown. `before_blank` is what a second press of the blank key brings back.
    `prepared` is the next scene, ready to be taken.
    """

    scene: SceneName = SceneName.CLOCK
    ballot: int | None = None
    message: str = ""
    before_blank: SceneName | None = None
    sector: int | None = None
    question: str | None = None
    picture: int | None = None
    prepared: View | None = None
    pictures: Mapping[int, Picture] = field(default_factory=dict)

    @property
    def view(self) -> View:
        """What is on show now."""
        return View(self.scene, self.ballot, self.sector, self.question, self.picture)
