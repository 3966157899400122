"""Times and lengths as people type them into a cell."""

from __future__ import annotations

import re
from datetime import time

from facilitator.common.errors import UserError
from facilitator.common.texts import text


def parse_time(words: str) -> time:
    """A time of day as people write it: 9, 9:05, 9.05, 0905.

    Raises:
        UserError: it is none.
    """
    found = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*", words)
    if found is not None and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise UserError(text("“{words}” is not a time of day.", words=words), text("Write it as 09:05."))


def parse_length(words: str) -> int:
    """A length in seconds, from minutes (`25`, `25 min`), or minutes and seconds (`4:30`).

    Raises:
        UserError: it is none.
    """
    found = re.fullmatch(r"\s*(\d{1,4})(?::(\d{2}))?\s*(?:min)?\.?\s*", words)
    if found is not None and int(found[2] or 0) < 60:
        return int(found[1]) * 60 + int(found[2] or 0)
    raise UserError(text("“{words}” is not a length.", words=words), text("Write minutes, such as 25 or 4:30."))
