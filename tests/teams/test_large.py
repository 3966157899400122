"""Large days: a part is worth what the whole says it is, divisions bound it, and parts only ever better it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from facilitator.teams.blocks import Block, blocks_of
from facilitator.teams.checks import contradictions
from facilitator.teams.divide import divide, divided_teams
from facilitator.teams.first_teams import first_teams
from facilitator.teams.formation import unproven
from facilitator.teams.hard import broken_rules
from facilitator.teams.large import improve_in_parts, joint_bounds, large_teams
from facilitator.teams.measure import measure
from facilitator.teams.model import Person, Rules, Tier
from facilitator.teams.problem import build_problem
from facilitator.teams.restrict import restricted
from facilitator.teams.solver import Deadline, best_teams
from tests.teams.instances import model_instance, random_roster, small_instances

DAY = build_problem(model_instance().people, model_instance().rules)
SEATS = first_teams(DAY, 1)


@settings(deadline=None, max_examples=30)
@given(st.sets(st.integers(0, 15)))
def test_two_parts_are_worth_the_whole(chosen: set[int]) -> None:
    total = [0] * len(DAY.tiers)
    for teams in (sorted(chosen), sorted(set(range(16)) - chosen)):
        people = [person for person, team in enumerate(SEATS) if team in teams]
        part = restricted(DAY, people, teams)
        seats = [teams.index(SEATS[person]) for person in people]
        assert broken_rules(part, seats) == ()
        total = [so_far + more for so_far, more in zip(total, measure(part, seats), strict=True)]
    assert tuple(total) == measure(DAY, SEATS)


def test_parts_only_better_the_whole_and_a_seed_repeats() -> None:
    problem = build_problem(random_roster(5, 70), Rules())
    start = unproven(problem, first_teams(problem, 1))
    told: list[tuple[int, ...]] = []

    def tell(seats: object, bounds: object) -> None:
        assert isinstance(seats, tuple)
        told.append(measure(problem, seats))

    first = improve_in_parts(problem, start, 1, Deadline(120), tell)
    assert broken_rules(problem, first.seats) == ()
    assert told == sorted(set(told), reverse=True)
    assert told[0] < measure(problem, start.seats)
    assert first.seats == improve_in_parts(problem, start, 1, Deadline(120)).seats


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.filter_too_much])
@given(small_instances(), st.booleans())
def test_what_a_division_promises_no_teams_undercut(instance: tuple[tuple[Person, ...], Rules], refine: bool) -> None:
    people, rules = instance
    problem = build_problem(people, rules)
    assume(people and not contradictions(problem))
    start = first_teams(problem, 1)
    assume(not broken_rules(problem, start))  # what `best_teams` asks for
    best = best_teams(problem, start, 1, Deadline(30))
    assert broken_rules(problem, best.seats) == ()
    assert best.optimal
    optimum = measure(problem, best.seats)
    division = divide(problem, blocks_of(problem), 1, Deadline(30))
    assert division is not None
    assert tuple(division.bounds[tier] for tier in problem.tiers) <= optimum
    divided = divided_teams(problem, 1, Deadline(30), refine=refine)
    if divided is not None:
        assert broken_rules(problem, divided.seats) == ()
        assert divided.bounds <= optimum <= measure(problem, divided.seats)


def test_divided_by_teams_at_once_the_bounds_are_the_proven_optimum() -> None:
    people = random_roster(3, 20)
    problem = build_problem(people, Rules())
    optimum = best_teams(problem, first_teams(problem, 1), 1, Deadline(60))
    assert optimum.optimal
    by_team = [Block((team,), *size) for team, size in enumerate(problem.sizes)]
    division = divide(problem, by_team, 1, Deadline(60))
    assert division is not None
    assert tuple(division.bounds[tier] for tier in problem.tiers) == measure(problem, optimum.seats)
    assert measure(problem, division.chosen) == measure(problem, optimum.seats)


@pytest.mark.parametrize("seed", [3, 5])
def test_a_day_of_200_is_proven_from_above(seed: int) -> None:
    problem = build_problem(random_roster(seed, 200), Rules())
    found = large_teams(problem, first_teams(problem, seed), seed, Deadline(60))
    assert broken_rules(problem, found.seats) == ()
    assert measure(problem, found.seats) == found.bounds


def test_bounds_of_two_kinds_are_joined_only_as_far_as_they_speak_of_the_same() -> None:
    assert joint_bounds((0, 5, 7), (0, 5, 6), (0, 4, 0)) == (0, 5, 6)
    assert joint_bounds((2, 5, 7), (0, 5, 7), (2, 3, 0)) == (2, 3, 0)
    assert joint_bounds((1, 1), (0, 1), (0, 1)) == (0, 0)


def test_with_places_for_every_first_wish_the_bounds_are_what_teams_reach() -> None:
    people = [Person(number, wishes=("F1", "F2") if number < 10 else ("F2", "F1")) for number in range(20)]
    problem = build_problem(people, Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)))
    found = divided_teams(problem, 1, Deadline(30))
    assert found is not None
    assert measure(problem, found.seats) == found.bounds == (0, 0)
    popular = [Person(number, wishes=("F1", "F2") if number < 16 else ("F2", "F1")) for number in range(20)]
    problem = build_problem(popular, Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)))
    found = divided_teams(problem, 1, Deadline(30))
    assert found is not None
    assert measure(problem, found.seats) == found.bounds == (0, 6)
