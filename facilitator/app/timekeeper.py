"""Does what time itself does, at its time."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from facilitator.app.lookout import LONGEST_WAIT, Lookout, Wait
from facilitator.common.clock import Instant
from facilitator.common.errors import UserError
from facilitator.desk.decision import TIME
from facilitator.desk.desk import Desk

if TYPE_CHECKING:
    from facilitator.desk.due import Key

log = logging.getLogger(__name__)


class Timekeeper:
    """Sends the commands of `facilitator.desk.due` to a desk until stopped."""

    def __init__(self, desk: Desk, wait: Wait = threading.Event.wait) -> None:
        """Nothing runs before `start`."""
        self._desk = desk
        self._handled: set[Key] = set()
        self._lookout = Lookout(desk, "timekeeper", self._seconds_until_next, wait)

    def start(self) -> None:
        """Watch the time from now on, unless it has been stopped before."""
        self._lookout.start()

    def stop(self) -> None:
        """Watch no longer; returns when nothing more will be sent."""
        self._lookout.stop()

    def look(self) -> Instant | None:
        """Do everything that is due now; returns when the next thing will be, as it looks."""
        from facilitator.desk.due import due  # loaded by this thread, after the console has been painted

        while True:
            occasion, following = due(self._desk.state, self._desk.clock.now(), self._handled)
            if occasion is None or self._lookout.stopped:
                return following
            self._handled.add(occasion.key)
            try:
                self._desk.do(occasion.command, TIME)
            except UserError as refusal:  # the host was quicker, or it cannot be done; either way it is not repeated
                log.info("%s was refused: %s", occasion.command, refusal)

    def _seconds_until_next(self) -> float:
        following = self.look()
        return LONGEST_WAIT if following is None else (following - self._desk.clock.now().wall) / 1000
