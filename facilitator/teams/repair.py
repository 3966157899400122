"""The morning of the day: some never came, some came unannounced. As few as possible change teams.

The options begin with "nobody moves" and what that breaks, then the fewest moves that keep every hard rule (proven),
then each further point of the trade-off: one move more at a time, shown where it betters the highest tier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from facilitator.teams.first_teams import first_teams
from facilitator.teams.formulation import Formulation, formulate
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.problem import UNSEATED, Problem
from facilitator.teams.solver import Deadline, Solution, minimise, new_solver

MOST_FURTHER_MOVES = 8
"""How many moves beyond the fewest the trade-off looks at: more is a new seating, not a repair."""

FEWEST_LIMIT = 20.0


@dataclass(frozen=True, slots=True)
class Repaired:
    """One option: the allocation, how many of those seated before sit elsewhere, and whether fewer is impossible."""

    solution: Solution
    changed: int
    fewest: bool


def nobody_moves(problem: Problem, home: Sequence[int], seed: int) -> Solution:
    """Everybody seated stays; newcomers get the places that break least. Hard rules may break."""
    seated = tuple((person, team) for person, team in enumerate(home) if team != UNSEATED)
    frozen = replace(problem, pinned=seated)
    return Solution(first_teams(frozen, seed, home), floor_bounds(problem), False)


def fewest_moves(problem: Problem, home: Sequence[int], seed: int, deadline: Deadline) -> tuple[int, bool] | None:
    """The fewest people who must change teams and whether that is proven, or None if no allocation keeps the rules."""
    formulation = formulate(problem)
    formulation.model.minimize(_moved(formulation, home))
    formulation.hint(nobody_moves(problem, home, seed).seats)
    solver = new_solver(seed, deadline.left, FEWEST_LIMIT)
    status = solver.solve(formulation.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return round(solver.objective_value), status == cp_model.OPTIMAL


def trade_off(problem: Problem, home: Sequence[int], seed: int, deadline: Deadline) -> Iterator[Repaired]:
    """The fewest moves that keep the rules, then every larger number that betters the highest tier.

    With each number of moves all tiers are as good as they can be. Ends when arithmetic allows no better highest
    tier, when enough have been tried, or when the time is out; yields nothing when the rules admit no allocation.
    """
    found = fewest_moves(problem, home, seed, deadline)
    if found is None:
        return
    fewest, proven = found
    floor = floor_bounds(problem)[:1]
    best: tuple[int, ...] | None = None
    start = nobody_moves(problem, home, seed).seats
    for moves in range(fewest, fewest + MOST_FURTHER_MOVES + 1):
        if best is not None and (best <= floor or deadline.left < 0.1):
            return
        formulation = formulate(problem)
        formulation.model.add(_moved(formulation, home) <= moves)
        formulation.hint(start)
        solution = minimise(formulation, problem.tiers, start, seed, deadline)
        if solution is None:
            return
        highest = measure(problem, solution.seats)[:1]
        start = solution.seats
        if best is None or highest < best:
            best = highest
            yield Repaired(solution, changed(home, solution.seats), proven and moves == fewest)


def changed(home: Sequence[int], seats: Sequence[int]) -> int:
    """How many people who had a team have another one now."""
    return sum(1 for before, after in zip(home, seats, strict=True) if before not in (UNSEATED, after))


def keeps_the_rules(problem: Problem, solution: Solution) -> bool:
    """Whether an allocation breaks no hard rule."""
    return not broken_rules(problem, solution.seats)


def _moved(formulation: Formulation, home: Sequence[int]) -> cp_model.LinearExpr:
    stays = [formulation.seat[person][team] for person, team in enumerate(home) if team != UNSEATED]
    return len(stays) - cp_model.LinearExpr.sum(stays)
