"""Borda's count, with the places that a voter left open shared out evenly.

The last of n ranked options gets 0 points, the first n − 1. The options that a voter leaves out get the mean of the
points that are left, so that every ballot gives out as many points as any other and leaving options out is neither
rewarded nor punished (the "averaged" count, after D. Black, "Partial justification of the Borda count",
Public Choice 28, 1976).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from facilitator.voting.choices import Ranking
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import Row, Step, StepKind


def borda(options: Sequence[int], votes: Votes[Ranking]) -> Outcome:
    """Most points win; equal points share their place."""
    points: dict[int, Number] = dict.fromkeys(options, 0)
    firsts: dict[int, Number] = dict.fromkeys(options, 0)
    for choice, weight in votes:
        firsts[choice.options[0]] += weight
        unranked = set(options) - set(choice.options)
        for place, option in enumerate(choice.options):
            points[option] += weight * (len(options) - 1 - place)
        for option in unranked:
            points[option] += weight * Fraction(len(unranked) - 1, 2)
    ranking = grouped(options, lambda option: points[option])
    rows = tuple(Row(each, (cell(points[each]), cell(firsts[each]))) for group in ranking for each in group)
    step = Step(StepKind.POINTS, rows, ("points", "first_places"), kept=ranking[0])
    return Outcome(ranking, points, (step,))
