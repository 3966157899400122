"""The instance as sets of people kept as the bits of whole numbers, so that a team is judged in microseconds."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.common.frozen import frozen
from facilitator.teams.hard import quota_limits
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem, Share


@frozen
class EvenMask:
    """The members of a `Share`, with what a team is due of them."""

    mask: int
    least: int
    most: int


@frozen
class Masks:
    """Everything that the tiers and the hard rules ask of a team, as masks; per-person entries stand in the order of
    the people, per-team ones in that of the teams. `wish_ranks` holds per team (mask, rank less one)."""

    problem: Problem
    sectors: tuple[EvenMask, ...]
    quotas: tuple[EvenMask, ...]
    colleagues: tuple[int, ...]
    familiar: tuple[tuple[int, ...], ...]
    outside: tuple[int, ...]
    wish_ranks: tuple[tuple[tuple[int, int], ...], ...]
    skills: tuple[int, ...]
    quota_members: tuple[int, ...]
    requirements: tuple[tuple[int, int], ...]
    silent: tuple[int, ...]
    together: tuple[int, ...]
    apart: tuple[int, ...]
    strangers: tuple[int, ...]


def mask_of(people: Iterable[int]) -> int:
    """People as bits."""
    mask = 0
    for person in people:
        mask |= 1 << person
    return mask


def build_masks(problem: Problem) -> Masks:
    """The masks of an instance."""
    everybody = range(len(problem.people))
    kin: list[list[int]] = [[] for _ in everybody]
    colleagues = [1 << person for person in everybody]
    for shares in (problem.sectors, problem.organisations, problem.roles, problem.met):
        for share in shares:
            mask = mask_of(share.members)
            for person in share.members:
                kin[person].append(mask)
    for share in problem.organisations:
        for person in share.members:
            colleagues[person] = mask_of(share.members)
    ranks = [_wish_ranks(problem, slot.question) for slot in problem.slots]
    wishing = mask_of(person for person in everybody if problem.wish_cost[person])
    any_question = any(slot.question for slot in problem.slots)
    return Masks(
        problem=problem,
        sectors=_even(problem.sectors),
        quotas=_even(problem.quotas),
        colleagues=tuple(colleagues),
        familiar=tuple(map(tuple, kin)),
        outside=tuple(wishing & ~_union(mask for mask, _ in of) if any_question else 0 for of in ranks),
        wish_ranks=tuple(ranks),
        skills=tuple(map(mask_of, problem.skills)),
        quota_members=tuple(map(mask_of, problem.quota_members)),
        requirements=tuple((mask_of(need.members), need.least) for need in problem.requirements),
        silent=_silent(problem),
        together=tuple(map(mask_of, problem.together)),
        apart=tuple(map(mask_of, problem.apart)),
        strangers=_strangers(problem),
    )


def team_tier(masks: Masks, tier: Tier, team: int, members: Iterable[int], inside: int) -> int:
    """What one team adds to a tier; every tier is a sum over teams. `inside` is the mask of `members`."""
    match tier:
        case Tier.SECTORS:
            return _deviation(masks.sectors, inside)
        case Tier.QUOTAS:
            return _deviation(masks.quotas, inside)
        case Tier.ORGANISATIONS:
            return sum((masks.colleagues[person] & inside).bit_count() - 1 for person in members) // 2
        case Tier.OUTSIDE_WISHES:
            return (masks.outside[team] & inside).bit_count()
        case Tier.WISH_RANKS:
            return sum(rank * (mask & inside).bit_count() for mask, rank in masks.wish_ranks[team])
        case Tier.SKILL_GAPS:
            return sum(1 for holders in masks.skills if not holders & inside)
        case Tier.OBK:
            return sum((kin & inside).bit_count() - 1 for person in members for kin in masks.familiar[person]) // 2


def team_strain(masks: Masks, team: int, members: Iterable[int], inside: int) -> int:
    """How far a team is from keeping the hard rules: 0 when it keeps them all, and less the nearer it is."""
    problem, size = masks.problem, inside.bit_count()
    strain = (masks.strangers[team] & inside).bit_count()
    if team in problem.closed:
        return strain
    least, most = problem.sizes[team]
    strain += 4 * max(least - size, size - most, 0)
    for group in masks.together:
        here = (group & inside).bit_count()
        strain += here * (group.bit_count() - here)
    for group in masks.apart:
        strain += max(0, (group & inside).bit_count() - 1)
    for limits, quota in zip(problem.rules.quota_ranges, masks.quota_members, strict=True):
        least, most = quota_limits(limits.by_size, size)
        count = (quota & inside).bit_count()
        strain += max(least - count, count - most, 0)
    cap = problem.rules.max_same_organisation
    if cap is not None:
        strain += sum(max(0, (masks.colleagues[person] & inside).bit_count() - cap) for person in members)
    for holders, needed in masks.requirements:
        strain += max(0, needed - (holders & inside).bit_count())
    if masks.silent:
        strain += min((silent & inside).bit_count() for silent in masks.silent)
    return strain


def _even(shares: Iterable[Share]) -> tuple[EvenMask, ...]:
    return tuple(EvenMask(mask_of(share.members), share.least, share.most) for share in shares)


def _deviation(shares: Iterable[EvenMask], inside: int) -> int:
    total = 0
    for share in shares:
        count = (share.mask & inside).bit_count()
        total += max(share.least - count, count - share.most, 0)
    return total


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union


def _wish_ranks(problem: Problem, question: str | None) -> tuple[tuple[int, int], ...]:
    """The people who wish for a question, by rank less one."""
    by_rank: dict[int, int] = {}
    for person, ranks in enumerate(problem.wish_cost):
        if question in ranks:
            by_rank[ranks[question]] = by_rank.get(ranks[question], 0) | 1 << person
    return tuple((mask, rank) for rank, mask in sorted(by_rank.items()))


def _silent(problem: Problem) -> tuple[int, ...]:
    """For each language that a team may share, those who do not speak it."""
    return tuple(
        mask_of(position for position, person in enumerate(problem.people) if not person.speaks(language))
        for language in problem.rules.common_languages
    )


def _strangers(problem: Problem) -> tuple[int, ...]:
    """For each team, those who may not sit there: fixed or locked elsewhere, or in need of an accessible table."""
    pinned = dict(problem.fixed) | dict(problem.pinned)
    free = [person for person in range(len(problem.people)) if person not in pinned]
    needing = mask_of(person for person in problem.needs_accessible if person not in pinned)
    return tuple(
        mask_of(person for person, home in pinned.items() if home != team)
        | (0 if slot.accessible else needing)
        | (mask_of(free) if team in problem.closed else 0)
        for team, slot in enumerate(problem.slots)
    )
