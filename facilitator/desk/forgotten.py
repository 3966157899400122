"""A start that was forgotten: an item is due, and nobody has pressed Next."""

from __future__ import annotations

from facilitator.agenda.progress import of_day
from facilitator.common.clock import Duration, Instant, Moment, minutes, whole_seconds
from facilitator.common.frozen import frozen
from facilitator.desk.rundown import scheduled_slots
from facilitator.desk.state import State
from facilitator.timer.commands import StartedAgo
from facilitator.timer.rules import remaining

GRACE = minutes(1)
"""Nobody is reminded before."""

LONGEST = minutes(120)
"""An event that is opened this long after its start is being looked at, not run."""


@frozen
class Forgotten:
    """The item that should have been started, and when."""

    item: int
    due: Instant

    def put_right(self, now: Moment) -> StartedAgo:
        """The command that starts it at the time it was due."""
        return StartedAgo(whole_seconds(Duration(now.wall - self.due)), self.item)


def forgotten_start(state: State, now: Moment) -> Forgotten | None:
    """The plenary item that is overdue, if one is: its time has come, and what runs before it has run out."""
    running = state.run.running
    due: int = 0
    if running is not None:
        left = remaining(running, now)
        item = state.plan.items.get(running.item)
        if left > 0 or running.paused_at is not None or item is None:
            return None
        ahead = [one for one in of_day(state.plan, item.day) if one.position > item.position]
        due = now.wall + left
    else:
        begun = [state.plan.items[key].day for key in state.run.actuals if key in state.plan.items]
        ahead = [one for one in state.plan.to_run() if one.day > max(begun, default=-1)]
    if not ahead:
        return None
    due = max(due, scheduled_slots(state)[ahead[0].id].start)
    if not GRACE <= now.wall - due <= LONGEST or ahead[0].length == 0:
        return None
    return Forgotten(ahead[0].id, Instant(due))
