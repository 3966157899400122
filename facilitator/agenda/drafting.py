"""Understands one row of an agenda list, as far as it can be understood alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from facilitator.agenda import times, words
from facilitator.agenda.checking import LONGEST_TITLE
from facilitator.agenda.model import AtEnd, Item, Kind
from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.tables.choices import suggestion
from facilitator.tables.headings import Columns
from facilitator.tables.model import Row
from facilitator.tables.problems import Problem, row_problems

Wrong = Callable[[str, Text], None]
"""Takes note that the cell of a field holds something that cannot be."""

_DAY_MINUTES = 24 * 60


@frozen
class Draft:
    """An item as its row gives it; what the row is silent about is None.

    `item` holds all that needs no other row. `end` is the time of day at which the row says that it ends.
    """

    row: Row
    item: Item
    day: int | date | None
    end: time | None
    length: Duration | None
    least: Duration | None
    warning: Duration | None = None
    danger: Duration | None = None


def draft(row: Row, columns: Columns, problems: list[Problem]) -> Draft:
    """What the row gives; what is wrong with it is added to the problems."""

    def wrong(field: str, problem: Text) -> None:
        problems.append(problem_of(row, columns, field, problem))

    problems += row_problems(row, columns)
    title = _title(columns.line(row, "title"), wrong)
    start, end = _start_and_end(row, columns, wrong)
    length, least = (_length(columns.line(row, field), field, wrong) for field in ("length", "least_length"))
    day = columns.line(row, "day")
    number = times.day(day) if day else None
    if day and number is None:
        wrong("day", text("This is not a day; write its number or its date, such as 2026-05-20."))
    word = columns.line(row, "kind")
    kind = words.kind(word) if word else words.kind_from_title(title)
    if kind is None:
        wrong(
            "kind", text("There is no such kind of item. {suggestion}", suggestion=suggestion(word, words.KIND_WORDS))
        )
    item = Item(
        id=0,
        position=0,
        title=title,
        kind=kind or Kind.TALK,
        length=Duration(0),
        least_length=Duration(0),
        start=start,
        fixed=_fixed(columns.line(row, "fixed"), start, wrong),
        speaker=columns.line(row, "speaker"),
        notes=columns.value(row, "notes"),
        track=columns.line(row, "track"),
    )
    item = _with_what_happens(_with_priority(item, row, columns, wrong), row, columns, wrong)
    warning, danger = _warnings(row, columns, wrong)
    return _with_end(Draft(row, item, number, end, length, least, warning, danger), columns, wrong)


def problem_of(row: Row, columns: Columns, field: str, problem: Text) -> Problem:
    """Something wrong with the cell of a field."""
    return Problem(row.number, columns.heading(field), columns.value(row, field), problem)


def forward(earlier: time, later: time) -> Duration:
    """From one time of day to the next time that clocks show the other."""
    earlier_second, later_second = (one.hour * 3600 + one.minute * 60 + one.second for one in (earlier, later))
    return Duration((later_second - earlier_second) % (_DAY_MINUTES * 60) * 1000)


def _title(title: str, wrong: Wrong) -> str:
    if not title:
        wrong("title", text("The title is missing."))
    elif len(title) > LONGEST_TITLE:
        wrong("title", text("The title is longer than {count} characters.", count=LONGEST_TITLE))
    return title


def _start_and_end(row: Row, columns: Columns, wrong: Wrong) -> tuple[time | None, time | None]:
    start = end = None
    not_understood = text("This is not a time of day; write it as 09:00.")
    if columns.line(row, "start"):
        found = times.times(columns.line(row, "start"))
        if found is None:
            wrong("start", not_understood)
        else:
            start, end = found
    if columns.line(row, "end"):
        end = times.clock_time(columns.line(row, "end"))
        if end is None:
            wrong("end", not_understood)
    return start, end


def _length(cell: str, field: str, wrong: Wrong) -> Duration | None:
    """The length in a cell; none at all where it is not understood, so that no other problem is made of it."""
    found = times.length(cell) if cell else None
    if cell and found is None:
        wrong(field, text("This is not a length; write minutes, or hours and minutes as 1:15."))
        return Duration(0)
    return found


def _fixed(cell: str, start: time | None, wrong: Wrong) -> bool:
    fixed = times.yes(cell)
    if fixed is None:
        wrong("fixed", text("Write “yes” for a fixed start, or leave the cell empty."))
    elif fixed and start is None:
        wrong("fixed", text("A fixed start needs a start time."))
    return bool(fixed)


def _with_priority(item: Item, row: Row, columns: Columns, wrong: Wrong) -> Item:
    priority = columns.line(row, "priority") or str(item.priority)
    if priority not in ("1", "2", "3", "4", "5"):
        wrong("priority", text("The priority is a number from 1 to 5."))
        priority = str(item.priority)
    return replace(item, priority=int(priority))


def _warnings(row: Row, columns: Columns, wrong: Wrong) -> tuple[Duration | None, Duration | None]:
    """The first and the last warning as far as they are given, which must come in their order."""
    warning = _length(columns.line(row, "warning"), "warning", wrong)
    danger = _length(columns.line(row, "danger"), "danger", wrong)
    if warning and danger and danger > warning:
        wrong("danger", text("The last warning comes before the first."))
    return warning, danger


def _with_what_happens(item: Item, row: Row, columns: Columns, wrong: Wrong) -> Item:
    """The item with its scenes, its sound, and what it does at zero."""
    scene, end_scene = (_scene(columns.line(row, field), field, wrong) for field in ("scene", "end_scene"))
    word = columns.line(row, "at_end")
    at_end = words.at_end(word) if word else AtEnd.SCENE if end_scene else AtEnd.STAY
    if at_end is None:
        wrong("at_end", text("This cannot be done. {suggestion}", suggestion=suggestion(word, words.AT_END_WORDS)))
    elif at_end is AtEnd.SCENE and not columns.line(row, "end_scene"):
        wrong("at_end", text("Say in a column of its own which scene."))
    sound = times.yes(columns.line(row, "sound")) if columns.line(row, "sound") else item.sound
    if sound is None:
        wrong("sound", text("Write “yes” or “no”."))
    return replace(item, scene=scene, end_scene=end_scene, at_end=at_end or AtEnd.STAY, sound=bool(sound))


def _scene(word: str, field: str, wrong: Wrong) -> str:
    found = words.scene(word) if word else ""
    if found is None:
        wrong(field, text("There is no such scene. {suggestion}", suggestion=suggestion(word, words.SCENE_WORDS)))
    return found or ""


def _with_end(found: Draft, columns: Columns, wrong: Wrong) -> Draft:
    """The draft with the length that its end gives, which must agree with a length that stands there too."""
    if found.item.start is None or found.end is None:
        return found
    length = forward(found.item.start, found.end)
    if found.length is not None and found.length != length:
        field = "end" if columns.line(found.row, "end") else "start"
        wrong(field, text("Start, end and length do not agree."))
    return replace(found, length=length)
