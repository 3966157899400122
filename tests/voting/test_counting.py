"""What holds for every rule, and what published elections say."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.voting.choices import Abstention, Places, Ranking, Scores
from facilitator.voting.counting.axes import quantile
from facilitator.voting.counting.irv import irv
from facilitator.voting.model import RULES, Ballot, Criterion, Role, Rule, StepKind
from facilitator.voting.tally import Cast, count

from .elections import ballot, elections, ranked, rankings, renumbered, spelled, stars

TENNESSEE = [(42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM")]
"""The capital of Tennessee, as in the usual textbook example: Memphis, Nashville, Chattanooga, Knoxville."""

SCHULZE_45 = [
    (5, "ACBED"),
    (5, "ADECB"),
    (8, "BEDAC"),
    (3, "CABED"),
    (7, "CAEBD"),
    (2, "CBADE"),
    (7, "DCEBA"),
    (8, "EBADC"),
]
"""Example 1 of Schulze's paper: E beats A beats C beats B beats D."""


@given(elections(), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_never_matters(election: tuple[Ballot, list[Cast]], order: Random) -> None:
    voted_on, cast = election
    shuffled = list(cast)
    order.shuffle(shuffled)
    assert count(voted_on, shuffled) == count(voted_on, cast)


@given(elections())
def test_n_equal_ballots_count_like_one_ballot_n_times(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    one_by_one = [replace(each, count=1) for each in cast for _ in range(each.count)]
    assert count(voted_on, one_by_one) == count(voted_on, cast)


@given(elections())
def test_every_option_has_one_place_and_every_ballot_is_counted(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    result = count(voted_on, cast)
    assert sorted(option for group in result.ranking for option in group) == [each.id for each in voted_on.candidates]
    assert all(result.ranking)
    assert result.ballots == sum(each.count for each in cast)
    assert result.abstentions == sum(each.count for each in cast if each.choices == Abstention())
    assert result.winners == (result.ranking[0] if result.ballots > result.abstentions else ())


@given(elections(tuple(rule for rule in Rule if rule is not Rule.GROUPS)), st.permutations(range(1, 9)))
def test_no_option_is_favoured(election: tuple[Ballot, list[Cast]], names: list[int]) -> None:
    """Neutrality: renaming and reordering the options renames the result and changes nothing else."""
    voted_on, cast = election
    renamed = replace(
        voted_on,
        options=tuple(
            sorted((replace(each, id=names[each.id - 1]) for each in voted_on.candidates), key=lambda each: each.id)
        ),
    )
    ids = dict(enumerate(names, 1))
    result = count(renamed, [replace(each, choices=renumbered(each.choices, ids)) for each in cast])
    expected = [{names[option - 1] for option in group} for group in count(voted_on, cast).ranking]
    assert [set(group) for group in result.ranking] == expected


@given(elections(), st.integers(2, 5))
def test_only_the_proportions_of_the_ballots_matter(election: tuple[Ballot, list[Cast]], times: int) -> None:
    voted_on, cast = election
    more = [replace(each, count=each.count * times) for each in cast]
    assert count(voted_on, more).ranking == count(voted_on, cast).ranking


@given(elections())
def test_weight_is_worth_ballots(election: tuple[Ballot, list[Cast]]) -> None:
    """Votes of weight 3 rank like three votes of weight 1; weight 0 ranks like no votes at all."""
    voted_on, cast = election
    thrice = count(replace(voted_on, weights=((Role.JURY, 3.0),)), cast)
    tripled = [replace(each, count=each.count * (3 if each.role is Role.JURY else 1)) for each in cast]
    assert thrice.ranking == count(replace(voted_on, weights=()), tripled).ranking
    silenced = count(replace(voted_on, weights=((Role.JURY, 0.0),)), cast)
    assert silenced.ranking == count(voted_on, [each for each in cast if each.role is not Role.JURY]).ranking


@given(elections())
def test_the_parts_are_the_roles_by_themselves(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    result = count(voted_on, cast)
    assert set(result.parts) == ({each.role for each in cast} if len({each.role for each in cast}) > 1 else set())
    for role, part in result.parts.items():
        alone = count(replace(voted_on, weights=()), [each for each in cast if each.role is role])
        assert (part.winners, part.numbers, part.ballots) == (alone.winners, alone.numbers, alone.ballots)


def test_tennessee() -> None:
    assert ranked("MNCK", Rule.SCHULZE, TENNESSEE) == ["N", "C", "K", "M"]
    assert ranked("MNCK", Rule.IRV, TENNESSEE) == ["K", "M", "N", "C"]
    borda = count(ballot(Rule.BORDA, "MNCK"), rankings("MNCK", TENNESSEE))
    assert [borda.numbers[option] for option in (1, 2, 3, 4)] == [126, 194, 173, 107]
    marks = [(42, (5, 2, 1, 0)), (26, (0, 5, 2, 2)), (15, (0, 3, 5, 4)), (17, (0, 2, 4, 5))]
    star = count(ballot(Rule.STAR, "MNCK"), stars("MNCK", marks))
    assert [star.numbers[option] for option in (1, 2, 3, 4)] == [210, 293, 237, 197]
    assert spelled("MNCK", star) == ["N", "C", "M", "K"]


def test_the_example_of_schulzes_paper() -> None:
    result = count(ballot(Rule.SCHULZE, "ABCDE"), rankings("ABCDE", SCHULZE_45))
    assert spelled("ABCDE", result) == ["E", "A", "C", "B", "D"]
    pairwise, paths = result.steps
    assert pairwise.rows[0].cells == (None, 20, 26, 30, 22)
    assert [row.cells for row in paths.rows] == [
        (None, 28, 28, 30, 24),
        (25, None, 28, 33, 24),
        (25, 29, None, 29, 24),
        (25, 28, 28, None, 24),
        (25, 28, 28, 31, None),
    ]


def test_instant_runoff_shares_what_a_tie_for_elimination_leaves_open() -> None:
    """A leads; B and C tie for the last place, and whichever of them stays wins with the other's voters."""
    piles = [(4, "A"), (3, "BC"), (3, "CB")]
    assert ranked("ABC", Rule.IRV, piles) == ["BC", "A"]
    result = count(ballot(Rule.IRV, "ABC"), rankings("ABC", piles))
    assert [step.kind for step in result.steps] == [StepKind.ROUND, StepKind.BRANCHES]
    assert result.steps[0].tied == (2, 3)
    assert [row.cells for row in result.steps[1].rows] == [(0, 0, 1), (0, 1, 0)]


def test_instant_runoff_goes_on_where_a_tie_makes_no_difference_to_who_wins() -> None:
    piles = [(9, "A"), (3, "BA"), (3, "CA"), (4, "DA")]
    result = count(ballot(Rule.IRV, "ABCD"), rankings("ABCD", piles))
    assert spelled("ABCD", result) == ["A", "D", "BC"]
    assert [(step.removed, step.tied) for step in result.steps] == [((2,), (2, 3)), ((3,), ()), ((4,), ())]
    assert result.steps[-1].kept == (1,)


def test_instant_runoff_lets_hopeless_options_leave_together() -> None:
    piles = [(9, "A"), (7, "BA"), (1, "C"), (1, "DB")]
    result = count(ballot(Rule.IRV, "ABCDE"), rankings("ABCDE", piles))
    assert spelled("ABCDE", result) == ["A", "B", "CD", "E"]
    assert [step.removed for step in result.steps] == [(5,), (3, 4), (2,)]
    assert result.steps[-1].kept == (1,)
    assert result.steps[-1].rest == 1


@given(elections([Rule.IRV]))
def test_the_rounds_of_an_instant_runoff_lead_to_its_winners(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    result = count(voted_on, cast)
    assert result.steps[-1].kept == result.ranking[0]
    left = [option.id for option in voted_on.candidates]
    for step in result.steps:
        if step.kind is StepKind.ROUND:
            assert sorted(row.option for row in step.rows) == sorted(left)
            left = [option for option in left if option not in step.removed]


@given(elections([Rule.IRV], most=4))
@settings(max_examples=300)
def test_instant_runoff_follows_every_order_of_elimination(election: tuple[Ballot, list[Cast]]) -> None:
    """Against a count that tries every order in which the options could leave, by brute force."""
    voted_on, cast = election
    votes = [
        (each.choices.options, each.count * (5 if each.role is Role.JURY else 2))
        for each in cast
        if isinstance(each.choices, Ranking)
    ]
    options = [each.id for each in voted_on.candidates]
    best = dict.fromkeys(options, len(options))
    for order in permutations(options):
        left = list(order)
        while left:
            first = [next((each for each in rank if each in left), None) for rank, _ in votes]
            sums = {each: sum(n for (_, n), top in zip(votes, first, strict=True) if top == each) for each in left}
            if sums[left[0]] > min(sums.values()):
                break
            left.pop(0)
        if not left:
            for place, option in enumerate(reversed(order), 1):
                best[option] = min(best[option], place)
    result = count(voted_on, cast)
    places = {option: best[option] for group in result.ranking for option in group}
    assert list(result.ranking) == [
        tuple(option for option in options if places[option] == place) for place in sorted(set(places.values()))
    ]


def test_instant_runoff_of_an_election_made_to_branch_ends() -> None:
    options = range(1, 41)
    outcome = irv(options, [(Ranking((option,)), 1) for option in options])
    assert outcome.ranking == (tuple(options),)


def test_borda_shares_out_the_places_left_open() -> None:
    result = count(ballot(Rule.BORDA, "ABCD"), rankings("ABCD", [(2, "A")]))
    assert result.numbers == {1: 6, 2: 2, 3: 2, 4: 2}


def test_star_breaks_ties_as_published() -> None:
    tie_for_the_second_seat = stars("ABC", [(2, (5, 4, 3)), (1, (5, 1, 3))])
    assert spelled("ABC", count(ballot(Rule.STAR, "ABC"), tie_for_the_second_seat)) == ["A", "B", "C"]
    tied_runoff = stars("AB", [(1, (5, 0)), (1, (0, 4))])
    assert spelled("AB", count(ballot(Rule.STAR, "AB"), tied_runoff)) == ["A", "B"]
    full_scores = stars("AB", [(1, (5, 3)), (1, (2, 4)), (1, (1, 1))])
    assert spelled("AB", count(ballot(Rule.STAR, "AB"), full_scores)) == ["A", "B"]
    nothing_helps = stars("ABC", [(1, (5, 0, 1)), (1, (0, 5, 1))])
    assert spelled("ABC", count(ballot(Rule.STAR, "ABC"), nothing_helps)) == ["AB", "C"]


def test_star_shares_the_win_between_possible_finals() -> None:
    """B and C tie for the second seat and nothing tells them apart; each would lose its runoff against A."""
    result = count(ballot(Rule.STAR, "ABC"), stars("ABC", [(1, (5, 3, 0)), (1, (5, 0, 3))]))
    assert spelled("ABC", result) == ["A", "BC"]
    assert result.steps[0].tied == (1, 2, 3)
    cycle = stars("ABC", [(1, (5, 3, 0)), (1, (0, 5, 3)), (1, (3, 0, 5))])
    assert spelled("ABC", count(ballot(Rule.STAR, "ABC"), cycle)) == ["ABC"]


def test_means_weigh_the_criteria_over_those_who_scored() -> None:
    criteria = (Criterion("Nytta", 2.0), Criterion("Mod", 1.0))
    cast = [
        Cast(Scores(((1, (("Nytta", 5), ("Mod", 2))), (2, (("Nytta", 4), ("Mod", 4)))))),
        Cast(Scores(((1, (("Nytta", 3),)),)), 2),
    ]
    result = count(ballot(Rule.MEAN, "ABC", criteria=criteria), cast)
    assert result.numbers == {1: pytest.approx(float((2 * Fraction(11, 3) + 2) / 3)), 2: 4}
    assert result.ranking == ((2,), (1,), (3,))
    assert result.steps[0].rows[0].cells == (4, 4, 4, 1)
    assert result.steps[0].rows[2].cells == (None, None, None, 0)


def test_equal_means_are_equal_whatever_their_fractions() -> None:
    """0.1 + 0.2 and 0.3 differ as binary fractions; as weights they must not."""
    criteria = (Criterion("a", 0.1), Criterion("b", 0.2), Criterion("c", 0.3))
    scores = Scores(((1, (("a", 5), ("b", 5), ("c", 0))), (2, (("a", 0), ("b", 0), ("c", 5)))))
    for rule in (Rule.MEAN, Rule.STAR):
        assert count(ballot(rule, "AB", criteria=criteria), [Cast(scores)]).ranking == ((1, 2),)


@given(st.lists(st.integers(1, 5), min_size=1), st.integers(1, 3))
def test_quantiles_are_those_of_the_sorted_list(values: list[int], quarter: int) -> None:
    in_order = sorted(values)
    place, rest = divmod(len(values) * quarter, 4)
    expected = Fraction(in_order[place]) if rest else Fraction(in_order[place - 1] + in_order[place], 2)
    assert quantile([values.count(value) for value in range(6)], Fraction(quarter, 4)) == expected


def test_axes_rank_by_their_medians() -> None:
    places = [((1, 5), (3, 3)), ((2, 4), (3, 4)), ((5, 5), (3, 3))]
    cast = [Cast(Places(((1, one), (2, other)))) for one, other in places]
    result = count(ballot(Rule.AXES, "ABC"), cast)
    assert result.ranking == ((1,), (2,), (3,))
    assert result.numbers == {1: 7, 2: 6}
    assert result.steps[0].rows[0].cells == (1, 2, 5, 4, 5, 5, 3)


def test_a_rule_that_does_not_fit_names_those_that_do() -> None:
    for method, rules in RULES.items():
        for rule in set(Rule) - set(rules):
            wrong = replace(ballot(rules[0], "AB"), rule=rule)
            with pytest.raises(UserError) as refused:
                count(wrong, [])
            assert refused.value.remedy is not None
            assert all(fitting in refused.value.remedy.values["rules"] for fitting in RULES[method])  # type: ignore[operator]


def test_nobody_wins_a_ballot_of_abstentions() -> None:
    for rule in Rule:
        result = count(ballot(rule, "ABC"), [Cast(Abstention(), 7)])
        assert (result.winners, result.ranking, result.ballots, result.abstentions) == ((), ((1, 2, 3),), 7, 7)
