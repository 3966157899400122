"""Large days from above: people are divided among questions, then among fewer and fewer teams.

A division is solved for some tiers at a time, those above held where they are (lexicographic optimisation); tiers
with a floor that arithmetic gives are first asked for that floor outright. The first division bounds what any teams can
reach; where the teams that come out of it reach those bounds, they are proven without a search through all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from facilitator.teams.block_model import WISHES, BlockModel
from facilitator.teams.blocks import Block, blocks_of
from facilitator.teams.formation import Solution
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import ceilings, floor_bounds, measure
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem
from facilitator.teams.restrict import restricted
from facilitator.teams.solver import Deadline, good_teams, single, whole_bound
from facilitator.teams.weights import lexicographic_weights, tier_bounds

TIERS_LIMIT = 8.0
"""Deterministic limit of one search of one division; 2,000 people and eight questions need a few units."""

REFINED_LIMIT = 40.0
"""The same where some blocks are divided by teams at once: this is what proves a day of 200 people."""

TIERS_AT_ONCE = 2
"""Tiers in one objective where floors cannot be had: more would put their weights too far apart."""

TEAMS_LIMIT = 1.0
"""The same for the teams of a block, at most a few at once."""


@dataclass(slots=True)
class Division:
    """People divided among blocks so far: the block of each, the bound of each tier settled, and what is held: a value
    for each tier, or None for the floor that arithmetic gives."""

    problem: Problem
    blocks: tuple[Block, ...]
    limit: float = TIERS_LIMIT
    chosen: tuple[int, ...] = ()
    held: dict[Tier, int | None] = field(default_factory=dict)
    bounds: dict[Tier, int] = field(default_factory=dict)

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
        if self.chosen:
            form.hint(self.chosen)
        solver = single(seed, deadline.left, self.limit)
        if solver.solve(form.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return False
        floors = dict(zip(self.problem.tiers, floor_bounds(self.problem), strict=True))
        values = [solver.value(cost) for cost in costs]
        known = tier_bounds(whole_bound(solver.best_objective_bound), weights, values) if least else ()
        self.chosen = form.chosen(solver)
        self.held |= dict.fromkeys(asked) | dict(zip(least, values, strict=True))
        self.bounds |= {tier: floors[tier] for tier in asked} | dict(zip(least, known, strict=True))
        return True


def divided_teams(problem: Problem, seed: int, deadline: Deadline, refine: bool = False) -> Solution | None:
    """Teams that keep the hard rules, with bounds from the first division; None where this way leads nowhere.

    With `refine`, blocks whose teams cannot have what the division promised are divided by teams at once, which
    raises the bounds or finds other people for them, until the bounds are reached or every block has been.
    """
    blocks, refined = blocks_of(problem), set[int]()
    best: Solution | None = None
    while True:
        pieces = [
            (at, piece)
            for at, block in enumerate(blocks)
            for piece in (block.by_team(problem) if at in refined else (block,))
        ]
        limit = REFINED_LIMIT if refined else TIERS_LIMIT
        division = divide(problem, [piece for _, piece in pieces], seed, deadline, limit)
        chosen = [pieces[at][0] for at in division.chosen] if division is not None else []
        teams = [pieces[at][1].teams[0] for at in division.chosen] if division is not None else []
        seats = _seat_blocks(problem, blocks, chosen, seed, deadline, teams) if chosen else None
        if division is None or seats is None or broken_rules(problem, seats):
            return best
        if best is not None and measure(problem, best.seats) < measure(problem, seats):
            seats = best.seats
        best = Solution(seats, tuple(division.bounds[tier] for tier in problem.tiers))
        lacking = _lacking(problem, blocks, seats) - refined
        if not refine or measure(problem, seats) == best.bounds or not lacking:
            return best
        refined |= lacking


def divide(
    problem: Problem, blocks: Sequence[Block], seed: int, deadline: Deadline, limit: float = TIERS_LIMIT
) -> Division | None:
    """People divided among blocks as well as can be; None if no division that keeps the hard rules is found in time."""
    division = Division(problem, tuple(blocks), limit)
    for asked, least in _courses(problem.tiers):
        if not division.settle(asked, least, seed, deadline):
            tiers = [*asked, *least]
            for at in range(0, len(tiers), TIERS_AT_ONCE):
                if not division.settle((), tiers[at : at + TIERS_AT_ONCE], seed, deadline):
                    return None
    return division


def _lacking(problem: Problem, blocks: Sequence[Block], seats: Sequence[int]) -> set[int]:
    """Blocks whose teams cost more than arithmetic promises of their people."""
    lacking = set()
    for at, block in enumerate(blocks):
        inside = set(block.teams)
        people = [person for person, team in enumerate(seats) if team in inside]
        part = without_wishes(restricted(problem, people, block.teams))
        if measure(part, [block.teams.index(seats[person]) for person in people]) != floor_bounds(part):
            lacking.add(at)
    return lacking


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


def _seat_blocks(
    problem: Problem,
    blocks: Sequence[Block],
    chosen: Sequence[int],
    seed: int,
    deadline: Deadline,
    teams: Sequence[int],
) -> tuple[int, ...] | None:
    """The teams of each block; `teams` are those that the division has already given to the people of small blocks."""
    seats = [0] * len(problem.people)
    for at, block in enumerate(blocks):
        people = [person for person, where in enumerate(chosen) if where == at]
        start = [block.teams.index(teams[person]) for person in people]
        inside = _seat_part(restricted(problem, people, block.teams), start, seed, deadline)
        if inside is None:
            return None
        for person, team in zip(people, inside, strict=True):
            seats[person] = block.teams[team]
    return tuple(seats)


def _seat_part(part: Problem, start: Sequence[int], seed: int, deadline: Deadline) -> tuple[int, ...] | None:
    blocks = blocks_of(part)
    if len({slot.question for slot in part.slots}) == 1:
        part = without_wishes(part)
    if len(blocks) == 1:
        return good_teams(part, start, seed, deadline, TEAMS_LIMIT).seats
    division = divide(part, blocks, seed, deadline)
    if division is None:
        return None
    teams = [blocks[at].teams[0] for at in division.chosen]
    return _seat_blocks(part, blocks, division.chosen, seed, deadline, teams)


def without_wishes(part: Problem) -> Problem:
    """Teams of one question, for which wishes are a constant."""
    tiers = tuple(tier for tier in part.tiers if tier not in WISHES)
    return replace(part, rules=replace(part.rules, tiers=tiers))
