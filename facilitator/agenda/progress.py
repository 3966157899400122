"""How far the event has come: which of its days is today's, and what is still to run of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from facilitator.agenda.model import Item, Plan
from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen


@frozen
class Progress:
    """How far the event has come, as far as the agenda needs to know.

    `actual` holds the times of items that have begun; `running` is the plenary's item on the clock and `running_until`
    when it will end as it looks now; `beside` says the same of the items that run on tracks of their own. `ended` says
    that the day that began last is over. `calendar_day` counts the days since the event's first one, by the calendar.
    """

    now: Instant
    actual: Mapping[int, tuple[Instant, Instant | None]]
    running: int | None = None
    running_until: Instant | None = None
    ended: bool = False
    beside: Mapping[int, Instant] = field(default_factory=dict)
    calendar_day: int = 0


def days(plan: Plan) -> tuple[int, ...]:
    """The days that have items, counted from 0."""
    return tuple(sorted({item.day for item in plan.items.values()}))


def of_day(plan: Plan, day: int) -> tuple[Item, ...]:
    """The plenary's items of one day as they follow each other, without cut ones."""
    return tuple(item for item in plan.to_run() if item.day == day)


def today(plan: Plan, progress: Progress) -> int:
    """The day that is meant by “now”: the one that has begun last.

    Once it has ended, the next one takes its place as soon as the calendar has come to it. Before anything has run it
    is the day that the calendar says, or the first one if the calendar says none of the event's days.
    """
    known = days(plan)
    last = _begun_last(plan, progress)
    if last is None:
        return progress.calendar_day if progress.calendar_day in known else min(known, default=0)
    if progress.running is None and progress.ended:
        return max((day for day in known if last < day <= progress.calendar_day), default=last)
    return last


def to_start(plan: Plan, progress: Progress) -> int | None:
    """The day that “start the day” begins: today's if nothing of it has run, after its end the next; None if none is.

    A day that has run is never begun again, and the host need not wait for midnight to begin the next.
    """
    day = today(plan, progress)
    last = _begun_last(plan, progress)
    if last is None or day > last:
        return day if of_day(plan, day) else None
    if not progress.ended or progress.running is not None:
        return None
    return next((later for later in days(plan) if later > last and of_day(plan, later)), None)


def coming(plan: Plan, progress: Progress) -> tuple[Item, ...]:
    """Today's items of the plenary that are still to run, in order; never those of another day."""
    day = today(plan, progress)
    order = of_day(plan, day)
    if progress.running is not None and progress.running in plan.items:
        position = plan.items[progress.running].position
        return tuple(item for item in order if item.position > position)
    done = [index for index, item in enumerate(order) if item.id in progress.actual]
    if not done:
        return order
    return () if progress.ended else order[done[-1] + 1 :]


def _begun_last(plan: Plan, progress: Progress) -> int | None:
    """The day of the item on the clock, or else of the one that began last."""
    if progress.running is not None and progress.running in plan.items:
        return plan.items[progress.running].day
    begun = [(start, identifier) for identifier, (start, _) in progress.actual.items() if identifier in plan.items]
    return plan.items[max(begun)[1]].day if begun else None
