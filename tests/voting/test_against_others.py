"""The harder rules against counts made in another way: by definition, by brute force, by another's library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facilitator.voting.choices import Ranking
from facilitator.voting.counting.schulze import schulze, strongest_paths
from facilitator.voting.model import Ballot, Rule
from facilitator.voting.tally import Cast, count

from .elections import ballot, elections, stars

Piles = list[tuple[Ranking, int]]


def _piles(cast: Sequence[Cast]) -> Piles:
    return [(each.choices, each.count) for each in cast if isinstance(each.choices, Ranking)]


def _preferring(piles: Piles, one: int, other: int) -> int:
    """By definition: ranked above, or ranked where the other is not."""
    votes = 0
    for choice, number in piles:
        order = choice.options
        if one in order and (other not in order or order.index(one) < order.index(other)):
            votes += number
    return votes


@given(elections([Rule.SCHULZE]))
def test_schulze_against_every_path_there_is(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    piles, options = _piles(cast), [option.id for option in voted_on.options]

    def link(one: int, other: int) -> int:
        votes = _preferring(piles, one, other)
        return votes if votes > _preferring(piles, other, one) else 0

    strongest = {
        (start, end): max(
            min(link(one, other) for one, other in pairwise((start, *between, end)))
            for length in range(len(options) - 1)
            for between in permutations([each for each in options if each not in (start, end)], length)
        )
        for start, end in permutations(options, 2)
    }
    pairs = {(one, other): _preferring(piles, one, other) for one, other in permutations(options, 2)}
    assert strongest_paths(options, pairs) == strongest
    outcome = schulze(options, piles)
    unbeaten = [
        one
        for one in options
        if all(strongest[one, other] >= strongest[other, one] for other in options if other != one)
    ]
    assert list(outcome.ranking[0]) == unbeaten
    place = {option: number for number, group in enumerate(outcome.ranking) for option in group}
    for one, other in permutations(options, 2):
        if strongest[one, other] > strongest[other, one]:
            assert place[one] < place[other]


@given(elections([Rule.SCHULZE]))
def test_whoever_beats_all_others_wins_schulzes_method_alone(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    piles, options = _piles(cast), [option.id for option in voted_on.options]
    for one in options:
        others = [other for other in options if other != one]
        if others and all(_preferring(piles, one, other) > _preferring(piles, other, one) for other in others):
            assert schulze(options, piles).ranking[0] == (one,)


MARKS = st.lists(st.tuples(*[st.integers(0, 5)] * 4), min_size=1, max_size=12)


@given(MARKS)
@settings(max_examples=300)
def test_star_against_starvote(marks: list[tuple[int, ...]]) -> None:
    """Where at most two tie for a seat, which is where starvote and the published protocol agree."""
    starvote = pytest.importorskip("starvote")
    totals = [sum(column) for column in zip(*marks, strict=True)]
    assume(totals.count(sorted(totals)[-2]) <= 2)
    result = count(ballot(Rule.STAR, "ABCD"), stars("ABCD", [(1, each) for each in marks]))
    ballots = [dict(zip("ABCD", each, strict=True)) for each in marks]
    try:
        (winner,) = starvote.star_voting(ballots, maximum_score=5, tiebreaker=None)
    except starvote.UnbreakableTieError:
        assert any(step.tied for step in result.steps)
    else:
        assert result.winners == ("ABCD".index(winner) + 1,)


@given(MARKS)
def test_star_elects_whom_more_voters_prefer_among_the_two_best(marks: list[tuple[int, ...]]) -> None:
    """By definition, where no total ties and the runoff is not level."""
    totals = dict(enumerate((sum(column) for column in zip(*marks, strict=True)), 1))
    assume(all(number == 1 for number in Counter(totals.values()).values()))
    one, other = sorted(totals, key=lambda option: -totals[option])[:2]
    margin = sum((each[one - 1] > each[other - 1]) - (each[one - 1] < each[other - 1]) for each in marks)
    assume(margin)
    result = count(ballot(Rule.STAR, "ABCD"), stars("ABCD", [(1, each) for each in marks]))
    assert result.winners == ((one,) if margin > 0 else (other,))
    assert result.ranking[1] == ((other,) if margin > 0 else (one,))


@given(elections([Rule.BORDA]))
def test_borda_is_how_many_others_an_option_is_ranked_above(election: tuple[Ballot, list[Cast]]) -> None:
    """The averaged count by its other definition: one for each option below, a half for each level with it."""
    voted_on, cast = election
    voted_on = Ballot(1, 1, "", voted_on.method, voted_on.rule, options=voted_on.options)
    piles, options = _piles(cast), [option.id for option in voted_on.options]
    voters = sum(number for _, number in piles)
    twice = dict.fromkeys(options, 0)
    for one, other in combinations(options, 2):
        margin = _preferring(piles, one, other) - _preferring(piles, other, one)
        twice[one] += voters + margin
        twice[other] += voters - margin
    assert {option: 2 * number for option, number in count(voted_on, cast).numbers.items()} == twice
