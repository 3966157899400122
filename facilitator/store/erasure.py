"""Sees that nothing of what was erased is left in the file, its log and its safety copies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from facilitator.store.copies import SafetyCopies


def erase_choices(path: Path, erasers: Mapping[int, Callable[[str], str]]) -> None:
    """Put in place of the choices of all ballots cast what is left of them; all of them or none.

    Raises:
        sqlite3.Error: the file is in use or the disk is full; the file is as it was.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        for ballot, erase in erasers.items():
            cast = connection.execute("SELECT receipt, choices FROM cast_ballot WHERE ballot = ?", (ballot,)).fetchall()
            connection.executemany(
                "UPDATE cast_ballot SET choices = ? WHERE ballot = ? AND receipt = ?",
                [(erase(choices), ballot, receipt) for receipt, choices in cast],
            )
        connection.execute("COMMIT")


def scrub(path: Path) -> None:
    """Forget the history but for its last line, and rewrite the file so that no freed page keeps what it held.

    The safety copies go as a whole. Nobody else may have the file open.

    Raises:
        sqlite3.Error: the file is in use or the disk is full; the file is as it was.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("DELETE FROM history WHERE version < (SELECT max(version) FROM history)")
        connection.execute("UPDATE history SET entries = '[]', undoable = 0, undoes = NULL, redoes = NULL")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    SafetyCopies(path).destroy()
