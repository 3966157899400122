"""Instant runoff: the option with the fewest votes leaves, and its voters' next choices count, until one is left.

Where several have the fewest, the count follows every order in which they could leave (parallel-universes
tie-breaking: V. Conitzer, M. Rognlie and L. Xia, "Preference functions that score rankings and maximum likelihood
estimation", IJCAI 2009). Every option gets the best place that it reaches in any of them, so whoever could win shares
the first place and nobody is eliminated by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitator.voting.choices import Ranking
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import Row, Step, StepKind

MOST_BRANCHES = 5_000
"""How many different sets of remaining options are followed; from there on options that tie leave together.

Only an election made for it gets there. A whole generation of sets is treated alike, so that no option is favoured.
"""


def irv(options: Sequence[int], votes: Votes[Ranking]) -> Outcome:
    """The last one left wins; the others are placed in the reverse of the order in which they left.

    The number per option is its votes in the last round in which it is shown.
    """
    places = _best_places(frozenset(options), votes)
    steps, numbers = _rounds(options, votes)
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


def _best_places(start: frozenset[int], votes: Votes[Ranking]) -> dict[int, int]:
    """The best place that each option reaches in any order of elimination, 1 being the winner's."""
    best = dict.fromkeys(start, len(start))
    followed = 0
    layers: dict[int, set[frozenset[int]]] = {len(start): {start}}
    for size in range(len(start), 0, -1):
        layer = layers.pop(size, set())
        followed += len(layer)
        for left in layer:
            standing = _standing(left, votes)
            lowest = _lowest(standing)
            # Options without a single vote hand nothing on: in which order they leave changes nothing.
            if followed > MOST_BRANCHES or not any(standing[option] for option in lowest):
                _note(best, lowest, size - len(lowest) + 1)
                layers.setdefault(size - len(lowest), set()).add(left - lowest)
                continue
            _note(best, lowest, size)
            for option in lowest:
                layers.setdefault(size - 1, set()).add(left - {option})
    return best


def _note(best: dict[int, int], options: Iterable[int], place: int) -> None:
    for option in options:
        best[option] = min(best[option], place)


def _rounds(options: Sequence[int], votes: Votes[Ranking]) -> tuple[tuple[Step, ...], dict[int, Number]]:
    """The rounds as far as they are the same in every order, then who can win where they part; and each one's votes."""
    voters = sum(weight for _, weight in votes)
    numbers: dict[int, Number] = {}
    steps: list[Step] = []
    left = frozenset(options)
    while True:
        standing = _standing(left, votes)
        numbers |= standing
        lowest = _lowest(standing)
        remaining = [option for option in options if option in left]
        leaving = lowest if len(lowest) == 1 or _leave_together(standing, lowest) else frozenset[int]()
        last = len(left - leaving) == 1 or lowest == left
        removed = frozenset[int]() if leaving == left else leaving
        kept = left - removed if last else frozenset[int]()
        tied = lowest - leaving
        steps.append(_round(remaining, standing, kept, removed, tied, voters))
        if last:
            break
        if not leaving:
            steps.append(_branches([option for option in remaining if option in lowest], remaining, votes))
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


def _branches(tied: Sequence[int], remaining: Sequence[int], votes: Votes[Ranking]) -> Step:
    """For each of the tied: which options can still win (1) if it leaves."""
    rows = []
    winners: set[int] = set()
    for option in tied:
        places = _best_places(frozenset(remaining) - {option}, votes)
        rows.append(Row(option, tuple(int(places.get(other) == 1) for other in remaining)))
        winners |= {other for other, place in places.items() if place == 1}
    kept = tuple(option for option in remaining if option in winners)
    return Step(StepKind.BRANCHES, tuple(rows), against=tuple(remaining), kept=kept, tied=tuple(tied))
