"""Days like the model one, under rules of every kind: the optimum is what a second solver proves it to be.

`python -m bench.variants` does the same for all of them; here stand those that the second solver proves soonest.
"""

from __future__ import annotations

import importlib.util

import pytest

from facilitator.teams import api
from facilitator.teams.hard import broken_rules
from facilitator.teams.problem import build_problem
from tests.teams.second_opinion import second_opinion
from tests.teams.variants import CHANGES, variant


@pytest.mark.skipif(importlib.util.find_spec("highspy") is None, reason="the second solver is not installed")
@pytest.mark.parametrize("name", ["teams per question"])
def test_every_tier_is_what_a_second_solver_proves(name: str) -> None:
    day = variant(name)
    formation = api.form(day.people(), day.rules(), seed=1, time_limit=300)
    assert formation.broken_rules == ()
    assert all(tier.proven for tier in formation.tiers)
    assert second_opinion(day, formation, 300) == [(tier.value, tier.value) for tier in formation.tiers]


@pytest.mark.parametrize("name", CHANGES)
def test_first_teams_of_every_variant_tell_the_truth(name: str) -> None:
    day = variant(name)
    formation = api.quick_teams(day.people(), day.rules(), seed=1)
    problem = build_problem(day.people(), day.rules())
    assert formation.broken_rules == broken_rules(problem, problem.seats_of(formation.teams))
    assert sorted(member for team in formation.teams for member in team.members) == [one.id for one in day.people()]
