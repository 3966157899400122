"""Looks at an event file from the outside, for the integrity check."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType

from facilitator.store.migrations import scripts


class Inspection:
    """A read-only look at an event file."""

    def __init__(self, path: Path) -> None:
        """Open the file beside whoever has it open."""
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA query_only = ON")

    def damaged_pages(self) -> list[str]:
        """What SQLite's own check finds."""
        found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check(20)")]
        return [] if found == ["ok"] else found

    def deviating_tables(self) -> list[str]:
        """The tables that are missing or have other columns than the migrations make."""
        fresh = sqlite3.connect(":memory:")
        try:
            for sql in scripts().values():
                fresh.executescript(sql)
            wanted = _columns(fresh)
        finally:
            fresh.close()
        found = _columns(self._connection)
        return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))

    def versions(self) -> list[int]:
        """The versions in the history, in order."""
        return [int(row[0]) for row in self._connection.execute("SELECT version FROM history ORDER BY version")]

    def marked(self, ballot: int) -> int:
        """How many marks on the roll say that somebody voted."""
        return self._count("roll_mark", ballot)

    def cast(self, ballot: int) -> int:
        """How many cast ballots there are."""
        return self._count("cast_ballot", ballot)

    def links(self, ballot: int) -> int:
        """How many rows still join a voter to a cast ballot."""
        return self._count("changeable", ballot) + self._count("replaced_ballot", ballot)

    def voted_on(self) -> set[int]:
        """The ballots on which votes lie in the box."""
        rows = self._connection.execute("SELECT ballot FROM roll_mark UNION SELECT ballot FROM cast_ballot")
        return {int(row[0]) for row in rows}

    def _count(self, table: str, ballot: int) -> int:
        row = self._connection.execute(f"SELECT count(*) FROM {table} WHERE ballot = ?", (ballot,)).fetchone()
        return int(row[0])

    def __enter__(self) -> Inspection:
        """Itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self._connection.close()


def _columns(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {name: connection.execute(f"PRAGMA table_info({name!r})").fetchall() for (name,) in tables.fetchall()}
