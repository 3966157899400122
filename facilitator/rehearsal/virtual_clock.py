"""Clocks for a day that is not today: one that is set by hand, and one that runs faster than the real one."""

from __future__ import annotations

from facilitator.common.clock import Clock, Duration, Instant, Moment, Monotonic, elapsed

BOOT = "rehearsal"
"""The one boot during which a rehearsal's moments are read."""


class VirtualClock:
    """Stands still until it is set or moved on; wall and monotonic clock move together."""

    def __init__(self, start: Instant) -> None:
        """Shows `start`."""
        self._wall = start

    def now(self) -> Moment:
        """What it has been set to."""
        return _moment(self._wall)

    def set(self, instant: Instant) -> None:
        """Jump to an instant.

        Raises:
            ValueError: it lies in the past; time only goes forward.
        """
        if instant < self._wall:
            raise ValueError("a virtual clock does not go back")
        self._wall = instant

    def advance(self, duration: Duration) -> None:
        """Let that much time pass; like `set` it does not go back."""
        self.set(Instant(self._wall + duration))


class SpeedClock:
    """Shows `start` until it is let go, and from then on runs `speed` times as fast as `real`."""

    def __init__(self, real: Clock, start: Instant, speed: float) -> None:
        """Not running yet. `speed` must be above zero."""
        if speed <= 0:
            raise ValueError("a clock runs forward")
        self._real = real
        self._start = start
        self._speed = speed
        self._began: Moment | None = None

    def go(self) -> None:
        """Start to run; once it runs, this changes nothing."""
        if self._began is None:
            self._began = self._real.now()

    def now(self) -> Moment:
        """The present moment of the faster day."""
        if self._began is None:
            return _moment(self._start)
        return _moment(Instant(self._start + int(elapsed(self._began, self._real.now()) * self._speed)))

    def real_seconds_until(self, instant: Instant) -> float:
        """How long it really takes until this clock shows `instant`; zero or less if it does already."""
        return (instant - self.now().wall) / 1000 / self._speed


def _moment(wall: Instant) -> Moment:
    return Moment(wall, Monotonic(wall), BOOT)
