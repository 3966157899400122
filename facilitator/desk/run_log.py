"""The run log: all that happened during the event, in words. It tells of no participant and repeats no message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.agenda.model import Item
from facilitator.common.change import Entry, Step
from facilitator.common.clock import Instant, Moment, iso
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.happenings import happenings
from facilitator.desk.rundown import ItemState, Row, rundown
from facilitator.desk.state import State
from facilitator.desk.step_words import said
from facilitator.tables.writing import Value

_SENDERS: Mapping[str, Text] = {
    "host": text("Host"),
    "staff": text("Second host"),
    "script": text("Script"),
    "clock": text("Clock"),
    "program": text("Program"),
}

STATES: Mapping[ItemState, Text] = {
    ItemState.DONE: text("Done"),
    ItemState.RUNNING: text("Running"),
    ItemState.NEXT: text("Next"),
    ItemState.LATER: text("Later"),
    ItemState.PASSED: text("Passed over"),
    ItemState.CUT: text("Cut"),
}


@frozen
class Line:
    """One thing that happened: when, by whose hand, what in words, and the agenda item it is about, if any.

    `version` is the step of the history that it belongs to; a step may come to several lines.
    """

    version: int
    at: Instant
    by: str
    what: Text
    item: str


def run_log(history: Sequence[Step], state: State) -> tuple[Line, ...]:
    """All that happened, oldest first; `state` is what the history has led to."""
    titles = _titles(history, state)
    steps = {step.version: step for step in history}
    lines: list[Line] = []
    for step in history:
        seen = list(happenings(step.entries, titles)) if step.undoes is None and step.redoes is None else []
        words = said(step, steps)
        about = _about(step, titles)
        if words is not None:
            lines.append(Line(step.version, step.at, step.by, words, about))
        lines += [Line(step.version, step.at, step.by, one.what, one.item) for one in seen]
    return tuple(lines)


def log_table(lines: Sequence[Line], state: State, tr: Translator) -> tuple[list[str], list[tuple[Value, ...]]]:
    """The log as a table: its headings and its rows."""
    headings = [tr("Step"), tr("Time"), tr("By"), tr("What"), tr("Item")]
    zone = state.event.timezone
    rows: list[tuple[Value, ...]] = [
        (line.version, iso(line.at, zone), sender(line.by, tr), tr.render(line.what), line.item) for line in lines
    ]
    return headings, rows


def times_table(state: State, now: Moment, tr: Translator) -> tuple[list[str], list[tuple[Value, ...]]]:
    """Planned, scheduled and actual times side by side: headings and a row for each item."""
    headings = [
        *(tr("Day"), tr("Item"), tr("Track"), tr("State")),
        *(tr("Planned start"), tr("Planned end"), tr("Scheduled start"), tr("Scheduled end")),
        *(tr("Actual start"), tr("Actual end"), tr("Late (s)"), tr("Longer than planned (s)")),
    ]
    return headings, [_times(row, state, tr) for row in rundown(state, now).rows]


def sender(by: str, tr: Translator) -> str:
    """Who gave a command; a second host who gave a name is told by it."""
    return tr.render(_SENDERS[by]) if by in _SENDERS else by


def _times(row: Row, state: State, tr: Translator) -> tuple[Value, ...]:
    def local(instant: Instant | None) -> Value:
        return None if instant is None else iso(Instant(instant // 1000 * 1000), state.event.timezone)

    begun, ended = row.actual_start, row.actual_end
    late = None if begun is None else (begun - row.planned.start) // 1000
    longer = None if begun is None or ended is None else (ended - begun - row.item.length) // 1000
    return (
        *(row.item.day + 1, row.item.title, row.item.track, tr.render(STATES[row.state])),
        *(local(row.planned.start), local(row.planned.end), local(row.scheduled.start), local(row.scheduled.end)),
        *(local(begun), local(ended), late, longer),
    )


def _titles(history: Sequence[Step], state: State) -> Mapping[int, str]:
    """The titles of all items that have ever been there, as they were called last."""
    titles: dict[int, str] = {}
    for step in history:
        for entry in _of_items(step):
            for item in (entry.before, entry.after):
                if isinstance(item, Item):
                    titles[item.id] = item.title
    return titles | {item.id: item.title for item in state.plan.items.values()}


def _of_items(step: Step) -> Iterator[Entry]:
    return (entry for entry in step.entries if (entry.slice, entry.field) == ("plan", "items"))


def _about(step: Step, titles: Mapping[int, str]) -> str:
    """The title of the item that the command names, if it names one."""
    named = step.command.get("item")
    if isinstance(named, Mapping):
        return str(named.get("title", ""))
    return titles.get(named, "") if isinstance(named, int) else ""
