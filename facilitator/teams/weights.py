"""One objective in place of tiers: weights so far apart that no sum of lower tiers outweighs one step of a higher."""

from __future__ import annotations

from collections.abc import Sequence


def lexicographic_weights(ceilings: Sequence[int]) -> tuple[int, ...]:
    """The weight of each tier, first the highest, from the most that each tier can reach."""
    weights: list[int] = []
    weight = 1
    for ceiling in reversed(ceilings):
        weights.append(weight)
        weight *= ceiling + 1
    return tuple(reversed(weights))


def tier_bounds(bound: int, weights: Sequence[int], values: Sequence[int]) -> tuple[int, ...]:
    """What a bound below the weighted sum says of each tier.

    The highest tier is at least the whole part of the bound over its weight. Where that is the value reached, the
    rest of the bound speaks of the next tier, and so on; below a tier that is not settled nothing is known, which
    is 0.
    """
    bounds: list[int] = []
    rest, settled = bound, True
    for weight, value in zip(weights, values, strict=True):
        low = max(0, rest // weight) if settled else 0
        bounds.append(min(low, value))
        settled = settled and low >= value
        rest -= weight * value
    return tuple(bounds)
