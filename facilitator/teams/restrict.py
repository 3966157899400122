"""A few teams and people of a day as an instance of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitator.teams.problem import Group, Problem, Requirement, Share


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
