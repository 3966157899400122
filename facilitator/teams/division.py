"""A day divided among blocks of teams, tier by tier, with the bounds that follow for any teams.

A division is solved for some tiers at a time, those above held where they are (lexicographic optimisation); tiers
with a floor that arithmetic gives are first asked for that floor outright. Once it is known how well wishes can be met,
everybody is kept to the blocks where they can still be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import mul

from ortools.sat.python import cp_model

from facilitator.teams.block_model import WISHES, BlockModel
from facilitator.teams.blocks import Block
from facilitator.teams.formulation import EVENNESS, even_shares
from facilitator.teams.measure import ceilings, floor_bounds
from facilitator.teams.model import Tier
from facilitator.teams.narrow import places
from facilitator.teams.problem import Problem
from facilitator.teams.search import Deadline, single, whole_bound
from facilitator.teams.weights import lexicographic_weights, tier_bounds

TIERS_LIMIT = 8.0
"""Deterministic limit of one search of one division; 2,000 people and eight questions need a few units."""

REFINED_LIMIT = 60.0
"""The same where some blocks are divided by teams at once: this is what proves a day of 200 people."""

TIERS_AT_ONCE = 2
"""Tiers in one objective where floors cannot be had: more would put their weights too far apart."""


@dataclass(slots=True)
class Division:
    """People divided among blocks so far.

    `chosen` is the block of each person, `places` the blocks where each can be at all (empty: anywhere). `held` has a
    value for each tier that is settled, or None for the floor that arithmetic gives, `bounds` what is proven of it.
    `known` are the bounds of a coarser division of the same day.
    """

    problem: Problem
    blocks: tuple[Block, ...]
    limit: float = TIERS_LIMIT
    known: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    places: tuple[frozenset[int], ...] = ()
    held: dict[Tier, int | None] = field(default_factory=dict)
    bounds: dict[Tier, int] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every tier is settled."""
        return all(tier in self.held for tier in self.problem.tiers)

    @property
    def tier_bounds(self) -> tuple[int, ...]:
        """The bound of each tier; arithmetic's for those that are not settled."""
        tiers = zip(self.problem.tiers, floor_bounds(self.problem), strict=True)
        return tuple(max(floor, self.bounds.get(tier, 0)) for tier, floor in tiers)

    def refined(self, blocks: Sequence[Block], limit: float) -> Division:
        """A division into smaller blocks, each a part of one of these, that starts from what this one has proven."""
        parts = [[at for at, part in enumerate(blocks) if set(part.teams) <= set(block.teams)] for block in self.blocks]
        where = [frozenset(part for at in possible for part in parts[at]) for possible in self.places]
        return Division(self.problem, tuple(blocks), limit, self.tier_bounds, places=tuple(where))

    def run(self, seed: int, deadline: Deadline) -> Division:
        """Settle the tiers in order, as far as it goes: where nothing that keeps the hard rules is found in time,
        some stay unsettled."""
        for asked, least in _courses(self.problem.tiers):
            if not self.settle(asked, least, seed, deadline):
                tiers = [*asked, *least]
                for at in range(0, len(tiers), TIERS_AT_ONCE):
                    if not self.settle((), tiers[at : at + TIERS_AT_ONCE], seed, deadline):
                        return self
        return self

    def settle(self, asked: Sequence[Tier], least: Sequence[Tier], seed: int, deadline: Deadline) -> bool:
        """Have the floors asked for and the least values of some tiers in order, if that can be had."""
        if deadline.over:
            return False
        form = BlockModel(self.problem, self.blocks)
        for tier in (*(tier for tier, value in self.held.items() if value is None), *asked):
            form.demand_floor(tier)
        for tier, value in self.held.items():
            if value is not None:
                form.model.add(form.cost(tier) <= value)
        tops = dict(zip(self.problem.tiers, ceilings(self.problem), strict=True))
        weights = lexicographic_weights([tops[tier] for tier in least])
        costs = [form.cost(tier) for tier in least]
        if least:
            form.model.minimize(cp_model.LinearExpr.weighted_sum(costs, list(weights)))
        self._expect(form, asked, least, costs, weights)
        if self.places:
            form.keep_to(self.places)
        if self.chosen:
            form.hint(self.chosen)
        solver = single(seed, deadline.left, self.limit)
        status = solver.solve(form.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return False
        floors = dict(zip(self.problem.tiers, floor_bounds(self.problem), strict=True))
        values = [solver.value(cost) for cost in costs]
        known = tier_bounds(whole_bound(solver.best_objective_bound), weights, values) if least else ()
        self.chosen = form.chosen(solver)
        self.held |= dict.fromkeys(asked) | dict(zip(least, values, strict=True))
        self.bounds |= {tier: floors[tier] for tier in asked} | dict(zip(least, known, strict=True))
        if status == cp_model.OPTIMAL and least and set(least) <= set(WISHES):
            self._keep_to_places(form, least, weights, sum(map(mul, weights, values)))
        return True

    def _expect(
        self,
        form: BlockModel,
        asked: Sequence[Tier],
        least: Sequence[Tier],
        costs: Sequence[cp_model.LinearExprT],
        weights: Sequence[int],
    ) -> None:
        """Tell the model what a coarser division has proven, if the tiers above are as they were there."""
        floors = floor_bounds(self.problem)
        for tier, known, floor in zip(self.problem.tiers, self.known, floors, strict=False):
            if least and tier is least[0]:
                expected = dict(zip(self.problem.tiers, self.known, strict=True))
                low = sum(weight * expected[one] for one, weight in zip(least, weights, strict=True))
                form.model.add(cp_model.LinearExpr.weighted_sum(costs, list(weights)) >= low)
                return
            held = None if tier in asked else self.held[tier]
            if known != (floor if held is None else held):
                return

    def _keep_to_places(self, form: BlockModel, least: Sequence[Tier], weights: Sequence[int], paid: int) -> None:
        """Find out where people can be, now that the best that can be done for their wishes is known."""
        demanded = [tier for tier in EVENNESS if tier in self.held and self.held[tier] is None]
        even = [share for tier in demanded for share in even_shares(self.problem, tier)]
        by_tier = [form.prices(tier) for tier in least]
        prices = [
            [sum(map(mul, weights, at_block)) for at_block in zip(*of_person, strict=True)]
            for of_person in zip(*by_tier, strict=True)
        ]
        found = places(self.problem, self.blocks, even, prices, paid)
        self.places = tuple(map(frozenset.intersection, self.places, found)) if self.places else found


def divide(problem: Problem, blocks: Sequence[Block], seed: int, deadline: Deadline) -> Division:
    """People divided among blocks as well as can be."""
    return Division(problem, tuple(blocks)).run(seed, deadline)


def _courses(tiers: Sequence[Tier]) -> list[tuple[list[Tier], list[Tier]]]:
    """The tiers in order, cut so that each course has tiers with a floor to ask for before tiers without."""
    courses: list[tuple[list[Tier], list[Tier]]] = [([], [])]
    for tier in tiers:
        if tier in WISHES:
            courses[-1][1].append(tier)
            continue
        if courses[-1][1]:
            courses.append(([], []))
        courses[-1][0].append(tier)
    return courses
