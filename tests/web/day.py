"""A small day with a ballot of every method, served by a real child process."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import Instant, Moment, Monotonic, minutes
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.participants.model import Participant, Roster
from facilitator.stage.model import SceneName, Stage
from facilitator.teams.model import Team, Teams
from facilitator.timer.model import Run
from facilitator.timer.rules import start
from facilitator.voting.cards import card_id, mac
from facilitator.voting.model import (
    Ballot,
    Card,
    Criterion,
    Method,
    Option,
    Phase,
    Role,
    Rule,
    Voting,
)
from facilitator.web.handle import Callbacks, PhoneServer
from facilitator.web.messages import FailReason

from .event_file import new_event_file, set_ballot

STAFF_KEY = "HOST-KEY-1234"
SECRETS = ["AAAAAAAAA0", "AAAAAAAAA1", "AAAAAAAAA2", "AAAAAAAAA3", "AAAAAAAAA4", "AAAAAAAAA5"]
JURY, OLD, NEW = "BBBBBBBBB0", "CCCCCCCCC0", "CCCCCCCCC1"
METHODS = {
    1: (Method.SINGLE, Rule.PLURALITY),
    2: (Method.APPROVAL, Rule.APPROVAL),
    3: (Method.RANKED, Rule.SCHULZE),
    4: (Method.SCORE, Rule.MEAN),
    5: (Method.DOTS, Rule.DOTS),
    6: (Method.AXES, Rule.AXES),
}
STRAW, DRAFT, CLOSED, CHANGEABLE, FOR_JURY = 7, 8, 9, 10, 11
LABELS = ("Integratören", "Fördomsfri rekrytering <b>&", "OBK-index", "MOD i vardagen")


def contest(ballot: int) -> str:
    return f"{ballot:032x}"


def ballot(number: int, method: Method = Method.SINGLE, rule: Rule = Rule.PLURALITY, **more: Any) -> Ballot:
    options = tuple(Option(10 + at, label, f"Om {label}.", at + 1) for at, label in enumerate(LABELS))
    base = Ballot(
        number,
        number,
        f"Omröstning {number}",
        method,
        rule,
        phase=Phase.OPEN,
        contest=contest(number),
        options=options,
        most=3 if method is Method.APPROVAL else None,
        criteria=(Criterion("Nytta"), Criterion("Genomförbarhet")),
        opened_at=Instant(1_700_000_000_000 + number),
    )
    return replace(base, **more)


def ballots() -> dict[int, Ballot]:
    """One open ballot of each method, and one of each other kind."""
    every = [ballot(number, method, rule) for number, (method, rule) in METHODS.items()]
    every += [
        ballot(STRAW, straw_poll=True),
        ballot(DRAFT, phase=Phase.DRAFT, contest=""),
        ballot(CLOSED, phase=Phase.CLOSED),
        ballot(CHANGEABLE, change_until_close=True, own_team_excluded=True, blind=True),
        ballot(FOR_JURY, roles=(Role.JURY,)),
    ]
    return {each.id: each for each in every}


def day() -> State:
    people = {n: Participant(n, f"Åsa{n}", "Öberg") for n in range(1, len(SECRETS) + 1)}
    cards = [Card(card_id(secret), secret, n, "", Role.PARTICIPANT) for n, secret in enumerate(SECRETS, 1)]
    cards += [
        Card(card_id(JURY), JURY, None, "Jury 1", Role.JURY),
        Card(card_id(OLD), OLD, None, "Gäst", Role.PARTICIPANT, revoked=True),
        Card(card_id(NEW), NEW, None, "Gäst", Role.PARTICIPANT, first=card_id(OLD)),
    ]
    items = {
        1: Item(1, 0, "Lagarbete", Kind.WORK, minutes(50), minutes(30)),
        2: Item(2, 1, "Fika & mingel", Kind.BREAK, minutes(15), minutes(10)),
    }
    return State(
        Event("Skills360-modellen", date(2026, 11, 21), staff_key=STAFF_KEY),
        plan=Plan(items),
        run=start(Run(), 1, minutes(50), SystemClock().now()),
        roster=Roster(people),
        teams=Teams(teams={1: Team(1, "Blåbär", members=(1, 2, 3)), 2: Team(2, "Tjärn", members=(4, 5, 6))}),
        voting=Voting(ballots(), {card.id: card for card in cards}),
        stage=Stage(SceneName.BALLOT, 3),
    )


class SystemClock:
    """This computer's clocks."""

    def now(self) -> Moment:
        return Moment(Instant(time.time_ns() // 1_000_000), Monotonic(time.monotonic_ns() // 1_000_000), "boot")


@dataclass
class Served:
    """A running server and what it has reported."""

    file: Path
    state: State = field(default_factory=day)
    version: int = 1
    commands: list[tuple[Mapping[str, Any], str]] = field(default_factory=list)
    turnouts: dict[int, int] = field(default_factory=dict)
    phones: list[int] = field(default_factory=list)
    failed: list[FailReason] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)
    readied: int = 0

    def __post_init__(self) -> None:
        new_event_file(self.file)
        self.write_ballots()
        callbacks = Callbacks(self.on_command, self.on_ready, self.on_turnout, self.on_phones, self.on_failed)
        self.server = PhoneServer(self.file, SystemClock(), callbacks, host="127.0.0.1")

    def start(self, port: int = 0) -> None:
        self.server.publish(self.state, self.version)
        self.server.start(port)
        self.until(lambda: self.readied or self.failed)

    def write_ballots(self) -> None:
        for each in self.state.voting.ballots.values():
            set_ballot(self.file, each.id, each.phase, each.contest, each.change_until_close)

    def change(self, number: int, **changes: Any) -> None:
        """What the desk does when a ballot changes: first the file, then the phones."""
        voting = self.state.voting
        changed = {**voting.ballots, number: replace(voting.ballots[number], **changes)}
        self.state = replace(self.state, voting=replace(voting, ballots=changed))
        self.version += 1
        self.write_ballots()
        self.server.publish(self.state, self.version)

    def until(self, holds: Any, seconds: float = 60) -> None:
        """Wait until what the server has reported makes `holds` true."""
        with self.news:
            assert self.news.wait_for(holds, seconds), "the server did not report it in time"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def on_command(self, do: Mapping[str, Any], by: str) -> tuple[int, Mapping[str, Any]]:
        self.commands.append((do, by))
        return 200, {"version": self.version, "result": None}

    def on_ready(self, port: int, pid: int) -> None:
        with self.news:
            self.readied += 1
            self.news.notify_all()

    def on_turnout(self, turnouts: Mapping[int, int]) -> None:
        with self.news:
            self.turnouts = dict(turnouts)
            self.news.notify_all()

    def on_phones(self, count: int) -> None:
        with self.news:
            self.phones.append(count)
            self.news.notify_all()

    def on_failed(self, reason: FailReason, detail: str) -> None:
        with self.news:
            self.failed.append(reason)
            self.news.notify_all()


def child_command(path: Path, host: str, port: int) -> list[str]:
    """The child alone, without the rest of the program's command line."""
    start = "import sys; from facilitator.web.child import main; sys.exit(main(sys.argv[1:]))"
    return [sys.executable, "-c", start, "--file", str(path), "--host", host, "--port", str(port)]


def signed(number: int, secret: str, uid: str, choices: object, **more: object) -> dict[str, object]:
    """The body of a vote as the phone page makes it."""
    body = {"card": card_id(secret), "uid": uid, "choices": choices, "mac": mac(secret, contest(number), uid, choices)}
    return {**body, **more}


def cast(client: httpx.Client, number: int, secret: str, uid: str, choices: object, **more: object) -> httpx.Response:
    return client.post(f"/api/ballots/{number}/votes", json=signed(number, secret, uid, choices, **more))
