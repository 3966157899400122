"""The simulated host: what it does when, on a day on which all goes by the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import minutes
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.participants.model import Attendance
from facilitator.rehearsal.report import problems
from facilitator.voting.model import Phase, Source
from tests.desk.builders import RESULTS, TALK, a_ballot, a_state
from tests.rehearsal.days import run_hosted, times, told, with_ballots

CHECK_INS = [f"09:00:00 check-in {number}" for number in range(1, 11)]


def test_a_day_runs_by_its_plan_and_waits_for_fixed_starts() -> None:
    report = run_hosted(with_ballots(a_state(), a_ballot()))
    assert told(report) == [
        "09:00:00 start-day",
        *CHECK_INS,
        "09:10:00 next",
        "09:40:00 next",
        "09:50:00 next",
        "09:50:00 reveal-result 1",
        "10:00:00 next",
    ]
    assert times(report) == {
        "Welcome": ("09:00:00", "09:10:00"),
        "Talk": ("09:10:00", "09:40:00"),
        "Vote": ("09:40:00", "09:50:00"),
        "Results": ("09:50:00", "10:00:00"),
        "End": ("10:00:00", "10:00:00"),
    }
    assert report.state.run.ended_at == report.now.wall
    assert not list(problems(report))


def test_a_gap_before_a_fixed_item_is_waited_out() -> None:
    state = a_state()
    items = {**state.plan.items, TALK: replace(state.plan.items[TALK], length=minutes(3), least_length=minutes(1))}
    report = run_hosted(replace(state, plan=Plan(items)))
    assert times(report)["Results"] == ("09:23:00", "10:00:00")


def test_only_those_who_are_expected_are_checked_in() -> None:
    state = a_state()
    away = {1: Attendance.ABSENT, 2: Attendance.WAITING, 3: Attendance.CHECKED_IN}
    people = {
        number: replace(person, attendance=away.get(number, person.attendance))
        for number, person in state.roster.people.items()
    }
    report = run_hosted(replace(state, roster=replace(state.roster, people=people)))
    assert [line for line in told(report) if "check-in" in line] == CHECK_INS[3:]


def test_ballots_without_an_item_are_voted_on_during_the_vote() -> None:
    loose = replace(a_ballot(), item=None)
    lines = told(run_hosted(with_ballots(a_state(), loose)))
    assert lines[-6:] == [
        "09:40:00 next",
        "09:40:00 open-ballot 1",
        "09:50:00 close-ballot 1",
        "09:50:00 next",
        "09:50:00 reveal-result 1",
        "10:00:00 next",
    ]


def test_a_ballot_with_nothing_to_vote_for_is_refused_once_and_the_day_goes_on() -> None:
    empty = replace(a_ballot(), source=Source.CHALLENGES, options=())
    report = run_hosted(with_ballots(a_state(), empty))
    assert [line for line in told(report) if "REFUSED" in line] == ["09:40:00 open-ballot 1 REFUSED"]
    assert report.state.run.ended_at is not None
    assert report.state.voting.ballots[1].phase is Phase.DRAFT


def test_results_wait_for_their_item_and_are_revealed_at_once_if_there_is_none_ahead() -> None:
    early = replace(a_ballot(), item=TALK)
    late = replace(a_ballot(), item=RESULTS)
    lines = told(run_hosted(with_ballots(a_state(), early, late)))
    assert lines[-4:] == [
        "09:50:00 next",
        "09:50:00 reveal-result 1",
        "10:00:00 next",
        "10:00:00 reveal-result 2",
    ]


def test_teams_are_formed_when_they_are_to_be_shown_and_there_are_none() -> None:
    state = a_state()
    items = {**state.plan.items, TALK: replace(state.plan.items[TALK], kind=Kind.TEAMS)}
    report = run_hosted(replace(state, plan=Plan(items)))
    assert "09:10:00 form-teams" in told(report)
    assert len(report.state.teams.teams) > 0
    seated = run_hosted(replace(state, plan=Plan(items), teams=report.state.teams))
    assert not [line for line in told(seated) if "form-teams" in line]


def test_nothing_comes_of_an_empty_agenda_and_it_is_said() -> None:
    report = run_hosted(replace(a_state(), plan=Plan()))
    assert report.log == ()
    assert "agenda is empty" in " ".join(str(problem) for problem in problems(report))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    items = []
    clock = 8 * 60
    for number in range(1, draw(st.integers(1, 12)) + 1):
        length = draw(st.integers(0, 90))
        start = time(clock // 60, clock % 60) if draw(st.booleans()) else None
        kind = draw(st.sampled_from(Kind))
        fixed = start is not None and draw(st.booleans())
        items.append(Item(number, number, f"Item {number}", kind, minutes(length), minutes(0), start, fixed))
        clock = min(clock + length + draw(st.integers(0, 20)), 23 * 60)
    return Plan({item.id: item for item in items})


@given(plans(), st.booleans())
@settings(deadline=None)
def test_every_day_comes_to_its_end_with_every_item_run_in_order(plan: Plan, tied: bool) -> None:
    ballot = replace(a_ballot(), item=1 if tied else None)
    report = run_hosted(with_ballots(State(Event("X", a_state().event.day), plan=plan), ballot))
    assert not list(problems(report))
    actuals = [report.state.run.actuals[item.id] for item in plan.in_order()]
    assert [actual.started for actual in actuals] == sorted(actual.started for actual in actuals)
    for item, actual in zip(plan.in_order(), actuals, strict=True):
        assert actual.ended is not None
        assert actual.ended - actual.started >= item.length
