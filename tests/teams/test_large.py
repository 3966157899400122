"""Large days: a part is worth what the whole says it is, divisions bound it, and parts only ever better it."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from facilitator.teams.blocks import Block, blocks_of
from facilitator.teams.checks import contradictions
from facilitator.teams.divide import divided_teams
from facilitator.teams.division import divide
from facilitator.teams.exchange import exchanged
from facilitator.teams.first_teams import first_teams
from facilitator.teams.formation import unproven
from facilitator.teams.hard import broken_rules
from facilitator.teams.large import improve_in_parts, large_teams
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.model import Person, Rules, Tier
from facilitator.teams.problem import build_problem
from facilitator.teams.restrict import restricted
from facilitator.teams.search import Deadline
from facilitator.teams.solver import best_teams
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
    assert divide(problem, blocks_of(problem), 1, Deadline(30)).tier_bounds <= optimum
    divided = divided_teams(problem, start, 1, Deadline(30), refine=refine)
    assert broken_rules(problem, divided.seats) == ()
    assert divided.bounds <= optimum <= measure(problem, divided.seats)
    exchanges = exchanged(problem, unproven(problem, start), 1, lambda: False)
    assert broken_rules(problem, exchanges.seats) == ()
    assert optimum <= measure(problem, exchanges.seats) <= measure(problem, start)


def test_divided_by_teams_at_once_the_bounds_are_the_proven_optimum() -> None:
    people = random_roster(3, 20)
    problem = build_problem(people, Rules())
    optimum = best_teams(problem, first_teams(problem, 1), 1, Deadline(60))
    assert optimum.optimal
    by_team = [Block((team,), *size) for team, size in enumerate(problem.sizes)]
    division = divide(problem, by_team, 1, Deadline(60))
    assert division.tier_bounds == measure(problem, optimum.seats)
    assert measure(problem, division.chosen) == measure(problem, optimum.seats)


def test_a_day_of_200_is_proven_from_above() -> None:
    problem = build_problem(random_roster(3, 200), Rules())
    found = large_teams(problem, first_teams(problem, 3), 3, Deadline(60))
    assert broken_rules(problem, found.seats) == ()
    assert measure(problem, found.seats) == found.bounds


def test_a_day_too_large_to_be_solved_whole_has_all_but_its_last_tier_at_the_bound() -> None:
    problem = build_problem(random_roster(3, 400), Rules())
    divided = divided_teams(problem, first_teams(problem, 3), 3, Deadline(60))
    found = exchanged(problem, divided, 3, lambda: False)
    assert broken_rules(problem, found.seats) == ()
    values = measure(problem, found.seats)
    assert values[:-1] == found.bounds[:-1]
    assert values[-1] <= 1.2 * found.bounds[-1]


def test_when_time_is_out_at_once_the_first_teams_and_true_bounds_are_left() -> None:
    problem = build_problem(random_roster(3, 300), Rules())
    start = first_teams(problem, 3)
    found = large_teams(problem, start, 3, Deadline(0))
    assert found.seats == start
    assert found.bounds == floor_bounds(problem)


def test_nobody_is_kept_from_where_the_best_teams_have_them() -> None:
    problem = build_problem(random_roster(4, 30), Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS, Tier.SECTORS)))
    best = best_teams(problem, first_teams(problem, 1), 1, Deadline(60))
    division = divide(problem, blocks_of(problem), 1, Deadline(60))
    assert best.optimal
    assert division.places
    assert any(len(where) < len(division.blocks) for where in division.places)
    block_of = {team: at for at, block in enumerate(division.blocks) for team in block.teams}
    assert all(block_of[team] in where for team, where in zip(best.seats, division.places, strict=True))


def test_with_places_for_every_first_wish_the_bounds_are_what_teams_reach() -> None:
    people = [Person(number, wishes=("F1", "F2") if number < 10 else ("F2", "F1")) for number in range(20)]
    problem = build_problem(people, Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)))
    found = divided_teams(problem, first_teams(problem, 1), 1, Deadline(30))
    assert measure(problem, found.seats) == found.bounds == (0, 0)
    popular = [Person(number, wishes=("F1", "F2") if number < 16 else ("F2", "F1")) for number in range(20)]
    problem = build_problem(popular, Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)))
    found = divided_teams(problem, first_teams(problem, 1), 1, Deadline(30))
    assert measure(problem, found.seats) == found.bounds == (0, 6)
