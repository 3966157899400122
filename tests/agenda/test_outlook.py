"""The end of the day as a range."""

from __future__ import annotations

from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Plan
from facilitator.agenda.outlook import AS_PLANNED, Outlook, outlook, paces
from facilitator.agenda.progress import Progress
from facilitator.common.clock import Instant, minutes
from tests.agenda.plans import at, days_with_fixed_starts, item, plan_of, schedule_of


def range_of(plan: Plan, progress: Progress) -> Outlook:
    """The range, which a plan with items always has."""
    found = outlook(plan, schedule_of(plan), progress)
    assert found is not None
    return found


def so_far(plan: Plan, lengths: list[int]) -> Progress:
    """A day whose first items took so many minutes, and whose next item has just begun."""
    order = plan.to_run()
    clock = schedule_of(plan)[order[0].id].start
    actual: dict[int, tuple[Instant, Instant | None]] = {}
    for one, count in zip(order, lengths, strict=False):
        end = Instant(clock + minutes(count))
        actual[one.id] = (clock, end)
        clock = end
    if len(lengths) >= len(order):
        return Progress(clock, actual, ended=True)
    begun = order[len(lengths)]
    actual[begun.id] = (clock, None)
    return Progress(clock, actual, begun.id, Instant(clock + begun.current_length))


@settings(max_examples=200, deadline=None)
@given(days_with_fixed_starts(most=8, tracks=True))
def test_before_anything_has_run_the_range_is_the_plan(plan: Plan) -> None:
    schedule = schedule_of(plan)
    found = range_of(plan, Progress(at(8), {}))
    assert found.earliest == found.end == found.latest == max(slot.end for slot in schedule.values())


@settings(max_examples=300, deadline=None)
@given(days_with_fixed_starts(most=10, tracks=True), st.data())
def test_the_range_holds_the_forecast_and_respects_fixed_starts(plan: Plan, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(plan.to_run()) - 1))
    progress = so_far(plan, data.draw(st.lists(st.integers(0, 60), min_size=count, max_size=count)))
    found = range_of(plan, progress)
    assert found.earliest <= found.end <= found.latest
    schedule = schedule_of(plan)
    for one in plan.to_run()[count + 1 :]:
        if one.fixed:
            assert found.earliest >= schedule[one.id].start
    better, worse = paces(plan, schedule, progress)
    assert 0 <= better <= 1 <= worse <= 3


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(0, 90)), max_size=6),
    st.lists(st.integers(1, 60), min_size=1, max_size=10),
)
def test_the_range_narrows_as_the_rest_of_the_day_keeps_time(begun: list[tuple[int, int]], rest: list[int]) -> None:
    lengths = [*(planned for planned, _ in begun), *rest]
    plan = plan_of(*(item(n, count, start=time(9) if n == 1 else None) for n, count in enumerate(lengths, start=1)))
    taken = [actual for _, actual in begun]
    widths = []
    for done in range(len(rest)):
        found = range_of(plan, so_far(plan, taken + rest[:done]))
        widths.append(found.latest - found.earliest)
    assert widths == sorted(widths, reverse=True)
    at_the_end = range_of(plan, so_far(plan, taken + rest))
    assert at_the_end.earliest == at_the_end.end == at_the_end.latest


def test_a_day_that_runs_a_quarter_over() -> None:
    plan = plan_of(*(item(n, 20, start=time(9) if n == 1 else None) for n in range(1, 9)))
    found = range_of(plan, so_far(plan, [25, 25, 25, 25]))
    assert AS_PLANNED == 3
    assert (found.earliest, found.end, found.latest) == (at(12), at(12), at(12, 20)), "four more, a quarter over each"


def test_a_fixed_start_absorbs() -> None:
    plan = plan_of(
        *(item(n, 20, start=time(9) if n == 1 else None) for n in range(1, 6)), item(6, 0, start=time(11), fixed=True)
    )
    found = range_of(plan, so_far(plan, [22, 22, 22, 22]))
    assert found.earliest == found.end == found.latest == at(11)


def test_waiting_for_a_fixed_start_is_not_slowness() -> None:
    plan = plan_of(item(1, 20, start=time(9)), item(2, 30, start=time(9, 40), fixed=True), item(3, 30))
    assert paces(plan, schedule_of(plan), so_far(plan, [40])) == (1, 1)
    assert paces(plan, schedule_of(plan), so_far(plan, [44]))[1] > 1


def test_what_the_running_item_is_over_already_is_not_counted_twice() -> None:
    plan = plan_of(*(item(n, 20, start=time(9) if n == 1 else None) for n in range(1, 7)))
    actual = {
        n: (at(9, 25 * (n - 1)) if n < 4 else at(10, 15), at(9, 25 * n) if n < 3 else at(10, 15)) for n in (1, 2, 3)
    }
    actual_running: dict[int, tuple[Instant, Instant | None]] = {**actual, 4: (at(10, 15), None)}
    just_begun = range_of(plan, Progress(at(10, 15), actual_running, 4, at(10, 35)))
    over = range_of(plan, Progress(at(10, 38), actual_running, 4, at(10, 38)))
    assert just_begun.latest == over.latest
    assert over.end - just_begun.end == minutes(3)


def test_a_day_that_is_slow_throughout_does_not_lose_the_plan_from_its_range() -> None:
    plan = plan_of(*(item(n, 10, start=time(9) if n == 1 else None) for n in range(1, 21)))
    assert paces(plan, schedule_of(plan), so_far(plan, [15] * 19)) == (1, 1.5)
    assert paces(plan, schedule_of(plan), so_far(plan, [5] * 19)) == (0.5, 1)
