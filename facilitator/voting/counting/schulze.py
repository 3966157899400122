"""Schulze's method with winning votes.

M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
method", Social Choice and Welfare 36 (2011). A link from one option to another is as strong as the number of voters
who prefer the one, if they are more than those who prefer the other; a path is as strong as its weakest link; an
option beats another if its strongest path there is stronger than the strongest path back.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.voting.choices import Ranking
from facilitator.voting.counting.outcome import Groups, Number, Outcome, Votes
from facilitator.voting.counting.pairs import Pairs, matrix, preferences, worths_of_rankings
from facilitator.voting.model import StepKind


def schulze(options: Sequence[int], votes: Votes[Ranking]) -> Outcome:
    """The winners are the options that no other one beats; the ranking repeats that among those that are left.

    "Beats" is transitive but leaves pairs undecided, so such layers are the finest places that it gives in every
    case. The number per option is how many others it beats.
    """
    pairs = preferences(options, worths_of_rankings(options, votes))
    paths = strongest_paths(options, pairs)
    beaten_by: dict[int, set[int]] = {
        option: {other for other in options if other != option and paths[other, option] > paths[option, other]}
        for option in options
    }
    ranking = _layers(options, beaten_by)
    beats: dict[int, Number] = {option: sum(option in others for others in beaten_by.values()) for option in options}
    steps = (
        matrix(StepKind.PAIRWISE, options, pairs),
        matrix(StepKind.PATHS, options, paths, kept=ranking[0]),
    )
    return Outcome(ranking, beats, steps)


def strongest_paths(options: Sequence[int], pairs: Pairs) -> Pairs:
    """The strength of the strongest path between every two options, zero if there is none (Floyd and Warshall)."""
    paths = {(one, other): votes if votes > pairs[other, one] else 0 for (one, other), votes in pairs.items()}
    for through in options:
        for start in options:
            if start == through:
                continue
            first = paths[start, through]
            for end in options:
                if end in (start, through):
                    continue
                link = min(first, paths[through, end])
                if link > paths[start, end]:
                    paths[start, end] = link
    return paths


def _layers(options: Sequence[int], beaten_by: dict[int, set[int]]) -> Groups:
    left = list(options)
    layers: list[tuple[int, ...]] = []
    while left:
        unbeaten = tuple(option for option in left if beaten_by[option].isdisjoint(left))
        layers.append(unbeaten)
        left = [option for option in left if option not in unbeaten]
    return tuple(layers)
