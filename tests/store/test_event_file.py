"""The event file keeps what it confirmed, names who holds it, and refuses what it cannot read."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.common.clock import minutes
from facilitator.common.errors import Unreadable, UserError
from facilitator.desk.commands import Undo
from facilitator.desk.state import SLICES
from facilitator.desk.vocabulary import parse
from facilitator.store.copies import KEPT
from facilitator.store.event_file import EventFile
from facilitator.store.mapping import SLICES as STORED
from facilitator.store.mapping import TABLES, mapping_fields
from facilitator.store.migrations import newest
from facilitator.timer.commands import AddTime, Next, StartDay
from facilitator.timer.rules import remaining
from facilitator.voting.commands import PutBallot
from tests.desk.builders import a_ballot, event_on_disk, open_session
from tests.desk.test_desk import DAY
from tests.fakes import FakeClock


def test_the_file_knows_every_slice_and_every_kind_of_entity() -> None:
    assert tuple(STORED) == SLICES
    for name in STORED:
        for field in mapping_fields(name):
            assert (name, field) in TABLES


def test_a_day_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    clock = FakeClock()
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path, clock) as session:
        session.desk.do(PutBallot(a_ballot()))
        for data in DAY:
            clock.pass_(seconds=7)
            try:
                session.desk.do(parse(data))
            except UserError:
                continue
        saved, version = session.desk.state, session.desk.version
    with open_session(path, clock) as session:
        assert session.desk.state == saved
        assert session.desk.version == version
        before_last = session.desk.do(Undo()).state
        assert before_last.event.title == "Hack 2026"


def test_the_one_file_is_the_whole_event_while_it_is_open(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session:
        session.desk.do(StartDay())
        shutil.copy(path, tmp_path / "B.hackday")
        with open_session(tmp_path / "B.hackday") as copy:
            assert copy.desk.state == session.desk.state


def test_a_second_process_is_refused_and_told_who_holds_the_file(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path):
        other = subprocess.run(
            [sys.executable, "-m", "facilitator", "--language", "en", "check", str(path)],
            capture_output=True,
            text=True,
        )
    assert other.returncode == 1
    assert f"pid {os.getpid()}" in other.stderr
    assert "is open already" in other.stderr
    with open_session(path):
        pass


_HOST = """
import sys
from pathlib import Path
from facilitator.timer.commands import AddTime, StartDay
from tests.desk.builders import open_session

with open_session(Path(sys.argv[1])) as session:
    if not session.desk.state.run.begun:
        session.desk.do(StartDay())
    while True:
        print(session.desk.do(AddTime(1)).version, flush=True)
"""


@pytest.mark.parametrize("round_", range(8))
def test_a_killed_program_loses_nothing_it_confirmed(tmp_path: Path, round_: int) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    host = subprocess.Popen([sys.executable, "-c", _HOST, str(path)], stdout=subprocess.PIPE, text=True)
    assert host.stdout is not None
    for _ in range(random.Random(round_).randint(1, 40)):
        confirmed = int(host.stdout.readline())
    os.kill(host.pid, signal.SIGKILL)
    confirmed = max([confirmed, *(int(line) for line in host.stdout.read().splitlines())])
    host.wait()
    host.stdout.close()
    with open_session(path) as session:
        assert session.desk.version in (confirmed, confirmed + 1), "at most the command on its way is there or not"
        assert session.desk.state.run.running is not None
        assert session.desk.state.run.running.added == (session.desk.version - 1) * 1000


def test_the_clock_is_right_after_a_relaunch_and_after_a_reboot(tmp_path: Path) -> None:
    clock = FakeClock()
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path, clock) as session:
        session.desk.do(StartDay())
    clock.pass_(minutes=3)
    clock.step_wall(minutes(60))
    with open_session(path, clock) as session:
        running = session.desk.state.run.running
        assert running is not None
        assert remaining(running, clock.now()) == 7 * 60_000
    clock.step_wall(minutes(-60))
    clock.reboot()
    clock.pass_(minutes=1)
    with open_session(path, clock) as session:
        running = session.desk.state.run.running
        assert running is not None
        assert remaining(running, clock.now()) == 6 * 60_000


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.hackday").write_text("Hello, this is no database, but long enough to look like something." * 20)
    (tmp_path / "empty.hackday").touch()
    sqlite3.connect(tmp_path / "other.hackday").executescript("CREATE TABLE notes (id INTEGER)")
    for name in ("text", "empty", "other"):
        with pytest.raises(Unreadable, match=f"{name}.hackday"):
            EventFile(tmp_path / f"{name}.hackday")
    with pytest.raises(UserError, match="There is no event file"):
        EventFile(tmp_path / "missing.hackday")
    with pytest.raises(UserError, match="exists already"):
        EventFile(tmp_path / "text.hackday", create=True)
    with pytest.raises(UserError, match="no folder"):
        EventFile(tmp_path / "nowhere" / "A.hackday", create=True)


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {newest() + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Unreadable, match="newer version"):
        EventFile(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    content = bytearray(path.read_bytes())
    content[5000:40000] = b"\xff" * 35000
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="safety copy"):
        open_session(path)
    assert path.read_bytes() == bytes(content)


def test_a_value_that_makes_no_sense_is_named(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE item SET kind = 'fireworks' WHERE id = 2")
    connection.commit()
    connection.close()
    with pytest.raises(Unreadable, match="table item, row 2"):
        open_session(path)


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from facilitator.common.clock import minutes
from facilitator.common.errors import UserError
from facilitator.timer.commands import AddTime, StartDay
from tests.desk.builders import open_session

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_session(Path(sys.argv[1])) as session:
    session.desk.do(StartDay())
    size = Path(sys.argv[1]).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, resource.RLIM_INFINITY))
    before = None
    try:
        for _ in range(2000):
            before = session.desk.state
            session.desk.do(AddTime(1))
    except UserError as refusal:
        assert session.desk.state is before
        print(refusal)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session.desk.do(AddTime(60))
    print("and on we go", session.desk.version)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file sizes stands for the full disk; Windows has none")
def test_a_full_disk_refuses_the_command_and_the_day_goes_on(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    host = subprocess.run([sys.executable, "-c", _FULL_DISK, str(path)], capture_output=True, text=True)
    assert host.returncode == 0, host.stderr
    refusal, end = host.stdout.strip().splitlines()
    assert "could not be saved" in refusal
    with open_session(path) as session:
        assert session.desk.version == int(end.split()[-1])


def test_safety_copies_are_whole_and_the_newest_ten_stay(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session:
        session.desk.do(StartDay())
        for _ in range(KEPT + 3):
            session.desk.do(AddTime(60))
            session.file.copy("Every few minutes")
        copies = session.file.copies.all()
        state = session.desk.state
    assert len(copies) == KEPT
    assert all("every-few-minutes" in copy.name for copy in copies)
    with open_session(copies[0]) as session:
        assert session.desk.state == state
        session.desk.do(Next())


def test_a_safety_copy_joins_no_voter_to_a_ballot(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session, sqlite3.connect(path) as voting:
        voting.execute("INSERT INTO changeable VALUES (1, 'voter-0123456789', 'RECEIPT-42')")
        voting.commit()
        copy = session.file.copies.make("vote")
        assert b"voter-0123456789" not in copy.read_bytes()
        assert voting.execute("SELECT count(*) FROM changeable").fetchone() == (1,), "the event itself keeps it"
    voting.close()


_NEW_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from facilitator.app.templates import create
from facilitator.common.errors import UserError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    create(Path(sys.argv[1]), sample=True)
except UserError:
    sys.exit(7)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file sizes stands for the full disk; Windows has none")
@pytest.mark.parametrize("room", [0, 20_000, 60_000])
def test_a_new_event_for_which_there_is_no_room_leaves_nothing_behind(tmp_path: Path, room: int) -> None:
    path = tmp_path / "A.hackday"
    program = [sys.executable, "-c", _NEW_ON_A_FULL_DISK, str(path), str(room)]
    made = subprocess.run(program, capture_output=True, text=True)
    assert made.returncode == 7, made.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_incomplete_event_is_refused(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM value WHERE slice = 'event' AND field = 'title'")
    connection.close()
    with pytest.raises(Unreadable, match="incomplete"):
        open_session(path)
