"""One search with CP-SAT: how long it may take, what is minimised, and what its bound says.

Searches are limited in the solver's own deterministic time, so that a seed gives the same teams on every run and any
number of cores; the clock only cuts off what takes too long.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from facilitator.teams.formation import Solution, unproven
from facilitator.teams.formulation import Formulation, add_tiers
from facilitator.teams.measure import ceilings, floor_bounds, measure
from facilitator.teams.model import Tier
from facilitator.teams.weights import lexicographic_weights, tier_bounds

SOLVER_WORKERS = 8
"""Searches that are interleaved, on any number of cores."""

OnSeats = Callable[[Sequence[int], Sequence[int]], None]
"""Told of every better allocation: seats, and the bound of each tier."""


class Deadline:
    """The time that a piece of work may take, measured on the monotonic clock."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """The time runs from here."""
        self._clock = clock
        self._start = clock()
        self._seconds = seconds

    @property
    def spent(self) -> float:
        """Seconds since the start."""
        return self._clock() - self._start

    @property
    def left(self) -> float:
        """Seconds left, never less than a hundredth."""
        return max(0.01, self._seconds - self.spent)

    @property
    def over(self) -> bool:
        """Whether the time is out."""
        return self.spent >= self._seconds


def minimise(
    formulation: Formulation,
    tiers: Sequence[Tier],
    start: Sequence[int],
    solver: cp_model.CpSolver,
    on_seats: OnSeats | None = None,
) -> Solution:
    """Solve a model for some tiers in order; the evenness demanded of it stands for the tiers above them.

    `start` must satisfy the model: CP-SAT 9.15 aborts when an interleaved search finds a hinted model infeasible.
    """
    problem = formulation.problem
    floors = dict(zip(problem.tiers, floor_bounds(problem), strict=True))
    tops = dict(zip(problem.tiers, ceilings(problem), strict=True))
    weights = lexicographic_weights([tops[tier] for tier in tiers])
    add_tiers(formulation, tiers)
    for tier in tiers:
        formulation.model.add(formulation.tiers[tier] >= floors[tier])
    formulation.model.minimize(
        cp_model.LinearExpr.weighted_sum([formulation.tiers[tier] for tier in tiers], list(weights))
    )

    def bounds(best_bound: float, seats: Sequence[int]) -> tuple[int, ...]:
        values = dict(zip(problem.tiers, measure(problem, seats), strict=True))
        low = tier_bounds(whole_bound(best_bound), weights, [values[tier] for tier in tiers])
        known = dict(zip(tiers, low, strict=True))
        return tuple(max(floors[tier], known.get(tier, 0)) for tier in problem.tiers)

    formulation.hint(start)
    callback = _Teller(formulation, bounds, on_seats) if on_seats else None
    status = solver.solve(formulation.model, callback)
    if solved(status):
        seats = formulation.seats(solver)
        return Solution(seats, bounds(solver.best_objective_bound, seats), status == cp_model.OPTIMAL)
    return unproven(problem, start)


def interleaved(seed: int, seconds: float, deterministic: float) -> cp_model.CpSolver:
    """A solver for models that are known to have a solution; the answer depends on model and seed alone, unless the
    clock cuts it off."""
    solver = single(seed, seconds, deterministic)
    solver.parameters.num_workers = SOLVER_WORKERS
    solver.parameters.linearization_level = 1
    solver.parameters.interleave_search = True
    return solver


def single(seed: int, seconds: float, deterministic: float) -> cp_model.CpSolver:
    """A solver with one search, as repeatable; for models that may have no solution, and for assumptions, which an
    interleaved search of CP-SAT 9.15 leaves out of account (google/or-tools#4875)."""
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = seed & 0x7FFFFFFF
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.max_deterministic_time = deterministic
    return solver


def solved(status: cp_model.CpSolverStatus) -> bool:
    """Whether a search has found something."""
    return status in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def whole_bound(bound: float) -> int:
    """A bound on a whole number, from a float that may lie a hair above a whole one."""
    return math.ceil(bound - 1e-6 * max(1.0, abs(bound)) * 1e-6)


class _Teller(cp_model.CpSolverSolutionCallback):
    """Passes on each better allocation while the solver runs."""

    def __init__(
        self,
        formulation: Formulation,
        bounds: Callable[[float, Sequence[int]], tuple[int, ...]],
        on_seats: OnSeats,
    ) -> None:
        super().__init__()
        self._formulation = formulation
        self._bounds = bounds
        self._on_seats = on_seats

    def on_solution_callback(self) -> None:
        """Called by the solver."""
        seats = self._formulation.seats(self)
        self._on_seats(seats, self._bounds(self.best_objective_bound, seats))
