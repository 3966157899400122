"""What holds of any teams that are formed, whoever the people are and whatever the rules."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings

from facilitator.teams import api
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import measure
from facilitator.teams.model import Person, Rules, Tier
from facilitator.teams.problem import build_problem
from tests.teams import brute_force
from tests.teams.instances import small_instances

UNHURRIED = [HealthCheck.too_slow, HealthCheck.filter_too_much]

slow = settings(max_examples=60, deadline=None, suppress_health_check=UNHURRIED)


@slow
@given(small_instances())
def test_formed_teams_hold_everybody_once_and_say_the_truth(instance: tuple[tuple[Person, ...], Rules]) -> None:
    people, rules = instance
    formation = api.form(people, rules, seed=1)
    if not formation.teams and people:
        assert formation.broken_rules
        return
    problem = build_problem(people, rules)
    seats = problem.seats_of(formation.teams)
    assert Counter(member for team in formation.teams for member in team.members) == Counter(p.id for p in people)
    assert all(
        least <= len(team.members) <= most for team, (least, most) in zip(formation.teams, problem.sizes, strict=True)
    )
    assert tuple(tier.value for tier in formation.tiers) == measure(problem, seats)
    assert all(tier.bound <= tier.value for tier in formation.tiers)
    assert bool(formation.broken_rules) == bool(broken_rules(problem, seats))


@settings(slow, max_examples=40)
@given(small_instances())
def test_small_days_are_as_good_as_the_best_of_all_allocations(instance: tuple[tuple[Person, ...], Rules]) -> None:
    people, rules = instance
    problem = build_problem(people, rules)
    assume(len(problem.slots) ** len(people) <= 20_000)
    best = brute_force.best_values(problem)
    formation = api.form(people, rules, seed=1)
    if best is None:
        assert formation.broken_rules
    else:
        assert tuple(tier.value for tier in formation.tiers) == best
        assert all(tier.proven for tier in formation.tiers)


@slow
@given(small_instances())
def test_quick_teams_measure_as_the_definitions_say(instance: tuple[tuple[Person, ...], Rules]) -> None:
    people, rules = instance
    formation = api.quick_teams(people, rules, seed=2)
    problem = build_problem(people, rules)
    assert formation.teams == api.quick_teams(people, rules, seed=2).teams
    expected = brute_force.tier_values(problem, problem.seats_of(formation.teams))
    assert tuple(tier.value for tier in formation.tiers) == expected


@pytest.mark.parametrize(
    ("people", "teams", "sizes"),
    [(0, None, []), (1, None, [1]), (3, 4, [0, 1, 1, 1]), (7, None, [3, 4]), (11, None, [3, 4, 4]), (5, 1, [5])],
)
def test_any_number_of_people_makes_sensible_teams(people: int, teams: int | None, sizes: list[int]) -> None:
    formation = api.form([Person(number, organisation="A") for number in range(people)], Rules(teams=teams))
    assert sorted(len(team.members) for team in formation.teams) == sizes
    assert formation.broken_rules == ()
    assert all(tier.proven for tier in formation.tiers)


def test_people_without_a_sector_are_spread_like_a_sector() -> None:
    people = [Person(number, sector=None if number % 5 == 0 else number % 5) for number in range(20)]
    formation = api.form(people, Rules(), seed=1)
    assert all(sum(member % 5 == 0 for member in team.members) == 1 for team in formation.teams)


def test_the_order_of_tiers_decides_what_gives_way() -> None:
    people = [Person(n, organisation="A" if n < 2 else "B", wishes=("F1",) if n < 2 else ("F2",)) for n in range(4)]
    apart = api.form(people, Rules(teams=2, tiers=(Tier.ORGANISATIONS, Tier.OUTSIDE_WISHES)))
    wished = api.form(people, Rules(teams=2, tiers=(Tier.OUTSIDE_WISHES, Tier.ORGANISATIONS)))
    assert [tier.value for tier in apart.tiers] == [0, 2]
    assert [tier.value for tier in wished.tiers] == [0, 2]
