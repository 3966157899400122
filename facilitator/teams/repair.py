"""The morning of the day: some never came, some came unannounced. As few as possible change teams.

The options begin with "nobody moves" and what that breaks, then the fewest moves that keep every hard rule (proven),
then each further point of the trade-off: one move more at a time, shown where it betters the highest tier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from facilitator.common.frozen import frozen
from facilitator.teams.first_teams import first_teams
from facilitator.teams.formation import Solution, unproven
from facilitator.teams.formulation import Formulation, formulate
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.problem import UNSEATED, Problem
from facilitator.teams.search import Deadline, minimise, single

MOST_FURTHER_MOVES = 8
"""How many moves beyond the fewest the trade-off looks at: more is a new seating, not a repair."""

FEWEST_LIMIT = 20.0
"""Deterministic limit of the search for the fewest moves; a morning of 80 needs less than one unit."""

POINT_LIMIT = 10.0
"""The same for each point of the trade-off. One search alone proves these small problems faster than several."""


@frozen
class Repaired:
    """One option: the allocation, how many of those seated before sit elsewhere, and whether fewer is impossible."""

    solution: Solution
    changed: int
    fewest: bool


def nobody_moves(problem: Problem, home: Sequence[int], seed: int) -> Solution:
    """Everybody seated stays; newcomers get the places that break least. Hard rules may break."""
    seated = tuple((person, team) for person, team in enumerate(home) if team != UNSEATED)
    frozen = replace(problem, pinned=seated)
    return unproven(problem, first_teams(frozen, seed, home))


def fewest_moves(problem: Problem, home: Sequence[int], seed: int, deadline: Deadline) -> Repaired | None:
    """An allocation that keeps the hard rules with the fewest people changing teams, or None if there is none."""
    formulation = formulate(problem)
    formulation.model.minimize(_moved(formulation, home))
    solver = single(seed, deadline.left, FEWEST_LIMIT)
    status = solver.solve(formulation.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    seats = formulation.seats(solver)
    return Repaired(unproven(problem, seats), changed(home, seats), status == cp_model.OPTIMAL)


def trade_off(problem: Problem, home: Sequence[int], seed: int, deadline: Deadline) -> Iterator[Repaired]:
    """The fewest moves that keep the rules, then every larger number that betters the highest tier.

    With each number of moves all tiers are as good as they can be. Ends when arithmetic allows no better highest
    tier, when enough have been tried, or when the time is out; yields nothing when the rules admit no allocation.
    """
    found = fewest_moves(problem, home, seed, deadline)
    if found is None:
        return
    floor = floor_bounds(problem)[:1]
    best: tuple[int, ...] | None = None
    start = found.solution.seats
    for moves in range(found.changed, found.changed + MOST_FURTHER_MOVES + 1):
        if best is not None and (best <= floor or deadline.left < 0.1):
            return
        formulation = formulate(problem)
        formulation.model.add(_moved(formulation, home) <= moves)
        solution = minimise(formulation, problem.tiers, start, single(seed, deadline.left, POINT_LIMIT))
        highest = measure(problem, solution.seats)[:1]
        start = solution.seats
        if best is None or highest < best:
            best = highest
            yield Repaired(solution, changed(home, solution.seats), found.fewest and moves == found.changed)


def changed(home: Sequence[int], seats: Sequence[int]) -> int:
    """How many people who had a team have another one now."""
    return sum(1 for before, after in zip(home, seats, strict=True) if before not in (UNSEATED, after))


def _moved(formulation: Formulation, home: Sequence[int]) -> cp_model.LinearExpr:
    stays = [formulation.seat[person][team] for person, team in enumerate(home) if team != UNSEATED]
    return len(stays) - cp_model.LinearExpr.sum(stays)
