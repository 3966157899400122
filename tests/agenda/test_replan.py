"""Ways back on time, against every way there is in small plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Kind, Plan, Slot
from facilitator.agenda.progress import Progress, coming
from facilitator.agenda.replan import Option, apply, options
from facilitator.agenda.replan_words import name, told
from facilitator.agenda.schedule import clashes, forecast
from facilitator.common.clock import Duration, Instant, minutes, seconds
from tests.agenda.plans import at, days_with_fixed_starts, first_item_late, item, plan_of, running, schedule_of


def worst(plan: Plan, schedule: dict[int, Slot], progress: Progress) -> int:
    """By how much the worst clash of the day is missed."""
    found = clashes(plan, schedule, forecast(plan, schedule, progress), progress)
    return max((clash.late for clash in found), default=0)


def lengths_set(plan: Plan, lengths: dict[int, Duration]) -> Plan:
    """The plan with other lengths."""
    changed = {one: replace(plan.items[one], scheduled_length=length) for one, length in lengths.items()}
    return Plan({**plan.items, **changed})


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_way_of_shortening_gets_nearer_to_the_fixed_starts(data: st.DataObject) -> None:
    plan = data.draw(days_with_fixed_starts(most=6, tracks=True))
    schedule, progress = data.draw(first_item_late(plan))
    ahead = [one for one in plan.in_order() if one.id not in progress.actual]
    least = lengths_set(plan, {one.id: one.least_length for one in ahead})
    # Times only get earlier when something gets shorter, so nothing beats everything at its least.
    best = worst(least, schedule, progress)
    for option in options(plan, schedule, progress)[:2]:
        assert option.shortfall == best
        assert worst(option.plan, schedule, progress) == best


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_against_all_lengths_in_whole_minutes(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=4))
    items = [item(1, 10, start=time(9)), *(item(n, sum(row), row[0]) for n, row in enumerate(rows, start=2))]
    end = schedule_of(plan_of(*items))[len(items)].end
    last = item(len(items) + 1, 0, start=time(9 + (end - at(9)) // 3_600_000, (end - at(9)) // 60_000 % 60), fixed=True)
    plan = plan_of(*items, last)
    late = data.draw(st.integers(1, 12))
    schedule = schedule_of(plan)
    progress = running(1, at(9), at(9, 10 + late))
    every = product(*(range(one.least_length, one.length + 1, minutes(1)) for one in items[1:]))
    reached = {
        worst(
            lengths_set(plan, {one.id: Duration(n) for one, n in zip(items[1:], way, strict=True)}), schedule, progress
        )
        for way in every
    }
    for option in options(plan, schedule, progress)[:2]:
        assert option.shortfall == min(reached)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_way_applied_keeps_its_promises(data: st.DataObject) -> None:
    plan = data.draw(days_with_fixed_starts(most=8, tracks=True))
    schedule, progress = data.draw(first_item_late(plan))
    found = options(plan, schedule, progress)
    assert bool(found) == bool(worst(plan, schedule, progress))
    for option in found:
        for change in option.changes:
            before, after = plan.items[change.item], option.plan.items[change.item]
            assert change.cut == after.cut
            assert after.cut or before.least_length <= change.after < change.before
            assert change.item not in progress.actual, "what has begun is not touched"
        changed = apply(plan, option, schedule, progress)
        for one in changed.in_order():
            printed = plan.items[one.id]
            assert (one.length, one.least_length, one.start, one.fixed) == (
                printed.length,
                printed.least_length,
                printed.start,
                printed.fixed,
            )
        new = schedule_of(changed)
        for one in coming(changed, progress):
            if one.fixed:
                assert new[one.id].start == schedule[one.id].start, "fixed items never move"
        assert worst(changed, new, progress) == option.shortfall
        again = options(changed, new, progress)
        assert bool(again) == bool(option.shortfall)
        if not option.name.startswith("cut"):
            assert [way.changes for way in again[:2] if way.name == option.name] in ([], [()])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_paused_or_lengthened_item_counts_until_it_will_end(data: st.DataObject) -> None:
    plan = data.draw(days_with_fixed_starts(most=6))
    schedule = schedule_of(plan)
    first = plan.to_run()[0].id
    now = Instant(at(9) + minutes(data.draw(st.integers(0, 90))))
    more = minutes(data.draw(st.integers(0, 90)))
    progress = running(first, at(9), now, Instant(now + more))
    expected = forecast(plan, schedule, progress)
    assert expected[first].end == now + more
    for option in options(plan, schedule, progress):
        assert forecast(option.plan, schedule, progress)[first].end == now + more


def _lunch() -> tuple[Plan, dict[int, Slot], Progress]:
    plan = plan_of(
        item(1, 10, start=time(9)),
        item(2, 60, 45, title="Lunch", kind=Kind.BREAK, priority=1),
        item(3, 80, 64, title="Pitches", kind=Kind.PITCHES, priority=2),
        item(4, 20, 15, title="Coffee", kind=Kind.BREAK, priority=2),
        item(5, 0, start=time(11, 50), fixed=True),
    )
    return plan, schedule_of(plan), running(1, at(9), at(9, 33))


def _words(option: Option, plan: Plan, **more: int) -> list[str]:
    return [str(one) for one in told(option, plan, more.get("teams"), seconds(more.get("between", 0)))]


def test_changes_are_told_as_a_host_would_say_them() -> None:
    plan, schedule, progress = _lunch()
    ways = {option.name: option for option in options(plan, schedule, progress)}
    assert _words(ways["by-priority"], plan) == ["Lunch −15 min", "Pitches −7 min", "Coffee −1 min"]
    assert _words(ways["by-priority"], plan, teams=16, between=30) == [
        "each pitch 4:03",
        "Lunch −15 min",
        "Coffee −1 min",
    ]
    assert str(name(ways["by-priority"], plan)) == "Shorten what matters least"
    assert str(name(ways["cut-2"], plan)) == "Leave out “Lunch”"
    assert _words(ways["cut-2"], plan) == ["without “Lunch”"]


def test_equal_changes_are_told_together_and_the_shortfall_in_whole_minutes() -> None:
    plan = plan_of(
        item(1, 10, start=time(9)),
        item(2, 10, 5),
        item(3, 10, 5),
        item(4, 5, 5),
        item(5, 0, start=time(9, 35), fixed=True),
    )
    found = options(plan, schedule_of(plan), running(1, at(9), Instant(at(9, 22) + 500)))
    assert _words(found[1], plan) == ["Item 2, Item 3 −5 min each", "3 minutes are still missing"]


def test_what_is_taken_is_whole_minutes_where_there_is_room() -> None:
    plan = plan_of(item(1, 10, start=time(9)), item(2, 30, 10), item(3, 0, start=time(9, 40), fixed=True))
    progress = running(1, at(9), Instant(at(9, 12) + 20_500))
    assert [change.after for change in options(plan, schedule_of(plan), progress)[0].changes] == [minutes(27)]


def test_a_track_that_will_not_be_done_is_a_clash_that_its_own_items_mend() -> None:
    plan = plan_of(
        item(1, 60, 60, start=time(9)),
        item(2, 30, 30, track="Table 1"),
        item(3, 40, 20, track="Table 1"),
        item(4, 10, start=time(10), fixed=True),
    )
    schedule, progress = schedule_of(plan), running(1, at(9), at(9, 5), at(10), beside={2: at(9, 30)})
    progress = replace(progress, actual={**progress.actual, 2: (at(9), None)})
    found = clashes(plan, schedule, forecast(plan, schedule, progress), progress)
    assert [(one.item, one.late, one.by) for one in found] == [(4, minutes(10), 3)]
    way = options(plan, schedule, progress)[0]
    assert [(one.item, one.after) for one in way.changes] == [(3, minutes(30))]
    new = apply(plan, way, schedule, progress)
    assert schedule_of(new)[3] == Slot(at(9, 30), at(10))


def test_items_have_to_be_worth_cutting() -> None:
    plan = plan_of(item(1, 10, start=time(9)), item(2, 30, kind=Kind.VOTE), item(3, 0, start=time(9, 40), fixed=True))
    found = options(plan, schedule_of(plan), running(1, at(9), at(9, 15)))
    assert [(option.name, option.changes, option.shortfall) for option in found] == [
        ("by-priority", (), minutes(5)),
        ("evenly", (), minutes(5)),
    ]


def test_what_is_left_out_may_lie_before_a_fixed_start_that_is_late_itself() -> None:
    plan = plan_of(
        item(1, 10, start=time(9)),
        item(2, 20, priority=1),
        item(3, 10, start=time(9, 30), fixed=True),
        item(4, 10, start=time(9, 40), fixed=True),
    )
    found = options(plan, schedule_of(plan), running(1, at(9), at(9, 25)))
    assert [(option.name, option.shortfall) for option in found] == [
        ("by-priority", minutes(15)),
        ("evenly", minutes(15)),
        ("cut-2", 0),
    ]
