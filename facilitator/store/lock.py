"""One process has an event open at a time. The lock goes with the process, however it ends.

The lock file beside the event names the holder for whoever comes second. It is the operating system's lock on it that
counts, so a file left behind by a killed program holds nobody up.
"""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import suppress
from pathlib import Path

from facilitator.common.errors import UserError
from facilitator.common.texts import text

_LOCKED_BYTE = 1 << 30
"""Where Windows locks, far behind the holder's name, since it forbids reading what is locked."""


class EventLock:
    """Held from construction until `release`."""

    def __init__(self, event: Path) -> None:
        """Take the lock of the event file at `event`.

        Raises:
            UserError: another process has it; the message names it. Or the folder cannot be written to.
        """
        self._path = event.with_name(event.name + ".lock")
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        except OSError as error:
            raise UserError(
                text("“{name}” cannot be locked: {reason}.", name=event.name, reason=error.strerror or ""),
                text(
                    "See that you may write to its folder and to “{lock}”, or copy the event to a folder of your own.",
                    lock=self._path.name,
                ),
            ) from error
        try:
            _lock(self._file)
        except OSError as error:
            holder = os.read(self._file, 200).decode("utf-8", "replace").strip()
            os.close(self._file)
            raise UserError(
                text("“{name}” is open already: {holder}.", name=event.name, holder=holder or text("another program")),
                text("Close it there first; nothing has been changed."),
            ) from error
        with suppress(OSError):  # on a full disk the holder stays unnamed; the lock holds all the same
            os.ftruncate(self._file, 0)
            os.write(self._file, _this_process().encode())

    def release(self) -> None:
        """Let others open the event."""
        os.close(self._file)


def _this_process() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list, as in some containers
        user = "?"
    return f"Facilitator, {user}@{_computer()}, pid {os.getpid()}"


if sys.platform == "win32":
    import msvcrt

    def _computer() -> str:
        return os.environ.get("COMPUTERNAME", "?")

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _computer() -> str:
        return os.uname().nodename

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
