"""Random mornings of 80: no-shows and walk-ins, the fewest moves proven, and found to be so by a second solver."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from facilitator.teams import api
from facilitator.teams.hard import broken_rules, quota_limits
from facilitator.teams.model import Person
from facilitator.teams.problem import UNSEATED, Problem
from facilitator.teams.repair import fewest_moves
from facilitator.teams.rules import seated_problem
from facilitator.teams.search import Deadline
from tests.teams.instances import AGENCY, model_instance

MORNINGS = 16


def morning(seed: int) -> tuple[Person, ...]:
    """Those who are there: 1–16 of the 80 missing, 0–6 come unannounced."""
    random, people = Random(seed), model_instance().people
    gone = set(random.sample(range(1, 81), random.randint(1, 16)))
    walk_ins = [replace(random.choice(people), id=1000 + number) for number in range(random.randint(0, 6))]
    return (*(person for person in people if person.id not in gone), *walk_ins)


def described(problem: Problem, home: Sequence[int]) -> dict[str, Any]:
    """The morning in the second solver's terms."""
    low, high = problem.sizes[0]
    by_size = problem.rules.quota_ranges[0].by_size
    return {
        "people": [
            {
                "languages": person.languages,
                "organisation": person.organisation,
                "agency": person.quota == AGENCY,
                "facilitates": "facilitering" in person.skills,
                "home": team if team != UNSEATED else None,
            }
            for person, team in zip(problem.people, home, strict=True)
        ],
        "teams": len(problem.slots),
        "sizes": [low, high],
        "agency": {size: quota_limits(by_size, size) for size in range(low, high + 1)},
        "languages": problem.rules.common_languages,
        "together": problem.together,
        "apart": problem.apart,
        "accessible": {
            "people": problem.needs_accessible,
            "teams": [team for team, slot in enumerate(problem.slots) if slot.accessible],
        },
        "fixed": problem.fixed,
    }


@pytest.mark.skipif(importlib.util.find_spec("highspy") is None, reason="the second solver is not installed")
def test_the_fewest_moves_are_the_fewest_and_proven() -> None:
    state = model_instance().optimal_teams()
    found: list[int | None] = []
    asked: list[str] = []
    for seed in range(MORNINGS):
        problem = seated_problem(state, morning(seed), even=True)
        home = problem.seats_of(state.teams.values())
        repaired = fewest_moves(problem, home, 1, Deadline(30))
        if repaired is not None:
            assert repaired.fewest
            assert broken_rules(problem, repaired.solution.seats) == ()
        found.append(repaired.changed if repaired is not None else None)
        asked.append(json.dumps(described(problem, home)))
    second = subprocess.run(
        [sys.executable, "-m", "tests.teams.second_solver"],
        input="\n".join(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    assert found == [json.loads(line) for line in second.stdout.splitlines()]


@pytest.mark.parametrize("seed", [3, 8])
def test_every_option_keeps_the_rules_and_each_further_one_is_better_mixed(seed: int) -> None:
    here = morning(seed)
    *options, last = api.repair(here, model_instance().optimal_teams(), seed=1)
    for option in options or [last]:
        assert option.formation.broken_rules == ()
        members = sorted(member for team in option.formation.teams for member in team.members)
        assert members == sorted(person.id for person in here)
    assert [option.changed for option in options] == sorted({option.changed for option in options})
    highest = [option.formation.tiers[0].value for option in options]
    assert highest == sorted(set(highest), reverse=True)
