"""The event file: one SQLite file that holds the whole event, opened by one process at a time.

Write-ahead logging with `synchronous=FULL`: what `save` has returned from survives a power cut. After each save the log
is folded into the file, so that the one file is the whole event and may be copied.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, delete, event, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from facilitator.common.change import Step
from facilitator.common.clock import Instant
from facilitator.common.errors import Unreadable, UserError
from facilitator.common.texts import text
from facilitator.store.copies import SafetyCopies
from facilitator.store.erasure import scrub
from facilitator.store.lock import EventLock
from facilitator.store.mapping import (
    SLICES,
    TABLES,
    entity_types,
    entry_from_plain,
    entry_to_plain,
    from_columns,
    from_plain,
    hints,
    to_columns,
    to_plain,
)
from facilitator.store.migrations import APPLICATION_ID, migrate, newest
from facilitator.store.rows import HistoryRow, ValueRow

log = logging.getLogger(__name__)

ENDING = ".hackday"
_BUSY_MS = 5_000


class EventFile:
    """An open event file, locked until `close`. Not for several threads at once: the desk sees to that."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the event at `path`, or make an empty one there with `create`.

        Raises:
            UserError: it is open elsewhere, does not exist (or, with `create`, does), or cannot be written to.
            Unreadable: it is no event file, is damaged, or was made by a newer program.
        """
        _check_path(path, create=create)
        self.path = path
        self._lock = EventLock(path)
        self.copies = SafetyCopies(path)
        try:
            self._prepare(create=create)
            self._engine = _engine(path)
            self._connection = self._engine.connect()
        except BaseException:
            self._lock.release()
            if create:
                path.unlink(missing_ok=True)
            raise

    def load(self) -> Mapping[str, Any]:
        """The slices of the state by name.

        Raises:
            Unreadable: a table holds what cannot be understood.
        """
        try:
            with self._connection.begin():
                return {name: self._load_slice(name) for name in SLICES}
        except DatabaseError as error:
            raise damaged(self.path, error) from error

    def history(self) -> Sequence[Step]:
        """All lines of the history, oldest first."""
        table = HistoryRow.__table__  # type: ignore[attr-defined]  # SQLModel adds it at class creation
        with self._connection.begin():
            lines = self._connection.execute(select(table).order_by(table.c.version)).mappings().all()
        return [
            Step(
                line["version"],
                Instant(line["at"]),
                line["by"],
                line["command"],
                tuple(entry_from_plain(entry, line["version"]) for entry in line["entries"]),
                line["undoable"],
                line["undoes"],
                line["redoes"],
            )
            for line in lines
        ]

    def save(self, step: Step) -> None:
        """Put the step on disk in one transaction; returns when it is there.

        Raises:
            UserError: the disk is full or the file cannot be written; nothing has been changed.
        """
        try:
            with self._connection.begin():
                for entry in step.entries:
                    self._put(entry.slice, entry.field, entry.key, entry.after)
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
        except OperationalError as error:
            raise UserError(
                text("It could not be saved: {reason}. Nothing has been changed.", reason=str(error.orig)),
                text("Make room on the disk, or see that the event file can be written to, and try again."),
            ) from error
        self._fold()

    def put_whole(self, slices: Mapping[str, Any]) -> None:
        """Write a new event's state, without a line in the history."""
        with self._connection.begin():
            for name, value in slices.items():
                for field in hints(name):
                    part = getattr(value, field)
                    if (name, field) in TABLES:
                        for key, entity in part.items():
                            self._put(name, field, str(key), entity)
                    else:
                        self._put(name, field, "", part)
        self._fold()

    def copy(self, reason: str) -> None:
        """Keep a safety copy beside the file."""
        self.copies.make(reason)

    def scrub(self) -> None:
        """Leave nothing of what was erased in the file, its log and its safety copies; the history goes.

        Raises:
            UserError: the disk is full, or somebody else reads the file.
        """
        self._connection.close()
        self._engine.dispose()
        try:
            scrub(self.path)
        except sqlite3.Error as error:
            raise UserError(
                text("What was erased could not be scrubbed from the disk: {reason}.", reason=str(error)),
                text("Make room on the disk, close other programs that read the event, and erase once more."),
            ) from error
        finally:
            self._connection = self._engine.connect()

    def close(self) -> None:
        """Fold the log into the file and let others open it."""
        self._connection.close()
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> EventFile:
        """Itself, to be closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def _prepare(self, *, create: bool) -> None:
        """See that this is a file of ours, and of this version."""
        try:
            connection = sqlite3.connect(self.path, isolation_level=None)
        except sqlite3.Error as error:
            raise damaged(self.path, error) from error
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
            if not create and mark != APPLICATION_ID:
                raise Unreadable(
                    text("“{name}” is not an event file.", name=self.path.name),
                    text("Choose a file that ends in {ending}.", ending=ENDING),
                )
            if version > newest():
                raise Unreadable(
                    text("“{name}” was made by a newer version of the program.", name=self.path.name),
                    text("Install that version to open it; nothing has been changed."),
                )
            connection.execute("PRAGMA journal_mode=WAL")
            if version < newest():
                if not create:
                    self.copies.make("migration")
                migrate(connection, version)
        except sqlite3.DatabaseError as error:
            raise damaged(self.path, error) from error
        finally:
            connection.close()

    def _load_slice(self, name: str) -> Any:
        values = {}
        for field, wanted in hints(name).items():
            if (name, field) in TABLES:
                values[field] = self._load_entities(name, field)
            else:
                found = self._connection.execute(
                    select(ValueRow.value).where(ValueRow.slice == name, ValueRow.field == field)  # type: ignore[arg-type]  # columns, not values
                ).first()
                if found is not None:
                    values[field] = from_plain(found[0], wanted, "value", f"{name}.{field}")
        return SLICES[name](**values)

    def _load_entities(self, name: str, field: str) -> dict[Any, Any]:
        table = TABLES[name, field]
        key_type, entity_type = entity_types(name, field)
        rows = self._connection.execute(select(table.row.__table__)).mappings().all()  # type: ignore[attr-defined]
        return {
            from_plain(row[table.key], key_type, field, str(row[table.key])): from_columns(
                table, entity_type, dict(row)
            )
            for row in rows
        }

    def _put(self, name: str, field: str, key: str, value: Any) -> None:
        if (name, field) not in TABLES:
            columns = {"slice": name, "field": field, "value": to_plain(value)}
            self._connection.execute(insert(ValueRow).prefix_with("OR REPLACE").values(**columns))
            return
        table = TABLES[name, field]
        typed_key = key if entity_types(name, field)[0] is str else int(key)
        if value is None:
            column = getattr(table.row, table.key)
            self._connection.execute(delete(table.row).where(column == typed_key))
        else:
            columns = to_columns(table, typed_key, value)
            self._connection.execute(insert(table.row).prefix_with("OR REPLACE").values(**columns))

    def _fold(self) -> None:
        """Move the log's content into the file itself, as far as nobody is reading it."""
        raw = self._connection.connection.dbapi_connection
        assert raw is not None
        try:
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.Error as error:
            # What was saved is on disk, in the log beside the file; only the folding waits for better times.
            log.warning("the log could not be folded into the event file: %s", error)


def damaged(path: Path, error: Exception) -> Unreadable:
    """The refusal for a file that SQLite cannot read."""
    return Unreadable(
        text("“{name}” cannot be read as an event file: {reason}.", name=path.name, reason=str(error)),
        text(
            "Open the newest safety copy in “{folder}”; the file itself is left as it is.", folder=path.name + ".copies"
        ),
    )


def _check_path(path: Path, *, create: bool) -> None:
    if create:
        if path.exists():
            raise UserError(text("“{name}” exists already.", name=path.name), text("Choose another name."))
        if not path.parent.is_dir():
            raise UserError(
                text("There is no folder “{folder}”.", folder=str(path.parent)),
                text("Make it first, or choose another."),
            )
        return
    if not path.is_file():
        raise UserError(
            text("There is no event file “{name}”.", name=str(path)), text("Check the name, or make one with “new”.")
        )


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MS}", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
