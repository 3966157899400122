"""Desks for tests: a small event in memory, or on disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.app.session import Session
from facilitator.common.clock import minutes
from facilitator.desk.desk import Desk
from facilitator.desk.state import SLICES, State
from facilitator.event.model import Event
from facilitator.participants.model import Participant, Quota, Roster, Sector
from facilitator.store.event_file import EventFile
from facilitator.teams.model import Formation, Person, RepairOption, RoundPlan, Rules, Team, Teams
from facilitator.voting.model import Ballot, Method, Option, Rule
from tests.fakes import FakeClock, repeatable_bytes

WELCOME, TALK, VOTE, RESULTS, END = 1, 2, 3, 4, 5
AUDIENCE = 1


class PlainSolver:
    """Seats people in the order of the list."""

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        count = rules.teams or max(1, len(people) // 5)
        teams = tuple(
            Team(number, str(number), None, tuple(one.id for one in people[number - 1 :: count]))
            for number in range(1, count + 1)
        )
        return Formation(teams, (), seed=seed)

    def repair(self, people: Sequence[Person], current: Teams, seed: int, seconds: float) -> Sequence[RepairOption]:
        return (RepairOption(self.form(people, current.rules, seed, seconds, current), 0, True),)

    def rounds(self, people: Sequence[Person], rules: Rules, count: int, seed: int, seconds: float) -> RoundPlan:
        raise NotImplementedError


def a_state() -> State:
    """Four items and an end, ten people in two teams, one ballot tied to the vote."""
    items = (
        Item(WELCOME, 0, "Welcome", Kind.TALK, minutes(10), minutes(5), time(9), fixed=True),
        Item(TALK, 1, "Talk", Kind.TALK, minutes(30), minutes(20)),
        Item(VOTE, 2, "Vote", Kind.VOTE, minutes(10), minutes(5)),
        Item(RESULTS, 3, "Results", Kind.RESULTS, minutes(10), minutes(5)),
        Item(END, 4, "End", Kind.END, minutes(0), minutes(0), time(10), fixed=True),
    )
    people = {n: _person(n) for n in range(1, 11)}
    return State(
        Event("Hack 2026", date(2026, 5, 20), staff_key="key"),
        plan=Plan({one.id: one for one in items}),
        roster=Roster(
            people,
            {1: Sector(1, 1, "Sektor 1", "A"), 2: Sector(2, 2, "Sektor 2", "B")},
            {1: Quota(1, 1, "Myndigheter", 5, agency=True), 2: Quota(2, 2, "Externa", 5)},
        ),
    )


def _person(n: int) -> Participant:
    return Participant(n, f"Åsa{n}", "Öberg", f"Myndighet {n % 3}", 1 + n % 2, 1 + n % 2, reference=f"P{n}")


def a_ballot(**more: object) -> Ballot:
    """Approval of two options, tied to the vote item."""
    options = (Option(1, "Integratören"), Option(2, "OBK-index"))
    return Ballot(0, 0, "Audience prize", Method.APPROVAL, Rule.APPROVAL, options=options, item=VOTE, **more)  # type: ignore[arg-type]  # the test's own keywords


def desk_in_memory(clock: FakeClock | None = None, state: State | None = None) -> Desk:
    """A desk that keeps nothing."""
    return Desk(MemoryStore(state or a_state()), EmptyBox(), clock or FakeClock(), repeatable_bytes(), PlainSolver())


def event_on_disk(path: Path, state: State | None = None) -> Path:
    """An event file with the small event in it."""
    with EventFile(path, create=True) as file:
        whole = state or a_state()
        file.put_whole({name: getattr(whole, name) for name in SLICES})
    return path


def open_session(path: Path, clock: FakeClock | None = None) -> Session:
    """The event at `path`, with a clock that is set by hand."""
    return Session(path, clock=clock or FakeClock(), random=repeatable_bytes(), solver=PlainSolver())
