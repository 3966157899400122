"""Commands about the agenda, through the desk: many items in one step, refusals, re-plans of a running day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda import words
from facilitator.agenda.commands import (
    AddItem,
    ChangeItem,
    ChangeItems,
    CutItem,
    CutItems,
    InsertItems,
    MoveItem,
    MoveItems,
    PutAgenda,
    RemoveItem,
    RemoveItems,
    ReplanApply,
    ReplanPreview,
)
from facilitator.agenda.model import AtEnd, Kind
from facilitator.common.clock import minutes, seconds
from facilitator.common.errors import NotFound, UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk
from facilitator.desk.room import ahead, due_but_not_started
from facilitator.desk.rundown import ItemState, rundown
from facilitator.desk.vocabulary import Command
from facilitator.stage.model import SceneName
from facilitator.timer.commands import AddTime, Next, Pause, StartDay, StartedAgo
from facilitator.voting.commands import OpenBallot, PutBallot
from tests.desk.builders import AUDIENCE, END, RESULTS, TALK, VOTE, WELCOME, a_ballot, a_state, desk_in_memory
from tests.fakes import FakeClock

MORE = 6


def titles(desk: Desk) -> list[str]:
    """The agenda in its order."""
    return [item.title for item in desk.state.plan.in_order()]


def test_the_agenda_knows_every_scene_by_name() -> None:
    assert set(words.SCENES) == {name.value for name in SceneName}


def test_several_items_change_in_one_step() -> None:
    desk = desk_in_memory()
    before = desk.state.plan
    desk.do(ChangeItems((TALK, VOTE), ChangeItem(0, priority=1, warning_seconds=120, danger_seconds=30, sound=False)))
    for item in (TALK, VOTE):
        changed = desk.state.plan.items[item]
        assert (changed.priority, changed.warning, changed.danger, changed.sound) == (1, minutes(2), seconds(30), False)
    desk.do(Undo())
    assert desk.state.plan == before
    with pytest.raises(UserError, match="length"):
        desk.do(ChangeItems((TALK, VOTE), ChangeItem(0, least_seconds=1200)))
    assert desk.state.plan == before, "all or none"
    with pytest.raises(UserError, match="chosen"):
        desk.do(ChangeItems((), ChangeItem(0, priority=1)))


def test_several_items_move_in_one_step_and_keep_their_order() -> None:
    desk = desk_in_memory()
    desk.do(MoveItems((RESULTS, TALK), 3))
    assert titles(desk) == ["Welcome", "Vote", "End", "Talk", "Results"]
    desk.do(MoveItems((TALK, RESULTS), 0))
    assert titles(desk) == ["Talk", "Results", "Welcome", "Vote", "End"]
    desk.do(Undo())
    desk.do(Undo())
    assert desk.state.plan == a_state().plan


def test_several_items_go_in_one_step_or_none_does() -> None:
    desk = desk_in_memory()
    desk.do(RemoveItems((VOTE, RESULTS)))
    assert titles(desk) == ["Welcome", "Talk", "End"]
    desk.do(Undo())
    desk.do(StartDay())
    for command in (RemoveItems((VOTE, WELCOME)), RemoveItem(WELCOME)):
        with pytest.raises(UserError, match="has run"):
            desk.do(command)
    assert len(desk.state.plan.items) == 5
    desk.do(PutBallot(a_ballot()))
    desk.do(OpenBallot(AUDIENCE))
    with pytest.raises(UserError, match="vote"):
        desk.do(RemoveItems((TALK, VOTE)))


def test_an_item_is_cut_and_comes_back() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    desk.do(StartDay())
    with pytest.raises(UserError, match="running"):
        desk.do(CutItem(WELCOME))
    desk.do(CutItem(TALK))
    seen = rundown(desk.state, clock.now())
    assert seen.next is not None
    assert (seen.next.item.id, seen.rows[1].state) == (VOTE, ItemState.CUT)
    desk.do(CutItem(TALK, cut=False))
    desk.do(Next())
    assert desk.state.run.running is not None
    assert desk.state.run.running.item == TALK
    with pytest.raises(UserError, match="has run"):
        desk.do(CutItem(WELCOME))
    with pytest.raises(NotFound):
        desk.do(CutItem(99))


def test_several_items_are_cut_in_one_step_or_none_is() -> None:
    desk = desk_in_memory()
    desk.do(StartDay())
    with pytest.raises(UserError, match="running"):
        desk.do(CutItems((TALK, WELCOME)))
    with pytest.raises(NotFound):
        desk.do(CutItems((TALK, 99)))
    with pytest.raises(UserError, match="No agenda item"):
        desk.do(CutItems(()))
    assert not any(item.cut for item in desk.state.plan.items.values())
    desk.do(CutItems((TALK, VOTE, TALK)))
    assert [item.id for item in desk.state.plan.in_order() if item.cut] == [TALK, VOTE]
    desk.do(CutItems((VOTE, TALK), cut=False))
    desk.do(Undo())
    desk.do(Undo())
    assert not any(item.cut for item in desk.state.plan.items.values())


def test_whole_items_are_inserted_in_one_step_also_after_the_day_has_begun() -> None:
    desk = desk_in_memory()
    desk.do(ChangeItem(TALK, speaker="Ada", warning_seconds=77, sound=False))
    desk.do(StartDay())
    before = desk.state
    talk = before.plan.items[TALK]
    copies = desk.do(InsertItems((talk, replace(talk, title="Again")), TALK)).result
    assert titles(desk) == ["Welcome", "Talk", "Talk", "Again", "Vote", "Results", "End"]
    assert [replace(desk.state.plan.items[each], id=TALK, position=talk.position) for each in copies] == [
        talk,
        replace(talk, title="Again"),
    ]
    desk.do(InsertItems((replace(talk, title="Tomorrow", day=1),)))
    assert titles(desk)[-1] == "Tomorrow"
    desk.do(Undo())
    desk.do(Undo())
    assert desk.state == before
    with pytest.raises(UserError):
        desk.do(InsertItems((talk, replace(talk, title=" ")), TALK))
    with pytest.raises(NotFound):
        desk.do(InsertItems((talk,), 99))
    assert desk.state == before


def test_an_added_item_belongs_to_the_day_of_the_one_before() -> None:
    desk = desk_in_memory()
    desk.do(AddItem("Morning", day=1))
    desk.do(AddItem("Later", after=MORE))
    desk.do(AddItem("Table", after=TALK, track=" Table 1 "))
    desk.do(AddItem("Evening", day=0))
    plan = desk.state.plan
    assert titles(desk) == ["Welcome", "Talk", "Table", "Vote", "Results", "End", "Evening", "Morning", "Later"]
    assert [item.day for item in plan.in_order()] == [0] * 7 + [1, 1]
    assert plan.items[MORE + 2].track == "Table 1"
    desk.do(MoveItem(TALK, 8))
    assert desk.state.plan.items[TALK].day == 1, "it now stands among the second day's"
    desk.do(ChangeItem(TALK, day=0))
    assert titles(desk)[-3:] == ["Talk", "Morning", "Later"], "the last of its day"


WRONG: tuple[tuple[Command, str], ...] = (
    (ChangeItem(TALK, scene="circus"), "no scene"),
    (ChangeItem(TALK, end_scene="circus"), "no scene"),
    (ChangeItem(TALK, at_end=AtEnd.SCENE), "not said which"),
    (ChangeItem(TALK, warning_seconds=-1), "warnings"),
    (ChangeItem(TALK, danger_seconds=90_000), "warnings"),
    (ChangeItem(TALK, warning_seconds=30, danger_seconds=60), "before the first"),
    (ChangeItem(TALK, day=-1), "no day"),
    (ChangeItem(TALK, day=31), "no day"),
    (ChangeItem(TALK, seconds=86_401), "24 hours"),
    (ChangeItem(TALK, seconds=-1), "24 hours"),
    (ChangeItem(TALK, fixed=True), "no start"),
    (ChangeItem(WELCOME, follows=True), "no start"),
    (ChangeItem(TALK, track="x" * 61), "track"),
    (ChangeItem(TALK, title=" "), "title"),
    (ChangeItem(TALK, priority=6), "priority"),
    (AddItem("A", day=-1), "no day"),
    (AddItem("A", seconds=60, least_seconds=61), "least length"),
    (MoveItems((), 0), "chosen"),
    (RemoveItems(()), "chosen"),
    (MoveItems((TALK, 99), 0), "no agenda item 99"),
    (PutAgenda(()), "no items"),
)


@pytest.mark.parametrize(("command", "words"), WRONG)
def test_what_cannot_be_is_refused_and_changes_nothing(command: Command, words: str) -> None:
    desk = desk_in_memory()
    with pytest.raises(UserError, match=words) as refusal:
        desk.do(command)
    assert refusal.value.remedy is not None
    assert desk.state == a_state()


def test_a_scene_and_thresholds_that_can_be() -> None:
    desk = desk_in_memory()
    desk.do(ChangeItem(TALK, scene="picture", at_end=AtEnd.SCENE, end_scene="clock", warning_seconds=0))
    item = desk.state.plan.items[TALK]
    assert (item.scene, item.end_scene, item.warning, item.danger) == ("picture", "clock", 0, minutes(1))


def test_a_start_is_given_and_taken_away() -> None:
    desk = desk_in_memory()
    desk.do(ChangeItem(TALK, start=time(9, 15)))
    assert desk.state.plan.items[TALK].start == time(9, 15)
    desk.do(ChangeItem(TALK, follows=True))
    assert desk.state.plan.items[TALK].start is None


def test_what_has_run_stays_on_its_day() -> None:
    desk = desk_in_memory()
    desk.do(AddItem("Tomorrow", day=1))
    desk.do(StartDay())
    for command in (ChangeItem(WELCOME, day=1), ChangeItem(WELCOME, track="A"), MoveItem(WELCOME, 9)):
        with pytest.raises(UserError, match="has run"):
            desk.do(command)


def _edit() -> st.SearchStrategy[Any]:
    item = st.integers(1, 7)
    several = st.lists(item, max_size=4).map(tuple)
    change = st.builds(
        ChangeItem,
        item,
        seconds=st.one_of(st.none(), st.integers(0, 7200)),
        day=st.one_of(st.none(), st.integers(0, 2)),
        priority=st.one_of(st.none(), st.integers(1, 5)),
        follows=st.booleans(),
        start=st.one_of(st.none(), st.times()),
    )
    return st.one_of(
        change,
        st.builds(ChangeItems, several, change),
        st.builds(MoveItems, several, st.integers(-1, 8)),
        st.builds(RemoveItems, several),
        st.builds(CutItem, item, st.booleans()),
        st.builds(CutItems, several, st.booleans()),
        st.builds(
            AddItem, st.just("New"), after=st.one_of(st.none(), item), day=st.one_of(st.none(), st.integers(0, 2))
        ),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(_edit(), max_size=8))
def test_any_editing_leaves_a_plan_in_order_and_is_undone_exactly(edits: list[Any]) -> None:
    desk = desk_in_memory()
    seen = [desk.state]
    for command in edits:
        try:
            desk.do(command)
        except UserError:
            assert desk.state == seen[-1]
            continue
        if desk.state != seen[-1]:  # what changes nothing is no step
            seen.append(desk.state)
        order = desk.state.plan.in_order()
        assert [item.position for item in order] == list(range(len(order)))
        assert [item.day for item in order] == sorted(item.day for item in order)
    for earlier in reversed(seen[:-1]):
        desk.do(Undo())
        assert desk.state == earlier
    for later in seen[1:]:
        desk.do(Redo())
        assert desk.state == later


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 3600),
    st.integers(0, 1800),
    st.booleans(),
    st.integers(0, 600),
    st.sampled_from(("evenly", "by-priority", 3)),
)
def test_a_replan_of_a_running_day_keeps_the_fixed_end_and_undoes_exactly(
    late: int, given_more: int, paused: bool, pause: int, option: str | int
) -> None:
    clock = FakeClock()
    clock.pass_(hours=1)
    desk = desk_in_memory(clock)
    desk.do(StartDay())
    clock.pass_(seconds=late)
    if given_more:
        desk.do(AddTime(given_more))
    if paused:
        desk.do(Pause())
        clock.pass_(seconds=pause)
    ways = desk.do(ReplanPreview()).result
    assert bool(ways) == bool(rundown(desk.state, clock.now()).clashes)
    before = desk.state
    try:
        taken = desk.do(ReplanApply(option)).result
    except UserError:
        assert desk.state == before
        assert option == 3 or not ways
        return
    seen = rundown(desk.state, clock.now())
    end = seen.row(END)
    assert end is not None
    assert end.expected is not None
    assert end.scheduled.start == end.planned.start, "a fixed item never moves"
    assert max(0, end.expected.start - end.planned.start) == seconds(taken["shortfall"])
    for row in seen.rows:
        if row.state not in (ItemState.CUT, ItemState.RUNNING):
            assert row.scheduled.end - row.scheduled.start >= row.item.least_length
    desk.do(Undo())
    assert desk.state == before


def test_what_is_next_and_when() -> None:
    clock = FakeClock()
    state = a_state()
    items = {**state.plan.items, VOTE: replace(state.plan.items[VOTE], kind=Kind.BREAK, title="Lunch")}
    desk = desk_in_memory(clock, replace(state, plan=replace(state.plan, items=items)))
    before = ahead(rundown(desk.state, clock.now()))
    assert before.now is None
    assert before.next is not None
    assert before.next.item.id == WELCOME
    clock.pass_(hours=1, minutes=5)
    desk.do(StartDay())
    found = ahead(rundown(desk.state, clock.now()))
    assert found.now is not None
    assert found.next is not None
    assert found.next_break is not None
    assert (found.now.item.id, found.next.item.id, found.next_break.item.title) == (WELCOME, TALK, "Lunch")
    assert found.next_break.expected is not None
    assert found.next_break.expected.start == found.next_break.planned.start + minutes(5)


def test_a_start_that_was_forgotten_is_noticed_and_put_right_with_one_command() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    clock.pass_(hours=1)
    assert due_but_not_started(rundown(desk.state, clock.now()), clock.wall) is None, "nobody is nagged on the second"
    clock.pass_(minutes=2)
    due = due_but_not_started(rundown(desk.state, clock.now()), clock.wall)
    assert due is not None
    assert (due.row.item.id, clock.wall - due.since) == (WELCOME, minutes(2))
    desk.do(StartDay())
    desk.do(StartedAgo(120))
    clock.pass_(minutes=20)
    assert due_but_not_started(rundown(desk.state, clock.now()), clock.wall) is None, (
        "what follows is late, not forgotten"
    )
    desk.do(CutItem(TALK))
    desk.do(CutItem(VOTE))
    desk.do(CutItem(RESULTS))
    clock.pass_(minutes=40)
    due = due_but_not_started(rundown(desk.state, clock.now()), clock.wall)
    assert due is not None
    assert due.row.item.id == END, "its fixed start has come"
    clock.pass_(hours=13)
    assert due_but_not_started(rundown(desk.state, clock.now()), clock.wall) is None


def test_over_time_now_and_at_the_end_of_the_day() -> None:
    clock = FakeClock()
    state = a_state()
    items = {key: item for key, item in state.plan.items.items() if key != END}
    desk = desk_in_memory(clock, replace(state, plan=replace(state.plan, items=items)))
    clock.pass_(hours=1)
    desk.do(StartDay())
    clock.pass_(minutes=14)
    seen = rundown(desk.state, clock.now())
    assert (seen.late, seen.late_at_end) == (minutes(4), minutes(4))
    assert seen.outlook is not None
    assert seen.outlook.earliest == seen.outlook.end == seen.ends == seen.outlook.latest, "nothing is over yet"
    desk.do(Next())
    seen = rundown(desk.state, clock.now())
    assert seen.outlook is not None
    assert seen.outlook.earliest == seen.outlook.end < seen.outlook.latest
    for _ in range(3):
        desk.do(Next())
    seen = rundown(desk.state, clock.now())
    assert (seen.ended, seen.outlook, seen.late_at_end) == (True, None, -minutes(46))
