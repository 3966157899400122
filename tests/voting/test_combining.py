"""Jury and audience in one result: counted by hand, and held against what the definition promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.voting import rules
from facilitator.voting.choices import Abstention, Approvals, Ranking
from facilitator.voting.model import Ballot, Result, Role, Rule, StepKind, Voting
from facilitator.voting.tally import Cast, count

from .elections import ballot, elections, spelled

HALVES = ((Role.PARTICIPANT, 50.0), (Role.JURY, 50.0))


def approvals(role: Role, *piles: tuple[int, str]) -> list[Cast]:
    return [Cast(Approvals(tuple("ABC".index(name) + 1 for name in names)), number, role) for number, names in piles]


def combined(shares: Sequence[tuple[Role, float]], cast: Sequence[Cast], rule: Rule = Rule.APPROVAL) -> Result:
    return count(ballot(rule, "ABC", shares=tuple(shares)), cast)


def test_eighty_in_the_room_weigh_as_much_as_a_jury_of_four() -> None:
    # The room: A 60, B 30, C 15. The jury: A 1, B 4, C 2.
    room = approvals(Role.PARTICIPANT, (45, "A"), (15, "AB"), (15, "BC"))
    jury = approvals(Role.JURY, (1, "AB"), (1, "B"), (2, "BC"))
    result = combined(HALVES, [*room, *jury])
    # A (1 + 1/4)/2, B (1/2 + 1)/2, C (1/4 + 1/2)/2
    assert result.numbers == {1: 62.5, 2: 75, 3: 37.5}
    assert spelled("ABC", result) == ["B", "A", "C"]
    assert {role: part.winners for role, part in result.parts.items()} == {Role.PARTICIPANT: (1,), Role.JURY: (2,)}
    table = result.steps[-1]
    assert (table.kind, table.columns, table.note) == (
        StepKind.COMBINED,
        ("participant", "jury", "combined"),
        "participant 50 %, jury 50 %",
    )
    assert [(row.option, row.cells) for row in table.rows] == [
        (2, (50, 100, 75)),
        (1, (100, 25, 62.5)),
        (3, (25, 50, 37.5)),
    ]


def test_shares_decide_and_need_not_add_up_to_a_hundred() -> None:
    room, jury = approvals(Role.PARTICIPANT, (10, "A"), (5, "B")), approvals(Role.JURY, (2, "B"), (1, "C"))
    assert combined(((Role.PARTICIPANT, 3), (Role.JURY, 1)), [*room, *jury]).numbers == {1: 75, 2: 62.5, 3: 12.5}
    assert combined(((Role.PARTICIPANT, 1), (Role.JURY, 3)), [*room, *jury]).winners == (2,)


def test_rules_that_rank_otherwise_count_by_places() -> None:
    # The room ranks A, then B and C level; the jury B, C, A. Places: A 1 and 0, B 1/4 and 1, C 1/4 and 1/2.
    cast = [Cast(Ranking((1,)), 9, Role.PARTICIPANT), Cast(Ranking((2, 3, 1)), 1, Role.JURY)]
    result = combined(HALVES, cast, Rule.SCHULZE)
    assert result.numbers == {1: 50, 2: 62.5, 3: 37.5}


def test_a_jury_that_did_not_vote_leaves_the_result_to_the_room() -> None:
    blank = [Cast(Abstention(), 3, Role.JURY)]
    result = combined(HALVES, [*approvals(Role.PARTICIPANT, (4, "C"), (2, "A")), *blank])
    assert (result.winners, result.numbers[3], result.numbers[1]) == ((3,), 100, 50)
    assert combined(HALVES, blank).winners == ()
    assert combined(HALVES, []).winners == ()


@given(elections(combined=True), st.integers(2, 50))
def test_a_larger_group_that_says_the_same_weighs_no_more(election: tuple[Ballot, list[Cast]], times: int) -> None:
    voted_on, cast = election
    grown = [replace(each, count=each.count * times) if each.role is Role.PARTICIPANT else each for each in cast]
    assert count(voted_on, grown).ranking == count(voted_on, cast).ranking


@pytest.mark.parametrize(
    "settings",
    [
        {"shares": ((Role.PARTICIPANT, 50.0),)},
        {"shares": ((Role.PARTICIPANT, 50.0), (Role.JURY, 0.0))},
        {"shares": HALVES, "weights": ((Role.JURY, 2.0),)},
        {"shares": HALVES, "straw_poll": True},
    ],
)
def test_shares_are_stated_for_all_who_vote(settings: dict[str, object]) -> None:
    draft = replace(ballot(Rule.APPROVAL, "AB"), roles=(Role.PARTICIPANT, Role.JURY))
    with pytest.raises(UserError):
        rules.add_ballot(Voting(), replace(draft, **settings))  # type: ignore[arg-type]  # the test's own keywords
