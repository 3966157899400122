"""What runs now, and what has run so far today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from facilitator.common.clock import Duration, Instant, Moment
from facilitator.common.frozen import frozen


@frozen
class Running:
    """The item on the clock.

    `started` is when its countdown began, on both clocks; `added` what the host gave or took; `paused` the sum of the
    pauses that have ended; `paused_at` when the present pause began.
    """

    item: int
    started: Moment
    length: Duration
    added: Duration = Duration(0)
    paused: Duration = Duration(0)
    paused_at: Moment | None = None


@frozen
class Actual:
    """When an item really started and ended; `ended` is empty while it runs."""

    item: int
    started: Instant
    ended: Instant | None = None


@frozen
class Run:
    """The run of the day: the running item, if any, and the times of those that have run."""

    running: Running | None = None
    actuals: Mapping[int, Actual] = field(default_factory=dict)
    ended_at: Instant | None = None

    @property
    def begun(self) -> bool:
        """Whether the day has been started."""
        return bool(self.actuals)
