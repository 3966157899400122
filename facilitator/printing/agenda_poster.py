"""The agenda for the door: the times of each day in large type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from facilitator.agenda.model import Plan
from facilitator.agenda.progress import days, of_day
from facilitator.common.dates import long_date
from facilitator.common.texts import Translator, text
from facilitator.printing.day import Row, largest_rows
from facilitator.printing.fitting import Room
from facilitator.printing.furniture import MARGIN, heading, in_pages, page_number, top_line
from facilitator.printing.marks import Document, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.refusals import NothingToPrint

_TOP = 48.0


def agenda_poster(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """The agenda of each day on one page if it can be read there, else on several.

    Raises:
        UserError: the agenda is empty.
    """
    if not material.plan.to_run():
        raise NothingToPrint(text("The agenda is empty."), text("Plan the day or import an agenda first."))
    paper = options.paper
    room = Room(paper.width - 2 * MARGIN, paper.height - MARGIN - _TOP)
    sheets = [
        (when, words, [rows[index] for index in indexes])
        for when, words, rows in _days(material, room, tr)
        for indexes in in_pages([row.height for row in rows], room.height)
    ]
    pages: list[Page] = []
    for number, (when, words, rows) in enumerate(sheets, 1):
        own = replace(material, event=replace(material.event, day=when))
        marks: list[Mark] = [*top_line(own, tr, paper), *heading(words, 24, paper)]
        top = _TOP
        for row in rows:
            marks += row.at(MARGIN, top)
            top += row.height
        marks += page_number(number, len(sheets), tr, paper)
        pages.append(Page(tuple(marks)))
    title = tr("Agenda – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _days(material: Material, room: Room, tr: Translator) -> Iterator[tuple[date, str, list[Row]]]:
    """The date and the heading of each day on which something runs, and its rows; an only day needs no number."""
    known = days(material.plan)
    for day in (day for day in known if of_day(material.plan, day)):
        own = {item.id: item for item in material.plan.items.values() if item.day == day}
        rows = largest_rows(replace(material, plan=Plan(own)), room, 20, 13, speakers=True)
        when = material.event.day + timedelta(days=day)
        named = tr("Day {number} · {date}", number=day + 1, date=long_date(when, tr))
        yield when, tr("The day") if len(known) == 1 else named, rows
