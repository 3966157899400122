"""The pitches of a day: by commands, with undo, beside the item's clock, and as teams see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.agenda.model import Kind, Plan
from facilitator.common.clock import minutes, seconds
from facilitator.common.errors import Stale, UserError
from facilitator.desk.commands import Undo
from facilitator.desk.desk import Desk
from facilitator.desk.pitching import pitching
from facilitator.desk.state import State
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.teams.commands import FormTeams
from facilitator.teams.model import Team, Teams
from facilitator.timer.commands import (
    DrawPitches,
    Next,
    NextPitch,
    OrderPitches,
    Pause,
    PitchAbsent,
    RequeuePitch,
    Resume,
    SetPitchTimes,
    SkipToTeam,
    StartDay,
    SwapPitches,
)
from facilitator.timer.model import PitchPhase
from facilitator.timer.sharing import phase_left
from tests.desk.builders import TALK, a_state, desk_in_memory
from tests.fakes import FakeClock

THREE = {"teams": 3}


def with_pitches(count: int = 4) -> State:
    """The small event; its second item, 30 minutes, are pitches of so many teams."""
    state = a_state()
    items = {**state.plan.items, TALK: replace(state.plan.items[TALK], kind=Kind.PITCHES)}
    teams = {number: Team(number, str(number), None, ()) for number in range(1, count + 1)}
    return replace(state, plan=Plan(items), teams=Teams(teams=teams))


def on_stage() -> tuple[Desk, FakeClock]:
    clock = FakeClock()
    desk = desk_in_memory(clock, with_pitches())
    desk.do(StartDay())
    desk.do(Next())
    return desk, clock


def waiting(desk: Desk) -> list[int]:
    return list(desk.state.run.pitches.waiting)


def scene(desk: Desk) -> SceneName:
    return desk.state.stage.scene


def test_the_item_fills_the_queue_in_team_order_and_shows_the_pitches() -> None:
    desk, _ = on_stage()
    assert desk.state.run.pitches.waiting == (1, 2, 3, 4)
    assert desk.state.run.pitches.seed is None
    assert desk.state.stage.scene is SceneName.PITCH


def test_a_draw_shows_its_seed_and_can_be_repeated() -> None:
    desk, _ = on_stage()
    drawn = desk.do(DrawPitches()).result
    assert drawn["seed"] == desk.state.run.pitches.seed
    assert tuple(drawn["teams"]) == desk.state.run.pitches.waiting
    desk.do(OrderPitches((4, 3, 2, 1)))
    assert desk.do(DrawPitches(drawn["seed"])).result == drawn


def test_an_order_drawn_before_the_item_is_kept_when_it_starts() -> None:
    desk = desk_in_memory(state=with_pitches())
    desk.do(DrawPitches(2026))
    order = desk.state.run.pitches.waiting
    desk.do(StartDay())
    desk.do(Next())
    assert (desk.state.run.pitches.waiting, desk.state.run.pitches.seed) == (order, 2026)


def test_phases_follow_each_other_and_all_share_the_time() -> None:
    desk, clock = on_stage()
    seen = []
    for _ in range(11):
        desk.do(NextPitch())
        now = desk.state.run.pitches.now
        assert now is not None
        seen.append((now.team, now.phase, now.length))
        clock.pass_(seconds=now.length / 1000)
    # 30 minutes, less 4 × 1:00 for questions and 3 × 0:30 for change-overs, in four: 6:07 each.
    length = {PitchPhase.PITCH: seconds(367), PitchPhase.QUESTIONS: minutes(1), PitchPhase.CHANGE_OVER: seconds(30)}
    assert [(team, phase) for team, phase, _ in seen[:5]] == [
        (1, PitchPhase.PITCH),
        (1, PitchPhase.QUESTIONS),
        (2, PitchPhase.CHANGE_OVER),
        (2, PitchPhase.PITCH),
        (2, PitchPhase.QUESTIONS),
    ]
    assert all(abs(given - length[phase]) <= 1_000 for _, phase, given in seen)
    desk.do(NextPitch())
    assert desk.state.run.pitches.done == (1, 2, 3, 4)
    assert desk.state.run.pitches.now is None
    with pytest.raises(UserError, match="All teams have pitched"):
        desk.do(NextPitch())


def test_the_pitch_is_held_with_the_item() -> None:
    desk, clock = on_stage()
    desk.do(SetPitchTimes(120, 60, 30))
    desk.do(NextPitch())
    clock.pass_(seconds=20)
    desk.do(Pause())
    clock.pass_(minutes=10)
    now = desk.state.run.pitches.now
    assert now is not None
    assert phase_left(now, clock.now()) == seconds(100)
    desk.do(NextPitch())  # called while all is held: their minute begins with the rest
    clock.pass_(minutes=1)
    desk.do(Resume())
    clock.pass_(seconds=5)
    now = desk.state.run.pitches.now
    assert now is not None
    assert (now.phase, phase_left(now, clock.now())) == (PitchPhase.QUESTIONS, seconds(55))


def test_a_command_for_a_team_that_is_no_longer_on_stage_is_refused_with_the_reason() -> None:
    desk, _ = on_stage()
    desk.do(NextPitch())
    desk.do(SkipToTeam(1))
    for stale in (NextPitch(1), SkipToTeam(1)):
        with pytest.raises(Stale, match="Team 2 is on stage"):
            desk.do(stale)
    with pytest.raises(Stale, match="not waiting"):
        desk.do(PitchAbsent(1))
    with pytest.raises(Stale, match="not waiting"):
        desk.do(SwapPitches(1, 3))


def test_the_queue_needs_its_item_only_to_go_on_stage() -> None:
    desk = desk_in_memory(state=with_pitches())
    desk.do(OrderPitches((4,)))
    desk.do(PitchAbsent(2))
    assert desk.state.run.pitches.waiting == (4, 1, 3)
    for early in (NextPitch(), SkipToTeam()):
        with pytest.raises(UserError, match="No pitches are on the clock"):
            desk.do(early)


def test_who_was_on_stage_when_the_item_ended_has_had_their_turn() -> None:
    desk, _ = on_stage()
    desk.do(NextPitch())
    before = desk.state.run
    desk.do(Next())
    assert (desk.state.run.pitches.done, desk.state.run.pitches.now) == ((1,), None)
    desk.do(Undo())
    assert desk.state.run == before
    desk.do(SkipToTeam())
    desk.do(Next())
    assert desk.state.run.pitches.waiting == (2, 3, 4)  # called, but not begun


def test_new_teams_keep_the_queue_in_step_but_do_not_begin_one() -> None:
    desk = desk_in_memory(state=with_pitches())
    desk.do(FormTeams(THREE))
    assert waiting(desk) == []
    desk.do(OrderPitches((3, 1, 2)))
    desk.do(FormTeams({**THREE, "teams": 5}))
    assert waiting(desk) == [3, 1, 2, 4, 5]
    desk.do(FormTeams({**THREE, "teams": 2}))
    assert waiting(desk) == [1, 2]


def test_every_command_is_undone_exactly() -> None:
    desk, clock = on_stage()
    desk.do(NextPitch())
    desk.do(PitchAbsent(4))
    commands = (
        *(DrawPitches(), OrderPitches((3,)), SwapPitches(2, 3), SetPitchTimes(90), NextPitch(), SkipToTeam(1)),
        *(PitchAbsent(1), PitchAbsent(2), RequeuePitch(4), RequeuePitch(4, first=True), Pause()),
    )
    for command in commands:
        before = desk.state
        clock.pass_(seconds=3)
        desk.do(command)
        assert desk.state.run != before.run
        desk.do(Undo())
        assert desk.state.run == before.run
        assert desk.state.stage == before.stage


def test_the_pitch_scene_comes_by_itself_but_never_over_what_the_host_shows() -> None:
    desk, _ = on_stage()
    desk.do(Show(SceneName.CLOCK))
    desk.do(NextPitch())
    assert scene(desk) is SceneName.PITCH
    desk.do(Show(SceneName.AGENDA))
    desk.do(SkipToTeam())
    assert scene(desk) is SceneName.AGENDA


def test_a_team_sees_how_long_it_is_until_its_turn() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock, with_pitches())
    desk.do(SetPitchTimes(120, 0, 30))
    ahead = pitching(desk.state, clock.now())
    assert ahead is not None
    assert not ahead.running
    ten_past_nine = clock.wall + minutes(70)
    assert list(ahead.turns.values()) == [ten_past_nine + turn * seconds(150) for turn in range(4)]

    desk.do(StartDay())
    desk.do(Next())
    desk.do(NextPitch())
    clock.pass_(seconds=50)
    seen = pitching(desk.state, clock.now())
    assert seen is not None
    assert (seen.running, seen.left, seen.share.teams) == (True, seconds(70), 3)
    assert seen.until(2, clock.now()) == seconds(100)
    assert seen.until(1, clock.now()) is None
    desk.do(NextPitch())
    called = pitching(desk.state, clock.now())
    assert called is not None
    assert called.until(2, clock.now()) == seconds(30)
    assert called.share.teams == 3


def test_there_is_nothing_to_see_without_teams_or_after_the_pitches() -> None:
    clock = FakeClock()
    assert pitching(a_state(), clock.now()) is None
    desk, clock = on_stage()
    desk.do(Next())
    assert pitching(desk.state, clock.now()) is None
