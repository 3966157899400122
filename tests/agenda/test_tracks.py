"""Parallel items: what they hang on, when they are expected, where everybody meets."""

from __future__ import annotations

from datetime import time

from facilitator.agenda import tracks
from facilitator.agenda.model import Plan
from facilitator.agenda.progress import Progress, coming
from facilitator.agenda.schedule import clashes, forecast
from facilitator.common.clock import minutes
from tests.agenda.plans import at, item, plan_of, running, schedule_of


def workshop() -> Plan:
    """A welcome, an hour's work with two rooms beside it, then a fixed gathering with a room beside it again."""
    return plan_of(
        item(1, 10, start=time(9)),
        item(2, 60),
        item(3, 20, track="Red"),
        item(4, 20, track="Red"),
        item(5, 30, start=time(9, 30), track="Blue"),
        item(6, 20, start=time(10, 10), fixed=True),
        item(7, 15, track="Red"),
        item(8, 20),
    )


def test_parallel_items_hang_on_the_item_before_them() -> None:
    plan = workshop()
    found = {
        hang.item.id: (
            hang.anchor and hang.anchor.id,
            hang.before and hang.before.id,
            hang.gatherer and hang.gatherer.id,
        )
        for hang in tracks.of_day(plan, 0)
    }
    assert found == {3: (2, None, 6), 4: (2, 3, 6), 5: (2, None, 6), 7: (6, None, None)}


def test_their_planned_times() -> None:
    slots = schedule_of(workshop())
    assert [slots[n].start for n in (3, 4, 5, 7)] == [at(9, 10), at(9, 30), at(9, 30), at(10, 10)]
    assert slots[8].start == at(10, 30), "the plenary follows the plenary"
    assert [one.id for one in coming(workshop(), Progress(at(8), {}))] == [1, 2, 6, 8]


def test_they_start_late_with_their_item_but_not_before_their_own_start() -> None:
    plan = workshop()
    schedule = schedule_of(plan)
    expected = forecast(plan, schedule, running(1, at(9), at(9, 5), at(9, 25)))
    assert [expected[n].start for n in (2, 3, 4, 5, 6, 7)] == [
        at(9, 25), at(9, 25), at(9, 45), at(9, 30), at(10, 25), at(10, 25),
    ]  # fmt: skip


def test_one_that_runs_pushes_the_next_on_its_track_and_clashes_where_everybody_meets() -> None:
    plan = workshop()
    schedule = schedule_of(plan)
    actual = {1: (at(9), at(9, 10)), 2: (at(9, 10), None), 3: (at(9, 10), None), 5: (at(9, 30), None)}
    progress = Progress(at(9, 40), actual, 2, at(10, 10), beside={3: at(10), 5: at(10)})
    expected = forecast(plan, schedule, progress)
    assert (expected[3].end, expected[4].start, expected[5].end) == (at(10), at(10), at(10))
    found = clashes(plan, schedule, expected, progress)
    assert [(clash.item, clash.late, clash.by) for clash in found] == [(6, minutes(10), 4)]


def test_a_track_that_was_never_begun_is_passed_once_everybody_has_met() -> None:
    plan = workshop()
    schedule = schedule_of(plan)
    actual = {1: (at(9), at(9, 10)), 2: (at(9, 10), at(10, 10)), 6: (at(10, 10), None)}
    expected = forecast(plan, schedule, Progress(at(10, 15), actual, 6, at(10, 30)))
    assert set(expected) == {1, 2, 6, 7, 8}
