"""Parallel tracks: they start with their plenary item, go on by themselves, and end when everybody meets again."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import minutes
from facilitator.common.errors import Stale, UserError
from facilitator.desk.commands import Undo
from facilitator.desk.desk import Desk
from facilitator.desk.due import due
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.timer.commands import (
    AddTime,
    EndTrack,
    Next,
    Pause,
    Previous,
    Resume,
    StartDay,
    StartedAgo,
    StartItem,
)
from facilitator.timer.rules import remaining
from tests.desk.builders import a_state, desk_in_memory
from tests.fakes import FakeClock

OPENING, WORK, RED_1, RED_2, BLUE_1, MORE, RED_3, LUNCH, END = range(1, 10)


def with_tracks() -> State:
    """Two tracks beside the work; the red one has two items, and another that hangs on what follows the work."""
    rows = (
        (OPENING, 10, "", None),
        (WORK, 60, "", None),
        (RED_1, 20, "Red", None),
        (RED_2, 30, "Red", None),
        (BLUE_1, 90, "Blue", None),
        (MORE, 30, "", None),
        (RED_3, 10, "Red", None),
        (LUNCH, 60, "", time(12)),
        (END, 0, "", None),
    )
    items = {
        key: Item(
            key, key, f"Item {key}", Kind.WORK, minutes(length), minutes(0), start, fixed=start is not None, track=track
        )
        for key, length, track, start in rows
    }
    return replace(a_state(), plan=Plan(items))


def at_work() -> tuple[Desk, FakeClock]:
    clock = FakeClock()
    desk = desk_in_memory(clock, with_tracks())
    desk.do(StartDay())
    clock.pass_(minutes=10)
    desk.do(Next())
    return desk, clock


def beside(desk: Desk) -> list[int]:
    return [one.item for one in desk.state.run.beside]


def test_the_first_of_each_track_starts_with_its_plenary_item() -> None:
    desk, clock = at_work()
    assert beside(desk) == [RED_1, BLUE_1]
    assert desk.state.run.actuals[RED_1].started == clock.wall
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == WORK


def test_next_on_a_track_leaves_plenary_and_the_other_track_alone() -> None:
    desk, clock = at_work()
    running = desk.state.run.running
    clock.pass_(minutes=21)
    desk.do(Next(RED_1))
    assert beside(desk) == [BLUE_1, RED_2]
    assert desk.state.run.actuals[RED_1].ended == desk.state.run.actuals[RED_2].started == clock.wall
    assert desk.state.run.running == running
    with pytest.raises(Stale, match="meanwhile"):
        desk.do(Next(RED_1))
    desk.do(Next(RED_2))
    assert beside(desk) == [BLUE_1]  # the third hangs on an item that has not begun
    desk.do(Next())
    assert beside(desk) == [BLUE_1, RED_3]


def test_a_busy_track_goes_on_over_the_start_of_another_plenary_item() -> None:
    desk, _ = at_work()
    desk.do(Next(RED_1))
    desk.do(Next())
    assert beside(desk) == [BLUE_1, RED_2]
    desk.do(Next(RED_2))
    assert beside(desk) == [BLUE_1, RED_3]


def test_a_fixed_item_gathers_everybody_also_if_it_is_jumped_over() -> None:
    for jump in (Next(), StartItem(LUNCH)):
        desk, clock = at_work()
        desk.do(Next())
        clock.pass_(minutes=5)
        desk.do(jump)
        assert beside(desk) == []
        assert desk.state.run.actuals[BLUE_1].ended == clock.wall
    desk, clock = at_work()
    desk.do(StartItem(END))
    assert beside(desk) == []
    assert desk.state.run.ended_at == clock.wall


def test_each_clock_is_held_and_given_time_on_its_own() -> None:
    desk, clock = at_work()
    desk.do(Pause(RED_1))
    desk.do(AddTime(60, BLUE_1))
    clock.pass_(minutes=5)
    red, blue = desk.state.run.beside
    plenary = desk.state.run.running
    assert plenary is not None
    assert [remaining(one, clock.now()) for one in (plenary, red, blue)] == [minutes(55), minutes(20), minutes(86)]
    desk.do(Resume(RED_1))
    clock.pass_(minutes=1)
    assert remaining(desk.state.run.beside[0], clock.now()) == minutes(19)


def test_an_item_that_has_been_ended_on_its_track_is_refused_with_the_reason() -> None:
    desk, _ = at_work()
    desk.do(EndTrack(RED_1))
    assert beside(desk) == [BLUE_1]
    for stale in (EndTrack(RED_1), Pause(RED_1), AddTime(60, RED_1), Next(RED_1), StartedAgo(5, RED_1)):
        with pytest.raises(Stale, match="“Item 2” is on the clock"):
            desk.do(stale)
    with pytest.raises(UserError, match="in the plenary"):
        desk.do(EndTrack(WORK))


def test_a_track_item_starts_by_hand_in_place_of_what_runs_there() -> None:
    desk, clock = at_work()
    desk.do(StartItem(RED_2))
    assert beside(desk) == [BLUE_1, RED_2]
    clock.pass_(minutes=3)
    desk.do(Previous(RED_2))
    assert beside(desk) == [BLUE_1, RED_1]
    desk.do(StartedAgo(120, RED_1))
    assert remaining(desk.state.run.beside[1], clock.now()) == minutes(18)
    assert desk.state.run.actuals[RED_2].ended == clock.wall - minutes(2)
    assert desk.state.run.actuals[OPENING].ended == desk.state.run.actuals[WORK].started


def test_nothing_starts_beside_a_plenary_that_does_not_run() -> None:
    desk = desk_in_memory(state=with_tracks())
    with pytest.raises(UserError, match="beside the plenary"):
        desk.do(StartItem(RED_1))


def test_undo_gives_every_clock_back() -> None:
    desk, clock = at_work()
    desk.do(Next())
    before = desk.state
    clock.pass_(minutes=7)
    for command in (Next(), Next(RED_1), Pause(BLUE_1), EndTrack(BLUE_1), StartItem(RED_2)):
        desk.do(command)
        desk.do(Undo())
        assert desk.state.run == before.run


def test_going_back_does_not_run_again_beside_what_has_run() -> None:
    desk, _ = at_work()
    desk.do(EndTrack(RED_1))
    desk.do(Previous())
    desk.do(Next())
    assert beside(desk) == [BLUE_1, RED_2]


def test_a_track_leaves_the_screen_alone() -> None:
    state = with_tracks()
    items = {**state.plan.items, RED_1: replace(state.plan.items[RED_1], kind=Kind.TEAMS)}
    desk = desk_in_memory(state=replace(state, plan=Plan(items)))
    desk.do(StartDay())
    desk.do(Next())
    assert desk.state.stage.scene is SceneName.CLOCK


def test_an_item_with_a_start_of_its_own_is_started_by_time() -> None:
    state = with_tracks()
    items = {**state.plan.items, OPENING: replace(state.plan.items[OPENING], start=time(8))}
    items[RED_1] = replace(items[RED_1], start=time(8, 10))  # planned for when the work starts: they go together
    items[BLUE_1] = replace(items[BLUE_1], start=time(8, 30))
    clock = FakeClock()
    desk = desk_in_memory(clock, replace(state, plan=Plan(items)))
    desk.do(StartDay())
    desk.do(Next())
    assert beside(desk) == [RED_1]
    occasion, following = due(desk.state, clock.now())
    assert occasion is None
    assert following == clock.wall + minutes(30)
    clock.pass_(minutes=30)
    occasion, _ = due(desk.state, clock.now())
    assert occasion is not None
    assert occasion.command == StartItem(BLUE_1)
