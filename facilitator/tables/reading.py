"""Reads a table from a file, whatever its encoding, delimiter and ending."""

from __future__ import annotations

from pathlib import Path

from facilitator.common.errors import Unreadable
from facilitator.common.texts import text
from facilitator.tables import delimited, kinds
from facilitator.tables.decoding import decode
from facilitator.tables.limits import MAX_BYTES, too_large
from facilitator.tables.model import Table
from facilitator.tables.shaping import shape
from facilitator.tables.watch import Watch


def read_table(source: Path | bytes, name: str | None = None, watch: Watch | None = None) -> Table:
    """The table in a file or in bytes; `name` is what messages call it, the file's own name unless given.

    `watch` is told of every few hundred rows, and can stop the reading.

    The content decides what it is read as, not the ending of the name.

    Raises:
        Unreadable: it cannot be opened, is no table, or is empty; the message says what it seems to be.
        Stopped: the watch said so.
    """
    watch = watch or Watch()
    if isinstance(source, bytes):
        return _parse(name or "", source, watch)
    name = name or source.name
    return _parse(name, _content(source, name), watch)


def _content(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable(text("“{name}” is a folder.", name=name), text("Choose the file with the list."))
        if path.stat().st_size > MAX_BYTES:
            raise too_large(name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(
            text("There is no file “{name}”.", name=name), text("Check the name and the folder, and try again.")
        ) from error
    except OSError as error:
        raise Unreadable(
            text("“{name}” cannot be opened: {reason}.", name=name, reason=error.strerror or type(error).__name__),
            text("Close it in other programs, or copy it to this computer first."),
        ) from error


def _parse(name: str, data: bytes, watch: Watch) -> Table:
    if len(data) > MAX_BYTES:
        raise too_large(name)
    if kinds.is_zip(data):
        from facilitator.tables.workbook import read_workbook  # its library takes longer to load than a list to read

        return read_workbook(name, data, watch)
    refusal = kinds.foreign(name, data)
    if refusal is not None:
        raise refusal
    content = decode(data)
    if content is None:
        raise kinds.not_text(name)
    return shape(name, watch.counted(delimited.rows(name, content)))
