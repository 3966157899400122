"""Erasure of what voters wrote: no word is left, and every count stays what it was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.check import check
from facilitator.common.errors import UserError
from facilitator.desk.deciders.voting import ballot_file, counted
from facilitator.event.commands import ErasePersonalData
from facilitator.store.ballot_box import Vote, write_all
from facilitator.voting.checking import checked
from facilitator.voting.choices import canonical
from facilitator.voting.commands import CloseBallot, GroupTexts, KeyPaper, OpenBallot, PutBallot, RevealResult
from facilitator.voting.erasure import UNGROUPED, erasers, without_words
from facilitator.voting.model import Ballot, Group, Method, Paper, Rule, Voting
from facilitator.voting.tally import Cast, count
from tests.desk.builders import a_ballot, event_on_disk, open_session

TEXT, AXES = 1, 2
ANSWERS = ("Drahomira", "Nepomuk bör tacka Quux", "Mod", "Tid")


def text_ballot() -> Ballot:
    return replace(a_ballot(), method=Method.TEXT, rule=Rule.GROUPS, options=(), item=None)


def axes_ballot() -> Ballot:
    return replace(a_ballot(), method=Method.AXES, rule=Rule.AXES, item=None, reasons=True)


@given(st.lists(st.sampled_from(ANSWERS)), st.lists(st.integers(0, 2), min_size=4, max_size=4))
def test_the_count_of_groups_is_the_same_without_words(given_: list[str], homes: list[int]) -> None:
    texts = {number: tuple(a for a, home in zip(ANSWERS, homes, strict=True) if home == number) for number in (1, 2)}
    groups = tuple(Group(number, f"G{number}", texts[number]) for number in (1, 2) if texts[number])
    voting = Voting({TEXT: replace(text_ballot(), id=TEXT, groups=groups)})
    said = [canonical({"text": words}) for words in given_] + ['{"abstain":true}']
    erase, after = erasers(voting)[TEXT], without_words(voting)
    left = [erase(each) for each in said]
    assert not [word for word in ANSWERS if word in repr((left, after))]
    before, again = (
        count(state.ballots[TEXT], [Cast(checked(state.ballots[TEXT], json.loads(each))) for each in cast])
        for state, cast in ((voting, said), (after, left))
    )
    assert again == before
    assert [erase(each) for each in left] == left, "an erasure that was cut short is repeated"
    assert without_words(after) == after


def test_papers_that_differed_do_not_agree_once_their_words_are_gone() -> None:
    keyed = (canonical({"text": "Drahomira"}), canonical({"text": "Nepomuk"}))
    voting = Voting(
        {TEXT: replace(text_ballot(), id=TEXT)},
        papers={
            1: Paper(1, TEXT, 7, a_ballot().roles[0], *keyed),
            2: Paper(2, TEXT, 8, a_ballot().roles[0], keyed[0], keyed[0]),
        },
    )
    left = without_words(voting).papers
    assert (left[1].agreed, left[2].agreed) == (False, True)
    assert left[1].first == left[2].first == canonical({"text": UNGROUPED})


def test_no_word_is_left_in_the_bytes_of_the_file(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "day.hackday")
    words = ("Drahomira", "Nepomuk", "Wenceslas", "Ludmila", "Ottokar")
    with open_session(path) as session:
        desk = session.desk
        for put in (text_ballot(), axes_ballot()):
            desk.do(PutBallot(put))
        for number in (TEXT, AXES):
            desk.do(OpenBallot(number))
        axes = {"axes": {"1": [4, 5], "2": [1, 2]}, "reasons": {"1": "Ludmila wants it"}}
        said: dict[int, list[dict[str, object]]] = {
            TEXT: [{"text": "Drahomira"}, {"text": "Nepomuk"}, {"text": "Drahomira"}],
            AXES: [axes],
        }
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for number, choices in said.items():
                contest = desk.state.voting.ballots[number].contest
                write_all(
                    connection,
                    [
                        Vote(number, contest, f"voter {at}", f"receipt {at}", "participant", canonical(each))
                        for at, each in enumerate(choices)
                    ],
                )
        for number in (TEXT, AXES):
            desk.do(CloseBallot(number))
        for keying in (1, 2):
            desk.do(KeyPaper(TEXT, 7, keying, {"text": "Wenceslas"}))
            desk.do(KeyPaper(AXES, 8, keying, {"axes": {"2": [3, 3]}, "reasons": {"2": "Ottokar"}}))
        desk.do(GroupTexts(TEXT, ("Drahomira", "Wenceslas"), "Mod"))
        for number in (TEXT, AXES):
            desk.do(RevealResult(number))
        results = desk.state.voting.results
        assert desk.state.voting.digest_of(TEXT)
        assert any(word.encode() in path.read_bytes() for word in words), "the search finds what is there"

        desk.do(ErasePersonalData(), "script")
        voting = desk.state.voting
        assert voting.results == results
        assert {number: counted(voting, voting.ballots[number], session.box) for number in results} == results
        assert [group.name for group in voting.ballots[TEXT].groups] == ["Mod"]
        evidence = repr([ballot_file(voting, ballot, session.box) for ballot in voting.ballots.values()])
        assert not [word for word in words if word in evidence]
        session.box.close()
        session.file.scrub()
    for each in tmp_path.rglob("*"):
        content = each.read_bytes() if each.is_file() else b""
        assert not [word for word in words if word.encode() in content or word.encode("utf-16-le") in content], each
    assert not [promise for promise in check(path) if promise.broken]


def test_an_erasure_that_is_refused_leaves_the_answers(tmp_path: Path) -> None:
    with open_session(event_on_disk(tmp_path / "day.hackday")) as session:
        session.desk.do(PutBallot(text_ballot()))
        session.desk.do(OpenBallot(TEXT))
        contest = session.desk.state.voting.ballots[TEXT].contest
        with closing(sqlite3.connect(session.file.path, isolation_level=None)) as connection:
            write_all(connection, [Vote(TEXT, contest, "voter", "receipt", "participant", '{"text":"Mod"}')])
        with pytest.raises(UserError, match="open"):
            session.desk.do(ErasePersonalData(), "script")
        assert session.box.cast(TEXT) == [("participant", '{"text":"Mod"}')]
