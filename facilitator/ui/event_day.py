"""Whether an event is being run on the day it was planned for: on another one its planned times say nothing."""

from __future__ import annotations

from facilitator.common.clock import Moment, minutes, to_datetime
from facilitator.desk.rundown import Rundown
from facilitator.desk.state import State

NEAR = minutes(12 * 60)
"""An evening that goes on after midnight, or starts late, is still on its day."""

FULL_DAY = minutes(24 * 60)
"""Further from the schedule than this, the day that was planned is another one."""


def off_its_day(state: State, day: Rundown, now: Moment) -> bool:
    """Whether the event runs, or would begin now, on another day than its own; never true once it has ended."""
    if not day.rows or state.run.ended_at is not None:
        return False
    started = min((actual.started for actual in state.run.actuals.values()), default=now.wall)
    other = to_datetime(started, state.event.timezone).date() != state.event.day
    away = abs(day.late) if state.run.begun else abs(day.rows[0].planned.start - now.wall)
    return away >= FULL_DAY or (other and away >= NEAR)
