"""The event file: one SQLite file that holds the whole event, opened by one process at a time.

Write-ahead logging with `synchronous=FULL`: what `save` has returned from survives a power cut. After each save the log
is folded into the file, so that the one file is the whole event and may be copied.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.common.change import Mark, Step
from facilitator.common.errors import Unreadable, UserError
from facilitator.common.texts import text
from facilitator.store.copies import SafetyCopies
from facilitator.store.erasure import erase_choices, scrub
from facilitator.store.lock import EventLock
from facilitator.store.migrations import APPLICATION_ID, migrate, newest
from facilitator.store.needs import purge_needs
from facilitator.store.reading import Reader

if TYPE_CHECKING:
    from facilitator.store.saving import Saver

log = logging.getLogger(__name__)

ENDING = ".hackday"


class EventFile:
    """An open event file, locked until `close`. Not for several threads at once: the desk sees to that."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the event at `path`, or make an empty one there with `create`.

        Raises:
            UserError: it is open elsewhere, does not exist (or, with `create`, does), or cannot be written to.
            Unreadable: it is no event file, is damaged, or was made by a newer program.
        """
        path = path.resolve()  # one lock for all names of a file
        _check_path(path, create=create)
        self.path = path
        self._lock = EventLock(path)
        self.copies = SafetyCopies(path)
        self._saver: Saver | None = None
        try:
            self._prepare(create=create)
            self._reader = Reader(path)
        except BaseException:
            self._lock.release()
            raise

    def load(self) -> Mapping[str, Any]:
        """The slices of the state by name.

        Raises:
            Unreadable: a table holds what cannot be understood.
        """
        try:
            return self._reader.slices()
        except sqlite3.Error as error:
            raise damaged(self.path, error) from error

    def marks(self) -> Sequence[Mark]:
        """What undo and redo need to know of every step in the history, oldest first.

        Raises:
            Unreadable: the history is damaged.
        """
        try:
            return self._reader.marks()
        except sqlite3.Error as error:
            raise damaged(self.path, error) from error

    def step(self, version: int) -> Step:
        """A step of the history in full.

        Raises:
            Unreadable: its line is damaged or missing.
        """
        try:
            return self._reader.step(version)
        except sqlite3.Error as error:
            raise damaged(self.path, error) from error

    def history(self) -> Sequence[Step]:
        """All of the history, oldest first.

        Raises:
            Unreadable: it is damaged.
        """
        try:
            return self._reader.steps()
        except sqlite3.Error as error:
            raise damaged(self.path, error) from error

    def save(self, step: Step) -> None:
        """Put the step on disk in one transaction; returns when it is there.

        Raises:
            UserError: the disk is full or the file cannot be written; nothing has been changed.
        """
        self._to_save().save(step)
        self._fold()

    def put_whole(self, slices: Mapping[str, Any]) -> None:
        """Write a new event's state, without a line in the history.

        Raises:
            UserError: the disk is full or the file cannot be written; nothing has been changed.
        """
        self._to_save().save_whole(slices)
        self._fold()

    def copy(self, reason: str) -> None:
        """Keep a safety copy beside the file."""
        self.copies.make(reason)

    def forget_needs(self) -> None:
        """Leave nothing of food and accessibility needs in the file, its log and its safety copies.

        Raises:
            UserError: the disk is full, or another program uses the file.
        """
        try:
            # The file first: a copy begun meanwhile is then either clean or among those that are cleaned.
            purge_needs(self.path)
            self.copies.forget_needs()
        except (OSError, sqlite3.Error) as error:
            raise UserError(
                text("The needs could not all be purged from the disk: {reason}.", reason=str(error)),
                text("Make room on the disk, close other programs that read the event, and purge once more."),
            ) from error

    def erase_choices(self, erasers: Mapping[int, Callable[[str], str]]) -> None:
        """Put in place of the choices (JSON) of all ballots cast what is left of them, by the ballot's number.

        Raises:
            UserError: the disk is full, or another program uses the file; nothing has been changed.
        """
        try:
            erase_choices(self.path, erasers)
        except sqlite3.Error as error:
            raise UserError(
                text("What voters wrote could not be erased: {reason}.", reason=str(error)),
                text("Make room on the disk, close other programs that read the event, and erase once more."),
            ) from error

    def scrub(self) -> None:
        """Leave nothing of what was erased in the file, its log and its safety copies; the history goes.

        Raises:
            UserError: the disk is full, or somebody else reads the file.
        """
        self._let_go()
        try:
            scrub(self.path)
        except sqlite3.Error as error:
            raise UserError(
                text("What was erased could not be scrubbed from the disk: {reason}.", reason=str(error)),
                text("Make room on the disk, close other programs that read the event, and erase once more."),
            ) from error
        finally:
            self._reader = Reader(self.path)

    def close(self) -> None:
        """Fold the log into the file and let others open it."""
        self._let_go()
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
            raise _unusable(self.path, error) from error
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
            connection.execute("BEGIN IMMEDIATE")  # whether the file can be written to is found out now, not later
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            raise _unusable(self.path, error) from error
        except sqlite3.DatabaseError as error:
            raise damaged(self.path, error) from error
        finally:
            connection.close()

    def _to_save(self) -> Saver:
        """What writes, made when it is first needed: opening an event must not wait for the ORM."""
        if self._saver is None:
            from facilitator.store.saving import Saver

            self._saver = Saver(self.path)
        return self._saver

    def _let_go(self) -> None:
        self._reader.close()
        if self._saver is not None:
            self._saver.close()
            self._saver = None

    def _fold(self) -> None:
        """Move the log's content into the file itself, as far as nobody is reading it."""
        try:
            self._reader.fold()
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


def _unusable(path: Path, error: Exception) -> UserError:
    """The refusal for a file that is whole, as far as is known, but cannot be worked on."""
    return UserError(
        text("“{name}” cannot be opened for writing: {reason}.", name=path.name, reason=str(error)),
        text("See that there is room on the disk and that no other program uses the file, or copy it elsewhere."),
    )


def discard(path: Path) -> None:
    """Remove an event file that could not be finished, and all that stands beside it."""
    for ending in ("", "-wal", "-shm", ".lock"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


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
