"""The tiers of any allocation, whoever made it, and the bounds that arithmetic alone gives."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.teams.masks import Masks, build_masks, mask_of, team_tier
from facilitator.teams.model import Tier, TierValue
from facilitator.teams.problem import UNSEATED, Problem, Share


def members_by_team(problem: Problem, seats: Sequence[int]) -> list[list[int]]:
    """The people of each team."""
    members: list[list[int]] = [[] for _ in problem.slots]
    for person, team in enumerate(seats):
        if team != UNSEATED:
            members[team].append(person)
    return members


def measure(problem: Problem, seats: Sequence[int], masks: Masks | None = None) -> tuple[int, ...]:
    """The value of each active tier, in order of priority; people without a team count nowhere."""
    judged = masks or build_masks(problem)
    teams = [(team, group, mask_of(group)) for team, group in enumerate(members_by_team(problem, seats))]
    return tuple(sum(team_tier(judged, tier, *team) for team in teams) for tier in problem.tiers)


def floor_bounds(problem: Problem) -> tuple[int, ...]:
    """A bound below each active tier that holds whatever the tiers above it are, with everybody seated."""
    return tuple(_floor(problem, tier) for tier in problem.tiers)


def ceilings(problem: Problem) -> tuple[int, ...]:
    """A bound above each active tier that no allocation exceeds."""
    return tuple(_ceiling(problem, tier) for tier in problem.tiers)


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


def is_outside(problem: Problem, person: int, question: str | None) -> bool:
    """Whether a question lets a person's wishes down; nobody is let down on a day without questions."""
    wishes = problem.wish_cost[person]
    return bool(wishes) and question not in wishes and any(slot.question for slot in problem.slots)


def _floor(problem: Problem, tier: Tier) -> int:
    teams = len(problem.slots)
    match tier:
        case Tier.ORGANISATIONS:
            return sum(fewest_pairs(len(share.members), teams) for share in problem.organisations)
        case Tier.OBK:
            return sum(fewest_pairs(len(group.members), teams) for kin in _familiar_groups(problem) for group in kin)
        case Tier.SKILL_GAPS:
            return sum(max(0, teams - len(holders)) for holders in problem.skills)
        case _:
            return 0


def _ceiling(problem: Problem, tier: Tier) -> int:
    people = len(problem.people)
    largest = max((most for _, most in problem.sizes), default=0)
    match tier:
        case Tier.SECTORS | Tier.QUOTAS:
            shares = problem.sectors if tier is Tier.SECTORS else problem.quotas
            return people + sum(share.least for share in shares) * len(problem.slots)
        case Tier.ORGANISATIONS:
            return _most_pairs(problem.organisations, largest)
        case Tier.OUTSIDE_WISHES:
            return people
        case Tier.WISH_RANKS:
            return sum(max(ranks.values(), default=0) for ranks in problem.wish_cost)
        case Tier.SKILL_GAPS:
            return len(problem.slots) * len(problem.skills)
        case Tier.OBK:
            return sum(_most_pairs(shares, largest) for shares in _familiar_groups(problem))


def _familiar_groups(problem: Problem) -> tuple[tuple[Share, ...], ...]:
    return problem.sectors, problem.organisations, problem.roles, problem.met


def _most_pairs(shares: Sequence[Share], largest: int) -> int:
    """Pairs within teams at the very most: everybody with as many of the group as a team holds."""
    return sum(len(share.members) * (min(largest, len(share.members)) - 1) for share in shares) // 2
