"""When the day will end, as a range, from how the day has gone so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.agenda.model import Plan, Slot
from facilitator.agenda.progress import Progress, today
from facilitator.agenda.schedule import forecast
from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen

AS_PLANNED = 3
"""How many items that kept exactly to the schedule are counted in from the start, so that one early overrun does not
paint the whole day black."""

_BETTER, _WORSE = 0.2, 0.8
_SLOWEST = 3.0
"""Nothing is taken to last more than this many times its length."""


@frozen
class Outlook:
    """When the day will end if all goes as scheduled from now on, and the range in which it probably will."""

    end: Instant
    earliest: Instant
    latest: Instant


def outlook(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> Outlook | None:
    """The end of today as a range; None when the day has no items.

    The method: each of today's items that is over has a pace, the time from its start to the start of the item that
    followed (so with its change-over) over its scheduled length. To these come `AS_PLANNED` paces of 1. The 20th
    percentile of them all is the pace of the better fifth of the day, the 80th that of the worse fifth, and neither
    passes 1 on its side. The earliest end is the forecast in which everything still to run goes at the better pace,
    the latest that at the worse. Fixed starts absorb: nothing fixed begins before its time in either. Before anything
    has run, all paces are 1 and the range is the plan itself.
    """
    end = _end(plan, schedule, progress, 1.0)
    if end is None:
        return None
    better, worse = paces(plan, schedule, progress)
    return Outlook(
        end,
        min(end, _end(plan, schedule, progress, better) or end),
        max(end, _end(plan, schedule, progress, worse) or end),
    )


def paces(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> tuple[float, float]:
    """The paces of the better and of the worse fifth of the day so far: at most 1, and at least 1."""
    seen = sorted([1.0] * AS_PLANNED + _seen(plan, schedule, progress))
    return min(1.0, _percentile(seen, _BETTER)), max(1.0, _percentile(seen, _WORSE))


def _end(plan: Plan, schedule: Mapping[int, Slot], progress: Progress, pace: float) -> Instant | None:
    day = today(plan, progress)
    slots = forecast(plan, schedule, progress, pace)
    return max((slot.end for item, slot in slots.items() if plan.items[item].day == day), default=None)


def _seen(plan: Plan, schedule: Mapping[int, Slot], progress: Progress) -> list[float]:
    """The paces of today's items of the plenary that are over.

    An item that lasted until the fixed start after it came was not slow: it only waited.
    """
    day = today(plan, progress)
    begun = sorted(
        (progress.actual[item.id][0], item.position, item)
        for item in plan.items.values()
        if item.id in progress.actual and item.day == day and not item.track
    )
    order = [item for _, _, item in begun]
    found = []
    for item, following in zip(order, [*order[1:], None], strict=False):
        started, ended = progress.actual[item.id]
        if ended is None or item.id == progress.running or item.current_length <= 0:
            continue
        until = progress.actual[following.id][0] if following is not None else ended
        if following is not None and following.fixed and until <= schedule[following.id].start:
            until = min(until, Instant(started + item.current_length))
        found.append(min(_SLOWEST, max(0.0, (until - started) / item.current_length)))
    return found


def _percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the sorted values lies, interpolated between neighbours."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)
