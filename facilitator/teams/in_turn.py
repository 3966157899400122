"""The best teams tier by tier: each tier is minimised with those above it held where they are.

Slower than one objective for all tiers where that suffices, but it goes on where it does not: every search has one
question only, and its bound is a whole number of the tier itself (sequential lexicographic optimisation).
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.teams.formation import Solution
from facilitator.teams.formulation import EVENNESS, Formulation, add_tiers, demand_evenness, formulate
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem
from facilitator.teams.search import Deadline, OnSeats, minimise, single, solved

TIER_LIMIT = 60.0
"""Deterministic limit of the search for one tier; the hardest last tier of a day of 80 people takes about 20."""

ASK_LIMIT = 4.0
"""The same for the question whether a lower tier can be as even as arithmetic allows."""


def settle_in_turn(
    problem: Problem,
    even: Sequence[Tier],
    start: Solution,
    seed: int,
    deadline: Deadline,
    on_seats: OnSeats | None = None,
) -> Solution:
    """Better an allocation tier by tier; `even` are the tiers whose evenness is known to be had.

    A tier that the time does not suffice to settle is held at its best value while the next ones are bettered, and
    nothing but arithmetic bounds those.
    """
    floors, bounds = floor_bounds(problem), list(floor_bounds(problem))
    seats, demanded, held, proven = start.seats, list(even), dict[Tier, int](), True
    for at, tier in enumerate(problem.tiers):
        reached = measure(problem, seats)[at]
        known = max(floors[at], start.bounds[at] if tuple(bounds[:at]) == start.bounds[:at] else 0)
        if reached > known and not deadline.over and tier in EVENNESS:
            asked = _as_even(problem, [*demanded, tier], held, seed, deadline)
            seats = asked or seats
            reached = floors[at] if asked else reached
        if tier in EVENNESS and reached == floors[at] and tier not in demanded:
            demanded.append(tier)
        if reached > known and not deadline.over:
            form = _held(problem, demanded, held)
            search, told = single(seed, deadline.left, TIER_LIMIT), _telling(on_seats, bounds, at)
            found = minimise(form, (tier,), seats, search, told)
            if measure(problem, found.seats) < measure(problem, seats):
                seats = found.seats
            reached = measure(problem, seats)[at]
            known = max(known, reached if found.optimal else found.bounds[at])
        if proven:
            bounds[at] = min(known, reached)
        proven = proven and known >= reached
        if tier not in demanded:
            held[tier] = reached
    return Solution(seats, tuple(bounds), proven)


def _held(problem: Problem, demanded: Sequence[Tier], held: dict[Tier, int]) -> Formulation:
    """The hard rules, with the tiers that are settled kept at their values."""
    formulation = formulate(problem)
    demand_evenness(formulation, demanded)
    add_tiers(formulation, held)
    for tier, value in held.items():
        formulation.model.add(formulation.tiers[tier] <= value)
    return formulation


def _as_even(
    problem: Problem, demanded: Sequence[Tier], held: dict[Tier, int], seed: int, deadline: Deadline
) -> tuple[int, ...] | None:
    """Seats with some evenness tiers at their floors and the others held, if they are found at once."""
    formulation = _held(problem, demanded, held)
    solver = single(seed, deadline.left, ASK_LIMIT)
    return formulation.seats(solver) if solved(solver.solve(formulation.model)) else None


def _telling(on_seats: OnSeats | None, settled: Sequence[int], at: int) -> OnSeats | None:
    """Pass news on with the bounds of the tiers above, which a search for one tier does not know."""
    if on_seats is None:
        return None
    above = tuple(settled[:at])
    return lambda seats, bounds: on_seats(seats, (*above, *bounds[at:]))
