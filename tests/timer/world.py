"""A world with a true time, in which clocks are set, computers sleep and restart, and programs are opened anew.

It is the oracle for countdowns: it adds up true time only, and knows nothing of the program's moments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

import msgspec

from facilitator.common.clock import Instant, Moment, Monotonic, from_datetime, seconds
from facilitator.timer.model import Run

HOUR = 3_600_000

BEGINNINGS = tuple(
    from_datetime(datetime.fromisoformat(at).replace(tzinfo=UTC))
    for at in (
        "2026-05-20T07:00",  # an ordinary morning
        "2026-05-20T21:30",  # 23:30 in Stockholm: over midnight
        "2026-12-31T22:45",  # over New Year
        "2026-03-29T00:20",  # 01:20 in Stockholm: 02:00 becomes 03:00
        "2026-10-25T00:20",  # 02:20 in Stockholm: 03:00 becomes 02:00
    )
)


@dataclass
class World:
    """True time in milliseconds, and the clocks that a program can read."""

    true: int
    wall_error: int = 0
    booted: int = 0
    boots: int = 1

    def now(self) -> Moment:
        """What the program reads."""
        wall = Instant(self.true + self.wall_error)
        return Moment(wall, Monotonic(self.true - self.booted), f"boot-{self.boots}")

    def reboot(self) -> None:
        """The monotonic clock begins anew."""
        self.booted = self.true
        self.boots += 1


@dataclass
class Countdown:
    """What a countdown ought to show, by true time.

    Across a restart of the computer only the wall clock is left, so what it was set by since the last command shows;
    `misled` is the sum of that, and nothing else may ever be wrong.
    """

    world: World
    length: int
    running_since: int | None
    active: int = 0
    added: int = 0
    misled: int = 0
    read_at: tuple[int, int] = (1, 0)

    def touched(self) -> None:
        """A command read both clocks anew."""
        self.misled += self.misleading()
        self.read_at = (self.world.boots, self.world.wall_error)

    def misleading(self) -> int:
        """How far the wall clock leads astray since the last command."""
        boots, error = self.read_at
        return self.world.wall_error - error if self.running_since is not None and boots != self.world.boots else 0

    def remaining(self) -> int:
        """What is left, in milliseconds."""
        since = 0 if self.running_since is None else self.world.true - self.running_since
        return self.length + self.added - self.active - since - self.misled - self.misleading()

    def pause(self) -> None:
        """The clock is held."""
        assert self.running_since is not None
        self.touched()
        self.active += self.world.true - self.running_since
        self.running_since = None

    def resume(self) -> None:
        """It goes on."""
        self.running_since = self.world.true
        self.read_at = (self.world.boots, self.world.wall_error)


def relaunched(run: Run) -> Run:
    """The run as JSON has kept it, the way it lies in the event file."""
    return msgspec.json.decode(msgspec.json.encode(run), type=Run)


Happening = Callable[[World, Random], None]


def time_passes(world: World, random: Random) -> None:
    """From a blink to an hour."""
    world.true += random.choice((random.randrange(2_000), random.randrange(120_000), random.randrange(HOUR)))


def sleep(world: World, random: Random) -> None:
    """The lid is closed, for as long as a lunch or a night."""
    world.true += random.randrange(12 * HOUR)


def small_step(world: World, random: Random) -> None:
    """The network puts the wall clock right."""
    world.wall_error += random.choice((-1, 1)) * seconds(3)


def large_step(world: World, random: Random) -> None:
    """Somebody sets the wall clock by an hour."""
    world.wall_error += random.choice((-1, 1)) * HOUR


def reboot(world: World, random: Random) -> None:
    """The computer starts anew."""
    world.true += random.randrange(300_000)
    world.reboot()


WHAT_CLOCKS_DO: tuple[Happening, ...] = (time_passes, time_passes, sleep, small_step, large_step, reboot)
