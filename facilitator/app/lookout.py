"""A thread that looks at the desk: at once, after every change, and whenever it wants to look again."""

from __future__ import annotations

import threading
from collections.abc import Callable

from facilitator.desk.desk import Desk

LONGEST_WAIT = 1.0
"""Seconds; waiting does not count sleep, and somebody may set the clock, so the time is looked at this often."""

Wait = Callable[[threading.Event, float], object]
"""Waits until the event is set, or for so many seconds."""


class Lookout:
    """Calls `look` in a thread of its own until stopped.

    `look` returns the seconds until it wants to be called again if nothing changes before; None waits for a change.
    """

    def __init__(
        self, desk: Desk, name: str, look: Callable[[], float | None], wait: Wait = threading.Event.wait
    ) -> None:
        """Nothing runs before `start`; `name` is the thread's."""
        self._desk = desk
        self._look = look
        self._wait = wait
        self._changed = threading.Event()
        self.stopped = False
        self._unsubscribe: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Look from now on, unless it has been stopped before."""
        if self.stopped:
            return
        self._unsubscribe = self._desk.subscribe(lambda _: self._changed.set())
        self._thread.start()

    def stop(self) -> None:
        """Look no longer; returns when `look` will not be called any more."""
        self._unsubscribe()
        self.stopped = True
        self._changed.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self.stopped:
            self._changed.clear()
            seconds = self._look()
            if self.stopped:
                return
            if seconds is None:
                self._changed.wait()
            else:
                self._wait(self._changed, min(LONGEST_WAIT, max(0.0, seconds)))
