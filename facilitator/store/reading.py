"""Reads the event file, with SQLite's own module alone: the ORM takes longer to load than the whole event to read.

Columns are declared as the row classes make them, and the declarations JSON and BOOLEAN say how to read a value.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from facilitator.common.change import Mark, Step
from facilitator.common.clock import Instant
from facilitator.common.errors import NotFound, Unreadable
from facilitator.common.texts import text
from facilitator.store.mapping import (
    SLICES,
    TABLES,
    entity_types,
    entry_from_plain,
    from_columns,
    from_plain,
    hints,
)

_MARKS = "SELECT version, json_extract(command, '$.type'), undoable, undoes, redoes FROM history ORDER BY version"

sqlite3.register_converter("JSON", json.loads)
sqlite3.register_converter("BOOLEAN", lambda stored: stored != b"0")


class Reader:
    """Reads one event file. Not for several threads at once.

    What cannot be read raises `sqlite3.Error`, what cannot be understood `Unreadable`.
    """

    def __init__(self, path: Path) -> None:
        """`path` is an event file of this version."""
        self._connection = sqlite3.connect(
            f"{path.as_uri()}?mode=rw",
            uri=True,
            isolation_level=None,
            detect_types=sqlite3.PARSE_DECLTYPES,
            check_same_thread=False,
        )
        self._connection.row_factory = sqlite3.Row

    def slices(self) -> Mapping[str, Any]:
        """The slices of the state by name, all as of one moment."""
        self._connection.execute("BEGIN")
        try:
            values = {(row["slice"], row["field"]): row["value"] for row in self._rows("value")}
            return {name: self._slice(name, values) for name in SLICES}
        finally:
            self._connection.execute("COMMIT")

    def marks(self) -> Sequence[Mark]:
        """What undo and redo need to know of every step in the history, oldest first."""
        rows = self._connection.execute(_MARKS).fetchall()
        return [Mark(version, command, undoable, undoes, redoes) for version, command, undoable, undoes, redoes in rows]

    def steps(self) -> Sequence[Step]:
        """All of the history, oldest first."""
        return [_step(row) for row in self._rows("history ORDER BY version")]

    def step(self, version: int) -> Step:
        """One step of the history.

        Raises:
            NotFound: there is none of this version.
        """
        row = self._connection.execute("SELECT * FROM history WHERE version = ?", (version,)).fetchone()
        if row is None:
            raise NotFound(text("The history has no step {version}.", version=version))
        return _step(row)

    def fold(self) -> None:
        """Move the log's content into the file itself, as far as nobody is reading it."""
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _slice(self, name: str, values: Mapping[tuple[str, str], Any]) -> Any:
        given = {}
        for field, wanted in hints(name).items():
            if (name, field) in TABLES:
                given[field] = self._entities(name, field)
            elif (name, field) in values:
                given[field] = from_plain(values[name, field], wanted, "value", f"{name}.{field}")
        try:
            return SLICES[name](**given)
        except TypeError as error:  # a value without a default is missing
            raise Unreadable(
                text("The event file is incomplete: {reason}.", reason=str(error)),
                text("Open the newest safety copy beside it, or make the event anew."),
            ) from error

    def _entities(self, name: str, field: str) -> dict[Any, Any]:
        table = TABLES[name, field]
        key_type, entity_type = entity_types(name, field)
        return {
            from_plain(row[table.key], key_type, table.name, str(row[table.key])): from_columns(
                table, entity_type, dict(row)
            )
            for row in self._rows(table.name)
        }

    def _rows(self, table: str) -> list[sqlite3.Row]:
        try:
            return self._connection.execute(f"SELECT * FROM {table}").fetchall()
        except ValueError as error:  # what stands in a JSON column is none
            raise Unreadable(
                text("The event file is damaged: table {table}: {reason}.", table=table.split()[0], reason=str(error)),
                text("Open the newest safety copy beside it; the damaged file is left as it is."),
            ) from error


def _step(row: sqlite3.Row) -> Step:
    return Step(
        row["version"],
        Instant(row["at"]),
        row["by"],
        row["command"],
        tuple(entry_from_plain(entry, row["version"]) for entry in row["entries"]),
        row["undoable"],
        row["undoes"],
        row["redoes"],
    )
