"""Teams within a blink: people dealt out one by one to the best place, then swapped while it helps.

The start for the solver, what is shown until it answers, and the fallback when time is out. Greedy insertion with the
hardest people first, then random swaps and moves that are kept when nothing gets worse (hill climbing with
sideways steps); the number of steps, not the clock, ends it, so that a seed gives the same teams everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from facilitator.common.frozen import frozen
from facilitator.teams.masks import Masks, build_masks, team_strain, team_tier
from facilitator.teams.measure import ceilings
from facilitator.teams.problem import UNSEATED, Problem
from facilitator.teams.weights import lexicographic_weights

STEPS_PER_PERSON = 40
MOST_STEPS = 20_000
MOST_PLACES_TRIED = 48
"""Teams looked at for each person where there are many, so that 2,000 people are dealt out in seconds."""


@frozen
class _Judge:
    """The cost of a team: broken hard rules first, then the tiers."""

    masks: Masks
    weights: tuple[int, ...]
    hard: int

    def cost(self, team: int, members: Sequence[int]) -> int:
        inside = 0
        for person in members:
            inside |= 1 << person
        total = self.hard * team_strain(self.masks, team, members, inside)
        for tier, weight in zip(self.masks.problem.tiers, self.weights, strict=True):
            total += weight * team_tier(self.masks, tier, team, members, inside)
        return total


def first_teams(
    problem: Problem, seed: int, start: Sequence[int] | None = None, steps_per_person: int = STEPS_PER_PERSON
) -> tuple[int, ...]:
    """The team position of each person; people whom `start` seats keep their seat to begin with."""
    random = Random(seed)
    tops = ceilings(problem)
    weights = lexicographic_weights(tops)
    judge = _Judge(build_masks(problem), weights, (weights[0] * (tops[0] + 1)) if weights else 1)
    seats = list(start) if start is not None else [UNSEATED] * len(problem.people)
    for person, team in problem.pinned:
        seats[person] = team
    if not problem.slots:
        return tuple(seats)
    members: list[list[int]] = [[] for _ in problem.slots]
    for person, team in enumerate(seats):
        if team != UNSEATED:
            members[team].append(person)
    _deal(problem, judge, seats, members, random)
    _improve(problem, judge, seats, members, random, steps_per_person)
    return tuple(seats)


def _deal(problem: Problem, judge: _Judge, seats: list[int], members: list[list[int]], random: Random) -> None:
    open_teams = [team for team in range(len(members)) if team not in problem.closed] or list(range(len(members)))
    costs = {team: judge.cost(team, members[team]) for team in open_teams}
    for person in _hardest_first(problem, random):
        if seats[person] != UNSEATED:
            continue
        fitting = [team for team in open_teams if len(members[team]) < problem.sizes[team][1]] or open_teams
        if len(fitting) > MOST_PLACES_TRIED:
            fitting = random.sample(fitting, MOST_PLACES_TRIED)
        best = min(
            fitting,
            key=lambda team: (judge.cost(team, [*members[team], person]) - costs[team], len(members[team])),
        )
        members[best].append(person)
        seats[person] = best
        costs[best] = judge.cost(best, members[best])


def _hardest_first(problem: Problem, random: Random) -> list[int]:
    """Fixed people, then those bound to others, then the members of large organisations; the rest in random order."""
    fixed = {person for person, _ in problem.fixed} | set(problem.needs_accessible)
    bound = {person for group in problem.together for person in group}
    colleagues = {person: len(share.members) for share in problem.organisations for person in share.members}
    order = list(range(len(problem.people)))
    random.shuffle(order)
    order.sort(key=lambda person: (person not in fixed, person not in bound, -colleagues.get(person, 0)))
    return order


def _improve(
    problem: Problem, judge: _Judge, seats: list[int], members: list[list[int]], random: Random, steps_per_person: int
) -> None:
    pinned = {person for person, _ in problem.pinned}
    movable = [person for person in range(len(seats)) if person not in pinned]
    if len(movable) < 2 or len(members) < 2:
        return
    costs = [judge.cost(team, group) for team, group in enumerate(members)]
    for _ in range(min(MOST_STEPS, steps_per_person * len(movable))):
        person = random.choice(movable)
        home, other = seats[person], random.choice(movable)
        away = seats[other]
        if home == away:
            continue
        left = [one for one in members[home] if one != person]
        joined = [*members[away], person]
        if random.random() < 0.9 or len(joined) > problem.sizes[away][1]:
            left.append(other)
            joined.remove(other)
        at_home, at_away = judge.cost(home, left), judge.cost(away, joined)
        if at_home + at_away <= costs[home] + costs[away]:
            members[home], members[away] = left, joined
            costs[home], costs[away] = at_home, at_away
            for one in left:
                seats[one] = home
            for one in joined:
                seats[one] = away
