"""What a rehearsal came to: the log, the rundown with its times, the votes and the results."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.common.clock import Instant, Moment, iso, whole_seconds
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, plural_text, text
from facilitator.desk.rundown import ItemState, Row, rundown
from facilitator.desk.state import State
from facilitator.desk.vocabulary import encode
from facilitator.rehearsal.day import Entry
from facilitator.voting.evidence import answer

_SHOWN_REFUSALS = 3


@frozen
class Votes:
    """What became of the phones' votes. `counted` is how many lie in the ballot box at the end of the day.

    `missing` are votes that phones should have cast and did not get rid of; `refusals` says why votes were turned down.
    """

    sent: int = 0
    acknowledged: int = 0
    counted: int = 0
    missing: int = 0
    refusals: tuple[str, ...] = ()


@frozen
class Report:
    """A rehearsal that is over. `scripted` says that a script was the host; `state` and `now` are those at the end."""

    log: tuple[Entry, ...]
    state: State
    now: Moment
    votes: Votes
    scripted: bool


def document(report: Report, tr: Translator) -> dict[str, Any]:
    """The report as JSON data, with times in the event's zone to the second."""
    state, zone = report.state, report.state.event.timezone
    return {
        "log": [_entry(entry, zone, tr) for entry in report.log],
        "rundown": [_row(row, zone) for row in rundown(state, report.now).rows],
        "ended_at": _when(state.run.ended_at, zone),
        "votes": {
            "sent": report.votes.sent,
            "acknowledged": report.votes.acknowledged,
            "counted": report.votes.counted,
        },
        "results": [
            {"ballot": ballot.id, "title": ballot.title} | answer(ballot, state.voting.results[ballot.id])
            for ballot in sorted(state.voting.ballots.values(), key=lambda ballot: ballot.position)
            if ballot.id in state.voting.results
        ],
    }


def problems(report: Report) -> Iterator[Text]:
    """Why the event is not ready for its day; nothing if it is.

    A script may leave items out and end before the day does, so only without one must every item have started.
    """
    votes = report.votes
    if not votes.sent == votes.acknowledged == votes.counted:
        yield text(
            "{sent} votes were sent, {acknowledged} acknowledged and {counted} counted.",
            sent=votes.sent,
            acknowledged=votes.acknowledged,
            counted=votes.counted,
        )
    for reason in votes.refusals[:_SHOWN_REFUSALS]:
        yield text("A vote was turned down: {reason}", reason=reason)
    if votes.missing:
        yield plural_text("{count} vote was not cast in time.", "{count} votes were not cast in time.", votes.missing)
    if report.scripted:
        return
    rows = rundown(report.state, report.now).rows
    if not rows:
        yield text("The agenda is empty. Import one, or add items.")
    for row in rows:
        if row.actual_start is None and row.state is not ItemState.CUT:
            yield text("“{title}” was never started.", title=row.item.title)


def _entry(entry: Entry, zone: ZoneInfo, tr: Translator) -> dict[str, Any]:
    written = {"at": _when(entry.at, zone), **encode(entry.command)}
    if entry.refused is not None:
        written["refused"] = tr.render(entry.refused)
    if entry.notices:
        written["notices"] = [tr.render(notice) for notice in entry.notices]
    return written


def _row(row: Row, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "item": row.item.id,
        "title": row.item.title,
        "fixed": row.item.fixed,
        "min_seconds": whole_seconds(row.item.least_length),
        "planned_start": _when(row.planned.start, zone),
        "planned_end": _when(row.planned.end, zone),
        "scheduled_start": _when(row.scheduled.start, zone),
        "scheduled_end": _when(row.scheduled.end, zone),
        "actual_start": _when(row.actual_start, zone),
        "actual_end": _when(row.actual_end, zone),
    }


def _when(instant: Instant | None, zone: ZoneInfo) -> str | None:
    return None if instant is None else iso(Instant(round(instant / 1000) * 1000), zone)
