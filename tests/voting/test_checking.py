"""Choices from outside: what a ballot allows comes through unchanged, everything else is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.voting.checking import checked
from facilitator.voting.choices import Abstention, Approvals, ChoiceRefused, Dots, Ranking, as_json
from facilitator.voting.model import Ballot, Criterion, Method, Option, Rule

from .elections import CRITERIA, ballot, choices

BALLOTS = {
    Method.SINGLE: ballot(Rule.PLURALITY, "ABCD"),
    Method.APPROVAL: ballot(Rule.APPROVAL, "ABCD"),
    Method.RANKED: ballot(Rule.SCHULZE, "ABCD"),
    Method.SCORE: ballot(Rule.MEAN, "ABCD", criteria=CRITERIA),
    Method.DOTS: ballot(Rule.DOTS, "ABCD", budget=20),
    Method.AXES: ballot(Rule.AXES, "ABCD"),
    Method.TEXT: ballot(Rule.GROUPS, "ABCD"),
}
TEAMS = tuple(Option(number, f"Lösning {number}", team=number + 10) for number in (1, 2, 3))

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 7) | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["1", "2", "9", "01", "Nytta", "Mod"]), inner, max_size=3)
    ),
    max_leaves=6,
)
HOSTILE = VALUES | st.dictionaries(
    st.sampled_from(["one", "approve", "rank", "scores", "dots", "axes", "abstain"]), VALUES, max_size=2
)


@given(st.data(), st.sampled_from(Method))
def test_what_the_ballot_allows_comes_through_unchanged(data: st.DataObject, method: Method) -> None:
    chosen = data.draw(choices(method, 4))
    sent = json.loads(json.dumps(as_json(chosen)))
    # A criterion that is scored out of order is the same score.
    assert as_json(checked(BALLOTS[method], sent)) == sent
    assert checked(BALLOTS[method], as_json(checked(BALLOTS[method], sent))) == checked(BALLOTS[method], sent)


@given(HOSTILE, st.sampled_from(Method))
def test_anything_at_all_is_either_choices_or_refused(raw: object, method: Method) -> None:
    try:
        found = checked(BALLOTS[method], raw)
    except ChoiceRefused:
        return
    assert checked(BALLOTS[method], as_json(found)) == found


@pytest.mark.parametrize(
    ("method", "raw", "named"),
    [
        (Method.SINGLE, {"one": 5}, "5"),
        (Method.SINGLE, {"one": True}, "True"),
        (Method.SINGLE, {"one": 1.0}, "1.0"),
        (Method.SINGLE, {"one": "1"}, "1"),
        (Method.SINGLE, {"approve": [1]}, "approve"),
        (Method.SINGLE, {"abstain": 1}, "abstain"),
        (Method.APPROVAL, {"approve": [1, 1]}, "A"),
        (Method.APPROVAL, {"approve": [1, [2]]}, "[…]"),
        (Method.RANKED, {"rank": [2, 3, 2]}, "B"),
        (Method.SCORE, {"scores": {"1": {"Nytta": 6}}}, "6"),
        (Method.SCORE, {"scores": {"1": {"Nytta": True}}}, "True"),
        (Method.SCORE, {"scores": {"1": {"nytta": 1}}}, "nytta"),
        (Method.SCORE, {"scores": {"01": {"Nytta": 1}}}, "01"),
        (Method.SCORE, {"scores": {"1": 5}}, "A"),
        (Method.DOTS, {"dots": {"1": -1}}, "-1"),
        (Method.DOTS, {"dots": {"1": 11, "2": 10}}, "21"),
        (Method.DOTS, {"dots": {"x" * 100: 1}}, "x" * 39 + "…"),
        (Method.AXES, {"axes": {"1": [1, 6]}}, "A"),
        (Method.AXES, {"axes": {"2": [1]}}, "B"),
        (Method.AXES, {"axes": {"2": [1, True]}}, "B"),
    ],
)
def test_a_refusal_names_the_choice_that_offends(method: Method, raw: object, named: str) -> None:
    with pytest.raises(ChoiceRefused) as refused:
        checked(BALLOTS[method], raw)
    assert f"“{named}”" in str(refused.value.message) or f"{named} dots" in str(refused.value.message)


@pytest.mark.parametrize("raw", [{"abstain": True}, {"approve": []}])
def test_an_empty_ballot_is_an_abstention(raw: object) -> None:
    assert checked(BALLOTS[Method.APPROVAL], raw) == Abstention()


def test_the_order_of_approvals_and_empty_dots_leave_no_trace() -> None:
    assert checked(BALLOTS[Method.APPROVAL], {"approve": [3, 1]}) == Approvals((1, 3))
    assert checked(BALLOTS[Method.DOTS], {"dots": {"2": 1, "1": 2, "3": 0}}) == Dots(((1, 2), (2, 1)))


def test_no_more_choices_than_allowed() -> None:
    two = replace(BALLOTS[Method.RANKED], most=2)
    assert checked(two, {"rank": [3, 1]}) == Ranking((3, 1))
    with pytest.raises(ChoiceRefused, match="At most 2"):
        checked(two, {"rank": [3, 1, 2]})


@pytest.mark.parametrize(
    ("method", "own", "other"),
    [
        (Method.SINGLE, {"one": 2}, {"one": 1}),
        (Method.APPROVAL, {"approve": [1, 2]}, {"approve": [1, 3]}),
        (Method.RANKED, {"rank": [3, 2]}, {"rank": [3, 1]}),
        (Method.SCORE, {"scores": {"2": {"Nytta": 5}}}, {"scores": {"1": {"Nytta": 5}}}),
        (Method.DOTS, {"dots": {"2": 1}}, {"dots": {"3": 1}}),
        (Method.AXES, {"axes": {"2": [5, 5]}}, {"axes": {"1": [5, 5]}}),
    ],
)
def test_nobody_votes_for_the_own_team(method: Method, own: object, other: object) -> None:
    strict = replace(BALLOTS[method], options=TEAMS, own_team_excluded=True)
    assert checked(strict, other, own_team=12) == checked(strict, other)
    with pytest.raises(ChoiceRefused, match="“Lösning 2” is your own team"):
        checked(strict, own, own_team=12)
    assert checked(replace(strict, own_team_excluded=False), own, own_team=12) == checked(strict, own)


def test_scores_follow_the_ballots_order_of_criteria() -> None:
    reversed_ballot: Ballot = replace(
        BALLOTS[Method.SCORE], criteria=(Criterion("Nytta"), Criterion("Mod"), Criterion("Å"))
    )
    one = checked(reversed_ballot, {"scores": {"1": {"Å": 1, "Mod": 2, "Nytta": 3}}})
    assert one == checked(reversed_ballot, {"scores": {"1": {"Nytta": 3, "Å": 1, "Mod": 2}}})
