"""Lets warning and end be heard: looks at the countdowns at every second of theirs."""

from __future__ import annotations

import threading
from collections.abc import Callable

from facilitator.app.lookout import Lookout, Wait
from facilitator.common.clock import Moment
from facilitator.desk.desk import Desk
from facilitator.desk.state import State

SECOND_MS = 1_000


class Sounding:
    """Plays the boundaries that `facilitator.desk.sounds` finds, the most important one where several are passed."""

    def __init__(self, desk: Desk, play: Callable[[str], object], wait: Wait = threading.Event.wait) -> None:
        """`play` is told the name of a sound, and returns at once. Nothing runs before `start`."""
        self._desk = desk
        self._play = play
        self._before: Moment | None = None
        self._lookout = Lookout(desk, "sounding", self._seconds_until_next, wait)

    def start(self) -> None:
        """Listen to the countdowns from now on, unless it has been stopped before."""
        self._lookout.start()

    def stop(self) -> None:
        """Listen no longer; returns when nothing more will be played."""
        self._lookout.stop()

    def look(self) -> int | None:
        """Play what was passed since the last look; returns the milliseconds until the next one, None while nothing
        counts."""
        from facilitator.desk.sounds import sounds  # loaded by this thread, after the console has been painted

        state, now = self._desk.state, self._desk.clock.now()
        passed = sounds(self._before, now, state) if self._before is not None else ()
        left = until_next(state, now)
        self._before = None if left is None else now  # what passes while nothing counts is not heard afterwards
        if passed:
            self._play(passed[0].value)
        return left

    def _seconds_until_next(self) -> float | None:
        left = self.look()
        return None if left is None else left / 1000


def until_next(state: State, now: Moment) -> int | None:
    """Milliseconds until the running countdown, or that of whoever is on stage, reaches a whole second."""
    from facilitator.timer.rules import remaining
    from facilitator.timer.sharing import phase_left

    running, pitching = state.run.running, state.run.pitches.now
    if running is None or running.paused_at is not None:
        return None
    left = [remaining(running, now), *([] if pitching is None else [phase_left(pitching, now)])]
    return min(each % SECOND_MS or SECOND_MS for each in left)
