"""How a rehearsal gets from one happening to the next: at once, or by waiting on a faster clock."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Protocol

from facilitator.common.clock import Clock, Duration, Instant
from facilitator.desk.due import PATIENCE
from facilitator.rehearsal.virtual_clock import SpeedClock, VirtualClock


class Pace(Protocol):
    """A clock, and the way to let it come to an instant."""

    @property
    def clock(self) -> Clock:
        """The clock that the rehearsed event runs on."""
        ...

    @property
    def waits_for_phones(self) -> bool:
        """Whether the day stands still until every phone has voted that is going to."""
        ...

    @property
    def patience(self) -> Duration:
        """How late what time itself does may be and still be done, by this clock."""
        ...

    def begin(self) -> None:
        """All is set up; the day may run."""
        ...

    def wait_until(self, instant: Instant) -> None:
        """Return when the clock shows `instant`, or at once if it shows a later one."""
        ...


class Instantly:
    """Jumps."""

    waits_for_phones = True
    patience = PATIENCE

    def __init__(self, start: Instant) -> None:
        """The clock shows `start`."""
        self.clock = VirtualClock(start)

    def begin(self) -> None:
        """Nothing has to be set going."""

    def wait_until(self, instant: Instant) -> None:
        """Set the clock to the instant, unless it is past."""
        self.clock.set(max(instant, self.clock.now().wall))


class Faster:
    """Waits in real time, `speed` times as short."""

    waits_for_phones = False

    def __init__(self, real: Clock, start: Instant, speed: float, sleep: Callable[[float], None] = time.sleep) -> None:
        """The clock shows `start` until the day begins; `sleep` takes seconds, and is real, since this pace is."""
        self.clock = SpeedClock(real, start, speed)
        self._sleep = sleep
        self.patience = Duration(round(PATIENCE * max(1.0, speed)))

    def begin(self) -> None:
        """Let the clock go."""
        self.clock.go()

    def wait_until(self, instant: Instant) -> None:
        """Sleep; each time anew from the clock, so that no error adds up over the day."""
        while (left := self.clock.real_seconds_until(instant)) > 0:
            self._sleep(math.ceil(left * 1000) / 1000)
