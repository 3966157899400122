"""Brings an event file of an earlier version up to this one, a step a version, in one transaction.

Each step is frozen SQL in a file named after the version that it leads to. `PRAGMA user_version` tells how far a file
has come.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x4841434B
"""Marks an SQLite file as one of ours (`PRAGMA application_id`): "HACK"."""


def scripts() -> dict[int, str]:
    """The SQL of every step by the version that it leads to."""
    found = sorted(Path(__file__).parent.glob("[0-9]*.sql"))
    return {int(path.name.split("_")[0]): path.read_text(encoding="utf-8") for path in found}


def newest() -> int:
    """The version of files that this program writes."""
    return max(scripts())


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Take a file from `version` (0 for an empty one) to the newest; all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step, sql in scripts().items():
            if step > version:
                for statement in sql.split(";\n"):
                    connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {newest()}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk ends the transaction by itself
            connection.execute("ROLLBACK")
        raise
