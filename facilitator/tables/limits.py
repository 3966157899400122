"""How large a table may be: far above any event, far below what would stop the laptop."""

from __future__ import annotations

from facilitator.common.errors import Unreadable
from facilitator.common.texts import text

MAX_BYTES = 50_000_000
"""Size of a file."""

MAX_UNPACKED_BYTES = 200_000_000
"""Size of what a workbook unpacks to; a few kilobytes can be made to unpack to gigabytes."""

MAX_ROWS = 100_000
"""Rows that are not blank, the heading among them."""

MAX_COLUMNS = 500
"""Columns; a workbook can claim 16,384."""


def too_large(name: str) -> Unreadable:
    """The refusal of a table that is larger than the limits."""
    return Unreadable(
        text("“{name}” is too large to be a list for an event.", name=name),
        text("Save only the rows and columns that are needed as a new file, at most {rows} rows.", rows=MAX_ROWS),
    )
