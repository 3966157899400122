"""Days too large to solve whole: some teams are freed at a time and solved to the best, again and again.

Large neighbourhood search (Shaw 1998): the teams of a part are solved as an instance of their own in which every share
keeps what the whole day is due; all tiers are sums over teams, so that what betters a part betters the whole. Bounds
come from arithmetic and from giving people to questions. The number of parts is fixed, so that a seed repeats unless
the clock cuts it off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from facilitator.teams.formation import Solution
from facilitator.teams.formulation import formulate
from facilitator.teams.masks import build_masks, mask_of, team_tier
from facilitator.teams.measure import floor_bounds, measure, members_by_team
from facilitator.teams.problem import Group, Problem, Requirement, Share
from facilitator.teams.solver import Deadline, OnSeats, minimise, single
from facilitator.teams.wish_bounds import bounds_with_wishes

LARGE = 12_000
"""People times teams from which a day is solved in parts: about 250 people in teams of five."""

TEAMS_IN_A_PART = 12

PARTS_PER_TEAM = 1.0
"""How many parts are solved for each team: on average, every team is freed a dozen times."""

PART_LIMIT = 1.0
"""Deterministic limit of each part."""


def is_large(problem: Problem) -> bool:
    """Whether a day is to be solved in parts."""
    return len(problem.people) * len(problem.slots) > LARGE


def improve_in_parts(
    problem: Problem, start: Sequence[int], seed: int, deadline: Deadline, on_seats: OnSeats | None = None
) -> Solution:
    """Better an allocation that keeps the hard rules, part by part; it is usable at any time."""
    random = Random(seed)
    seats = list(start)
    bounds = bounds_with_wishes(problem, seed, deadline)
    open_teams = [team for team in range(len(problem.slots)) if team not in problem.closed]
    for _ in range(int(PARTS_PER_TEAM * len(open_teams))):
        if deadline.over:
            break
        teams = _worth_freeing(problem, seats, open_teams, random)
        people = [person for person, team in enumerate(seats) if team in teams]
        part = restricted(problem, people, teams)
        here = {team: position for position, team in enumerate(teams)}
        before = tuple(here[seats[person]] for person in people)
        solver = single(random.randrange(1 << 30), deadline.left, PART_LIMIT)
        found = minimise(formulate(part), part.tiers, before, solver)
        if measure(part, found.seats) < measure(part, before):
            for person, position in zip(people, found.seats, strict=True):
                seats[person] = teams[position]
            if on_seats is not None:
                on_seats(tuple(seats), bounds)
    return Solution(tuple(seats), bounds)


def restricted(problem: Problem, people: Sequence[int], teams: Sequence[int]) -> Problem:
    """The part of an instance that these people and teams make, with what is due to each team as it was."""
    at = {person: position for position, person in enumerate(people)}
    team_at = {team: position for position, team in enumerate(teams)}

    def those_of(group: Iterable[int]) -> Group:
        return tuple(at[person] for person in group if person in at)

    def pairs(seats: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple((at[person], team_at[team]) for person, team in seats if person in at and team in team_at)

    def shares(of: Iterable[Share]) -> tuple[Share, ...]:
        kept = (Share(those_of(share.members), share.least, share.most) for share in of)
        return tuple(share for share in kept if share.members or share.least)

    def several(groups: Iterable[Group]) -> tuple[Group, ...]:
        return tuple(group for group in map(those_of, groups) if len(group) > 1)

    return replace(
        problem,
        people=tuple(problem.people[person] for person in people),
        slots=tuple(problem.slots[team] for team in teams),
        sizes=tuple(problem.sizes[team] for team in teams),
        sectors=shares(problem.sectors),
        quotas=shares(problem.quotas),
        organisations=shares(problem.organisations),
        roles=shares(problem.roles),
        met=shares(problem.met),
        skills=tuple(map(those_of, problem.skills)),
        requirements=tuple(Requirement(need.name, those_of(need.members), need.least) for need in problem.requirements),
        quota_members=tuple(map(those_of, problem.quota_members)),
        together=several(problem.together),
        apart=several(problem.apart),
        needs_accessible=those_of(problem.needs_accessible),
        fixed=pairs(problem.fixed),
        pinned=pairs(problem.pinned),
        closed=frozenset(team_at[team] for team in problem.closed if team in team_at),
        wish_cost=tuple(problem.wish_cost[person] for person in people),
    )


def _worth_freeing(problem: Problem, seats: Sequence[int], open_teams: Sequence[int], random: Random) -> list[int]:
    """Teams to free: half of them where the highest tier above its floor can be bettered, the others at random."""
    masks, members = build_masks(problem), members_by_team(problem, seats)
    lacking = list(open_teams)
    for tier, value, floor in zip(problem.tiers, measure(problem, seats, masks), floor_bounds(problem), strict=True):
        if value > floor:
            costly = [t for t in open_teams if team_tier(masks, tier, t, members[t], mask_of(members[t]))]
            lacking = costly or lacking
            break
    chosen = set(random.sample(lacking, min(len(lacking), TEAMS_IN_A_PART // 2)))
    others = [team for team in open_teams if team not in chosen]
    chosen.update(random.sample(others, min(len(others), TEAMS_IN_A_PART - len(chosen))))
    return sorted(chosen)
