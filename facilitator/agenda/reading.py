"""Reads an agenda from a list: one item a row, in the order of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from itertools import pairwise

from facilitator.agenda import words
from facilitator.agenda.model import Item, Kind
from facilitator.common.clock import Duration, minutes
from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.tables.choices import suggestion
from facilitator.tables.headings import Columns, understand
from facilitator.tables.model import Row, Table
from facilitator.tables.problems import Problem, Reading, row_problems

_DAY = 24 * 60
_NIGHT = 6 * 60
"""A start may lie past midnight if it comes at most this many minutes after the start before it."""

_LONGEST_TITLE = 200
_USUAL_PRIORITY = 3


@frozen
class _Draft:
    """An item as its row gives it; `length` and `least` are None where the row is silent."""

    row: Row
    title: str
    kind: Kind
    start: time | None
    end: time | None
    length: Duration | None
    least: Duration | None
    fixed: bool
    priority: int


def read(table: Table, chosen: Mapping[str, str | None] | None = None) -> Reading[Item]:
    """The items of an agenda, numbered from 1; `chosen` says which field a heading stands for.

    An item without a length lasts until the next one starts. Starts never go back, but an evening may run past
    midnight: a start counts as the next morning's if it follows the start before it within six hours.

    Raises:
        Unreadable: no column holds titles, or there are no rows.
    """
    table, columns = understand(table, words.SYNONYMS, chosen)
    if "title" not in columns:
        headings = ", ".join(heading for heading in table.headings if heading)
        raise Unreadable(
            text("No column holds titles of agenda items. The headings are: {headings}.", headings=headings),
            text("Call a column “Title”, and others “Start” and “Length”."),
        )
    problems: list[Problem] = []
    drafts = [_draft(row, columns, problems) for row in table.rows]
    problems += _backwards(drafts, columns)
    items: list[Item] = []
    for position, draft in enumerate(drafts):
        following = drafts[position + 1].start if position + 1 < len(drafts) else None
        length = _length(draft, following, columns, problems)
        least = words.usual_least_length(length) if draft.least is None else draft.least
        if least > length:
            problem = text("The least length is longer than the length.")
            problems.append(_problem(draft.row, columns, "least_length", problem))
        items.append(
            Item(
                id=position + 1,
                position=position,
                title=draft.title,
                kind=draft.kind,
                length=length,
                least_length=least,
                start=draft.start,
                fixed=draft.fixed,
                speaker=columns.line(draft.row, "speaker"),
                notes=columns.value(draft.row, "notes"),
                priority=draft.priority,
            )
        )
    problems.sort(key=lambda problem: problem.row)
    return Reading(
        tuple(items),
        added=len(items),
        problems=tuple(problems),
        ignored=columns.ignored,
        notes=(*table.notes, *_overlaps(items)),
    )


def _problem(row: Row, columns: Columns, field: str, problem: Text) -> Problem:
    return Problem(row.number, columns.heading(field), columns.value(row, field), problem)


def _draft(row: Row, columns: Columns, problems: list[Problem]) -> _Draft:
    def wrong(field: str, problem: Text) -> None:
        problems.append(_problem(row, columns, field, problem))

    problems += row_problems(row, columns)
    title = columns.line(row, "title")
    if not title:
        wrong("title", text("The title is missing."))
    elif len(title) > _LONGEST_TITLE:
        wrong("title", text("The title is longer than {count} characters.", count=_LONGEST_TITLE))

    word = columns.line(row, "kind")
    kind = words.kind(word) if word else words.kind_from_title(title)
    if kind is None:
        wrong(
            "kind", text("There is no such kind of item. {suggestion}", suggestion=suggestion(word, words.KIND_WORDS))
        )

    start = end = None
    if columns.line(row, "start"):
        found = words.times(columns.line(row, "start"))
        if found is None:
            wrong("start", text("This is not a time of day; write it as 09:00."))
        else:
            start, end = found
    if columns.line(row, "end"):
        end = words.clock_time(columns.line(row, "end"))
        if end is None:
            wrong("end", text("This is not a time of day; write it as 09:00."))

    lengths: list[Duration | None] = []
    for field in ("length", "least_length"):
        cell = columns.line(row, field)
        lengths.append(words.length(cell) if cell else None)
        if cell and lengths[-1] is None:
            wrong(field, text("This is not a length; write minutes, or hours and minutes as 1:15."))
            lengths[-1] = Duration(0)

    fixed = words.yes(columns.line(row, "fixed"))
    if fixed is None:
        wrong("fixed", text("Write “yes” for a fixed start, or leave the cell empty."))
    elif fixed and start is None:
        wrong("fixed", text("A fixed start needs a start time."))
    priority = columns.line(row, "priority") or str(_USUAL_PRIORITY)
    if priority not in ("1", "2", "3", "4", "5"):
        wrong("priority", text("The priority is a number from 1 to 5."))
        priority = str(_USUAL_PRIORITY)
    draft = _Draft(row, title, kind or Kind.TALK, start, end, lengths[0], lengths[1], bool(fixed), int(priority))
    return _with_end(draft, columns, problems)


def _with_end(draft: _Draft, columns: Columns, problems: list[Problem]) -> _Draft:
    """The draft with the length that its end gives, which must agree with a length that stands there too."""
    if draft.start is None or draft.end is None:
        return draft
    length = minutes(_forward(draft.start, draft.end))
    if draft.length is not None and draft.length != length:
        field = "end" if columns.line(draft.row, "end") else "start"
        problems.append(_problem(draft.row, columns, field, text("Start, end and length do not agree.")))
    return replace(draft, length=length)


def _length(draft: _Draft, following: time | None, columns: Columns, problems: list[Problem]) -> Duration:
    if draft.length is not None:
        return draft.length
    if draft.kind is Kind.END:
        return Duration(0)
    if draft.start is not None and following is not None:
        return minutes(_forward(draft.start, following))
    problems.append(_problem(draft.row, columns, "length", text("The length is missing.")))
    return Duration(0)


def _forward(earlier: time, later: time) -> int:
    """Minutes from one time of day to the next time that clocks show the other."""
    return ((later.hour - earlier.hour) * 60 + later.minute - earlier.minute) % _DAY


def _backwards(drafts: Sequence[_Draft], columns: Columns) -> list[Problem]:
    problems: list[Problem] = []
    previous: _Draft | None = None
    for draft in drafts:
        if draft.start is None:
            continue
        if previous is not None and previous.start is not None:
            past_midnight = _forward(previous.start, draft.start) <= _NIGHT
            if draft.start < previous.start and not past_midnight:
                problem = text("The item starts before the one above it, at {time}.", time=f"{previous.start:%H:%M}")
                problems.append(_problem(draft.row, columns, "start", problem))
        previous = draft
    return problems


def _overlaps(items: Sequence[Item]) -> list[Text]:
    """Items that are still running when the next one starts, which is allowed but worth a look."""
    return [
        text("“{title}” is longer than the time until “{next}” starts.", title=item.title, next=following.title)
        for item, following in pairwise(items)
        if item.start is not None
        and following.start is not None
        and item.length > minutes(_forward(item.start, following.start))
    ]
