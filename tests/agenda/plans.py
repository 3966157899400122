"""Plans for tests: items of so many minutes, on one day in Stockholm, and hypothesis strategies of them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from facilitator.agenda.model import Item, Kind, Plan, Slot
from facilitator.agenda.progress import Progress
from facilitator.agenda.schedule import planned, scheduled
from facilitator.common.clock import Duration, Instant, at_local, minutes, to_datetime

ZONE = ZoneInfo("Europe/Stockholm")
DAY = date(2026, 5, 20)


def item(number: int, length: float, least: float | None = None, start: time | None = None, **more: Any) -> Item:
    """An item of so many minutes; its number is its place too."""
    return Item(
        **{
            "id": number,
            "position": number,
            "title": f"Item {number}",
            "kind": Kind.TALK,
            "length": minutes(length),
            "least_length": minutes(length if least is None else least),
            "start": start,
            **more,
        }
    )


def plan_of(*items: Item) -> Plan:
    """These items."""
    return Plan({one.id: one for one in items})


def at(hour: int, minute: int = 0, day: int = 0) -> Instant:
    """A local time on a day of the event."""
    return at_local(DAY + timedelta(days=day), time(hour, minute), ZONE)


def schedule_of(plan: Plan) -> dict[int, Slot]:
    """The plan's slots after its re-plans."""
    return scheduled(plan, planned(plan, DAY, ZONE))


def running(item: int, since: Instant, now: Instant, until: Instant | None = None, **more: Any) -> Progress:
    """One item on the clock; what ran before it is left out."""
    return Progress(now, {item: (since, None)}, running=item, running_until=until or now, **more)


@st.composite
def days_with_fixed_starts(draw: st.DrawFn, most: int = 6, tracks: bool = False) -> Plan:
    """One day from 09:00: plenary items, some with a fixed start where the plan puts them or up to 20 minutes later."""
    items: list[Item] = []
    clock = at(9)
    for number in range(1, draw(st.integers(2, most)) + 1):
        length = draw(st.integers(0, 40))
        least = draw(st.integers(0, length))
        more: dict[str, Any] = {"priority": draw(st.integers(1, 5)), "kind": draw(st.sampled_from(Kind))}
        if tracks and items and draw(st.booleans()):
            more["track"] = draw(st.sampled_from("AB"))
            items.append(item(number, length, least, **more))
            continue
        if number > 1 and draw(st.booleans()):
            clock = Instant(clock + minutes(draw(st.integers(0, 20))))
            local = to_datetime(clock, ZONE).time()
            items.append(item(number, length, least, local, fixed=True, **more))
        else:
            items.append(item(number, length, least, time(9) if number == 1 else None, **more))
        clock = Instant(clock + minutes(length))
    return plan_of(*items)


@st.composite
def first_item_late(draw: st.DrawFn, plan: Plan, most: int = 60) -> tuple[dict[int, Slot], Progress]:
    """The schedule, and a day whose first item runs and will end so many seconds after (or before) its time."""
    schedule = schedule_of(plan)
    first = plan.to_run()[0].id
    began = schedule[first].start
    until = Instant(max(began, schedule[first].end + Duration(draw(st.integers(-600, most * 60)) * 1000)))
    now = Instant(draw(st.integers(began, until)))
    return schedule, running(first, began, now, until)
