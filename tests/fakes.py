"""Stand-ins for what comes from outside: a clock that is set by hand, and randomness that repeats."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, from_datetime, seconds

MORNING = from_datetime(datetime(2026, 5, 20, 6, 0, tzinfo=UTC))
"""08:00 in Stockholm on the day of the tests' events."""


class FakeClock:
    """Two clocks that only move when told to."""

    def __init__(self, wall: Instant = MORNING) -> None:
        self.wall = wall
        self.mono = Monotonic(5_000_000)
        self.boot = "boot-1"

    def now(self) -> Moment:
        return Moment(self.wall, self.mono, self.boot)

    def pass_(self, **length: float) -> None:
        """Let time pass on both clocks, as `timedelta` counts it."""
        passed = seconds(timedelta(**length).total_seconds())
        self.wall = Instant(self.wall + passed)
        self.mono = Monotonic(self.mono + passed)

    def step_wall(self, step: Duration) -> None:
        """Somebody sets the wall clock."""
        self.wall = Instant(self.wall + step)

    def reboot(self) -> None:
        """The computer starts anew: the monotonic clock begins somewhere else."""
        self.mono = Monotonic(1_000)
        self.boot += "'"


def repeatable_bytes(seed: int = 0) -> Callable[[int], bytes]:
    """Randomness that is the same on every run."""
    return random.Random(seed).randbytes
