"""The agenda for the door: the day's times in large type."""

from __future__ import annotations

from facilitator.common.texts import Translator, text
from facilitator.printing.day import largest_rows
from facilitator.printing.fitting import Room
from facilitator.printing.furniture import MARGIN, heading, in_pages, page_number, top_line
from facilitator.printing.marks import Document, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.refusals import NothingToPrint

_TOP = 48.0


def agenda_poster(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """The agenda on one page if it can be read there, else on several.

    Raises:
        UserError: the agenda is empty.
    """
    if not material.plan.to_run():
        raise NothingToPrint(text("The agenda is empty."), text("Plan the day or import an agenda first."))
    paper = options.paper
    room = Room(paper.width - 2 * MARGIN, paper.height - MARGIN - _TOP)
    rows = largest_rows(material, room, 20, 13, speakers=True)
    sheets = in_pages([row.height for row in rows], room.height)
    pages: list[Page] = []
    for number, indexes in enumerate(sheets, 1):
        marks: list[Mark] = [*top_line(material, tr, paper), *heading(tr("The day"), 24, paper)]
        top = _TOP
        for index in indexes:
            marks += rows[index].at(MARGIN, top)
            top += rows[index].height
        marks += page_number(number, len(sheets), tr, paper)
        pages.append(Page(tuple(marks)))
    title = tr("Agenda – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))
