"""A small event file: the ballot box's own tables, and of the desk's only what the box reads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.store.ballot_box import SCHEMA


def new_event_file(path: Path) -> Path:
    """Create the file with its tables and no ballot."""
    path.write_bytes(_empty())
    return path


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.hackday"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
            connection.executescript(SCHEMA)
            connection.execute(
                "CREATE TABLE ballot(id INTEGER PRIMARY KEY, phase TEXT, contest TEXT, change_until_close BOOLEAN)"
            )
            connection.commit()
        return path.read_bytes()


def set_ballot(path: Path, ballot: int, phase: str, contest: str, changeable: bool = False) -> None:
    """Put a ballot's row as the desk would."""
    with closing(sqlite3.connect(path, timeout=10)) as connection, connection:
        connection.execute("INSERT OR REPLACE INTO ballot VALUES (?, ?, ?, ?)", (ballot, phase, contest, changeable))
