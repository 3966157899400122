"""The model day: exactly the proven optimum in every tier, the same on every run, and repaired with two moves."""

from __future__ import annotations

import msgspec
import pytest

from facilitator.teams import api
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import measure
from facilitator.teams.model import Rules, Teams, Tier
from facilitator.teams.problem import build_problem
from facilitator.teams.rules import adopt, seated_problem
from tests.teams.instances import model_instance, random_roster, roster


def test_the_optimum_on_file_measures_as_it_says() -> None:
    day = model_instance()
    problem = build_problem(day.people, day.rules)
    seats = problem.seats_of(day.optimal_teams().teams.values())
    assert measure(problem, seats) == tuple(day.optimum["tiers"].values())
    assert broken_rules(problem, seats) == ()


def test_every_tier_reaches_the_proven_optimum_and_a_seed_repeats() -> None:
    day = model_instance()
    first, second = (api.form(day.people, day.rules, seed=7) for _ in range(2))
    assert [tier.value for tier in first.tiers] == list(day.optimum["tiers"].values())
    assert all(tier.proven and tier.bound == tier.value for tier in first.tiers)
    assert first.broken_rules == ()
    assert first.teams == second.teams


def test_first_teams_keep_every_hard_rule_without_the_solver() -> None:
    day = model_instance()
    for seed in range(5):
        assert api.quick_teams(day.people, day.rules, seed=seed).broken_rules == ()


@pytest.mark.parametrize("seed", range(3))
def test_a_roster_without_rules_is_mixed_as_evenly_as_arithmetic_allows(seed: int) -> None:
    people = roster() if seed == 0 else random_roster(seed)
    formation = api.form(people, Rules(), seed=seed)
    values = {tier.name: tier for tier in formation.tiers}
    assert [len(team.members) for team in formation.teams] == [5] * 16
    assert [team.question for team in formation.teams] == [f"F{1 + i // 2}" for i in range(16)]
    assert all(tier.proven for tier in formation.tiers)
    assert all(values[tier].value == 0 for tier in (Tier.SECTORS, Tier.QUOTAS, Tier.ORGANISATIONS))


def test_the_morning_is_repaired_with_the_fewest_moves() -> None:
    day = model_instance()
    options = api.repair(day.people_at_0845(), day.optimal_teams(), seed=1)
    fewest = options[0]
    assert fewest.changed == day.morning["min_moves"]
    assert fewest.fewest
    moves = [move for move in fewest.formation.moves if move.from_team is not None and move.to_team is not None]
    assert len(moves) == day.morning["min_moves"]
    expected = {point["moves"]: point["tiers"] for point in day.morning["pareto_moves_vs_tiers"]}
    found = {option.changed: [tier.value for tier in option.formation.tiers] for option in options[:5]}
    assert found == {moves: expected[moves] for moves in (2, 3, 4, 5, 6)}
    assert all(option.formation.broken_rules == () for option in options[:-1])
    stay = options[-1]
    assert stay.changed == 0
    assert {broken.rule for broken in stay.formation.broken_rules} == {"common_language"}


def test_locked_people_and_teams_never_move() -> None:
    day = model_instance()
    state = day.optimal_teams()
    here = day.people_at_0845()
    fewest = api.repair(here, state, further=False)[0]
    moved = [move.participant for move in fewest.formation.moves if move.from_team and move.to_team]
    assert moved
    locked = Teams(rules=state.rules, teams=state.teams, locked_people=tuple(moved))
    for option in api.repair(here, locked, further=False):
        assert not {move.participant for move in option.formation.moves if move.to_team}.intersection(moved)
    formed = api.form(day.people, day.rules, seed=3, current=locked)
    assert not {move.participant for move in formed.moves}.intersection(moved)


def test_the_state_survives_json_as_it_is() -> None:
    day = model_instance()
    state = adopt(Teams(rules=day.rules), api.quick_teams(day.people, day.rules, seed=1))
    assert msgspec.json.decode(msgspec.json.encode(state), type=Teams) == state


def test_existing_teams_measure_the_same_under_their_own_slots() -> None:
    day = model_instance()
    state = day.optimal_teams()
    problem = seated_problem(state, day.people)
    assert measure(problem, problem.seats_of(state.teams.values())) == tuple(day.optimum["tiers"].values())
