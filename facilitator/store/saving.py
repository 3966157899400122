"""Writes the event file, through the row classes. Loading this module loads SQLModel, which takes a moment."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, delete, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from facilitator.common.change import Step
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.store import rows
from facilitator.store.encoding import entry_to_plain, to_columns, to_plain
from facilitator.store.mapping import TABLES, entity_types, hints
from facilitator.store.rows import HistoryRow, ValueRow

BUSY_MS = 5_000

_ROWS: Mapping[str, type[SQLModel]] = {
    str(row.__tablename__): row
    for row in vars(rows).values()
    if isinstance(row, type) and issubclass(row, SQLModel) and row is not SQLModel
}
"""The row class of every table."""


class Saver:
    """Writes one event file: after each transaction it is on disk. Not for several threads at once."""

    def __init__(self, path: Path) -> None:
        """`path` is an event file of this version."""
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: _connect(path),
            poolclass=StaticPool,
            json_serializer=lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
        )
        event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        self._connection: Connection = self._engine.connect()

    def save(self, step: Step) -> None:
        """Write what a step changes, and its line in the history.

        Raises:
            UserError: the disk is full or the file cannot be written; nothing has been changed.
        """
        with self._transaction():
            self._put_all((one.slice, one.field, one.key, one.after) for one in (*step.entries, *step.unrecorded))
            self._connection.execute(
                insert(HistoryRow).values(
                    version=step.version,
                    at=step.at,
                    by=step.by,
                    command=dict(step.command),
                    entries=[entry_to_plain(entry) for entry in step.entries],
                    undoable=step.undoable,
                    undoes=step.undoes,
                    redoes=step.redoes,
                )
            )

    def save_whole(self, slices: Mapping[str, Any]) -> None:
        """Write a new event's state, without a line in the history.

        Raises:
            UserError: the disk is full or the file cannot be written; nothing has been changed.
        """
        with self._transaction():
            self._put_all(_parts(slices))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            with self._connection.begin():
                yield
        except DatabaseError as error:
            raise UserError(
                text("It could not be saved: {reason}. Nothing has been changed.", reason=str(error.orig)),
                text("Make room on the disk, or see that the event file can be written to, and try again."),
            ) from error

    def _put_all(self, parts: Iterable[tuple[str, str, str, Any]]) -> None:
        """Write parts of the state (slice, field, key, value; None takes an entity away), a table at a time: a list of
        thousands goes in with one statement."""
        rows: dict[type[SQLModel], list[dict[str, Any]]] = {}
        for name, field, key, value in parts:
            if (name, field) not in TABLES:
                rows.setdefault(ValueRow, []).append({"slice": name, "field": field, "value": to_plain(value)})
                continue
            table = TABLES[name, field]
            row = _ROWS[table.name]
            typed_key = key if entity_types(name, field)[0] is str else int(key)
            if value is None:
                self._connection.execute(delete(row).where(getattr(row, table.key) == typed_key))
            else:
                rows.setdefault(row, []).append(to_columns(table, typed_key, value))
        for row, columns in rows.items():
            self._connection.execute(insert(row).prefix_with("OR REPLACE"), columns)


def _parts(slices: Mapping[str, Any]) -> Iterator[tuple[str, str, str, Any]]:
    """Everything in a state, as it is put."""
    for name, value in slices.items():
        for field in hints(name):
            part = getattr(value, field)
            if (name, field) in TABLES:
                yield from ((name, field, str(key), entity) for key, entity in part.items())
            else:
                yield name, field, "", part


def _connect(path: Path) -> sqlite3.Connection:
    # Transactions are begun by hand, not by the driver: it would begin them too late to hold off other writers.
    connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_MS}", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
