"""The rundown (körschema): agenda and clock put together, as everybody sees the day."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from facilitator.agenda.model import Item, Slot
from facilitator.agenda.schedule import Clash, Progress, clashes, coming, forecast, planned, scheduled
from facilitator.common.clock import Duration, Instant, Moment
from facilitator.common.frozen import frozen
from facilitator.desk.state import State
from facilitator.timer.rules import expected_end, remaining


class ItemState(StrEnum):
    """Where an item stands."""

    DONE = "done"
    RUNNING = "running"
    NEXT = "next"
    LATER = "later"
    PASSED = "passed"
    CUT = "cut"


@frozen
class Row:
    """One item with all its times; `expected` is missing for items that were passed over or cut."""

    item: Item
    state: ItemState
    planned: Slot
    scheduled: Slot
    expected: Slot | None
    actual_start: Instant | None
    actual_end: Instant | None


@frozen
class Rundown:
    """The day at one moment.

    `late` is how far the running item will end behind the schedule (negative: ahead); `ends` when the day will end.
    """

    rows: tuple[Row, ...]
    running: Row | None
    next: Row | None
    remaining: Duration | None
    length: Duration | None
    paused: bool
    late: Duration
    clashes: tuple[Clash, ...]
    ends: Instant | None

    def row(self, item: int) -> Row | None:
        """The row of an item."""
        return next((row for row in self.rows if row.item.id == item), None)


def planned_slots(state: State) -> dict[int, Slot]:
    """The day as it was printed."""
    return planned(state.plan, state.event.day, state.event.timezone)


def scheduled_slots(state: State) -> dict[int, Slot]:
    """The plan after the last re-plan."""
    return scheduled(state.plan, planned_slots(state))


def progress(state: State, now: Moment) -> Progress:
    """How far the day has come, in the agenda's terms."""
    running = state.run.running
    return Progress(
        now.wall,
        {actual.item: (actual.started, actual.ended) for actual in state.run.actuals.values()},
        running.item if running else None,
        expected_end(running, now) if running else None,
        state.run.ended_at is not None,
    )


def rundown(state: State, now: Moment) -> Rundown:
    """The whole day as it looks at `now`."""
    printed = planned_slots(state)
    schedule = scheduled(state.plan, printed)
    so_far = progress(state, now)
    expected = forecast(state.plan, schedule, so_far)
    ahead = coming(state.plan, so_far)
    following = ahead[0].id if ahead else None
    rows = tuple(
        _row(item, state, printed, schedule, expected, following, {other.id for other in ahead})
        for item in state.plan.in_order()
    )
    by_id = {row.item.id: row for row in rows}
    running = state.run.running
    now_row = by_id.get(running.item) if running else None
    late = Duration(0)
    if now_row is not None and now_row.expected is not None:
        late = Duration(now_row.expected.end - now_row.scheduled.end)
    return Rundown(
        rows=rows,
        running=now_row,
        next=by_id.get(following) if following is not None else None,
        remaining=remaining(running, now) if running else None,
        length=Duration(running.length + running.added) if running else None,
        paused=bool(running and running.paused_at),
        late=late,
        clashes=tuple(clashes(state.plan, schedule, expected, so_far)),
        ends=state.run.ended_at or max((slot.end for slot in expected.values()), default=None),
    )


def _row(
    item: Item,
    state: State,
    printed: Mapping[int, Slot],
    schedule: Mapping[int, Slot],
    expected: Mapping[int, Slot],
    following: int | None,
    ahead: set[int],
) -> Row:
    actual = state.run.actuals.get(item.id)
    if state.run.running is not None and state.run.running.item == item.id:
        where = ItemState.RUNNING
    elif actual is not None and item.id not in ahead:
        where = ItemState.DONE
    elif item.cut:
        where = ItemState.CUT
    elif item.id == following:
        where = ItemState.NEXT
    else:
        where = ItemState.LATER if item.id in ahead else ItemState.PASSED
    return Row(
        item,
        where,
        printed[item.id],
        schedule[item.id],
        expected.get(item.id),
        actual.started if actual else None,
        actual.ended if actual else None,
    )
