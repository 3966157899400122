"""Answers in open text, counted by the groups that the host has put them in by hand."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.voting.choices import Words
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import Group, Row, Step, StepKind


def groups(named: Sequence[Group], votes: Votes[Words]) -> Outcome:
    """Most answers wins; equal groups share their place. Answers that stand in no group are the table's rest."""
    home = {words: group.id for group in named for words in group.texts}
    sums: dict[int, Number] = {group.id: 0 for group in named}
    rest: Number = 0
    for choice, weight in votes:
        if choice.words in home:
            sums[home[choice.words]] += weight
        else:
            rest += weight
    ranking = grouped([group.id for group in named], lambda group: sums[group])
    rows = tuple(Row(group, (cell(sums[group]),)) for level in ranking for group in level)
    step = Step(StepKind.TOTALS, rows, ("answers",), kept=ranking[0] if ranking else (), rest=cell(rest))
    return Outcome(ranking, sums, (step,))
