"""Paper: how long 80 badges with their codes and 16 team sheets take from the event to the PDF files."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench import Figure
from facilitator.app.templates import Template, create
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.printing.codes import modules
from facilitator.printing.documents import Kind, write_documents
from facilitator.printing.gathering import gathered
from facilitator.store.event_file import EventFile
from facilitator.teams.model import Team

RUNS = 5
LIMIT_SECONDS = 2.0
PEOPLE, TEAMS = 80, 16
_KINDS = (Kind.BADGES, Kind.TEAM_SHEETS)


def _event(path: Path) -> State:
    """The sample event with sixteen teams of those who have a seat."""
    create(path, Template.SKILLS360, sample=True, language="sv")
    with EventFile(path) as file:
        state = State(**file.load())
    people = [person.id for person in state.roster.seated()][:PEOPLE]
    teams = {number: Team(number, str(number), "F1", tuple(people[number - 1 :: TEAMS])) for number in range(1, 17)}
    return replace(state, teams=replace(state.teams, teams=teams))


def run() -> list[Figure]:
    """Write both documents several times; the codes are made anew each time, and the first time counts too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.hackday"
        material = gathered(_event(path), "http://192.168.10.142:8047")
        taken: list[float] = []
        for _ in range(RUNS):
            modules.cache_clear()
            started = time.perf_counter()
            write_documents(_KINDS, material, Translator("sv"), Path(folder))
            taken.append(time.perf_counter() - started)
    return [Figure(f"{PEOPLE} badges and {TEAMS} sheets", max(taken), "s", LIMIT_SECONDS, f"worst of {RUNS}")]
