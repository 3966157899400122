"""Days for the tests: the small event in memory on a virtual clock, and what became of its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.common.clock import to_datetime
from facilitator.common.texts import Translator
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.desk.vocabulary import encode
from facilitator.rehearsal.day import Entry, run_day
from facilitator.rehearsal.happening import Happening
from facilitator.rehearsal.host import simulated_host
from facilitator.rehearsal.morning import first_start
from facilitator.rehearsal.pace import Instantly
from facilitator.rehearsal.report import Report, Votes, document
from facilitator.rehearsal.script import read_script
from facilitator.voting.model import Ballot, Voting
from tests.desk.builders import PlainSolver, a_state
from tests.fakes import MORNING, repeatable_bytes


def with_ballots(state: State, *ballots: Ballot) -> State:
    """The state with these ballots, numbered from 1."""
    numbered = {number: replace(each, id=number, position=number) for number, each in enumerate(ballots, start=1)}
    return replace(state, voting=Voting(numbered))


def run_hosted(state: State | None = None) -> Report:
    """The day with the simulated host and no phones."""
    return _run(state or a_state(), None)


def run_scripted(lines: Iterable[str], state: State | None = None) -> Report:
    """The day by a script and without phones."""
    state = state or a_state()
    content = "\n".join(lines).encode()
    return _run(state, read_script(content, state.event.day, state.event.timezone))


def _run(state: State, script: Sequence[Happening] | None) -> Report:
    planned = first_start(state)
    starts = [happening.at for happening in (script or ())[:1]] + ([] if planned is None else [planned])
    pace = Instantly(min(starts, default=MORNING))
    desk = Desk(MemoryStore(state), EmptyBox(), pace.clock, repeatable_bytes(), PlainSolver())
    happenings = simulated_host(lambda: (desk.state, desk.clock.now())) if script is None else script
    log = run_day(desk, happenings, pace, by="host")
    return Report(log, desk.state, desk.clock.now(), Votes(), script is not None)


def told(report: Report) -> list[str]:
    """The log, a line each: time, type and what the command is about."""
    return [_line(entry, report.state) for entry in report.log]


def _line(entry: Entry, state: State) -> str:
    command = encode(entry.command)
    about = " ".join(str(value) for key, value in command.items() if key != "type")
    words = [f"{to_datetime(entry.at, state.event.timezone):%H:%M:%S}", command["type"], about]
    return " ".join(word for word in words if word) + (" REFUSED" if entry.refused else "")


def times(report: Report) -> dict[str, tuple[str | None, str | None]]:
    """When each item really started and ended, in local time."""
    rows = document(report, Translator("en"))["rundown"]
    return {row["title"]: (_clock(row["actual_start"]), _clock(row["actual_end"])) for row in rows}


def _clock(written: str | None) -> str | None:
    return None if written is None else written[11:19]
