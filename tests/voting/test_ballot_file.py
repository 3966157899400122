"""Ballot files: read, refused with the place of the fault, and written so that they count the same again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import Unreadable, UserError
from facilitator.voting.ballot_file import read_ballot_file
from facilitator.voting.choices import Single
from facilitator.voting.evidence import answer, candidate_names, written
from facilitator.voting.lot import broken_by_lot
from facilitator.voting.model import Ballot, Option, Rule, StepKind
from facilitator.voting.tally import Cast, count

from .elections import ballot, elections, renumbered


def _tally(document: object, rule: Rule) -> dict[str, object]:
    voted_on, cast = read_ballot_file(json.dumps(document).encode(), rule)
    return answer(voted_on, count(voted_on, cast))


@given(elections())
def test_a_written_file_counts_the_same_again(election: tuple[Ballot, list[Cast]]) -> None:
    voted_on, cast = election
    content = json.dumps(written(voted_on, cast), ensure_ascii=False).encode()
    again, cast_again = read_ballot_file(content, voted_on.rule)
    assert answer(again, count(again, cast_again)) == answer(voted_on, count(voted_on, cast))


@given(elections(combined=True))
def test_combined_shares_count_the_same_again(election: tuple[Ballot, list[Cast]]) -> None:
    test_a_written_file_counts_the_same_again.hypothesis.inner_test(election)  # type: ignore[attr-defined]


@given(elections(most=4), st.permutations([2, 10, 7, 31]))
def test_the_lot_is_drawn_alike_however_options_are_numbered(
    election: tuple[Ballot, list[Cast]], numbers: list[int]
) -> None:
    voted_on, cast = election
    if voted_on.options:
        ids = dict(zip((option.id for option in voted_on.options), numbers, strict=False))
        options = tuple(replace(option, id=ids[option.id]) for option in voted_on.options)
        cast = [replace(each, choices=renumbered(each.choices, ids)) for each in cast]
        voted_on = replace(voted_on, options=options)
    voted_on = replace(voted_on, dice="62514")
    content = json.dumps(written(voted_on, cast), ensure_ascii=False).encode()
    again, cast_again = read_ballot_file(content, voted_on.rule)
    drawn = broken_by_lot(voted_on, cast, count(voted_on, cast), voted_on.dice)
    assert answer(again, broken_by_lot(again, cast_again, count(again, cast_again), again.dice)) == answer(
        voted_on, drawn
    )


@given(elections(), st.randoms(use_true_random=False))
def test_a_written_file_says_nothing_about_the_order(election: tuple[Ballot, list[Cast]], order: object) -> None:
    voted_on, cast = election
    shuffled = list(cast)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert json.dumps(written(voted_on, shuffled)) == json.dumps(written(voted_on, cast))


def test_options_with_the_same_label_keep_names_of_their_own() -> None:
    labels = ["App", "App", "App (1)", "Integrator"]
    twins = replace(
        ballot(Rule.PLURALITY, "ABCD"), options=tuple(Option(number, name) for number, name in enumerate(labels, 1))
    )
    names = candidate_names(twins)
    assert len(set(names.values())) == 4
    assert (names[3], names[4]) == ("App (1)", "Integrator")


@pytest.mark.parametrize(
    ("rule", "choices", "winners"),
    [
        (Rule.PLURALITY, ["B", "B", "A", None, {"one": "B"}], ["B"]),
        (Rule.APPROVAL, [["A"], ["B", "A"], [], {"approve": ["A"]}], ["A"]),
        (Rule.IRV, [["A", "B"], {"rank": ["B"]}, {"abstain": True}], ["A", "B"]),
        (Rule.MEAN, [{"A": 3, "B": 4}, {"A": 5}], ["A", "B"]),
        (Rule.MEAN, [{"A": {"x": 1, "y": 5}, "B": {"x": 4, "y": 1}}], ["A"]),
        (Rule.STAR, [{"A": 3, "B": 4}, {"A": 5}], ["A"]),
        (Rule.DOTS, [{"A": 3, "B": 4}, {"scores": 1, "A": 2}], ["A"]),
        (Rule.AXES, [{"A": [1, 5], "B": [5, 2]}], ["B"]),
    ],
)
def test_the_shapes_of_every_method(rule: Rule, choices: list[object], winners: list[str]) -> None:
    document = {
        "method": ballot(rule, "A").method,
        "candidates": ["A", "B", "scores"],
        "ballots": [{"choices": each} for each in choices],
    }
    said = _tally(document, rule)
    assert said["winners"] == winners
    assert said["ballots"] == len(choices)
    assert said["rule"] == rule
    assert json.loads(json.dumps(said)) == said


def test_criteria_and_roles_have_weights() -> None:
    document = {
        "method": "score",
        "candidates": ["A", "B"],
        "criteria": [{"name": "x", "weight": 3}, "y"],
        "weights": {"jury": 2},
        "ballots": [
            {"choices": {"A": {"x": 5, "y": 0}, "B": {"x": 0, "y": 5}}},
            {"role": "jury", "count": 2, "choices": {"A": {"x": 0, "y": 5}, "B": {"x": 5, "y": 0}}},
        ],
    }
    assert _tally(document, Rule.MEAN)["numbers"] == {"A": (1 * 15 + 4 * 5) / 20, "B": (1 * 5 + 4 * 15) / 20}


GOOD = {"method": "ranked", "candidates": ["A", "B"], "ballots": [{"count": 2, "choices": ["B", "A"]}]}
SCORES = {"method": "score", "candidates": ["A"], "ballots": [{"choices": {"A": 5}}]}


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ([], "one JSON object"),
        ({**GOOD, "method": "best"}, "method"),
        ({**GOOD, "method": ["ranked"]}, "method"),
        ({**GOOD, "candidates": {}}, "candidates"),
        ({**GOOD, "candidates": []}, "candidates"),
        ({**GOOD, "candidates": ["A", 1]}, "candidates[1]"),
        ({**GOOD, "candidates": ["A", "B", "A"]}, "candidates[2]"),
        ({**GOOD, "ballots": None}, "ballots"),
        ({**GOOD, "ballots": ["A"]}, "ballots[0]"),
        ({**GOOD, "ballots": [{"count": 1}]}, "ballots[0]"),
        ({**GOOD, "ballots": [{"count": -1, "choices": []}]}, "ballots[0].count"),
        ({**GOOD, "ballots": [{"count": True, "choices": []}]}, "ballots[0].count"),
        ({**GOOD, "ballots": [{"count": 1.5, "choices": []}]}, "ballots[0].count"),
        ({**GOOD, "ballots": [{"choices": ["A", "C"]}]}, "ballots[0].choices[1]"),
        ({**GOOD, "ballots": [{"choices": []}, {"choices": ["A", "A"]}]}, "ballots[1].choices"),
        ({**GOOD, "ballots": [{"choices": ["A", ["B"]]}]}, "ballots[0].choices[1]"),
        ({**GOOD, "ballots": [{"choices": 3}]}, "ballots[0].choices"),
        ({**GOOD, "ballots": [{"choices": {"A": 1}}]}, "ballots[0].choices"),
        ({**GOOD, "ballots": [{"role": "king", "choices": []}]}, "ballots[0].role"),
        ({**GOOD, "weights": [1]}, "weights"),
        ({**GOOD, "weights": {"jury": -1}}, "weights.jury"),
        ({**GOOD, "most": 1}, "ballots[0].choices"),
        ({**SCORES, "criteria": [{"name": "x", "weight": 0}]}, "criteria[0]"),
        ({**SCORES, "criteria": ["x", "y"]}, "ballots[0].choices"),
        ({**SCORES, "ballots": [{"choices": {"A": 5}}, {"choices": {"A": 6}}]}, "ballots[1].choices"),
        ({**SCORES, "ballots": [{"choices": {"A": {"x": [1]}}}]}, "ballots[0].choices"),
    ],
)
def test_a_fault_is_refused_with_its_place(document: dict[str, object], place: str) -> None:
    rule = Rule.MEAN if isinstance(document, dict) and document.get("method") == "score" else Rule.IRV
    with pytest.raises(Unreadable) as refused:
        _tally(document, rule)
    assert place in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe{",
        b"{",
        b"[" * 100_000,
        b'{"method": "ranked", "candidates": ["A"], "ballots": [{"count": ' + b"9" * 5000 + b"}]}",
        b'{"method": "dots", "candidates": ["A"], "ballots": [{"choices": {"A": NaN}}]}',
        b'{"method": "dots", "candidates": ["A"], "ballots": [{"choices": {"A": 1, "A": 2}}]}',
    ],
)
def test_what_is_not_a_ballot_file_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read_ballot_file(content, Rule.DOTS)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["method", "candidates", "ballots", "choices", "count", "A"]), inner)
        ),
        max_leaves=10,
    )
)
def test_anything_at_all_is_read_or_refused(document: object) -> None:
    """Never another error than one for people, whatever stands in a file that is otherwise right."""
    for content in (document, {**GOOD, "ballots": document}, {**GOOD, "ballots": [{"choices": document}]}):
        try:
            _tally(content, Rule.SCHULZE)
        except Unreadable:
            continue


def test_a_byte_order_mark_is_no_fault() -> None:
    read_ballot_file(b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), Rule.BORDA)


def test_a_rule_that_does_not_fit_is_named() -> None:
    with pytest.raises(UserError, match="schulze, irv, borda"):
        _tally(GOOD, Rule.STAR)


def test_a_lot_breaks_ties_the_same_way_for_everybody() -> None:
    four = ballot(Rule.PLURALITY, ["Alva", "Bo", "Cia", "Dag"])
    cast = [Cast(Single(option), 2) for option in (1, 2, 3)]
    result = count(four, cast)
    drawn = {dice: broken_by_lot(four, cast, result, dice) for dice in map(str, range(100))}
    assert {each.winners for each in drawn.values()} == {(1,), (2,), (3,)}
    assert all(each.ranking[-1] == (4,) for each in drawn.values())
    assert broken_by_lot(four, list(reversed(cast)), result, "7") == drawn["7"]
    again, cast_again = read_ballot_file(json.dumps(written(four, cast)).encode(), Rule.PLURALITY)
    assert broken_by_lot(again, cast_again, count(again, cast_again), "7") == drawn["7"]
    lot = drawn["7"].steps[-1]
    assert lot.kind is StepKind.LOT
    assert {row.option for row in lot.rows} == {1, 2, 3}
    untied = count(four, [Cast(Single(1), 3), Cast(Single(2), 2), Cast(Single(3))])
    assert broken_by_lot(four, cast, untied, "7") is untied
    with pytest.raises(UserError, match="dice"):
        broken_by_lot(four, cast, result, "six")
