"""Puts a file in place whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from facilitator.common.errors import UserError
from facilitator.common.texts import text


def write_file(path: Path, content: bytes) -> Path:
    """Write beside and rename, so that a full disk leaves no half file behind; missing folders are made.

    Raises:
        UserError: the file cannot be written; the message says where and why.
    """
    partial = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        os.replace(partial, path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise UserError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or type(error).__name__),
            text("Choose another folder, or close the file where it is open."),
        ) from error
    return path
