"""Head to head: how many voters put one option above another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from facilitator.voting.choices import Ranking
from facilitator.voting.counting.outcome import Number, Votes, cell
from facilitator.voting.model import Row, Step, StepKind

Pairs: TypeAlias = Mapping[tuple[int, int], Number]
"""For each ordered pair of different options, the weight of the voters who prefer the first of the two."""


def preferences(options: Sequence[int], worths: Votes[Mapping[int, Number]]) -> Pairs:
    """Counts the pairs over voters who each give every option a worth; the higher is preferred, equals are not."""
    pairs: dict[tuple[int, int], Number] = {(one, other): 0 for one in options for other in options if one != other}
    for worth, weight in worths:
        for one, other in pairs:
            if worth[one] > worth[other]:
                pairs[one, other] += weight
    return pairs


def worths_of_rankings(options: Sequence[int], votes: Votes[Ranking]) -> list[tuple[Mapping[int, Number], Number]]:
    """Rankings as worths; options that a voter left out are worth the same, less than any that was ranked."""
    worths: list[tuple[Mapping[int, Number], Number]] = []
    for choice, weight in votes:
        worth: dict[int, Number] = dict.fromkeys(options, 0)
        for place, option in enumerate(choice.options):
            worth[option] = len(options) - place
        worths.append((worth, weight))
    return worths


def matrix(kind: StepKind, options: Sequence[int], pairs: Pairs, kept: tuple[int, ...] = ()) -> Step:
    """The pairs as a square table: the row's option over the column's."""
    rows = tuple(
        Row(one, tuple(None if one == other else cell(pairs[one, other]) for other in options)) for one in options
    )
    return Step(kind, rows, against=tuple(options), kept=kept)
