"""Instant runoff: the option with the fewest votes leaves, and its voters' next choices count, until one is left.

Where several have the fewest, the count follows every order in which they could leave (parallel-universes
tie-breaking: V. Conitzer, M. Rognlie and L. Xia, "Preference functions that score rankings and maximum likelihood
estimation", IJCAI 2009). Every option gets the best place that it reaches in any of them, so whoever could win shares
the first place and nobody is eliminated by chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from facilitator.voting.choices import Ranking
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import Row, Step, StepKind

MOST_BRANCHES = 2_000
"""How many different sets of remaining options are followed. An election with more, made for it rather than met with,
is counted with the coarser rule that all options that tie for the last place leave together.
"""

_LAST_TWO = 2

_Followed: TypeAlias = dict[frozenset[int], list[frozenset[int]]]
"""Sets of remaining options, each with those that the next elimination can leave."""


def irv(options: Sequence[int], votes: Votes[Ranking]) -> Outcome:
    """The last one left wins; the others are placed in the reverse of the order in which they left.

    The number per option is its votes in the last round in which it is shown.
    """
    start = frozenset(options)
    followed = _follow(start, votes, together=False) or _follow(start, votes, together=True)
    places, winners = _places(followed), _winners(followed)
    steps, numbers = _rounds(options, votes, winners)
    return Outcome(grouped(options, lambda option: -places[option]), numbers, steps)


def _standing(left: frozenset[int], votes: Votes[Ranking]) -> dict[int, Number]:
    """The votes of each option that is left: those of the voters who prefer it to all others left."""
    standing: dict[int, Number] = dict.fromkeys(left, 0)
    for choice, weight in votes:
        for option in choice.options:
            if option in left:
                standing[option] += weight
                break
    return standing


def _lowest(standing: Mapping[int, Number]) -> frozenset[int]:
    fewest = min(standing.values())
    return frozenset(option for option, votes in standing.items() if votes == fewest)


def _leave_together(standing: Mapping[int, Number], lowest: frozenset[int]) -> bool:
    """Whether all of the lowest leave next, in whatever order: even all their votes together lift none of them out."""
    others = [votes for option, votes in standing.items() if option not in lowest]
    return bool(others) and sum(standing[option] for option in lowest) < min(others)


def _follow(start: frozenset[int], votes: Votes[Ranking], *, together: bool) -> _Followed:
    """Follows every order of elimination, or the one in which those that tie leave together.

    The sets come in falling order of size; nothing is returned if there are more than `MOST_BRANCHES`.
    """
    followed: dict[frozenset[int], list[frozenset[int]]] = {}
    layers: dict[int, set[frozenset[int]]] = {len(start): {start}}
    for size in range(len(start), 0, -1):
        for left in layers.pop(size, set()):
            if len(followed) + len(layers.get(size - 1, ())) >= MOST_BRANCHES and not together:
                return {}
            standing = _standing(left, votes)
            lowest = _lowest(standing)
            # Options without a single vote hand nothing on: in which order they leave changes nothing.
            at_once = together or not any(standing[option] for option in lowest)
            followed[left] = [left - lowest] if at_once else [left - {option} for option in lowest]
            for following in followed[left]:
                layers.setdefault(len(following), set()).add(following)
    return followed


def _places(followed: _Followed) -> dict[int, int]:
    """The best place that each option reaches, 1 being the winner's."""
    best: dict[int, int] = {}
    for left, branches in followed.items():
        for following in branches:
            for option in left - following:
                best[option] = len(following) + 1
    return best


def _winners(followed: _Followed) -> dict[frozenset[int], frozenset[int]]:
    """Who can win from each of the sets."""
    winners: dict[frozenset[int], frozenset[int]] = {}
    for left in reversed(followed):
        each = (winners[following] if following else left for following in followed[left])
        winners[left] = frozenset[int]().union(*each)
    return winners


def _rounds(
    options: Sequence[int], votes: Votes[Ranking], winners: Mapping[frozenset[int], frozenset[int]]
) -> tuple[tuple[Step, ...], dict[int, Number]]:
    """The rounds, with each option's last number of votes.

    Where it makes no difference to who wins which of the lowest leaves, the round says that they tie and goes on
    without the first of them; where it does, the last table shows who can win on which branch.
    """
    voters = sum(weight for _, weight in votes)
    numbers: dict[int, Number] = {}
    steps: list[Step] = []
    left = frozenset(options)
    while True:
        standing = _standing(left, votes)
        numbers |= standing
        lowest = _lowest(standing)
        remaining = [option for option in options if option in left]
        branches = {option: winners.get(left - {option}) for option in remaining if option in lowest}
        sure = len(lowest) == 1 or _leave_together(standing, lowest)
        certain = sure or None in branches.values()
        level = lowest == left and (None in branches.values() or len(left) <= _LAST_TWO)
        leaving = frozenset[int]()
        if certain and not level:
            leaving = lowest
        elif len(set(branches.values())) == 1 and not level:
            leaving = frozenset([min(branches, key=remaining.index)])
        last = len(left - leaving) == 1 or level
        kept = left - leaving if last else frozenset[int]()
        tied = frozenset[int]() if sure else lowest
        steps.append(_round(remaining, standing, kept, leaving, tied, voters))
        if last:
            break
        if not leaving:
            steps.append(_branches(remaining, {option: each or frozenset() for option, each in branches.items()}))
            break
        left -= leaving
    return tuple(steps), numbers


def _round(
    remaining: Sequence[int],
    standing: Mapping[int, Number],
    kept: frozenset[int],
    removed: frozenset[int],
    tied: frozenset[int],
    voters: Number,
) -> Step:
    ordered = [option for group in grouped(remaining, lambda option: standing[option]) for option in group]
    return Step(
        StepKind.ROUND,
        tuple(Row(option, (cell(standing[option]),)) for option in ordered),
        ("votes",),
        kept=tuple(option for option in remaining if option in kept),
        removed=tuple(option for option in remaining if option in removed),
        tied=tuple(option for option in remaining if option in tied),
        rest=cell(voters - sum(standing.values())),
    )


def _branches(remaining: Sequence[int], branches: Mapping[int, frozenset[int]]) -> Step:
    """For each of the tied: which options can still win (1) if it leaves."""
    rows = tuple(
        Row(option, tuple(int(other in can_win) for other in remaining)) for option, can_win in branches.items()
    )
    can_win = frozenset[int]().union(*branches.values())
    kept = tuple(option for option in remaining if option in can_win)
    return Step(StepKind.BRANCHES, rows, against=tuple(remaining), kept=kept, tied=tuple(branches))
