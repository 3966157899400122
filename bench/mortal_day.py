"""The day on which the host's program is killed after every command: its event, and what is done on it in turn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.agenda.model import AtEnd, Item, Kind, Plan
from facilitator.common.clock import minutes, seconds
from facilitator.desk.state import SLICES, State
from facilitator.event.model import Event
from facilitator.participants.model import Participant, Roster
from facilitator.store.event_file import EventFile
from facilitator.teams.model import Team, Teams
from facilitator.voting.model import Ballot, Method, Option, Rule, Voting

OPENING, SHORT_TALK, TALK, VOTE, PITCHES, RESULTS, END = range(1, 8)
SHORT = seconds(0.4)
"""The length of an item whose end is waited for."""

Turn = Mapping[str, Any]
"""A command as JSON data, or `{"wait-end": item}`: time itself is waited for. Each makes one step of the history."""


def _command(type_: str, **fields: object) -> Turn:
    return {"type": type_, **fields}


DAY: tuple[Turn, ...] = (
    _command("start-day"),
    _command("check-in", participant=1),
    _command("add-time", seconds=60),
    _command("pause"),
    _command("check-in", participant=2),
    _command("resume"),
    _command("add-time", seconds=-30),
    _command("started-ago", seconds=20),
    _command("pause"),
    _command("undo"),
    _command("redo"),
    _command("resume"),
    _command("message", text="Welcome"),
    _command("blank"),
    _command("blank"),
    _command("show", scene="clock"),
    _command("next"),
    {"wait-end": SHORT_TALK},
    _command("add-time", seconds=90),
    _command("pause"),
    _command("add-time", seconds=45),
    _command("undo"),
    _command("resume"),
    _command("next"),
    {"wait-end": VOTE},
    _command("mark-absent", participant=3),
    _command("next"),
    _command("set-pitch-times", pitch=60, questions=30, change_over=20),
    _command("draw-pitches", seed=2026),
    _command("next-pitch"),
    _command("pause"),
    _command("resume"),
    _command("next-pitch"),
    _command("skip-to-team"),
    _command("undo"),
    _command("pitch-absent", team=3),
    _command("requeue-pitch", team=3, first=True),
    _command("next"),
    _command("reveal-result", ballot=1),
    _command("next"),
)


def make(path: Path) -> None:
    """Write the event of that day."""
    rows = (
        (OPENING, Kind.TALK, minutes(10), AtEnd.STAY),
        (SHORT_TALK, Kind.TALK, SHORT, AtEnd.NEXT),
        (TALK, Kind.TALK, minutes(30), AtEnd.STAY),
        (VOTE, Kind.VOTE, SHORT, AtEnd.BALLOT),
        (PITCHES, Kind.PITCHES, minutes(30), AtEnd.STAY),
        (RESULTS, Kind.RESULTS, minutes(10), AtEnd.STAY),
        (END, Kind.END, minutes(0), AtEnd.STAY),
    )
    items = {
        key: Item(key, key, f"Item {key}", kind, length, minutes(0), at_end=at_end)
        for key, kind, length, at_end in rows
    }
    people = {number: Participant(number, f"Person {number}", "", "Agency") for number in range(1, 6)}
    ballot = Ballot(
        1, 1, "Prize", Method.APPROVAL, Rule.APPROVAL, options=(Option(1, "One"), Option(2, "Two")), item=VOTE
    )
    state = State(
        Event("A mortal day", date(2026, 5, 20), staff_key="key"),
        plan=Plan(items),
        roster=Roster(people),
        teams=Teams(teams={number: Team(number, str(number)) for number in range(1, 5)}),
        voting=Voting({1: ballot}),
    )
    with EventFile(path, create=True) as file:
        file.put_whole({name: getattr(state, name) for name in SLICES})
