"""Table rounds in which nobody meets twice."""

from __future__ import annotations

from itertools import combinations

import pytest

from facilitator.common.errors import UserError
from facilitator.teams import api
from facilitator.teams.measure import measure
from facilitator.teams.model import Person, RoundPlan, Rules, Tier
from facilitator.teams.problem import build_problem
from tests.teams.instances import roster


def meetings(plan: RoundPlan) -> list[tuple[int, int]]:
    return [pair for teams in plan.rounds for team in teams for pair in combinations(sorted(team.members), 2)]


def test_five_rounds_of_eighty_people_have_no_repeat_and_even_sectors() -> None:
    plan = api.rounds(roster(), Rules(), 5, seed=1)
    met = meetings(plan)
    assert len(plan.rounds) == 5
    assert len(met) == len(set(met)) == 5 * 16 * 10
    assert (plan.repeats, plan.bound, plan.proven) == (0, 0, True)
    assert plan.rounds == api.rounds(roster(), Rules(), 5, seed=1).rounds
    problem = build_problem(roster(), Rules(tiers=(Tier.SECTORS,)))
    assert all(measure(problem, problem.seats_of(teams)) == (0,) for teams in plan.rounds)


def test_repeats_that_must_be_are_counted_and_bounded() -> None:
    plan = api.rounds([Person(number) for number in range(9)], Rules(teams=3), 6, seed=1)
    met = meetings(plan)
    assert plan.repeats == len(met) - len(set(met)) == 18
    assert plan.bound == 18


def test_people_who_have_met_before_the_rounds_are_kept_apart() -> None:
    rules = Rules(teams=3, met=((0, 1, 2), (3, 4, 5)))
    plan = api.rounds([Person(number) for number in range(9)], rules, 2, seed=1)
    assert plan.repeats == 0
    assert not {(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)}.intersection(meetings(plan))


def test_no_round_is_refused() -> None:
    with pytest.raises(UserError, match="one round"):
        api.rounds(roster(), Rules(), 0)
