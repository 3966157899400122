"""Two axes, interest and feasibility: a map of medians with quartiles.

Quantiles are those of the step function of the votes, taking the middle where it is level (type 2 in R. Hyndman and
Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996): the ordinary median, and a
definition that stays meaningful when votes have weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from facilitator.voting.choices import Places
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, Row, Step, StepKind

AXES = ("interest", "feasibility")
_QUARTILES = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
_MEDIAN = 1


def axes(options: Sequence[int], votes: Votes[Places]) -> Outcome:
    """The highest sum of the two medians wins; equal sums share their place.

    An option that nobody placed has no number and comes last.
    """
    weights: dict[int, tuple[list[Number], list[Number]]] = {
        option: ([0] * (AXIS_HIGHEST + 1), [0] * (AXIS_HIGHEST + 1)) for option in options
    }
    voters: dict[int, Number] = dict.fromkeys(options, 0)
    for choice, weight in votes:
        for option, place in choice.places:
            voters[option] += weight
            for axis, value in enumerate(place):
                weights[option][axis][value] += weight
    quartiles = {
        option: [[quantile(axis, share) for share in _QUARTILES] for axis in weights[option]]
        for option in options
        if voters[option]
    }
    numbers: dict[int, Number] = {option: sum(axis[_MEDIAN] for axis in both) for option, both in quartiles.items()}
    ranking = grouped(options, lambda option: numbers.get(option, -1))
    empty: tuple[None, ...] = (None,) * (len(AXES) * len(_QUARTILES))
    rows = tuple(
        Row(
            option,
            (
                *(tuple(cell(each) for axis in quartiles[option] for each in axis) if option in quartiles else empty),
                cell(voters[option]),
            ),
        )
        for group in ranking
        for option in group
    )
    columns = (*(f"{axis}_{part}" for axis in AXES for part in ("lower", "median", "upper")), "voters")
    return Outcome(ranking, numbers, (Step(StepKind.QUARTILES, rows, columns, kept=ranking[0]),))


def quantile(weights: Sequence[Number], share: Fraction) -> Fraction:
    """The value below which that share of the weight lies; `weights` holds the weight of each value from 0 on.

    Raises:
        ValueError: there is no weight at all.
    """
    wanted = share * sum(weights)
    below: Number = 0
    for value in range(AXIS_LOWEST, len(weights)):
        below += weights[value]
        if below > wanted:
            return Fraction(value)
        if below == wanted and weights[value]:
            following = next(later for later in range(value + 1, len(weights)) if weights[later])
            return Fraction(value + following, 2)
    raise ValueError("no votes, no quantile")
