"""Ballots through the desk: timed ends, paper, lots, the reveal step by step, evidence, and what the file may tell."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.app.check import check
from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.app.session import Session
from facilitator.app.timekeeper import Timekeeper
from facilitator.common.clock import Duration, Instant
from facilitator.common.errors import Stale, UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.deciders.voting import answers, ballot_file, cast_ballots, published, reasons
from facilitator.desk.desk import Desk
from facilitator.stage.model import SceneName
from facilitator.store.ballot_box import Vote, write_all
from facilitator.voting.ballot_file import read_ballot_file
from facilitator.voting.choices import as_json, canonical
from facilitator.voting.commands import (
    BreakTies,
    CloseBallot,
    ExtendBallot,
    GroupTexts,
    IssueCards,
    KeyPaper,
    NameGroup,
    OpenBallot,
    PutBallot,
    ReissueCard,
    RevealResult,
)
from facilitator.voting.evidence import answer
from facilitator.voting.lot import broken_by_lot
from facilitator.voting.model import Ballot, Method, Phase, Role, Rule
from facilitator.voting.tally import count
from tests.desk.builders import PlainSolver, a_ballot, a_state, desk_in_memory, event_on_disk, open_session
from tests.fakes import MORNING, FakeClock, repeatable_bytes


class FilledBox(EmptyBox):
    """A box in which the same ballots lie for everything that is voted on."""

    def __init__(self, *choices: str) -> None:
        self._choices = choices

    def cast(self, ballot: int) -> Sequence[tuple[str, str]]:
        return [("participant", each) for each in self._choices]

    def receipts(self, ballot: int) -> Sequence[str]:
        return [f"R{number}" for number, _ in enumerate(self._choices)]


def desk_with(put: Ballot, *choices: str) -> tuple[Desk, FilledBox]:
    """A desk with a ballot that is closed, and these votes in the box."""
    box = FilledBox(*choices)
    desk = Desk(MemoryStore(a_state()), box, FakeClock(), repeatable_bytes(), PlainSolver())
    desk.do(PutBallot(put))
    desk.do(OpenBallot(1))
    desk.do(CloseBallot(1))
    return desk, box


def the_ballot(desk: Desk) -> Ballot:
    return desk.state.voting.ballots[1]


def test_a_ballot_opens_and_closes_at_its_times() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    opens = Instant(MORNING + 60_000)
    desk.do(PutBallot(replace(a_ballot(), item=None, opens_at=opens, lasts=Duration(120_000))))
    keeper = Timekeeper(desk)
    assert keeper.look() == opens
    clock.pass_(seconds=60)
    keeper.look()
    assert (the_ballot(desk).phase, the_ballot(desk).closes_at) == (Phase.OPEN, opens + 120_000)
    desk.do(ExtendBallot(1, 30))
    clock.pass_(seconds=149.999)
    keeper.look()
    assert the_ballot(desk).phase is Phase.OPEN
    clock.pass_(seconds=0.001)
    keeper.look()
    assert (the_ballot(desk).phase, the_ballot(desk).closed_at) == (Phase.CLOSED, opens + 150_000)
    desk.do(Undo())
    keeper.look()
    assert the_ballot(desk).phase is Phase.OPEN, "a host who takes the close back is not overruled"


def test_a_vote_that_is_over_is_closed_however_long_the_computer_slept() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    desk.do(PutBallot(replace(a_ballot(), item=None, lasts=Duration(60_000))))
    desk.do(OpenBallot(1))
    clock.pass_(hours=1)
    Timekeeper(desk).look()
    assert the_ballot(desk).phase is Phase.CLOSED


def test_papers_count_like_phones_and_stand_in_the_evidence_as_a_total() -> None:
    desk, box = desk_with(a_ballot(), '{"approve":[1]}')
    for serial, (first, second) in enumerate((([2], [2]), ([1, 2], [2, 1]), ([1], [2])), 1):
        desk.do(KeyPaper(1, serial, 1, {"approve": first}))
        desk.do(KeyPaper(1, serial, 2, {"approve": second}))
    with pytest.raises(Stale, match="3"):
        desk.do(RevealResult(1))
    desk.do(KeyPaper(1, 3, 1, {"approve": [2]}))
    desk.do(RevealResult(1))
    assert desk.state.voting.results[1].numbers == {1: 2, 2: 3}
    document = ballot_file(desk.state.voting, the_ballot(desk), box)
    assert document["paper"] == {"counted": 3, "keyed_in": 3}
    assert document["ballots"] == [
        {"count": 1, "role": "participant", "choices": ["Integratören", "OBK-index"]},
        {"count": 1, "role": "participant", "choices": ["Integratören"]},
        {"count": 2, "role": "participant", "choices": ["OBK-index"]},
    ]


def test_a_lot_is_drawn_after_the_reveal_and_tally_draws_the_same() -> None:
    desk, box = desk_with(a_ballot(), '{"approve":[1]}', '{"approve":[2]}')
    desk.do(RevealResult(1))
    shared = desk.state.voting.results[1]
    assert shared.winners == (1, 2)
    desk.do(BreakTies(1, "3516"))
    drawn = desk.state.voting.results[1]
    assert len(drawn.winners) == 1
    content = json.dumps(ballot_file(desk.state.voting, the_ballot(desk), box)).encode()
    again, cast = read_ballot_file(content, Rule.APPROVAL)
    assert answer(again, broken_by_lot(again, cast, count(again, cast), again.dice)) == answer(the_ballot(desk), drawn)
    desk.do(Undo())
    assert desk.state.voting.results[1] == shared
    assert the_ballot(desk).dice == ""


def test_the_reveal_goes_step_by_step_and_tells_phones_at_the_end() -> None:
    options = a_ballot().options
    three = replace(a_ballot(), options=(*options, replace(options[0], id=3, label="MOD")))
    desk, _ = desk_with(three, '{"approve":[1,2,3]}', '{"approve":[1,2]}', '{"approve":[1]}')
    for unveiled in (1, 2):
        desk.do(RevealResult(1, step=True))
        assert (the_ballot(desk).phase, the_ballot(desk).unveiled) == (Phase.CLOSED, unveiled)
        assert (desk.state.stage.scene, desk.state.stage.ballot) == (SceneName.RESULTS, 1)
    with pytest.raises(Stale):
        desk.do(KeyPaper(1, 1, 1, {"approve": [1]}))
    desk.do(RevealResult(1, step=True))
    assert the_ballot(desk).phase is Phase.REVEALED
    desk.do(Undo())
    assert (the_ballot(desk).phase, the_ballot(desk).unveiled) == (Phase.CLOSED, 2)
    desk.do(RevealResult(1))
    assert the_ballot(desk).phase is Phase.REVEALED


def text_ballot(**more: object) -> Ballot:
    asked = replace(a_ballot(), method=Method.TEXT, rule=Rule.GROUPS, options=(), item=None)
    return replace(asked, **more)  # type: ignore[arg-type]  # the test's own keywords


def test_answers_are_grouped_with_undo_and_counted_at_the_reveal() -> None:
    desk, box = desk_with(text_ballot(), '{"text":"Mod"}', '{"text":"Tid"}', '{"text":"Mod"}', '{"abstain":true}')
    assert answers(desk.state.voting, the_ballot(desk), box) == (("Mod", 2), ("Tid", 1))
    desk.do(GroupTexts(1, ("Mod",), "Kultur"))
    desk.do(GroupTexts(1, ("Tid",), "Kultur"))
    desk.do(NameGroup(1, 1, "Culture"))
    desk.do(Undo())
    desk.do(Undo())
    assert [(group.name, group.texts) for group in the_ballot(desk).groups] == [("Kultur", ("Mod",))]
    with pytest.raises(UserError, match="Nobody"):
        desk.do(GroupTexts(1, ("Pengar",), "Kultur"))
    desk.do(RevealResult(1))
    result = desk.state.voting.results[1]
    assert (result.winners, result.numbers, result.steps[0].rest) == ((1,), {1: 2}, 1)
    content = json.dumps(ballot_file(desk.state.voting, the_ballot(desk), box)).encode()
    again, cast = read_ballot_file(content, Rule.GROUPS)
    assert answer(again, count(again, cast)) == answer(the_ballot(desk), result)


def test_reasons_stand_apart_from_the_places_they_were_given_for() -> None:
    asked = replace(a_ballot(), method=Method.AXES, rule=Rule.AXES, reasons=True)
    desk, box = desk_with(
        asked,
        '{"axes":{"1":[5,5]},"reasons":{"1":"Viktigt"}}',
        '{"axes":{"1":[1,1]},"reasons":{"1":"Dyrt"}}',
        '{"axes":{"1":[1,1]}}',
    )
    voting = desk.state.voting
    assert reasons(voting, the_ballot(desk), box) == {1: ("Dyrt", "Viktigt")}
    document = ballot_file(voting, the_ballot(desk), box)
    assert document["reasons"] == {"Integratören": ["Dyrt", "Viktigt"]}
    assert [(line["count"], line["choices"]) for line in document["ballots"]] == [
        (2, {"Integratören": [1, 1]}),
        (1, {"Integratören": [5, 5]}),
    ]


def test_the_list_of_receipts_is_published_only_where_the_ballot_says_so() -> None:
    for listed in (True, False):
        desk, box = desk_with(a_ballot(receipts_listed=listed), '{"approve":[1]}')
        assert "published" not in ballot_file(desk.state.voting, the_ballot(desk), box)
        desk.do(RevealResult(1))
        document = ballot_file(desk.state.voting, the_ballot(desk), box)
        assert document.get("published") == ([{"receipt": "R0", "choices": ["Integratören"]}] if listed else None)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_session(event_on_disk(tmp_path / "day.hackday")) as opened:
        yield opened


def cast(session: Session, ballot: int, *votes: tuple[str, str, str]) -> None:
    """Put votes into the box as the phone server does: voter, receipt, choices."""
    contest = session.desk.state.voting.ballots[ballot].contest
    with closing(sqlite3.connect(session.file.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=ON").fetchone()
        write_all(
            connection, [Vote(ballot, contest, voter, receipt, "participant", said) for voter, receipt, said in votes]
        )


def test_nothing_in_the_file_joins_a_card_to_text_or_paper(session: Session) -> None:
    desk = session.desk
    desk.do(IssueCards(Role.PARTICIPANT, participants=tuple(desk.state.roster.people)))
    desk.do(PutBallot(text_ballot(change_until_close=True)))
    desk.do(OpenBallot(1))
    voters = [card.roll_key for card in desk.state.voting.cards.values()]
    said = [f"hemligt svar nummer {number}" for number in range(len(voters))]
    path = session.file.path

    cast(session, 1, *((voter, f"receipt {n}", canonical({"text": said[n]})) for n, voter in enumerate(voters)))
    lost = next(iter(desk.state.voting.cards))
    desk.do(ReissueCard(lost))
    desk.do(CloseBallot(1))
    for keying in (1, 2):
        desk.do(KeyPaper(1, 7, keying, {"text": "hemligt svar på papper"}))
    desk.do(GroupTexts(1, (said[3], "hemligt svar på papper"), "Två svar"))
    desk.do(RevealResult(1))
    assert len(cast_ballots(desk.state.voting, desk.state.voting.ballots[1], session.box)) == len(voters) + 1
    names = [name for card in desk.state.voting.cards.values() for name in (card.id, card.secret)]
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        lines = [repr(line) for table in tables for line in connection.execute(f"SELECT * FROM {table}")]
    answered = [line for line in lines if "hemligt svar" in line]
    assert answered
    assert not [line for line in answered if any(name in line for name in names)]
    session.box.seal(1)  # empties the log
    image = b"".join(each.read_bytes() for each in path.parent.glob("day*") if not each.name.endswith(".lock"))
    for voter in voters:  # no bytes of a voter lie outside the rows that can be read, but for the index of cards
        assert image.count(voter.encode()) == sum(line.count(voter) for line in lines) + 1
    assert not [line for line in lines if "receipt " in line and any(name in line for name in names)]


def test_papers_groups_and_the_lot_survive_a_restart(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "day.hackday")
    session = open_session(path)
    desk = session.desk
    desk.do(PutBallot(text_ballot()))
    desk.do(OpenBallot(1))
    desk.do(CloseBallot(1))
    for keying in (1, 2):
        desk.do(KeyPaper(1, 7, keying, {"text": "Mod"}))
    desk.do(GroupTexts(1, ("Mod",), "Kultur"))
    desk.do(RevealResult(1, step=True))
    desk.do(BreakTies(1, "42"))
    voting = desk.state.voting
    session.close()
    with open_session(path) as again:
        assert again.desk.state.voting == voting
        assert published(voting.ballots[1], again.box) == ()
        assert [as_json(each.choices) for each in cast_ballots(voting, voting.ballots[1], again.box)] == [
            {"text": "Mod"}
        ]


def test_a_box_that_is_changed_after_the_count_is_found_out(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "day.hackday")
    session = open_session(path)
    desk = session.desk
    desk.do(PutBallot(a_ballot(change_until_close=True)))
    desk.do(OpenBallot(1))
    cast(session, 1, ("a", "R1", '{"approve":[1]}'), ("b", "R2", '{"approve":[2]}'))
    for command in (CloseBallot(1), RevealResult(1)):
        desk.do(command)
    ballot = desk.state.voting.ballots[1]
    lines = 'R1|participant|{"approve":[1]}\nR2|participant|{"approve":[2]}\n'
    assert desk.state.voting.digest_of(1) == hashlib.sha256(lines.encode()).hexdigest()
    assert ballot_file(desk.state.voting, ballot, session.box)["box"] == desk.state.voting.digest_of(1)
    desk.do(Undo())
    assert desk.state.voting.digest_of(1) == ""
    desk.do(Redo())
    session.close()
    assert not [promise for promise in check(path) if promise.broken]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE cast_ballot SET receipt = 'R9' WHERE receipt = 'R2'")
    assert [promise.name for promise in check(path) if promise.broken] == ["results"], "though the numbers are the same"
