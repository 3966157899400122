"""The check-in list: a box to tick for everybody, by last name, for the desk when no screen is at hand."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator, text
from facilitator.participants.model import Attendance, Participant
from facilitator.printing import ink
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import MARGIN, heading, in_pages, label, page_number, sector_mark, top_line
from facilitator.printing.marks import Align, Box, Document, Line, Mark, Page, Words
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Paper
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team

_TOP = 48.0
_TICK_EDGE = 4.2
_ROW = 7.6
_NAME_AT, _TEAM_WIDTH, _QUOTA_WIDTH, _SECTOR_WIDTH, _GAP = 8.0, 11.0, 38.0, 9.0, 3.0
_WALK_INS = 6


@frozen
class _Columns:
    """Where the columns begin on this sheet."""

    name: float
    organisation: float
    sector: float
    quota: float
    team: float
    right: float


def check_in_list(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """Everybody who has a seat, those already checked in with a tick; empty lines for walk-ins at the end.

    Raises:
        UserError: nobody has a seat, or a name does not fit.
    """
    paper, people = options.paper, material.seated()
    teams = material.team_by_person()
    columns = _columns(paper)
    names = [_name(person, columns.organisation - columns.name - _GAP) for person in people]
    heights = [max(_ROW, name.height + 1.5) for name in names] + [_ROW] * _WALK_INS
    sheets = in_pages(heights, paper.height - MARGIN - _TOP - 4)
    pages: list[Page] = []
    for number, indexes in enumerate(sheets, 1):
        marks: list[Mark] = [
            *top_line(material, tr, paper),
            *heading(tr("Check-in"), 24, paper),
            *_headings(columns, tr),
        ]
        top = _TOP + 3
        for index in indexes:
            marks.append(Line(MARGIN, top, columns.right, top, ink.RULE, 0.4))
            middle = top + heights[index] / 2
            present = index < len(people) and people[index].attendance is Attendance.CHECKED_IN
            marks += _tick_box(middle, present)
            if index < len(people):
                marks += _person(material, people[index], teams.get(people[index].id), names[index], columns, middle)
            elif index == len(people):
                marks.append(Words(columns.name, middle + 1.2, tr("Walk-ins:"), Face.REGULAR, 9, ink.SLATE))
            top += heights[index]
        marks += page_number(number, len(sheets), tr, paper)
        pages.append(Page(tuple(marks)))
    title = tr("Check-in list – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _columns(paper: Paper) -> _Columns:
    right = paper.width - MARGIN
    team = right - _TEAM_WIDTH
    quota = team - _QUOTA_WIDTH
    sector = quota - _SECTOR_WIDTH
    name = MARGIN + _NAME_AT
    return _Columns(name, name + (sector - name) * 0.54, sector, quota, team, right)


def _headings(columns: _Columns, tr: Translator) -> list[Mark]:
    return [
        label(tr("Name"), columns.name, _TOP, ink.SLATE),
        label(tr("Organisation"), columns.organisation, _TOP, ink.SLATE),
        label(tr("Quota"), columns.quota, _TOP, ink.SLATE),
        label(tr("Team"), columns.right, _TOP, ink.SLATE, Align.RIGHT),
    ]


def _name(person: Participant, width: float) -> Fitted:
    listed = f"{person.last_name}, {person.first_name}" if person.last_name else person.first_name
    name = fit_name(listed, Face.MEDIUM, Room(width, 40), 11)
    if name is None:
        raise NameTooLong(person.name, text("the check-in list"))
    return name


def _tick_box(middle: float, ticked: bool) -> list[Mark]:
    left, top = MARGIN + 0.4, middle - _TICK_EDGE / 2
    marks: list[Mark] = [Box(left, top, _TICK_EDGE, _TICK_EDGE, outline=ink.SLATE, radius=0.7, line_width=0.9)]
    if ticked:
        corner = (left + 1.7, top + 3.1)
        marks.append(Line(left + 0.9, top + 2.2, *corner, ink.BLACK, 1.2))
        marks.append(Line(*corner, left + 3.4, top + 1.0, ink.BLACK, 1.2))
    return marks


def _person(
    material: Material, person: Participant, team: Team | None, name: Fitted, columns: _Columns, middle: float
) -> list[Mark]:
    marks: list[Mark] = [*name.at(columns.name, middle - name.height / 2, ink.BLACK)]
    quota = None if person.quota is None else material.roster.quotas.get(person.quota)
    cells = (
        (person.organisation, columns.organisation, columns.sector - columns.organisation - _GAP),
        (quota.name if quota else "", columns.quota, columns.team - columns.quota - _GAP),
    )
    for words, left, width in cells:
        fitted = fit_or_shorten(words, Face.REGULAR, Room(width, _ROW - 0.8), 9.5, 7)
        marks += fitted.at(left, middle - fitted.height / 2, ink.BLACK)
    marks += sector_mark(material, person, columns.sector, middle - 2.4, 4.8)
    if team is not None:
        marks.append(
            Words(columns.right, middle + 1.4, str(team.number), Face.BOLD_FIGURES, 11, ink.BLACK, Align.RIGHT)
        )
    return marks
