"""An event of several days: each is started, ended and left alone afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import minutes
from facilitator.common.errors import UserError
from facilitator.desk.commands import Undo
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.timer.commands import Next, Previous, StartDay, StartedAgo, StartItem
from tests.desk.builders import a_state, desk_in_memory
from tests.fakes import FakeClock

MORNING, TALK, NEXT_MORNING, GOODBYE, END = range(1, 6)


def two_days() -> State:
    rows = ((MORNING, 0, 10), (TALK, 0, 30), (NEXT_MORNING, 1, 10), (GOODBYE, 1, 20), (END, 1, 0))
    items = {
        key: Item(key, key, f"Item {key}", Kind.TALK, minutes(length), minutes(0), day=day) for key, day, length in rows
    }
    return replace(a_state(), plan=Plan(items))


def after_the_first_day() -> tuple[Desk, FakeClock]:
    clock = FakeClock()
    desk = desk_in_memory(clock, two_days())
    desk.do(StartDay())
    clock.pass_(minutes=10)
    desk.do(Next())
    clock.pass_(minutes=30)
    desk.do(Next())
    return desk, clock


def test_next_at_the_last_item_of_a_day_ends_that_day() -> None:
    desk, clock = after_the_first_day()
    assert desk.state.run.running is None
    assert desk.state.run.ended_at == clock.wall
    assert NEXT_MORNING not in desk.state.run.actuals
    with pytest.raises(UserError, match="Start the next day when it comes"):
        desk.do(Next())


def test_the_next_day_starts_with_its_first_item_and_ends_the_event() -> None:
    desk, clock = after_the_first_day()
    clock.pass_(hours=23)
    desk.do(StartDay())
    assert desk.state.run.ended_at is None
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == NEXT_MORNING
    with pytest.raises(UserError, match="no item before"):
        desk.do(Previous())
    desk.do(Next())
    desk.do(Next())
    assert desk.state.run.ended_at == clock.wall
    with pytest.raises(UserError, match="Every day of the event has been run"):
        desk.do(StartDay())
    with pytest.raises(UserError, match="Start an item from the plan"):
        desk.do(Next())


def test_a_day_that_runs_is_not_started_again() -> None:
    desk = desk_in_memory(state=two_days())
    desk.do(StartDay())
    with pytest.raises(UserError, match="already been started"):
        desk.do(StartDay())


def test_an_evening_is_gone_back_to_by_hand_only() -> None:
    desk, _ = after_the_first_day()
    desk.do(Previous())
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == TALK
    desk.do(Next())
    desk.do(StartItem(MORNING))
    assert desk.state.run.running.item == MORNING


def test_an_event_that_is_opened_on_its_second_day_starts_that_day() -> None:
    clock = FakeClock()
    clock.pass_(hours=24)
    desk = desk_in_memory(clock, two_days())
    desk.do(StartDay())
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == NEXT_MORNING


def test_a_late_start_of_the_second_day_does_not_lengthen_the_first() -> None:
    desk, clock = after_the_first_day()
    evening = clock.wall
    clock.pass_(hours=23)
    desk.do(StartDay())
    desk.do(StartedAgo(300))
    assert desk.state.run.actuals[TALK].ended == evening
    assert desk.state.run.actuals[NEXT_MORNING].started == clock.wall - minutes(5)


def test_undo_of_a_days_start_and_end_is_exact() -> None:
    desk, clock = after_the_first_day()
    ended = desk.state
    clock.pass_(hours=20)
    desk.do(StartDay())
    desk.do(Undo())
    assert desk.state.run == ended.run
    desk.do(Undo())
    assert desk.state.run.ended_at is None
    assert desk.state.run.running is not None
