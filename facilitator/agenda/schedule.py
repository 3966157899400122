"""When things happen: as planned, as scheduled after a re-plan, and as it looks from now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.agenda import tracks
from facilitator.agenda.model import Item, Plan, Slot
from facilitator.agenda.progress import Progress, coming, days, today
from facilitator.common.clock import Duration, Instant, at_local, minutes
from facilitator.common.frozen import frozen

USUAL_START = time(9, 0)
"""When a day begins whose first item has no start."""

_DAY_BREAK = minutes(6 * 60)
"""A start that lies this far before the start of the item ahead of it is meant for the next calendar day."""


def planned(plan: Plan, day: date, zone: ZoneInfo) -> dict[int, Slot]:
    """The event as it was printed; `day` is its first day.

    An item with a start has it; one without follows the item before, and the first of a day starts at `USUAL_START`.
    A day that runs over midnight goes on with the next morning's times. Parallel items start with the plenary's item
    that they hang on, one after the other on each track.
    """
    slots: dict[int, Slot] = {}
    for number in days(plan):
        date_of_day = day + timedelta(days=number)
        items = [item for item in plan.in_order() if item.day == number]
        previous: Slot | None = None
        for item in items:
            if not item.track:
                follows = previous.end if previous else None
                previous = _printed(item, follows, previous, date_of_day, zone)
                slots[item.id] = previous
        for hang in tracks.hangs(items):
            anchor = slots[hang.anchor.id] if hang.anchor else None
            before = slots[hang.before.id] if hang.before else None
            follows = max((part for part in (anchor and anchor.start, before and before.end) if part), default=None)
            slots[hang.item.id] = _printed(hang.item, follows, before or anchor, date_of_day, zone)
    return slots


def _printed(item: Item, follows: Instant | None, reference: Slot | None, day: date, zone: ZoneInfo) -> Slot:
    """The item's slot: at its own start, on the calendar day that fits the slot before, or else where it follows."""
    if item.start is None:
        start = at_local(day, USUAL_START, zone) if follows is None else follows
    else:
        start = at_local(day, item.start, zone)
        while reference is not None and start < reference.start - _DAY_BREAK:
            day += timedelta(days=1)
            start = at_local(day, item.start, zone)
    return Slot(start, Instant(start + item.length))


def scheduled(plan: Plan, slots: Mapping[int, Slot]) -> dict[int, Slot]:
    """The plan after the last re-plan: the planned slots, except where a re-plan has put something else."""
    result: dict[int, Slot] = {}
    for item in plan.in_order():
        start = slots[item.id].start if item.scheduled_start is None else item.scheduled_start
        length = Duration(0) if item.cut else item.current_length
        result[item.id] = Slot(start, Instant(start + length))
    return result


def forecast(plan: Plan, schedule: Mapping[int, Slot], progress: Progress, pace: float = 1.0) -> dict[int, Slot]:
    """When each item began or will begin, and ended or will end, if nobody does anything about it.

    Today's items follow each other without a gap; a fixed item waits for its start. Nothing reaches over the night:
    later days stand as scheduled. Items that were passed over are left out. With a `pace` other than 1, everything
    still to run takes that many times its length.
    """
    day = today(plan, progress)
    ahead = coming(plan, progress)
    slots = _begun(plan, progress)
    end = _end_so_far(plan, progress, day, pace)
    if progress.running is not None and end is not None and progress.running in slots:
        slots[progress.running] = Slot(slots[progress.running].start, end)
    for item in ahead:
        start = max(progress.now, schedule[item.id].start) if end is None else end
        if item.fixed:
            start = max(start, schedule[item.id].start)
        end = Instant(start + round(item.current_length * pace))
        slots[item.id] = Slot(start, end)
    for hang in tracks.of_day(plan, day):
        if hang.item.id not in slots and _waits(hang, ahead, slots, progress):
            slots[hang.item.id] = _beside(hang, schedule, slots, progress, pace)
    for item in plan.in_order():
        if item.day > day and not item.cut and item.id not in slots:
            slots[item.id] = schedule[item.id]
    return slots


def _begun(plan: Plan, progress: Progress) -> dict[int, Slot]:
    """The slots of what has begun; what still runs ends as it looks now."""
    slots: dict[int, Slot] = {}
    for item in plan.in_order():
        if item.id in progress.actual:
            start, ended = progress.actual[item.id]
            until = progress.running_until if item.id == progress.running else progress.beside.get(item.id)
            end = until if until is not None else ended
            slots[item.id] = Slot(start, progress.now if end is None else end)
    return slots


def _end_so_far(plan: Plan, progress: Progress, day: int, pace: float) -> Instant | None:
    """When what runs will end; now if the day has begun and nothing runs, None before it has."""
    if progress.running is not None and progress.running_until is not None:
        return _at_pace(plan, progress, progress.running, progress.running_until, pace)
    begun = any(plan.items[item].day == day for item in progress.actual if item in plan.items)
    return progress.now if begun else None


def _at_pace(plan: Plan, progress: Progress, item: int, until: Instant, pace: float) -> Instant:
    """When the running item ends if it takes `pace` times its length, what it has run over already counted in."""
    if item not in plan.items or item not in progress.actual:
        return until
    length = plan.items[item].current_length
    over = max(0, progress.now - progress.actual[item][0] - length) if until <= progress.now else 0
    longer = round((pace - 1) * length)
    return Instant(until + max(0, longer - over)) if longer > 0 else Instant(max(progress.now, until + longer))


def _waits(hang: tracks.Hang, ahead: tuple[Item, ...], slots: Mapping[int, Slot], progress: Progress) -> bool:
    """Whether a parallel item that has not begun is still to run: until everybody meets again, or the day ends."""
    if hang.gatherer is not None:
        open_still = any(item.id == hang.gatherer.id for item in ahead)
    else:
        open_still = bool(ahead) or progress.running is not None
    return open_still and (hang.anchor is None or hang.anchor.id in slots)


def _beside(
    hang: tracks.Hang, schedule: Mapping[int, Slot], slots: Mapping[int, Slot], progress: Progress, pace: float
) -> Slot:
    """The expected slot of a parallel item: with its anchor, after its predecessor, not before a start of its own."""
    starts: list[Instant] = []
    if hang.anchor is not None:
        starts.append(slots[hang.anchor.id].start)
    if hang.before is not None and hang.before.id in slots:
        starts.append(slots[hang.before.id].end)
    if hang.item.start is not None or hang.anchor is None:
        starts.append(schedule[hang.item.id].start)
    if hang.anchor is None or hang.anchor.id in progress.actual:
        starts.append(progress.now)
    start = max(starts)
    return Slot(start, Instant(start + round(hang.item.current_length * pace)))


@frozen
class Clash:
    """A fixed start that will be missed by `late`: the plenary comes late, or the parallel item `by` is not done."""

    item: int
    late: Duration
    by: int | None = None


def clashes(plan: Plan, schedule: Mapping[int, Slot], expected: Mapping[int, Slot], progress: Progress) -> list[Clash]:
    """Today's fixed starts ahead that will be missed if nobody does anything about it, in order.

    A track that will not be done when the plenary's next fixed item gathers everybody misses it too; it is named once,
    by its last item.
    """
    found: list[Clash] = []
    hanging = tracks.of_day(plan, today(plan, progress))
    for item in coming(plan, progress):
        if not item.fixed:
            continue
        due = schedule[item.id].start
        if expected[item.id].start > due:
            found.append(Clash(item.id, Duration(expected[item.id].start - due)))
        late = {
            hang.item.track: Clash(item.id, Duration(expected[hang.item.id].end - due), hang.item.id)
            for hang in hanging
            if hang.gatherer is not None
            and hang.gatherer.id == item.id
            and _still_to_end(hang.item.id, expected, progress)
            and expected[hang.item.id].end > due
        }
        found += late.values()
    return found


def _still_to_end(item: int, expected: Mapping[int, Slot], progress: Progress) -> bool:
    return item in expected and (item not in progress.actual or item in progress.beside)
