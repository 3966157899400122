"""Moves by hand: shown before they are made, measured as any teams are, refused where something is locked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import NotFound, UserError
from facilitator.teams import api
from facilitator.teams.measure import measure
from facilitator.teams.model import Rules, Teams
from facilitator.teams.rules import (
    adopt,
    lock_person,
    lock_team,
    move_participant,
    preview_move,
    preview_swap,
    seated_problem,
    swap_participants,
    team_of,
)
from tests.teams.instances import model_instance, random_roster

PEOPLE = random_roster(1, 20)
STATE = adopt(Teams(), api.quick_teams(PEOPLE, Rules(), seed=1))
IDS = st.sampled_from([person.id for person in PEOPLE])


def values(state: Teams) -> tuple[int, ...]:
    problem = seated_problem(state, PEOPLE)
    return measure(problem, problem.seats_of(state.teams.values()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(IDS, IDS | st.none(), st.none() | st.integers(1, 4)), max_size=6))
def test_any_moves_keep_everybody_in_at_most_one_team_and_tell_the_truth(
    steps: list[tuple[int, int | None, int | None]],
) -> None:
    state = STATE
    for person, other, team in steps:
        if other is not None:
            preview = preview_swap(state, PEOPLE, person, other)
            state = swap_participants(state, PEOPLE, person, other)
        else:
            preview = preview_move(state, PEOPLE, person, team)
            state = move_participant(state, PEOPLE, person, team)
        assert tuple(change.after for change in preview.changes) == values(state)
    members = [member for team in state.teams.values() for member in team.members]
    assert len(members) == len(set(members))
    if steps:
        assert tuple(tier.value for tier in state.tiers) == values(state)
        assert all(tier.bound <= tier.value for tier in state.tiers)


def test_a_swap_undoes_itself() -> None:
    there = swap_participants(STATE, PEOPLE, 1, 2)
    assert swap_participants(there, PEOPLE, 2, 1).teams == STATE.teams


def test_a_proven_tier_stays_proven_only_while_those_above_it_are_unchanged() -> None:
    people = model_instance().people
    state = adopt(Teams(rules=model_instance().rules), api.form(people, model_instance().rules, seed=1))
    assert all(tier.proven for tier in state.tiers)
    moved = move_participant(state, people, 1, None)
    back = move_participant(moved, people, 1, next(t.number for t in state.teams.values() if 1 in t.members))
    assert [tier.value for tier in back.tiers] == [tier.value for tier in state.tiers]
    assert moved.tiers[0].value > 0
    assert not any(tier.proven for tier in moved.tiers)


def test_a_preview_names_rules_that_would_break_and_is_instant() -> None:
    day = model_instance()
    state = day.optimal_teams()
    fixed = day.references["P0013"]
    began = time.perf_counter()
    preview = preview_move(state, day.people, fixed, 1)
    assert time.perf_counter() - began < 0.5
    assert {"size", "fixed"} <= {broken.rule for broken in preview.newly_broken}


def test_locks_forbid_moves_until_they_are_lifted() -> None:
    home = team_of(STATE, 1)
    assert home is not None
    away = next(number for number in STATE.teams if number != home.number)
    person_locked = lock_person(STATE, 1, True)
    with pytest.raises(UserError, match="locked to their team"):
        move_participant(person_locked, PEOPLE, 1, away)
    with pytest.raises(UserError, match="is locked"):
        move_participant(lock_team(STATE, away, True), PEOPLE, 1, away)
    assert lock_person(person_locked, 1, False) == STATE
    assert lock_team(lock_team(STATE, away, True), away, False) == STATE


def test_people_and_teams_who_are_not_there_are_refused() -> None:
    with pytest.raises(NotFound, match="no team 99"):
        move_participant(STATE, PEOPLE, 1, 99)
    with pytest.raises(NotFound, match="Participant 999"):
        move_participant(STATE, PEOPLE, 999, 1)
    with pytest.raises(NotFound, match="sits in no team"):
        lock_person(STATE, 999, True)


def test_a_locked_team_is_kept_as_it_is_when_teams_are_formed_anew() -> None:
    locked = lock_team(STATE, 2, True)
    formation = api.form(PEOPLE, Rules(), seed=9, current=locked)
    assert formation.teams[1].members == STATE.teams[2].members
    assert formation.teams[1].locked
    assert formation.broken_rules == ()
