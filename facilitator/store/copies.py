"""Safety copies beside the event file, through SQLite's backup interface; the newest ten are kept."""

from __future__ import annotations

import re
import shutil
import sqlite3
import threading
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.store.needs import purge_needs

KEPT = 10
"""How many copies stay."""

_UNFINISHED = "copy.unfinished"
"""What a copy is called until it is done: one name, so that a killed program leaves at most one behind."""


class SafetyCopies:
    """The copies of one event, in the folder `NAME.hackday.copies`. May be used from several threads at once."""

    def __init__(self, event: Path) -> None:
        """`event` is the path of the event file."""
        self._lock = threading.Lock()
        self._event = event
        self.folder = event.with_name(event.name + ".copies")

    def make(self, reason: str) -> Path:
        """Copy the event as it is now; `reason` (a word) becomes part of the name.

        Raises:
            UserError: there is no room, or the folder cannot be written to.
        """
        with self._lock:
            return self._make(reason)

    def _make(self, reason: str) -> Path:
        # The name's time is for people and for the order of copies; nothing in the core depends on it.
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        target = self.folder / f"{stamp}-{re.sub(r'[^a-z0-9]+', '-', reason.lower())}.hackday"
        unfinished = self.folder / _UNFINISHED
        try:
            self.folder.mkdir(exist_ok=True)
            unfinished.unlink(missing_ok=True)
            event = f"{self._event.resolve().as_uri()}?mode=rw"  # never make the event anew where it has gone missing
            with closing(sqlite3.connect(event, uri=True)) as source, closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
                _forget_who_voted_what(copy)
            unfinished.replace(target)
        except (OSError, sqlite3.Error) as error:
            with suppress(OSError):
                unfinished.unlink()
            raise UserError(
                text("No safety copy could be made: {reason}.", reason=str(error)),
                text("Make room on the disk and try again; nothing has been changed."),
            ) from error
        for old in self.all()[KEPT:]:
            with suppress(OSError):  # one copy too many does no harm
                old.unlink()
        return target

    def all(self) -> list[Path]:
        """The copies, newest first."""
        return sorted(self.folder.glob("*.hackday"), reverse=True) if self.folder.is_dir() else []

    def forget_needs(self) -> None:
        """Leave nothing of food and accessibility needs in the copies; one that cannot be worked on goes as a whole.

        Raises:
            OSError: one that should go cannot be removed.
        """
        with self._lock:
            for rest in self.folder.glob(f"{_UNFINISHED}*"):
                rest.unlink()
            for copy in self.all():
                try:
                    purge_needs(copy.resolve())
                except sqlite3.Error:
                    copy.unlink()

    def destroy(self) -> None:
        """Remove every copy, for the erasure of personal data."""
        if self.folder.is_dir():
            shutil.rmtree(self.folder)


def _forget_who_voted_what(copy: sqlite3.Connection) -> None:
    """Leave nothing in a copy that joins a voter to a ballot cast, since copies outlive the closing of a ballot.

    That is the link of ballots that may still be changed, and the order in which rows were written, which SQLite keeps
    within a page; rewriting the file puts them in the order of their keys.
    """
    with copy:
        copy.execute("DELETE FROM changeable")
        copy.execute("DELETE FROM replaced_ballot")
    copy.execute("VACUUM")
