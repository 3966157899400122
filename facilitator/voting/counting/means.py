"""Scores on weighted criteria, counted by their means."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from facilitator.voting.choices import Scores
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import Row, Step, StepKind

Weights = Sequence[tuple[str, Fraction]]
"""Names of the criteria with their weights, above zero."""


def means(options: Sequence[int], votes: Votes[Scores], criteria: Weights) -> Outcome:
    """The highest weighted mean wins; equal means share their place.

    For each criterion an option has the mean of the scores that it got, over those who scored it: a jury member who
    may not score the own team, or runs out of time, takes nothing from anybody. The criteria are then weighed
    together; one on which nobody scored the option is left out for it. An option that nobody scored at all has no
    number and comes last.
    """
    sums: dict[tuple[int, str], Number] = {}
    weights: dict[tuple[int, str], Number] = {}
    voters: dict[int, Number] = dict.fromkeys(options, 0)
    for choice, weight in votes:
        for option, marks in choice.scores:
            voters[option] += weight
            for name, score in marks:
                sums[option, name] = sums.get((option, name), 0) + weight * score
                weights[option, name] = weights.get((option, name), 0) + weight
    per_criterion = {key: Fraction(total) / Fraction(weights[key]) for key, total in sums.items()}
    numbers: dict[int, Number] = {}
    for option in options:
        scored = [(per_criterion[option, name], share) for name, share in criteria if (option, name) in per_criterion]
        if scored:
            whole = sum((share for _, share in scored), Fraction(0))
            numbers[option] = sum((mean * share for mean, share in scored), Fraction(0)) / whole
    ranking = grouped(options, lambda option: numbers.get(option, -1))
    rows = tuple(
        Row(
            option,
            (
                *(
                    cell(per_criterion[option, name]) if (option, name) in per_criterion else None
                    for name, _ in criteria
                ),
                cell(numbers[option]) if option in numbers else None,
                cell(voters[option]),
            ),
        )
        for group in ranking
        for option in group
    )
    columns = (*(name for name, _ in criteria), "mean", "voters")
    return Outcome(ranking, numbers, (Step(StepKind.MEANS, rows, columns, kept=ranking[0]),))
