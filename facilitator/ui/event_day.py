"""Whether an event is being run on the day it was planned for: on another one its planned times say nothing."""

from __future__ import annotations

from datetime import timedelta

from facilitator.common.clock import Moment, minutes, to_datetime
from facilitator.desk.rundown import Rundown
from facilitator.desk.state import State

NEAR = minutes(12 * 60)
"""An evening that goes on after midnight, or starts late, is still on its day."""

FULL_DAY = minutes(24 * 60)
"""Further from the schedule than this, the day that was planned is another one."""


def off_its_day(state: State, day: Rundown, now: Moment) -> bool:
    """Whether today's part of the event runs, or would begin now, on another day than its own.

    Never true once that part has ended.
    """
    rows = day.today()
    if not rows or day.ended:
        return False
    started = min((row.actual_start for row in rows if row.actual_start is not None), default=now.wall)
    own = state.event.day + timedelta(days=day.day)
    other = to_datetime(started, state.event.timezone).date() != own
    away = abs(day.late) if day.begun else abs(rows[0].planned.start - now.wall)
    return away >= FULL_DAY or (other and away >= NEAR)
