"""STAR: score, then automatic runoff, with its published protocol for ties.

Source: https://www.starvoting.org/star and https://www.starvoting.org/ties, with the five-star tie-breaker.

1. Scoring round: the two options with the highest total scores are finalists. What a voter left unscored counts as 0;
   several criteria make one score by their weighted mean. Ties for a finalist's seat go to those who win most of the
   head-to-head comparisons among the tied, then to those with most full scores.
2. Runoff: the finalist whom more voters scored higher wins. A tie goes to the higher total, then to more full scores.

A tie that is left after that is shared: if several pairs of finalists remain possible, whoever wins the runoff of
any of them shares the first place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm

from facilitator.common.frozen import frozen
from facilitator.voting.choices import Scores
from facilitator.voting.counting.means import Weights
from facilitator.voting.counting.outcome import Groups, Number, Outcome, Votes, cell, grouped
from facilitator.voting.counting.pairs import Pairs, preferences
from facilitator.voting.model import SCORE_HIGHEST, Row, Step, StepKind

_FINALISTS = 2


@frozen
class _Round:
    """What both rounds look at: totals, full scores, and who is preferred to whom by how many."""

    options: tuple[int, ...]
    totals: Mapping[int, Number]
    full: Mapping[int, Number]
    pairs: Pairs
    voters: Number

    def matchups_won(self, option: int, among: Sequence[int]) -> int:
        return sum(self.pairs[option, other] > self.pairs[other, option] for other in among if other != option)


def star(options: Sequence[int], votes: Votes[Scores], criteria: Weights) -> Outcome:
    """The runoff's winner first, the other finalist second, the rest by total score."""
    scale = lcm(*(share.denominator for _, share in criteria))
    shares = {name: int(share * scale) for name, share in criteria}
    whole = sum(shares.values())
    worths = [(_worths(options, choice, shares), weight) for choice, weight in votes]
    count = _Round(
        tuple(options),
        {option: Fraction(sum(weight * worth[option] for worth, weight in worths)) / whole for option in options},
        {
            option: sum(weight for worth, weight in worths if worth[option] == SCORE_HIGHEST * whole)
            for option in options
        },
        preferences(options, worths),
        sum(weight for _, weight in worths),
    )
    sure, contenders = _finalists(count)
    seats = min(_FINALISTS, len(options)) - len(sure)
    finals = [(*sure, *rest) for rest in combinations(contenders, seats)]
    winners = {winner for final in finals for winner in _runoff(count, final)}
    finalists = [option for option in options if option in sure or option in contenders]
    ranking = _ranking(count, winners, finalists)
    return Outcome(ranking, count.totals, _steps(count, finalists, finals, ranking))


def _worths(options: Sequence[int], choice: Scores, shares: Mapping[str, int]) -> dict[int, Number]:
    """One voter's score per option, times the sum of the shares: whole numbers, which compare faster than fractions."""
    worths: dict[int, Number] = dict.fromkeys(options, 0)
    for option, marks in choice.scores:
        worths[option] = sum(shares[name] * score for name, score in marks)
    return worths


def _finalists(count: _Round) -> tuple[list[int], list[int]]:
    """The finalists that are sure, and those between whom the protocol cannot choose for the seats that are left."""
    measures: list[Callable[[int, Sequence[int]], Number]] = [
        lambda option, _: count.totals[option],
        count.matchups_won,
        lambda option, _: count.full[option],
    ]
    sure: list[int] = []
    contenders = list(count.options)
    for measure in measures:
        among = tuple(contenders)
        contenders = []
        for group in grouped(among, lambda option, measure=measure, among=among: measure(option, among)):  # type: ignore[misc]  # mypy cannot tell a lambda with defaults
            if len(sure) + len(group) > _FINALISTS:
                contenders = list(group) if len(sure) < _FINALISTS else []
                break
            sure += group
        if not contenders:
            break
    return sure, contenders


def _runoff(count: _Round, final: Sequence[int]) -> tuple[int, ...]:
    """Who wins among one or two finalists; both, if nothing tells them apart."""
    if len(final) == 1:
        return tuple(final)
    one, other = final
    for better, worse in (
        (count.pairs[one, other], count.pairs[other, one]),
        (count.totals[one], count.totals[other]),
        (count.full[one], count.full[other]),
    ):
        if better != worse:
            return (one,) if better > worse else (other,)
    return one, other


def _ranking(count: _Round, winners: set[int], finalists: Sequence[int]) -> Groups:
    first = tuple(option for option in count.options if option in winners)
    second = [option for option in finalists if option not in winners]
    rest = [option for option in count.options if option not in winners and option not in finalists]
    by_total = [group for part in (second, rest) for group in grouped(part, lambda option: count.totals[option])]
    return (first, *by_total)


def _steps(
    count: _Round, finalists: Sequence[int], finals: Sequence[tuple[int, ...]], ranking: Groups
) -> tuple[Step, ...]:
    tied = tuple(finalists) if len(finals) > 1 else ()
    scoring = Step(
        StepKind.POINTS,
        tuple(
            Row(option, (cell(count.totals[option]), cell(count.full[option])))
            for group in grouped(count.options, lambda option: count.totals[option])
            for option in group
        ),
        ("total", "full_scores"),
        kept=tuple(finalists),
        tied=tied,
    )
    runoffs = tuple(
        Step(
            StepKind.RUNOFF,
            (Row(one, (cell(count.pairs[one, other]),)), Row(other, (cell(count.pairs[other, one]),))),
            ("preferred",),
            kept=_runoff(count, (one, other)),
            tied=(one, other) if len(_runoff(count, (one, other))) > 1 else (),
            rest=cell(count.voters - count.pairs[one, other] - count.pairs[other, one]),
        )
        for one, other in (final for final in finals if len(final) == _FINALISTS)
    )
    return scoring, *runoffs
