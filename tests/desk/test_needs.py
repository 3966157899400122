"""Food and accessibility needs: off by default, told in totals, and gone without a trace by one action."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.app.archive import export
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.desk.commands import Undo
from facilitator.event.commands import ErasePersonalData
from facilitator.participants.commands import (
    CheckIn,
    MarkAbsent,
    PurgeNeeds,
    PutNeeds,
    PutPeople,
    RemoveParticipant,
    UseNeeds,
)
from facilitator.participants.model import Participant
from facilitator.participants.needs import totals
from facilitator.store.copies import SafetyCopies
from tests.desk.builders import desk_in_memory, event_on_disk, open_session

SECRET = "nötallergi-hemligt"
"""A word that stands nowhere else."""


def traces(folder: Path) -> list[str]:
    """The files below a folder in whose bytes the word stands, in any of the ways in which SQLite or JSON write it."""
    forms = (SECRET.encode(), SECRET.encode("utf-16-le"), json.dumps(SECRET)[1:-1].encode(), b"llergi-hemligt")
    return [
        path.name for path in folder.rglob("*") if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def history(path: Path) -> str:
    """All that the history of an event file holds."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(map(str, connection.execute("SELECT command, entries FROM history").fetchall()))


def test_needs_are_refused_until_the_event_uses_them() -> None:
    desk = desk_in_memory()
    with pytest.raises(UserError, match="does not write down"):
        desk.do(PutNeeds(1, ("vegan",)))
    desk.do(UseNeeds(True))
    desk.do(PutNeeds(1, ("vegan",)))
    with pytest.raises(UserError, match="still written down"):
        desk.do(UseNeeds(False))
    desk.do(PutNeeds(1, ()))
    desk.do(UseNeeds(False))
    assert not desk.state.roster.uses_needs


def test_totals_count_those_who_may_come_and_nothing_else() -> None:
    desk = desk_in_memory()
    desk.do(UseNeeds(True))
    for participant, needs in ((1, ("Vegan", "vegan ")), (2, ("vegan", "Teckentolk")), (3, ("Gluten",)), (4, ("x",))):
        desk.do(PutNeeds(participant, needs))
    desk.do(MarkAbsent(4))
    assert totals(desk.state.roster) == {"Vegan": 2, "Gluten": 1, "Teckentolk": 1}
    assert list(totals(desk.state.roster)) == ["Vegan", "Gluten", "Teckentolk"]


def test_undo_passes_needs_by_and_takes_back_what_was_done_before() -> None:
    desk = desk_in_memory()
    desk.do(UseNeeds(True))
    desk.do(CheckIn(2))
    desk.do(PutNeeds(1, (SECRET,)))
    desk.do(Undo())
    assert desk.state.roster.people[2].attendance == "registered"
    assert desk.state.roster.needs == {1: (SECRET,)}


def test_the_history_says_that_needs_were_written_down_but_neither_which_nor_whose(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "E.hackday")
    with open_session(path) as session:
        session.desk.do(UseNeeds(True))
        session.desk.do(PutNeeds(7, (SECRET,)))
        session.desk.do(RemoveParticipant(7))
        session.desk.do(Undo())
        assert 7 in session.desk.state.roster.people
        assert session.desk.state.roster.needs == {}
        session.desk.do(PutNeeds(8, (SECRET,)))
        written = [step.command for step in session.file.history() if step.command["type"] == "put-needs"]
    assert written == [{"type": "put-needs"}] * 2
    assert SECRET not in history(path)
    with open_session(path) as session:
        assert session.desk.state.roster.needs == {8: (SECRET,)}, "they are kept, only not in the history"


def test_needs_are_in_no_export(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "E.hackday")
    with open_session(path) as session:
        session.desk.do(UseNeeds(True))
        session.desk.do(PutNeeds(7, (SECRET,)))
        export(session, tmp_path / "bundle", Translator("sv"))
    assert (tmp_path / "bundle" / "manifest.json").exists()
    assert traces(tmp_path / "bundle") == []


def test_a_purge_leaves_no_trace_in_file_log_and_copies(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "E.hackday")
    chance = random.Random(1)
    with open_session(path) as session:
        desk = session.desk
        desk.do(PutPeople(tuple(Participant(n, f"Namn{n}") for n in range(11, 211))))
        desk.do(UseNeeds(True))
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            for number in range(400):  # pages fill, split, and are joined again
                if number == 200:  # from here on the log cannot be folded into the file
                    reader.execute("BEGIN")
                    reader.execute("SELECT count(*) FROM need").fetchone()
                many = tuple(f"{SECRET} {number}" for number in range(chance.choice((0, 1, 3, 12))))
                desk.do(PutNeeds(chance.randint(1, 210), many))
            reader.execute("ROLLBACK")
        desk.do(RemoveParticipant(1))
        session.file.copy("regular")
        (SafetyCopies(path).folder / "copy.unfinished").write_text(SECRET, "utf-8")  # of a program that was killed
        assert len(traces(tmp_path)) >= 3
        desk.do(PurgeNeeds())
        assert (desk.state.roster.needs, desk.state.roster.uses_needs) == ({}, False)
        assert traces(tmp_path) == [], "while the event is open"
        assert len(session.file.copies.all()) == 2, "the copies stay, without needs"
        desk.do(Undo())
        assert 1 in desk.state.roster.people, "what was done before can still be taken back"
        assert desk.state.roster.needs == {}
    assert traces(tmp_path) == []
    kept = tmp_path / "E.hackday.copies"
    for copy in list(kept.glob("*.hackday")):
        with open_session(copy) as session:
            assert len(session.desk.state.roster.people) >= 10


def test_a_purge_that_another_program_holds_up_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitator.store.needs.BUSY_SECONDS", 0.05)
    path = event_on_disk(tmp_path / "E.hackday")
    with open_session(path) as session:
        session.desk.do(UseNeeds(True))
        session.desk.do(PutNeeds(7, (SECRET,)))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            before = session.desk.state
            with pytest.raises(UserError, match="purge once more"):
                session.desk.do(PurgeNeeds())
            assert session.desk.state is before
            other.execute("ROLLBACK")
        session.desk.do(PurgeNeeds())
        assert traces(tmp_path) == []
        session.desk.do(PurgeNeeds())


def test_erasing_personal_data_takes_needs_too() -> None:
    desk = desk_in_memory()
    desk.do(UseNeeds(True))
    desk.do(PutNeeds(1, (SECRET,)))
    desk.do(ErasePersonalData())
    assert desk.state.roster.needs == {}
