"""What every counting rule works with and gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias, TypeVar

from facilitator.common.frozen import frozen
from facilitator.voting.model import Step

Number: TypeAlias = int | Fraction
"""An exact number; integers as long as nothing is divided or weighted, because they are fast."""

Groups: TypeAlias = tuple[tuple[int, ...], ...]
"""Option ids from first to last place; those in one group share it."""

ChoiceT = TypeVar("ChoiceT")
Votes: TypeAlias = Sequence[tuple[ChoiceT, Number]]
"""Different choices, each with the sum of the weights of the ballots that made it; always above zero."""


@frozen
class Outcome:
    """A count's ranking of all options, the number to draw per option, and its tables."""

    ranking: Groups
    numbers: Mapping[int, Number]
    steps: tuple[Step, ...]


def grouped(options: Sequence[int], key: Callable[[int], Number]) -> Groups:
    """The options in groups of equal keys, the highest first."""
    levels: dict[Number, list[int]] = {}
    for option in options:
        levels.setdefault(key(option), []).append(option)
    return tuple(tuple(levels[level]) for level in sorted(levels, reverse=True))


def cell(number: Number) -> int | float:
    """The number as a table shows it: whole ones stay whole."""
    exact = Fraction(number)
    return exact.numerator if exact.denominator == 1 else float(exact)
