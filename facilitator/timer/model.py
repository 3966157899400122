"""What runs now, and what has run so far today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.clock import Duration, Instant, Moment, minutes, seconds
from facilitator.common.frozen import frozen


@frozen
class Running:
    """The item on the clock.

    `started` is when its countdown began, on both clocks; `added` what the host gave or took; `paused` the sum of the
    pauses that have ended; `paused_at` when the present pause began. `end_done` says that what the item does at zero
    has been done, or passed over by the host, and is not to be done again.
    """

    item: int
    started: Moment
    length: Duration
    added: Duration = Duration(0)
    paused: Duration = Duration(0)
    paused_at: Moment | None = None
    end_done: bool = False


@frozen
class Actual:
    """When an item really started and ended; `ended` is empty while it runs."""

    item: int
    started: Instant
    ended: Instant | None = None


class PitchPhase(StrEnum):
    """What a team's turn consists of; it begins with the change-over, but for whoever opens the pitches."""

    CHANGE_OVER = "change-over"
    """The team has been called and comes to the stage."""
    PITCH = "pitch"
    QUESTIONS = "questions"


@frozen
class Pitching:
    """The team whose turn it is: the phase, when it began on both clocks, and how long it may take.

    `paused` and `paused_at` as in `Running`: the phase is held together with the item.
    """

    team: int
    phase: PitchPhase
    started: Moment
    length: Duration
    paused: Duration = Duration(0)
    paused_at: Moment | None = None


@frozen
class PitchTimes:
    """How long each phase of a turn takes; `pitch` None means an equal share of the time that the item has left."""

    pitch: Duration | None = None
    questions: Duration = minutes(1)
    change_over: Duration = seconds(30)


@frozen
class PitchQueue:
    """The teams' order on the stage (pitchordning).

    `waiting` are team numbers, next one first. `seed` is what the order was drawn by lot with, None if it was set by
    hand. `done` and `absent` (called, not there) are in the order in which it happened.
    """

    waiting: tuple[int, ...] = ()
    now: Pitching | None = None
    done: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    seed: int | None = None
    times: PitchTimes = PitchTimes()

    @property
    def left(self) -> int:
        """How many teams have yet to pitch, the one on stage not counted."""
        return len(self.waiting)

    @property
    def teams(self) -> frozenset[int]:
        """Every team that the queue knows."""
        return frozenset((*self.waiting, *self.done, *self.absent, *((self.now.team,) if self.now else ())))


@frozen
class Steering:
    """Who gave the clock its latest command, and when: `by` is the console or the name that a second host gave."""

    by: str
    at: Instant


@frozen
class Run:
    """The run of the day: the running item, if any, and the times of those that have run.

    `beside` are the items that run on tracks of their own beside the plenary; `pitches` the teams' order on the stage.
    """

    running: Running | None = None
    actuals: Mapping[int, Actual] = field(default_factory=dict)
    ended_at: Instant | None = None
    beside: tuple[Running, ...] = ()
    pitches: PitchQueue = PitchQueue()
    steering: Steering | None = None

    @property
    def begun(self) -> bool:
        """Whether the event's first day has been started."""
        return bool(self.actuals)

    @property
    def clocks(self) -> tuple[Running, ...]:
        """Everything that runs: the plenary's item first, then those beside it."""
        return (*((self.running,) if self.running else ()), *self.beside)

    def clock(self, item: int | None) -> Running | None:
        """The clock that an item runs on, or without one the plenary's; None if it does not run."""
        if item is None:
            return self.running
        return next((clock for clock in self.clocks if clock.item == item), None)
