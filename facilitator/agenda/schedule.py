"""When things happen: as planned, as scheduled after a re-plan, and as it looks from now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.agenda.model import Item, Plan, Slot
from facilitator.common.clock import Duration, Instant, at_local, minutes
from facilitator.common.frozen import frozen

USUAL_START = time(9, 0)
"""When a day begins whose first item has no start."""

_DAY_BREAK = minutes(6 * 60)
"""A start that lies this far before the start of the item ahead of it is meant for the next calendar day."""


def planned(plan: Plan, day: date, zone: ZoneInfo) -> dict[int, Slot]:
    """The day as it was printed.

    An item with a start has it; one without follows the item before. An agenda that runs over midnight goes on with
    the next day's times.
    """
    slots: dict[int, Slot] = {}
    previous: Slot | None = None
    for item in plan.in_order():
        start = _planned_start(item, previous, day, zone)
        previous = Slot(start, Instant(start + item.length))
        slots[item.id] = previous
    return slots


def _planned_start(item: Item, previous: Slot | None, day: date, zone: ZoneInfo) -> Instant:
    if item.start is None:
        return previous.end if previous else at_local(day, USUAL_START, zone)
    start = at_local(day, item.start, zone)
    while previous is not None and start < previous.start - _DAY_BREAK:
        day += timedelta(days=1)
        start = at_local(day, item.start, zone)
    return start


def scheduled(plan: Plan, slots: Mapping[int, Slot]) -> dict[int, Slot]:
    """The plan after the last re-plan: the planned slots, except where a re-plan has put something else."""
    result: dict[int, Slot] = {}
    for item in plan.in_order():
        start = slots[item.id].start if item.scheduled_start is None else item.scheduled_start
        length = Duration(0) if item.cut else item.current_length
        result[item.id] = Slot(start, Instant(start + length))
    return result


@frozen
class Progress:
    """How far the day has come, as far as the agenda needs to know.

    `actual` holds the times of items that have begun; `running` is the item on the clock and `running_until` when it
    will end as it looks now.
    """

    now: Instant
    actual: Mapping[int, tuple[Instant, Instant | None]]
    running: int | None = None
    running_until: Instant | None = None
    ended: bool = False


def forecast(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> dict[int, Slot]:
    """When each item began or will begin, and ended or will end, if nobody does anything about it.

    Items follow each other without a gap; a fixed item waits for its start. Items that were passed over are left out.
    """
    slots: dict[int, Slot] = {}
    ahead = coming(plan, progress)
    for item in plan.in_order():
        if item.id in progress.actual:
            start, end = progress.actual[item.id]
            if item.id == progress.running and progress.running_until is not None:
                end = progress.running_until
            slots[item.id] = Slot(start, progress.now if end is None else end)
    end = progress.now if progress.actual else None
    if progress.running_until is not None:
        end = progress.running_until
    for item in ahead:
        start = max(progress.now, schedule[item.id].start) if end is None else end
        if item.fixed:
            start = max(start, schedule[item.id].start)
        end = Instant(start + item.current_length)
        slots[item.id] = Slot(start, end)
    return slots


def coming(plan: Plan, progress: Progress) -> tuple[Item, ...]:
    """The items that are still to run, in order."""
    if progress.ended:
        return ()
    order = plan.to_run()
    done = [index for index, item in enumerate(order) if item.id in progress.actual]
    if progress.running is not None:
        position = plan.items[progress.running].position if progress.running in plan.items else -1
        return tuple(item for item in order if item.position > position)
    return order[done[-1] + 1 :] if done else order


@frozen
class Clash:
    """A fixed start that will be missed by `late`."""

    item: int
    late: Duration


def clashes(plan: Plan, schedule: Mapping[int, Slot], expected: Mapping[int, Slot], progress: Progress) -> list[Clash]:
    """The fixed starts ahead that will be missed if nobody does anything about it, in order."""
    return [
        Clash(item.id, Duration(expected[item.id].start - schedule[item.id].start))
        for item in coming(plan, progress)
        if item.fixed and expected[item.id].start > schedule[item.id].start
    ]
