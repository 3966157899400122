"""The tiers of any allocation, whoever made it, and the bounds that arithmetic alone gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.teams.model import Tier, TierValue
from facilitator.teams.problem import UNSEATED, Problem, Share

TeamMeasure = Callable[[Problem, int, frozenset[int]], int]


def measure(problem: Problem, seats: Sequence[int]) -> tuple[int, ...]:
    """The value of each active tier, in order of priority; people without a team count nowhere."""
    members: list[list[int]] = [[] for _ in problem.slots]
    for person, team in enumerate(seats):
        if team != UNSEATED:
            members[team].append(person)
    inside = [frozenset(group) for group in members]
    return tuple(
        sum(MEASURES[tier](problem, team, group) for team, group in enumerate(inside)) for tier in problem.tiers
    )


def floor_bounds(problem: Problem) -> tuple[int, ...]:
    """A bound below each active tier that holds whatever the tiers above it are."""
    return tuple(_floor(problem, tier) for tier in problem.tiers)


def tier_values(
    problem: Problem, seats: Sequence[int], bounds: Sequence[int] | None = None, *, optimal: bool = False
) -> tuple[TierValue, ...]:
    """The tiers of an allocation with their bounds.

    `bounds` are those of a solver, else arithmetic's are taken; `optimal` says that the values are proven best. A
    lower tier can only be proven while all above it are, since its bound depends on them.
    """
    values = measure(problem, seats)
    floors = floor_bounds(problem)
    result: list[TierValue] = []
    proven_above = True
    for tier, value, low, given in zip(problem.tiers, values, floors, bounds or floors, strict=True):
        bound = value if optimal else min(value, max(low, given) if proven_above else low)
        proven_above = proven_above and bound == value
        result.append(TierValue(tier, value, bound, proven_above))
    return tuple(result)


def fewest_pairs(people: int, teams: int) -> int:
    """Pairs within teams when a group is spread as evenly as can be."""
    if teams == 0:
        return 0
    low, extra = divmod(people, teams)
    return (teams - extra) * (low * (low - 1) // 2) + extra * (low * (low + 1) // 2)


def _outside(shares: Sequence[Share], inside: frozenset[int]) -> int:
    total = 0
    for share in shares:
        count = len(inside.intersection(share.members))
        total += max(share.least - count, count - share.most, 0)
    return total


def _pairs(shares: Sequence[Share], inside: frozenset[int]) -> int:
    total = 0
    for share in shares:
        count = len(inside.intersection(share.members))
        total += count * (count - 1) // 2
    return total


def _sectors(problem: Problem, team: int, inside: frozenset[int]) -> int:
    return _outside(problem.sectors, inside)


def _quotas(problem: Problem, team: int, inside: frozenset[int]) -> int:
    return _outside(problem.quotas, inside)


def _organisations(problem: Problem, team: int, inside: frozenset[int]) -> int:
    return _pairs(problem.organisations, inside)


def _outside_wishes(problem: Problem, team: int, inside: frozenset[int]) -> int:
    question = problem.slots[team].question
    return sum(1 for person in inside if is_outside(problem, person, question))


def is_outside(problem: Problem, person: int, question: str | None) -> bool:
    """Whether a question lets a person's wishes down; nobody is let down on a day without questions."""
    wishes = problem.wish_cost[person]
    return bool(wishes) and question not in wishes and any(slot.question for slot in problem.slots)


def _wish_ranks(problem: Problem, team: int, inside: frozenset[int]) -> int:
    question = problem.slots[team].question
    return sum(problem.wish_cost[person].get(question, 0) for person in inside) if question else 0


def _skill_gaps(problem: Problem, team: int, inside: frozenset[int]) -> int:
    return sum(1 for holders in problem.skills if inside.isdisjoint(holders))


def _obk(problem: Problem, team: int, inside: frozenset[int]) -> int:
    return sum(
        _pairs(shares, inside) for shares in (problem.sectors, problem.organisations, problem.roles, problem.met)
    )


MEASURES: dict[Tier, TeamMeasure] = {
    Tier.SECTORS: _sectors,
    Tier.QUOTAS: _quotas,
    Tier.ORGANISATIONS: _organisations,
    Tier.OUTSIDE_WISHES: _outside_wishes,
    Tier.WISH_RANKS: _wish_ranks,
    Tier.SKILL_GAPS: _skill_gaps,
    Tier.OBK: _obk,
}
"""What one team adds to each tier: every tier is a sum over teams."""


def _floor(problem: Problem, tier: Tier) -> int:
    teams = len(problem.slots)
    match tier:
        case Tier.ORGANISATIONS:
            return sum(fewest_pairs(len(share.members), teams) for share in problem.organisations)
        case Tier.OBK:
            groups = (problem.sectors, problem.organisations, problem.roles, problem.met)
            return sum(fewest_pairs(len(share.members), teams) for shares in groups for share in shares)
        case Tier.SKILL_GAPS:
            return sum(max(0, teams - len(holders)) for holders in problem.skills)
        case Tier.WISH_RANKS | Tier.OUTSIDE_WISHES | Tier.SECTORS | Tier.QUOTAS:
            return 0
