"""The best teams: all tiers in one lexicographic objective, and where that is not proven soon, tier by tier.

Evenness that arithmetic promises and some allocation reaches is demanded outright; only where it cannot be had are
deviations paid for.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from facilitator.teams.formation import Solution
from facilitator.teams.formulation import EVENNESS, demand_evenness, formulate
from facilitator.teams.in_turn import settle_in_turn
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem
from facilitator.teams.search import Deadline, OnSeats, minimise, single, solved

FIRST_LIMIT = 8.0
"""Deterministic limit of the search for all tiers at once: alone and with the tightest relaxation, which proves most
days of 80 people in 1 to 6 units (about a second each) and leaves the other cores to the room."""

TRIAL_LIMIT = 4.0
"""The same for the question whether full evenness can be had at all."""


def best_teams(
    problem: Problem, start: Sequence[int], seed: int, deadline: Deadline, on_seats: OnSeats | None = None
) -> Solution:
    """The best allocation found within the limits; `start` must keep the hard rules and is the answer if nothing
    better is found in time."""
    even, begin = _evenness_to_demand(problem, start, seed, deadline)
    found = _search(problem, even, begin, single(seed, deadline.left, FIRST_LIMIT), on_seats)
    if found.optimal or deadline.over:
        return found
    return settle_in_turn(problem, even, found, seed, deadline, on_seats)


def good_teams(problem: Problem, start: Sequence[int], seed: int, deadline: Deadline, limit: float) -> Solution:
    """The best allocation that one search with this deterministic limit finds; `start`, which may break hard rules, if
    it finds none."""
    even, begin = _evenness_to_demand(problem, start, seed, deadline)
    return _search(problem, even, begin, single(seed, deadline.left, limit))


def _search(
    problem: Problem,
    even: Sequence[Tier],
    begin: Sequence[int],
    solver: cp_model.CpSolver,
    on_seats: OnSeats | None = None,
) -> Solution:
    formulation = formulate(problem)
    demand_evenness(formulation, even)
    return minimise(formulation, tuple(tier for tier in problem.tiers if tier not in even), begin, solver, on_seats)


def _evenness_to_demand(
    problem: Problem, start: Sequence[int], seed: int, deadline: Deadline
) -> tuple[tuple[Tier, ...], Sequence[int]]:
    """The longest run of leading evenness tiers whose arithmetic bounds can be had all at once, and seats that do."""
    leading: list[Tier] = []
    for tier in problem.tiers:
        if tier not in EVENNESS:
            break
        leading.append(tier)
    values, floors = measure(problem, start), floor_bounds(problem)
    for length in range(len(leading), 0, -1):
        even = tuple(leading[:length])
        if values[:length] == floors[:length]:
            return even, start
        trial = formulate(problem)
        demand_evenness(trial, even)
        solver = single(seed, deadline.left, TRIAL_LIMIT)
        if solved(solver.solve(trial.model)):
            return even, trial.seats(solver)
    return (), start
