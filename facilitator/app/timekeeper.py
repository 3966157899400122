"""Does what time itself does, at its time: one thread that waits for the next due moment."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.common.clock import Instant
from facilitator.common.errors import UserError
from facilitator.desk.decision import TIME
from facilitator.desk.desk import Desk

if TYPE_CHECKING:
    from facilitator.desk.due import Key

LONGEST_WAIT = 1.0
"""Seconds; waiting does not count sleep, and somebody may set the clock, so the time is looked at this often."""

log = logging.getLogger(__name__)

Wait = Callable[[threading.Event, float], object]
"""Waits until the event is set, or for so many seconds."""


class Timekeeper:
    """Sends the commands of `facilitator.desk.due` to a desk until stopped."""

    def __init__(self, desk: Desk, wait: Wait = threading.Event.wait) -> None:
        """Nothing runs before `start`."""
        self._desk = desk
        self._wait = wait
        self._changed = threading.Event()
        self._stopped = False
        self._handled: set[Key] = set()
        self._unsubscribe: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="timekeeper", daemon=True)

    def start(self) -> None:
        """Watch the time from now on, unless it has been stopped before."""
        if self._stopped:
            return
        self._unsubscribe = self._desk.subscribe(lambda _: self._changed.set())
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer; returns when nothing more will be sent."""
        self._unsubscribe()
        self._stopped = True
        self._changed.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> Instant | None:
        """Do everything that is due now; returns when the next thing will be, as it looks."""
        from facilitator.desk.due import due  # loaded by this thread, after the console has been painted

        while True:
            occasion, following = due(self._desk.state, self._desk.clock.now(), self._handled)
            if occasion is None or self._stopped:
                return following
            self._handled.add(occasion.key)
            try:
                self._desk.do(occasion.command, TIME)
            except UserError as refusal:  # the host was quicker, or it cannot be done; either way it is not repeated
                log.info("%s was refused: %s", occasion.command, refusal)

    def _run(self) -> None:
        while not self._stopped:
            self._changed.clear()
            following = self.look()
            if following is None:
                self._wait(self._changed, LONGEST_WAIT)
                continue
            left = (following - self._desk.clock.now().wall) / 1000
            self._wait(self._changed, min(LONGEST_WAIT, max(0.0, left)))
