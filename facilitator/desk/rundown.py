"""The rundown (körschema): agenda and clock put together, as everybody sees the day."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.agenda.model import Item, Slot
from facilitator.agenda.outlook import Outlook, outlook
from facilitator.agenda.progress import Progress, coming, today
from facilitator.agenda.schedule import Clash, clashes, forecast, planned, scheduled
from facilitator.common.clock import Duration, Instant, Moment, to_datetime
from facilitator.common.frozen import frozen
from facilitator.desk.state import State
from facilitator.timer.rules import expected_end, remaining

if TYPE_CHECKING:
    from facilitator.agenda import replan


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
    """One item with all its times; `expected` is missing for items that were passed over or cut.

    A parallel item (`item.track`) runs on a clock of its own: `remaining` is what is left on it.
    """

    item: Item
    state: ItemState
    planned: Slot
    scheduled: Slot
    expected: Slot | None
    actual_start: Instant | None
    actual_end: Instant | None
    remaining: Duration | None = None


@frozen
class Rundown:
    """The event at one moment; all but `rows` is about `day`, today's, counted from 0.

    `late` is how far the running item will end behind the schedule (negative: ahead), `late_at_end` the same of the
    day's last item. `ends` is when the day will end, `outlook` the range in which it probably will, which is missing
    once it has ended. `beside` are the parallel items that run.
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
    day: int = 0
    begun: bool = False
    ended: bool = False
    late_at_end: Duration = Duration(0)
    outlook: Outlook | None = None
    beside: tuple[Row, ...] = ()

    def row(self, item: int) -> Row | None:
        """The row of an item."""
        return next((row for row in self.rows if row.item.id == item), None)

    def today(self) -> tuple[Row, ...]:
        """Today's rows."""
        return tuple(row for row in self.rows if row.item.day == self.day)


def planned_slots(state: State) -> dict[int, Slot]:
    """The event as it was printed."""
    return planned(state.plan, state.event.day, state.event.timezone)


def scheduled_slots(state: State) -> dict[int, Slot]:
    """The plan after the last re-plan."""
    return scheduled(state.plan, planned_slots(state))


def progress(state: State, now: Moment) -> Progress:
    """How far the event has come, in the agenda's terms."""
    running = state.run.running
    return Progress(
        now.wall,
        {actual.item: (actual.started, actual.ended) for actual in state.run.actuals.values()},
        running.item if running else None,
        expected_end(running, now) if running else None,
        state.run.ended_at is not None,
        {one.item: expected_end(one, now) for one in state.run.beside},
        (to_datetime(now.wall, state.event.timezone).date() - state.event.day).days,
    )


def replan_options(state: State, now: Moment) -> tuple[replan.Option, ...]:
    """The ways back on time, best first; none when no fixed start is in danger."""
    from facilitator.agenda import replan  # the day begins without a way back to look for

    return replan.options(state.plan, scheduled_slots(state), progress(state, now))


def rundown(state: State, now: Moment) -> Rundown:
    """The whole event as it looks at `now`."""
    printed = planned_slots(state)
    schedule = scheduled(state.plan, printed)
    so_far = progress(state, now)
    expected = forecast(state.plan, schedule, so_far)
    rows = _rows(state, printed, schedule, expected, so_far, now)
    by_id = {row.item.id: row for row in rows}
    day = today(state.plan, so_far)
    running = state.run.running
    now_row = by_id.get(running.item) if running else None
    late = Duration(0)
    if now_row is not None and now_row.expected is not None:
        late = Duration(now_row.expected.end - now_row.scheduled.end)
    ahead = coming(state.plan, so_far)
    begun = any(row.actual_start is not None for row in rows if row.item.day == day)
    ended = begun and so_far.ended and running is None
    seen = outlook(state.plan, schedule, so_far)
    ends = state.run.ended_at if ended else seen.end if seen else None
    return Rundown(
        rows=rows,
        running=now_row,
        next=by_id[ahead[0].id] if ahead else None,
        remaining=remaining(running, now) if running else None,
        length=Duration(running.length + running.added) if running else None,
        paused=bool(running and running.paused_at),
        late=late,
        clashes=tuple(clashes(state.plan, schedule, expected, so_far)),
        ends=ends,
        day=day,
        begun=begun,
        ended=ended,
        late_at_end=_late_at_end(rows, day, ends),
        outlook=None if ended else seen,
        beside=tuple(by_id[one.item] for one in state.run.beside if one.item in by_id),
    )


def _late_at_end(rows: tuple[Row, ...], day: int, ends: Instant | None) -> Duration:
    due = max((row.scheduled.end for row in rows if row.item.day == day and not row.item.cut), default=None)
    return Duration(0) if ends is None or due is None else Duration(ends - due)


def _rows(
    state: State,
    printed: Mapping[int, Slot],
    schedule: Mapping[int, Slot],
    expected: Mapping[int, Slot],
    so_far: Progress,
    now: Moment,
) -> tuple[Row, ...]:
    ahead = [item.id for item in coming(state.plan, so_far)]
    following = ahead[0] if ahead else None
    clocks = {one.item: one for one in (*state.run.beside, *((state.run.running,) if state.run.running else ()))}
    rows = []
    for item in state.plan.in_order():
        actual = state.run.actuals.get(item.id)
        clock = clocks.get(item.id)
        rows.append(
            Row(
                item,
                ItemState.RUNNING if clock else _waiting(item, item.id in so_far.actual, following, ahead, expected),
                printed[item.id],
                schedule[item.id],
                expected.get(item.id),
                actual.started if actual else None,
                actual.ended if actual else None,
                remaining(clock, now) if clock else None,
            )
        )
    return tuple(rows)


def _waiting(
    item: Item, has_run: bool, following: int | None, ahead: list[int], expected: Mapping[int, Slot]
) -> ItemState:
    """Where an item stands that is on no clock."""
    if has_run and item.id not in ahead:
        return ItemState.DONE
    if item.cut:
        return ItemState.CUT
    if item.id == following:
        return ItemState.NEXT
    return ItemState.LATER if item.id in expected else ItemState.PASSED
