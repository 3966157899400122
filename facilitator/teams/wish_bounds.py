"""How well wishes can be met at best, whoever shares a team: people are given to questions instead of teams.

A relaxation: each question has as many places as its teams have seats, and nothing else is asked. What it costs at
least, teams cost at least.
"""

from __future__ import annotations

from collections import Counter

from ortools.sat.python import cp_model

from facilitator.teams.measure import ceilings, floor_bounds, is_outside
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem
from facilitator.teams.solver import Deadline, single
from facilitator.teams.weights import lexicographic_weights

LIMIT = 20.0
"""Deterministic limit; 2,000 people and eight questions need a few units."""

WISHES = (Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)


def bounds_with_wishes(problem: Problem, seed: int, deadline: Deadline) -> tuple[int, ...]:
    """Arithmetic's bounds, those of the wish tiers sharpened.

    That of the lower wish tier holds while the higher one is at its bound, as the bounds of all tiers do.
    """
    floors = floor_bounds(problem)
    tiers = [tier for tier in problem.tiers if tier in WISHES]
    if not tiers:
        return floors
    places: Counter[str | None] = Counter()
    for slot, (_, most) in zip(problem.slots, problem.sizes, strict=True):
        places[slot.question] += most
    model = cp_model.CpModel()
    taken: dict[str | None, list[cp_model.IntVar]] = {question: [] for question in places}
    literals: list[cp_model.IntVar] = []
    costs: dict[Tier, list[int]] = {tier: [] for tier in WISHES}
    for person in range(len(problem.people)):
        row = [model.new_bool_var("") for _ in places]
        model.add_exactly_one(row)
        for question, literal in zip(places, row, strict=True):
            taken[question].append(literal)
            literals.append(literal)
            costs[Tier.OUTSIDE_WISHES].append(int(is_outside(problem, person, question)))
            costs[Tier.WISH_RANKS].append(problem.wish_cost[person].get(question or "", 0))
    for question, those in taken.items():
        model.add(cp_model.LinearExpr.sum(those) <= places[question])
    tops = dict(zip(problem.tiers, ceilings(problem), strict=True))
    expressions = {tier: cp_model.LinearExpr.weighted_sum(literals, costs[tier]) for tier in tiers}
    weights = lexicographic_weights([tops[tier] for tier in tiers])
    model.minimize(cp_model.LinearExpr.weighted_sum([expressions[tier] for tier in tiers], list(weights)))
    solver = single(seed, deadline.left, LIMIT)
    if solver.solve(model) != cp_model.OPTIMAL:
        return floors
    best = {tier: solver.value(expressions[tier]) for tier in tiers}
    return tuple(max(floor, best.get(tier, 0)) for tier, floor in zip(problem.tiers, floors, strict=True))
