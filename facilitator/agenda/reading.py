"""Reads an agenda from a list: one item a row, in the order of each day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from facilitator.agenda import times, words
from facilitator.agenda.checking import LAST_DAY, checked
from facilitator.agenda.drafting import Draft, draft, forward, problem_of
from facilitator.agenda.model import Item, Kind
from facilitator.agenda.warnings import with_warnings
from facilitator.common.clock import Duration, minutes
from facilitator.common.errors import Unreadable, UserError
from facilitator.common.texts import Text, text
from facilitator.tables.headings import Columns, understand
from facilitator.tables.model import Table
from facilitator.tables.problems import Problem, Reading

_NIGHT = minutes(6 * 60)
"""A start may lie past midnight if it comes at most this long after the start before it."""


def read(table: Table, chosen: Mapping[str, str | None] | None = None, first_day: date | None = None) -> Reading[Item]:
    """The items of an agenda, numbered from 1; `chosen` says which field a heading stands for.

    Days are numbers from 1, or dates, counted from `first_day` or else from the earliest date in the list; an item
    without one belongs to the day of the row above. An item without a length lasts until the next one on its day and
    track starts. Starts never go back there, but an evening may run past midnight: a start counts as the next
    morning's if it follows the start before it within six hours.

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
    drafts = _on_days([draft(row, columns, problems) for row in table.rows], columns, problems, first_day)
    read_items: dict[int, Item] = {}
    notes: list[Text] = []
    for line in _lines(drafts):
        problems += _backwards(line, columns)
        following = [*line[1:], None]
        items = [_item(one, after, columns, problems) for one, after in zip(line, following, strict=True)]
        notes += _overlaps(items)
        read_items |= {one.row.number: item for one, item in zip(line, items, strict=True)}
    problems += _impossible(read_items, columns, {problem.row for problem in problems})
    problems.sort(key=lambda problem: problem.row)
    ordered = [read_items[one.row.number] for one in drafts]
    return Reading(
        tuple(replace(item, id=place + 1, position=place) for place, item in enumerate(ordered)),
        added=len(ordered),
        problems=tuple(problems),
        ignored=columns.ignored,
        notes=(*table.notes, *notes),
    )


def _on_days(drafts: Sequence[Draft], columns: Columns, problems: list[Problem], first_day: date | None) -> list[Draft]:
    """The drafts with their days counted from 0, day after day."""
    dates = [one.day for one in drafts if isinstance(one.day, date)]
    first = first_day or min(dates, default=None)
    placed: list[Draft] = []
    day = 0
    for one in drafts:
        if isinstance(one.day, date) and first is not None:
            day = (one.day - first).days
        elif isinstance(one.day, int):
            day = one.day - 1
        if not 0 <= day <= LAST_DAY:
            problem = text("Days are counted from 1 to {last}, or dates from the first day on.", last=LAST_DAY + 1)
            problems.append(problem_of(one.row, columns, "day", problem))
            day = 0
        placed.append(replace(one, item=replace(one.item, day=day)))
    return sorted(placed, key=lambda one: one.item.day)


def _lines(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts that follow each other: those of a day's plenary, and those of each of its tracks."""

    def line(one: Draft) -> tuple[int, str]:
        return one.item.day, one.item.track

    return [list(group) for _, group in groupby(sorted(drafts, key=line), key=line)]


def _item(one: Draft, following: Draft | None, columns: Columns, problems: list[Problem]) -> Item:
    length = _length(one, following, columns, problems)
    least = times.usual_least_length(length) if one.least is None else one.least
    if least > length:
        problem = text("The least length is longer than the length.")
        problems.append(problem_of(one.row, columns, "least_length", problem))
    return with_warnings(replace(one.item, length=length, least_length=least), one.warning, one.danger)


def _length(one: Draft, following: Draft | None, columns: Columns, problems: list[Problem]) -> Duration:
    if one.length is not None:
        return one.length
    if one.item.kind is Kind.END:
        return Duration(0)
    if one.item.start is not None and following is not None and following.item.start is not None:
        return forward(one.item.start, following.item.start)
    problems.append(problem_of(one.row, columns, "length", text("The length is missing.")))
    return Duration(0)


def _backwards(line: Sequence[Draft], columns: Columns) -> list[Problem]:
    problems: list[Problem] = []
    for before, one in pairwise([one for one in line if one.item.start is not None]):
        earlier, start = before.item.start, one.item.start
        if earlier is not None and start is not None and start < earlier and forward(earlier, start) > _NIGHT:
            problem = text("The item starts before the one above it, at {time}.", time=f"{earlier:%H:%M}")
            problems.append(problem_of(one.row, columns, "start", problem))
    return problems


def _overlaps(items: Sequence[Item]) -> list[Text]:
    """Items that are still running when the next one starts, which is allowed but worth a look."""
    return [
        text("“{title}” is longer than the time until “{next}” starts.", title=item.title, next=following.title)
        for item, following in pairwise(items)
        if item.start is not None and following.start is not None and item.length > forward(item.start, following.start)
    ]


def _impossible(items: Mapping[int, Item], columns: Columns, known: set[int]) -> list[Problem]:
    """What the plan would refuse of rows in which nothing wrong has been found."""
    problems: list[Problem] = []
    for row, item in items.items():
        if row in known:
            continue
        try:
            checked(item, words.SCENES)
        except UserError as refusal:
            problems.append(Problem(row, columns.heading("title"), item.title, refusal.message))
    return problems
