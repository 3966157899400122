"""What the room and the host ask of the rundown: what is next and when, and what should have begun by now."""

from __future__ import annotations

from facilitator.agenda.model import Kind
from facilitator.common.clock import Instant, minutes
from facilitator.common.frozen import frozen
from facilitator.desk.rundown import ItemState, Row, Rundown

GRACE = minutes(1)
"""Nobody is reminded of an item that has been due for less than this."""

_FORGOTTEN = minutes(12 * 60)
"""After so long, a start was not forgotten: the event is looked at afterwards, or on another day."""


@frozen
class Ahead:
    """Now, next, and the next break: the rows, with `expected` times. What runs is never also what comes."""

    now: Row | None
    next: Row | None
    next_break: Row | None


def ahead(day: Rundown) -> Ahead:
    """What is next and when, for the room; only of today, and only of the plenary."""
    coming = [row for row in day.today() if row.state in (ItemState.NEXT, ItemState.LATER) and not row.item.track]
    return Ahead(
        day.running,
        coming[0] if coming else None,
        next((row for row in coming if row.item.kind is Kind.BREAK), None),
    )


@frozen
class Due:
    """An item that should have begun, and since when."""

    row: Row
    since: Instant


def due_but_not_started(day: Rundown, now: Instant) -> Due | None:
    """The item that is due while nobody has pressed: the talk may have begun, and the clock does not know.

    That is the day's first item, whatever comes while nothing runs, and, while another item is on the clock, the next
    one if its start is fixed. “It started 2 minutes ago” (`StartedAgo` with the item) puts it right.
    """
    row = day.next
    if row is None or day.ended or (day.running is not None and not row.item.fixed):
        return None
    since = row.scheduled.start
    if not GRACE <= now - since <= _FORGOTTEN:
        return None
    return Due(row, since)
