"""Several days: each stands for itself, and nothing reaches over the night."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Plan
from facilitator.agenda.outlook import outlook
from facilitator.agenda.progress import Progress, coming, days, of_day, to_start, today
from facilitator.agenda.replan import options
from facilitator.agenda.schedule import clashes, forecast
from facilitator.common.clock import Instant, minutes
from tests.agenda.plans import at, days_with_fixed_starts, item, plan_of, running, schedule_of


def two_days() -> Plan:
    """09:00 to 10:00, and the next day from its usual start to a fixed end at 10:00."""
    return plan_of(
        item(1, 30, start=time(9)),
        item(2, 30),
        item(3, 30, 20, day=1),
        item(4, 30, 20, day=1),
        item(5, 0, start=time(10), fixed=True, day=1),
    )


def test_a_day_begins_at_its_own_start_or_the_usual_one() -> None:
    slots = schedule_of(two_days())
    assert [slots[n].start for n in (1, 2, 3, 4, 5)] == [
        at(9),
        at(9, 30),
        at(9, day=1),
        at(9, 30, day=1),
        at(10, day=1),
    ]


def test_a_day_that_runs_over_midnight_stays_one_day() -> None:
    plan = plan_of(
        item(1, 60, start=time(23)), item(2, 30, start=time(0, 15)), item(3, 10), item(4, 5, day=1, start=time(8))
    )
    slots = schedule_of(plan)
    assert [slots[n].start for n in (2, 3, 4)] == [at(0, 15, day=1), at(0, 45, day=1), at(8, day=1)]
    assert [one.id for one in of_day(plan, 0)] == [1, 2, 3]


def test_which_day_is_today() -> None:
    plan = two_days()
    nothing = Progress(at(8), {})
    assert (days(plan), today(plan, nothing), to_start(plan, nothing)) == ((0, 1), 0, 0)
    assert today(plan, replace(nothing, calendar_day=1)) == 1, "the first day was held without the program"
    assert today(plan, replace(nothing, calendar_day=40)) == 0, "a rehearsal on some other date"
    begun = running(1, at(9), at(9, 10))
    assert (today(plan, begun), to_start(plan, begun)) == (0, None)
    ended = Progress(at(17), {1: (at(9), at(9, 30)), 2: (at(9, 30), at(10))}, ended=True)
    assert (today(plan, ended), coming(plan, ended), to_start(plan, ended)) == (0, (), 1)
    morning = replace(ended, now=at(8, day=1), calendar_day=1)
    assert (today(plan, morning), [one.id for one in coming(plan, morning)], to_start(plan, morning)) == (
        1,
        [3, 4, 5],
        1,
    )
    second = replace(
        morning, actual={**morning.actual, 3: (at(9, day=1), None)}, running=3, running_until=at(9, 30, day=1)
    )
    second = replace(second, ended=False)
    assert (today(plan, second), to_start(plan, second)) == (1, None)
    over = replace(
        second, ended=True, running=None, running_until=None, actual={**morning.actual, 3: (at(9, day=1),) * 2}
    )
    assert (coming(plan, over), to_start(plan, over)) == ((), None), "the last day is not begun again"


@settings(max_examples=200, deadline=None)
@given(days_with_fixed_starts(most=5, tracks=True), days_with_fixed_starts(most=5, tracks=True), st.integers(0, 2000))
def test_nothing_reaches_over_the_night(first: Plan, second: Plan, late: int) -> None:
    count = len(first.items)
    later = [replace(one, id=one.id + count, position=one.position + count, day=1) for one in second.in_order()]
    both = plan_of(*first.in_order(), *later)
    schedule = schedule_of(both)
    until = Instant(schedule[1].end + minutes(late))
    progress = running(1, schedule[1].start, until)
    expected = forecast(both, schedule, progress)
    alone = forecast(first, schedule_of(first), progress)
    assert {one: slot for one, slot in expected.items() if both.items[one].day == 0} == alone
    assert all(expected[one.id] == schedule[one.id] for one in later)
    assert clashes(both, schedule, expected, progress) == clashes(first, schedule_of(first), alone, progress)
    assert outlook(both, schedule, progress) == outlook(first, schedule_of(first), progress)
    for option in options(both, schedule, progress):
        assert not {change.item for change in option.changes} & {one.id for one in later}


def test_the_second_day_has_clashes_of_its_own() -> None:
    plan = two_days()
    schedule = schedule_of(plan)
    progress = Progress(
        at(9, 40, day=1),
        {1: (at(9), at(9, 30)), 2: (at(9, 30), at(12)), 3: (at(9, day=1), None)},
        running=3,
        running_until=at(9, 40, day=1),
        calendar_day=1,
    )
    found = clashes(plan, schedule, forecast(plan, schedule, progress), progress)
    assert [(clash.item, clash.late) for clash in found] == [(5, minutes(10))]
