"""The rules that add up: plurality (votes), approval (approvals) and dots. Most wins; equal sums share their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitator.voting.choices import Approvals, Dots, Single
from facilitator.voting.counting.outcome import Number, Outcome, Votes, cell, grouped
from facilitator.voting.model import Row, Step, StepKind


def plurality(options: Sequence[int], votes: Votes[Single]) -> Outcome:
    """Everybody's one vote, added up."""
    sums = _added(options, ((choice.option, weight) for choice, weight in votes))
    return _outcome(options, sums, ("votes",), {option: (cell(sums[option]),) for option in options})


def approval(options: Sequence[int], votes: Votes[Approvals]) -> Outcome:
    """How many voters approve of each option."""
    sums = _added(options, ((option, weight) for choice, weight in votes for option in choice.options))
    return _outcome(options, sums, ("approvals",), {option: (cell(sums[option]),) for option in options})


def dots(options: Sequence[int], votes: Votes[Dots]) -> Outcome:
    """How many dots lie on each option; the number of voters who put any there is shown beside it."""
    sums = _added(options, ((option, weight * count) for choice, weight in votes for option, count in choice.dots))
    voters = _added(options, ((option, weight) for choice, weight in votes for option, _ in choice.dots))
    cells = {option: (cell(sums[option]), cell(voters[option])) for option in options}
    return _outcome(options, sums, ("dots", "voters"), cells)


def _added(options: Sequence[int], shares: Iterable[tuple[int, Number]]) -> dict[int, Number]:
    sums: dict[int, Number] = dict.fromkeys(options, 0)
    for option, share in shares:
        sums[option] += share
    return sums


def _outcome(
    options: Sequence[int],
    sums: Mapping[int, Number],
    columns: tuple[str, ...],
    cells: Mapping[int, tuple[int | float, ...]],
) -> Outcome:
    ranking = grouped(options, lambda option: sums[option])
    rows = tuple(Row(option, cells[option]) for group in ranking for option in group)
    return Outcome(ranking, sums, (Step(StepKind.TOTALS, rows, columns, kept=ranking[0]),))
