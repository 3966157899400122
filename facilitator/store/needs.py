"""Sees that nothing of food and accessibility needs is left in a database file and its log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

BUSY_SECONDS = 5.0
"""How long to wait for another program."""


def purge_needs(path: Path) -> None:
    """Empty the table of needs, overwrite what it held, and empty the log; others may have the file open.

    Raises:
        sqlite3.Error: somebody else writes to the file or reads from its log for seconds, or the disk is full; a purge
            may be repeated.
    """
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA secure_delete = ON")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'need'").fetchone():
            connection.execute("DELETE FROM need")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise sqlite3.OperationalError("another program reads the log")
