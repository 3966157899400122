"""Lets warning and end be heard: one thread that looks at the countdowns at every second of theirs."""

from __future__ import annotations

import threading
from collections.abc import Callable

from facilitator.common.clock import Moment
from facilitator.desk.desk import Desk
from facilitator.desk.state import State

LONGEST_WAIT_MS = 1_000

Wait = Callable[[threading.Event, float], object]
"""Waits until the event is set, or for so many seconds."""


class Sounding:
    """Plays the boundaries that `facilitator.desk.sounds` finds, the most important one where several are passed."""

    def __init__(self, desk: Desk, play: Callable[[str], object], wait: Wait = threading.Event.wait) -> None:
        """`play` is told the name of a sound, and returns at once. Nothing runs before `start`."""
        self._desk = desk
        self._play = play
        self._wait = wait
        self._changed = threading.Event()
        self._stopped = False
        self._before: Moment | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="sounding", daemon=True)

    def start(self) -> None:
        """Listen to the countdowns from now on, unless it has been stopped before."""
        if self._stopped:
            return
        self._unsubscribe = self._desk.subscribe(lambda _: self._changed.set())
        self._thread.start()

    def stop(self) -> None:
        """Listen no longer; returns when nothing more will be played."""
        self._unsubscribe()
        self._stopped = True
        self._changed.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> int | None:
        """Play what was passed since the last look; returns the milliseconds until the next one, None while nothing
        counts."""
        from facilitator.desk.sounds import sounds  # loaded by this thread, after the console has been painted

        state, now = self._desk.state, self._desk.clock.now()
        passed = sounds(self._before, now, state) if self._before is not None else ()
        self._before = now
        if passed:
            self._play(passed[0].value)
        return until_next(state, now)

    def _run(self) -> None:
        while not self._stopped:
            self._changed.clear()
            wait = self.look()
            if self._stopped:
                return
            if wait is None:
                self._changed.wait()
                self._before = None
            else:
                self._wait(self._changed, wait / 1000)


def until_next(state: State, now: Moment) -> int | None:
    """Milliseconds until the running countdown, or that of whoever is on stage, reaches a whole second."""
    from facilitator.timer.rules import remaining
    from facilitator.timer.sharing import phase_left

    running, pitching = state.run.running, state.run.pitches.now
    if running is None or running.paused_at is not None:
        return None
    left = [remaining(running, now), *([] if pitching is None else [phase_left(pitching, now)])]
    return min(each % LONGEST_WAIT_MS or LONGEST_WAIT_MS for each in left)
