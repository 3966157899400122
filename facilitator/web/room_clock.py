"""The clock of the day for screens in browsers: facts from which a browser counts by itself, to the millisecond."""

from __future__ import annotations

from facilitator.agenda.model import Item, Kind
from facilitator.common.clock import Duration, Instant, Moment
from facilitator.desk.rundown import Row, Rundown
from facilitator.desk.state import State
from facilitator.timer.model import Pitching, Running
from facilitator.timer.rules import remaining
from facilitator.timer.sharing import phase_left
from facilitator.web.documents import Document

_DRIFT_MS = 50
"""What the two clocks of a computer may drift apart before the end of a countdown is told anew."""


def day_document(state: State, day: Rundown, now: Moment) -> Document:
    """How the day stands: its phase, the item meant, its countdown, what is next, and what runs beside.

    `phase` is "ended", "no-plan", "before" (with `begins`), "between" or "running" (with `clock`). All times are
    milliseconds since 1970, all lengths milliseconds.
    """
    following = next_document(day)
    document: Document = {"phase": "running", "item": None, "next": following, "beside": beside_documents(state, now)}
    if day.ended:
        return document | {"phase": "ended"}
    if day.running is not None and state.run.running is not None:
        item = day.running.item
        if item.kind is Kind.END:
            return document | {"phase": "ended"}
        return document | {"item": item_document(item), "clock": clock_document(state.run.running, item, now)}
    if following is None or day.next is None:
        return document | {"phase": "no-plan" if not day.rows else "ended"}
    document["item"] = item_document(day.next.item)
    if day.begun:
        return document | {"phase": "between"}
    return document | {"phase": "before", "begins": day.next.scheduled.start}


def item_document(item: Item) -> Document:
    """What the room reads of an item."""
    return {"id": item.id, "title": item.title, "speaker": item.speaker}


def next_document(day: Rundown) -> Document | None:
    """The item that follows, and when it will start as it looks now."""
    row: Row | None = day.next
    if row is None or row.expected is None:
        return None
    return {"id": row.item.id, "title": row.item.title, "start": row.expected.start}


def clock_document(running: Running, item: Item, now: Moment) -> Document:
    """An item's countdown, with what is left when its look changes."""
    held = running.paused_at is not None
    return _countdown(
        Duration(running.length + running.added),
        remaining(running, now),
        Instant(running.started.wall + running.length + running.added + running.paused),
        held,
        now,
    ) | {"warning": item.warning, "danger": item.danger}


def pitch_clock(pitching: Pitching, now: Moment) -> Document:
    """The countdown of a phase on the pitch stage."""
    return _countdown(
        pitching.length,
        phase_left(pitching, now),
        Instant(pitching.started.wall + pitching.length + pitching.paused),
        pitching.paused_at is not None,
        now,
    )


def beside_documents(state: State, now: Moment) -> list[Document]:
    """What runs on tracks of its own, by the tracks' names."""
    found = [(state.plan.items[one.item], one) for one in state.run.beside if one.item in state.plan.items]
    found.sort(key=lambda pair: (pair[0].track, pair[0].position))
    return [item_document(item) | {"track": item.track, "clock": clock_document(one, item, now)} for item, one in found]


def _countdown(length: Duration, left: Duration, by_wall: Instant, held: bool, now: Moment) -> Document:
    """`ends` while it runs, `left` while it is held.

    The end is told by the wall clock's account as long as that agrees with the monotonic clock, which decides: told
    from two readings it would differ by a millisecond each time, and be news each time.
    """
    if held:
        return {"length": length, "left": left}
    ends = now.wall + left
    return {"length": length, "ends": by_wall if abs(by_wall - ends) <= _DRIFT_MS else ends}
