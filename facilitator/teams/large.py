"""Days too large to solve whole: divided from above, then some teams are freed at a time and solved to the best.

The second is large neighbourhood search (Shaw 1998): the teams of a part are solved as an instance of their own in
which every share keeps what the whole day is due; all tiers are sums over teams, so that what betters a part betters
the whole. The number of parts is fixed, so that a seed repeats unless the clock cuts it off.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from facilitator.teams.divide import divided_teams, without_wishes
from facilitator.teams.exchange import exchanged
from facilitator.teams.formation import Solution
from facilitator.teams.masks import Masks, build_masks, mask_of, team_tier
from facilitator.teams.measure import floor_bounds, measure, members_by_team
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem
from facilitator.teams.restrict import restricted
from facilitator.teams.search import Deadline, OnSeats
from facilitator.teams.solver import best_teams, good_teams

DIVIDED = 4_000
"""People times teams from which a day is first divided from above: about 140 people in teams of five."""

LARGE = 12_000
"""The same from which a day is never solved whole: about 250 people."""

TEAMS_IN_A_PART = 10

PARTS_PER_TEAM = 1.0
"""How many parts are solved for each team, unless the bounds are reached before."""

TURNS = 4
"""How many times exchanges and parts take turns: each gets the other out of where it is stuck."""

PART_LIMIT = 1.0
"""Deterministic limit of each part."""


def is_large(problem: Problem) -> bool:
    """Whether a day is too large to be solved whole."""
    return len(problem.people) * len(problem.slots) > LARGE


def large_teams(
    problem: Problem, start: Sequence[int], seed: int, deadline: Deadline, on_seats: OnSeats | None = None
) -> Solution:
    """The best allocation by the way that suits the day's size; `start` must keep the hard rules."""
    if len(problem.people) * len(problem.slots) <= DIVIDED:
        return best_teams(problem, start, seed, deadline, on_seats)
    found = divided_teams(problem, start, seed, deadline, on_seats, refine=not is_large(problem))
    for turn in range(TURNS):
        if measure(problem, found.seats) == found.bounds or deadline.over:
            break
        found = exchanged(problem, found, seed + turn, lambda: deadline.over)
        if on_seats is not None:
            on_seats(found.seats, found.bounds)
        found = improve_in_parts(problem, found, seed + turn, deadline, on_seats)
    if is_large(problem) or measure(problem, found.seats) == found.bounds or deadline.over:
        return found
    whole = best_teams(problem, found.seats, seed, deadline, on_seats)
    return Solution(whole.seats, max(found.bounds, whole.bounds), whole.optimal)


def improve_in_parts(
    problem: Problem, start: Solution, seed: int, deadline: Deadline, on_seats: OnSeats | None = None
) -> Solution:
    """Better an allocation that keeps the hard rules, part by part; it is usable at any time."""
    random, masks = Random(seed), build_masks(problem)
    seats, values = list(start.seats), measure(problem, start.seats, masks)
    open_teams = [team for team in range(len(problem.slots)) if team not in problem.closed]
    for _ in range(int(PARTS_PER_TEAM * len(open_teams))):
        if deadline.over or values == start.bounds:
            break
        reached = zip(problem.tiers, values, start.bounds, strict=True)
        tier = next(tier for tier, value, bound in reached if value != bound)
        teams = _worth_freeing(masks, seats, open_teams, tier, random)
        people = [person for person, team in enumerate(seats) if team in teams]
        part = restricted(problem, people, teams)
        if len({slot.question for slot in part.slots}) == 1:
            part = without_wishes(part)
        here = {team: position for position, team in enumerate(teams)}
        before = tuple(here[seats[person]] for person in people)
        found = good_teams(part, before, random.randrange(1 << 30), deadline, PART_LIMIT)
        if measure(part, found.seats) < measure(part, before):
            for person, position in zip(people, found.seats, strict=True):
                seats[person] = teams[position]
            values = measure(problem, seats, masks)
            if on_seats is not None:
                on_seats(tuple(seats), start.bounds)
    return Solution(tuple(seats), start.bounds)


def _worth_freeing(
    masks: Masks, seats: Sequence[int], open_teams: Sequence[int], tier: Tier, random: Random
) -> list[int]:
    """Teams of a question in which a tier can still be bettered, half of them those that it costs most; every other
    time, and where there are too few, half of them of another question."""
    problem, members = masks.problem, members_by_team(masks.problem, seats)
    cost = {team: team_tier(masks, tier, team, members[team], mask_of(members[team])) for team in open_teams}
    by_question: dict[str | None, list[int]] = {}
    for team in open_teams:
        by_question.setdefault(problem.slots[team].question, []).append(team)
    lacking = [group for group in by_question.values() if _could_be_better(problem, seats, group, tier, cost)]
    one = random.choice(lacking or list(by_question.values()))
    other = random.choice([group for group in by_question.values() if group is not one] or [one])
    mixed = len(one) < TEAMS_IN_A_PART or random.random() < 0.5
    chosen = set(_some(one, TEAMS_IN_A_PART // (2 if mixed else 1), cost, random))
    chosen.update(_some(other if mixed else one, TEAMS_IN_A_PART - len(chosen), cost, random))
    return sorted(chosen)


def _could_be_better(
    problem: Problem, seats: Sequence[int], teams: Sequence[int], tier: Tier, cost: dict[int, int]
) -> bool:
    inside = set(teams)
    part = restricted(problem, [person for person, team in enumerate(seats) if team in inside], teams)
    floor = dict(zip(part.tiers, floor_bounds(part), strict=True))[tier]
    return sum(cost[team] for team in teams) > floor


def _some(teams: Sequence[int], count: int, cost: dict[int, int], random: Random) -> list[int]:
    """So many teams at random, half of them from those with a cost where there are enough."""
    costly = [team for team in teams if cost[team]]
    chosen = random.sample(costly, min(len(costly), -(-count // 2)))
    others = [team for team in teams if team not in chosen]
    return [*chosen, *random.sample(others, min(len(others), count - len(chosen)))]
