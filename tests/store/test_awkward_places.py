"""Event files in awkward places: names that mean something to others, links, disks that refuse, old histories."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.common.errors import Unreadable, UserError
from facilitator.desk.commands import Undo
from facilitator.store.copies import SafetyCopies
from facilitator.store.event_file import EventFile
from facilitator.timer.commands import AddTime, StartDay
from tests.desk.builders import event_on_disk, open_session


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["Hack? Ja!", "100 % #1", "a&b;c=d", "Räksmörgås åäö", "file:x?mode=memory", "%3F"])
def test_any_name_that_the_disk_takes_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path = event_on_disk(folder / f"{name}.hackday")
    with open_session(path) as session:
        session.desk.do(StartDay())
        session.file.copy("regular")
    with open_session(path) as session:
        assert session.desk.version == 1
    assert {one.name.removesuffix(".lock").removesuffix(".copies") for one in folder.iterdir()} == {path.name}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_an_event_that_is_open_cannot_be_opened_by_another_name(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "B.hackday"
    link.symlink_to(path)
    with open_session(path), pytest.raises(UserError, match="is open already"):
        open_session(link)


def test_a_file_that_another_program_writes_to_is_not_called_damaged(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError, match="cannot be opened for writing") as refusal:
        EventFile(path)
    assert not isinstance(refusal.value, Unreadable)
    other.close()
    EventFile(path).close()


def test_json_that_is_none_is_named(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE participant SET skills = '[\"cut o' WHERE id = 2")
    connection.commit()
    connection.close()
    with pytest.raises(Unreadable, match="table participant"):
        open_session(path)


def test_a_copy_that_cannot_be_made_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    copies = SafetyCopies(path)
    copies.folder.write_text("a file where the folder should be")
    with pytest.raises(UserError, match="No safety copy could be made"):
        copies.make("regular")
    path.unlink()
    copies.folder.unlink()
    with pytest.raises(UserError, match="No safety copy could be made"):
        copies.make("regular")
    assert not path.exists(), "looking for the event must not make one"


def test_a_long_history_is_not_read_before_it_is_wanted(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    with open_session(path) as session:
        session.desk.do(StartDay())
        session.desk.do(AddTime(60))
        before = session.desk.state
        session.desk.do(AddTime(60))
    connection = sqlite3.connect(path)
    line = "SELECT ?, at, by, command, entries, 1, undoes, redoes FROM history WHERE version = 3"
    columns = "INSERT INTO history (version, at, by, command, entries, undoable, undoes, redoes)"
    connection.execute("UPDATE history SET version = 6000 WHERE version = 3")
    filler = line.replace("version = 3", "version = 6000")
    connection.executemany(f"{columns} {filler}", [(version,) for version in range(3, 6000)])
    connection.commit()
    connection.close()
    started = time.perf_counter()
    with open_session(path) as session:
        took = time.perf_counter() - started
        assert session.desk.version == 6000
        assert session.desk.do(Undo()).state == before
    assert took < 1.0


_IMPORTS = """
import sys
from pathlib import Path
from facilitator.app.session import Session
with Session(Path(sys.argv[1])) as session:
    assert session.desk.state.plan.items
print(sorted({"sqlalchemy", "sqlmodel", "pydantic", "ortools", "numpy", "asyncio"} & set(sys.modules)))
"""


def test_an_event_is_opened_without_loading_what_takes_long(tmp_path: Path) -> None:
    path = event_on_disk(tmp_path / "A.hackday")
    ended = subprocess.run([sys.executable, "-c", _IMPORTS, str(path)], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
