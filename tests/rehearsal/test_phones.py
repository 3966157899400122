"""Simulated phones against the real phone server."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.app.phones import Phones as PhoneServer
from facilitator.app.session import Session
from facilitator.common.errors import UserError
from facilitator.rehearsal import phones as module
from facilitator.rehearsal.ledger import cards_in_use
from facilitator.rehearsal.phones import Phones
from facilitator.teams.commands import FormTeams
from facilitator.voting.commands import CloseBallot, IssueCards, OpenBallot, PutBallot
from facilitator.voting.model import RULES, Ballot, Criterion, Method, Option, Role, Source
from tests.desk.builders import a_ballot, a_state, event_on_disk, open_session

VOTERS = 14
"""Ten people with cards, and four of the jury."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_session(event_on_disk(tmp_path / "day.hackday", a_state())) as opened:
        opened.desk.do(IssueCards(Role.PARTICIPANT, participants=tuple(range(1, 11))))
        opened.desk.do(IssueCards(Role.JURY, names=("Jury 1", "Jury 2", "Jury 3", "Jury 4")))
        yield opened


@pytest.fixture
def server(session: Session) -> Iterator[PhoneServer]:
    running = PhoneServer(session, host="127.0.0.1")
    running.start(0, wait=True)
    yield running
    running.stop()


def simulated(server: PhoneServer, session: Session) -> Phones:
    assert server.url is not None
    return Phones(server.url, cards_in_use(session.desk.state.voting.cards.values(), 80), "en")


def a_ballot_by(method: Method, **more: object) -> Ballot:
    options = tuple(Option(number, f"Team {number}", "", number) for number in range(1, 6))
    roles = (Role.PARTICIPANT, Role.JURY)
    criteria = (Criterion("Useful"), Criterion("New"))
    made = Ballot(0, 0, method, method, RULES[method][0], options=options, roles=roles, criteria=criteria)
    return replace(made, **more)  # type: ignore[arg-type]  # the test's own keywords


def test_every_method_is_voted_on_by_all_who_may_and_by_nobody_else(server: PhoneServer, session: Session) -> None:
    desk = session.desk
    ballots = [desk.do(PutBallot(a_ballot_by(method))).result for method in Method]
    straw_poll = desk.do(PutBallot(a_ballot_by(Method.SINGLE, straw_poll=True))).result
    for_jury = desk.do(PutBallot(a_ballot_by(Method.SCORE, roles=(Role.JURY,)))).result
    closed = desk.do(PutBallot(a_ballot_by(Method.SINGLE))).result
    desk.do(OpenBallot(closed))
    desk.do(CloseBallot(closed))
    with simulated(server, session) as phones:
        for ballot in (*ballots, straw_poll, for_jury):
            desk.do(OpenBallot(ballot))
        phones.settle(desk.state)
    assert phones.ledger.refusals == ()
    assert session.box.all_turnouts() == {**dict.fromkeys((*ballots, straw_poll), VOTERS), for_jury: 4}
    assert phones.ledger.sent == phones.ledger.acknowledged == 8 * VOTERS + 4
    assert phones.ledger.missing == 0


def test_nobody_votes_for_their_own_team(server: PhoneServer, session: Session) -> None:
    desk = session.desk
    desk.do(FormTeams())
    put = a_ballot_by(Method.APPROVAL, source=Source.TEAMS, options=(), own_team_excluded=True, blind=True)
    ballot = desk.do(PutBallot(put)).result
    with simulated(server, session) as phones:
        desk.do(OpenBallot(ballot))
        phones.settle(desk.state)
    assert phones.ledger.refusals == ()
    assert phones.ledger.acknowledged == VOTERS


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process the POSIX way")
def test_a_server_that_dies_in_the_middle_of_the_vote_loses_none(server: PhoneServer, session: Session) -> None:
    desk = session.desk
    ballot = desk.do(PutBallot(a_ballot(roles=(Role.PARTICIPANT, Role.JURY)))).result
    with simulated(server, session) as phones:
        assert server.pid is not None
        desk.do(OpenBallot(ballot))
        os.kill(server.pid, signal.SIGKILL)
        phones.settle(desk.state)
    assert phones.ledger.sent == phones.ledger.acknowledged == session.box.turnout(ballot) == VOTERS


def test_phones_that_do_not_get_through_are_said_to(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.2)
    cards = cards_in_use(session.desk.state.voting.cards.values(), 2)
    with pytest.raises(UserError, match="do not get through"), Phones("http://127.0.0.1:9", cards, "en"):
        pass
