"""Planned, scheduled and expected times."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Item, Kind, Plan, Slot
from facilitator.agenda.progress import Progress, coming
from facilitator.agenda.replan import apply, options
from facilitator.agenda.schedule import clashes, forecast, planned, scheduled
from facilitator.common.clock import Duration, Instant, at_local, iso, minutes

ZONE = ZoneInfo("Europe/Stockholm")
DAY = date(2026, 5, 20)


def item(number: int, length: int, least: int | None = None, start: time | None = None, **more: object) -> Item:
    """An item of so many minutes."""
    return Item(
        number,
        number,
        f"Item {number}",
        Kind.TALK,
        minutes(length),
        minutes(length if least is None else least),
        start,
        **more,  # type: ignore[arg-type]  # the test's own keywords
    )


def plan_of(*items: Item) -> Plan:
    return Plan({one.id: one for one in items})


def at(hour: int, minute: int = 0, day: date = DAY) -> Instant:
    return at_local(day, time(hour, minute), ZONE)


def test_items_without_a_start_follow_the_one_before() -> None:
    slots = planned(plan_of(item(1, 30, start=time(8, 30)), item(2, 10), item(3, 5)), DAY, ZONE)
    assert [slots[n].start for n in (1, 2, 3)] == [at(8, 30), at(9), at(9, 10)]


def test_an_evening_goes_on_past_midnight() -> None:
    slots = planned(plan_of(item(1, 60, start=time(23, 30)), item(2, 30, start=time(0, 30))), DAY, ZONE)
    assert slots[2].start == at(0, 30, date(2026, 5, 21))


def test_local_times_keep_their_meaning_over_a_daylight_saving_change() -> None:
    spring = date(2026, 3, 29)
    slots = planned(plan_of(item(1, 60, start=time(1, 30)), item(2, 60, start=time(9, 0))), spring, ZONE)
    assert iso(slots[2].start, ZONE) == "2026-03-29T09:00:00+02:00"
    assert slots[2].start - slots[1].start == minutes(6.5 * 60)


def test_a_fixed_item_waits_and_a_following_one_does_not() -> None:
    plan = plan_of(item(1, 30, start=time(9)), item(2, 30, start=time(9, 30)), item(3, 10, start=time(10), fixed=True))
    slots = planned(plan, DAY, ZONE)
    early = Progress(at(9, 10), {1: (at(9), None)}, running=1, running_until=at(9, 20))
    expected = forecast(plan, scheduled(plan, slots), early)
    assert expected[2].start == at(9, 20)
    assert expected[3].start == at(10)


def test_a_late_fixed_item_is_a_clash() -> None:
    plan = plan_of(item(1, 30, start=time(9)), item(2, 30), item(3, 10, start=time(10), fixed=True))
    schedule = scheduled(plan, planned(plan, DAY, ZONE))
    late = Progress(at(9, 39), {1: (at(9), None)}, running=1, running_until=at(9, 39))
    found = clashes(plan, schedule, forecast(plan, schedule, late), late)
    assert [(clash.item, clash.late) for clash in found] == [(3, minutes(9))]


def test_passed_over_items_have_no_forecast() -> None:
    plan = plan_of(item(1, 30, start=time(9)), item(2, 30), item(3, 10))
    schedule = scheduled(plan, planned(plan, DAY, ZONE))
    jumped = Progress(at(9, 5), {1: (at(9), at(9, 5)), 3: (at(9, 5), None)}, running=3, running_until=at(9, 15))
    assert set(forecast(plan, schedule, jumped)) == {1, 3}
    assert coming(plan, jumped) == ()


def _late(plan: Plan, minutes_late: int) -> tuple[dict[int, Slot], Progress]:
    schedule = scheduled(plan, planned(plan, DAY, ZONE))
    first = plan.in_order()[0].id
    until = Instant(schedule[first].end + minutes(minutes_late))
    return schedule, Progress(until, {first: (schedule[first].start, None)}, running=first, running_until=until)


lengths = st.lists(st.tuples(st.integers(1, 90), st.integers(0, 90), st.integers(1, 5)), min_size=2, max_size=12)


@settings(deadline=None)
@given(lengths, st.integers(1, 120))
def test_replanning_keeps_fixed_starts_and_least_lengths_or_names_the_shortfall(
    rows: list[tuple[int, int, int]], late: int
) -> None:
    items = [
        item(n, length, min(least, length), time(8) if n == 1 else None, priority=priority)
        for n, (length, least, priority) in enumerate(rows, start=1)
    ]
    slots = planned(plan_of(*items), DAY, ZONE)
    end = slots[items[-1].id].end
    local = time.fromisoformat(iso(end, ZONE)[11:16])
    last = item(len(items) + 1, 10, 10, local, fixed=True)
    plan = plan_of(*items, last)
    schedule, progress = _late(plan, late)
    found = options(plan, schedule, progress)
    if forecast(plan, schedule, progress)[last.id].start <= schedule[last.id].start:
        assert found == ()
        return
    assert {option.name for option in found} >= {"by-priority", "evenly"}
    for option in found:
        for one in option.plan.in_order():
            assert one.cut or one.current_length >= one.least_length
            assert one.current_length <= plan.items[one.id].length
        expected = forecast(option.plan, schedule, progress)
        assert expected[last.id].start == schedule[last.id].start + option.shortfall or (
            option.shortfall == 0 and expected[last.id].start <= schedule[last.id].start
        )
        if not option.name.startswith("cut") and option.shortfall:
            slack = [one.current_length - one.least_length for one in option.plan.in_order()[1:-1]]
            assert not any(slack), "a shortfall is only named when everything has given all it can"


def test_priority_decides_who_gives_first() -> None:
    plan = plan_of(
        item(1, 10, start=time(9)),
        item(2, 20, 10, priority=1),
        item(3, 20, 10, priority=5),
        item(4, 0, start=time(9, 50), fixed=True),
    )
    schedule, progress = _late(plan, 8)
    by_name = {option.name: option for option in options(plan, schedule, progress)}
    assert [(c.item, c.after) for c in by_name["by-priority"].changes] == [(2, minutes(12))]
    assert [(c.item, c.after) for c in by_name["evenly"].changes] == [(2, minutes(16)), (3, minutes(16))]
    assert [(c.item, c.after) for c in by_name["cut-2"].changes] == [(2, Duration(0))]


def test_an_applied_replan_is_the_new_schedule() -> None:
    plan = plan_of(item(1, 10, start=time(9)), item(2, 20, 5), item(3, 0, start=time(9, 30), fixed=True))
    schedule, progress = _late(plan, 9)
    changed = apply(plan, options(plan, schedule, progress)[0], schedule, progress)
    slots = scheduled(changed, planned(changed, DAY, ZONE))
    assert (slots[2].start, slots[2].end, slots[3].start) == (at(9, 19), at(9, 30), at(9, 30))
    assert planned(changed, DAY, ZONE) == planned(plan, DAY, ZONE), "what was printed stays what was printed"
    assert options(changed, slots, progress) == ()
