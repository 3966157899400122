"""Large days from above: people are divided among questions, then among fewer and fewer teams.

The first division bounds what any teams can reach; where the teams that come out of it reach those bounds, they are
proven without a search through all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.teams.block_model import WISHES
from facilitator.teams.blocks import Block, blocks_of
from facilitator.teams.division import REFINED_LIMIT, Division, divide
from facilitator.teams.exchange import exchanged
from facilitator.teams.first_teams import first_teams
from facilitator.teams.formation import Solution, unproven
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import floor_bounds, measure
from facilitator.teams.problem import Problem
from facilitator.teams.restrict import restricted
from facilitator.teams.search import Deadline, OnSeats
from facilitator.teams.solver import good_teams

TEAMS_LIMIT = 1.0
"""Deterministic limit of the search for the teams of a block, at most a few at once."""

DEALING_STEPS = 5
"""Swaps tried for each person when a large block is dealt out; exchanges do the rest."""

EXCHANGING_STEPS = 20
"""Exchanges for each person of a large block, unless the block is as good as can be before."""


def divided_teams(
    problem: Problem,
    start: Sequence[int],
    seed: int,
    deadline: Deadline,
    on_seats: OnSeats | None = None,
    *,
    refine: bool = False,
) -> Solution:
    """Teams that keep the hard rules as `start` does, with bounds from divisions; `start` itself where this way leads
    to nothing better, with the bounds that were found.

    With `refine`, blocks whose teams cannot have what the division promised are divided by teams at once, which
    raises the bounds or finds other people for them, until the bounds are reached or every block has been.
    """
    blocks, refined = blocks_of(problem), set[int]()
    pieces = list(enumerate(blocks))
    coarse = division = divide(problem, blocks, seed, deadline)
    best = unproven(problem, start)
    while True:
        found = _teams_from(problem, blocks, pieces, division, seed, deadline)
        best = _better(problem, best, found, division.tier_bounds)
        if on_seats is not None:
            on_seats(best.seats, best.bounds)
        if found is None or not refine or measure(problem, best.seats) == best.bounds or deadline.over:
            return best
        lacking = _lacking(problem, blocks, found) - refined
        if not lacking:
            return best
        refined |= lacking
        pieces = [
            (at, piece)
            for at, block in enumerate(blocks)
            for piece in (block.by_team(problem) if at in refined else (block,))
        ]
        division = coarse.refined([piece for _, piece in pieces], REFINED_LIMIT).run(seed, deadline)


def _better(problem: Problem, best: Solution, found: Sequence[int] | None, bounds: tuple[int, ...]) -> Solution:
    """The better of two allocations; of bounds, which speak of a tier as long as those above are at theirs, the higher
    ones."""
    seats = best.seats
    if found is not None and measure(problem, found) < measure(problem, seats):
        seats = tuple(found)
    return Solution(seats, max(best.bounds, bounds))


def _teams_from(
    problem: Problem,
    blocks: Sequence[Block],
    pieces: Sequence[tuple[int, Block]],
    division: Division,
    seed: int,
    deadline: Deadline,
) -> tuple[int, ...] | None:
    """Teams of the people of each block, if they keep the hard rules."""
    if not division.chosen:
        return None
    chosen = [pieces[at][0] for at in division.chosen]
    teams = [pieces[at][1].teams[0] for at in division.chosen]
    seats = _seat_blocks(problem, blocks, chosen, seed, deadline, teams)
    return None if seats is None or broken_rules(problem, seats) else seats


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
    dealt = first_teams(part, seed, steps_per_person=DEALING_STEPS)
    if not broken_rules(part, dealt):
        return exchanged(part, unproven(part, dealt), seed, lambda: deadline.over, EXCHANGING_STEPS).seats
    division = divide(part, blocks, seed, deadline)
    if not division.complete:
        return None
    teams = [blocks[at].teams[0] for at in division.chosen]
    return _seat_blocks(part, blocks, division.chosen, seed, deadline, teams)


def without_wishes(part: Problem) -> Problem:
    """Teams of one question, for which wishes are a constant."""
    tiers = tuple(tier for tier in part.tiers if tier not in WISHES)
    return replace(part, rules=replace(part.rules, tiers=tiers))
