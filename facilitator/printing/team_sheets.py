"""Team sheets (lagblad): a page a team with table, question and what lies behind it, people, and the times."""

from __future__ import annotations

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.day import largest_rows
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten, line
from facilitator.printing.furniture import MARGIN, label, sector_mark, top_line
from facilitator.printing.marks import Align, Box, Code, Document, Line, Mark, Page, Words
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Paper
from facilitator.printing.question_sources import sources
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.selecting import teams_to_print
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team

_HEADER_TOP = 27.0
_COLUMNS_GAP = 12.0
_DAY_WIDTH = 66.0
_MARK_EDGE = 9.0
_CODE_EDGE = 24.0
_SECTION_GAP = 7.0
_PERSON_SIZES = ((14.0, 8.5), (12.0, 4.6), (10.0, 4.2))
"""Largest type of a name in points, and room for the origin in millimetres: smaller where many share the sheet."""


def team_sheets(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """A page for every team that is chosen.

    Raises:
        UserError: there are no teams, none is left by the options, or a team or a name is too large for its page.
    """
    paper = options.paper
    pages = tuple(
        Page(tuple(_sheet(material, team, tr, paper)), tr("Team {number}", number=team.number))
        for team in teams_to_print(material, options, lambda changed: changed.team_sheets)
    )
    title = tr("Team sheets – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, pages)


def _sheet(material: Material, team: Team, tr: Translator, paper: Paper) -> list[Mark]:
    right = paper.width - MARGIN
    marks: list[Mark] = [*top_line(material, tr, paper)]

    number = line(tr("Team {number}", number=team.number), Face.BOLD, 50)
    table_room = Room((right - MARGIN) * 0.48, 20)
    table = fit_or_shorten(material.table(team, tr), Face.SEMIBOLD, table_room, 26, 12)
    marks.append(Box(MARGIN, _HEADER_TOP - 3, 14, 1.4, fill=ink.ACCENT, radius=0.7))
    marks += number.at(MARGIN - 0.8, _HEADER_TOP, ink.BLACK)
    marks += table.at(right, _HEADER_TOP + number.height * 0.8 - table.height * 0.8, ink.ACCENT, Align.RIGHT)

    top = _HEADER_TOP + number.height + 5
    question, top = _question(material, team, tr, paper, top)
    marks += question

    left_width = right - MARGIN - _DAY_WIDTH - _COLUMNS_GAP
    bottom = paper.height - MARGIN
    day_left = right - _DAY_WIDTH
    foot = bool(material.base_url or material.hand_in_codes.get(team.number))
    people_bottom = bottom - (_CODE_EDGE + 4 if foot else 0)
    marks.append(label(tr("The team"), MARGIN, top))
    people, people_end = _people(material, team, Room(left_width, people_bottom - top - 4), top + 4)
    marks += people
    behind = sources(material, team, tr, Room(left_width, people_bottom - people_end - _SECTION_GAP))
    marks += behind.at(MARGIN, people_end + _SECTION_GAP, tr)
    if material.plan.items:
        marks.append(label(tr("The day"), day_left, top))
        marks += _day(material, day_left, top + 4, Room(_DAY_WIDTH, bottom - top - 4))
    marks += _phone(material, team, tr, bottom, left_width)
    return marks


def _question(material: Material, team: Team, tr: Translator, paper: Paper, top: float) -> tuple[list[Mark], float]:
    """The question in a tinted panel, and the baseline on which the next heading stands."""
    if not team.question:
        return [], top + 4
    question = material.library.question(team.question)
    inner = paper.width - 2 * MARGIN - 16
    name = tr("Your question · {code}", code=team.question)
    words = fit_or_shorten(question.text, Face.SEMIBOLD, Room(inner, 46), 17, 9) if question else None
    height = 11.5 + (words.height + 2.5 if words else 0)
    marks: list[Mark] = [
        Box(MARGIN, top, paper.width - 2 * MARGIN, height, fill=ink.TINT, radius=2.5),
        label(name, MARGIN + 8, top + 8),
    ]
    if words:
        marks += words.at(MARGIN + 8, top + 10, ink.BLACK)
    return marks, top + height + 12


def _people(material: Material, team: Team, room: Room, top: float) -> tuple[list[Mark], float]:
    """The members, each with name, organisation and sector, as airy as the room allows; and where they end."""
    people = material.members(team)
    column = room.width - _MARK_EDGE - 4
    for size, origin_height in _PERSON_SIZES:
        blocks = [_person(material, person, column, size, origin_height) for person in people]
        tight = [max(_MARK_EDGE, sum(block.height for block in lines)) for lines in blocks]
        if sum(tight) <= room.height:
            break
    else:
        raise UserError(
            text("Team {number} has too many people for one sheet.", number=team.number),
            text("Move some of them to other teams, then print."),
        )
    air = min(6.5, (room.height - sum(tight)) / max(1, len(people)))
    marks: list[Mark] = []
    for person, lines, height in zip(people, blocks, tight, strict=True):
        marks += sector_mark(material, person, MARGIN, top + 0.6, _MARK_EDGE)
        y = top
        for block, colour in zip(lines, (ink.BLACK, ink.SLATE), strict=False):
            marks += block.at(MARGIN + _MARK_EDGE + 4, y, colour)
            y += block.height
        top += height + air
        if person is not people[-1]:
            marks.append(
                Line(MARGIN + _MARK_EDGE + 4, top - air / 2, MARGIN + room.width, top - air / 2, ink.RULE, 0.4)
            )
    return marks, top - (air if people else 0.0)


def _person(material: Material, person: Participant, column: float, size: float, origin_height: float) -> list[Fitted]:
    """Name and origin, the name no larger than `size`."""
    name = fit_name(person.name, Face.SEMIBOLD, Room(column, 13), size)
    if name is None:
        raise NameTooLong(person.name, text("a team sheet"))
    sector = material.sector(person)
    origin = " · ".join(part for part in (person.organisation, sector.name if sector else "") if part)
    return [name, fit_or_shorten(origin, Face.REGULAR, Room(column, origin_height), 10, 7)] if origin else [name]


def _day(material: Material, left: float, top: float, room: Room) -> list[Mark]:
    """The agenda in the right column; an agenda that is far too long ends with “…” rather than run off the page."""
    marks: list[Mark] = []
    end = top + room.height
    for row in largest_rows(material, room, 10.5, 6.5, speakers=False):
        if top + row.height > end:
            marks.append(Words(left, min(top + 2, end), "…", Face.REGULAR, 7, ink.SLATE))
            break
        marks += row.at(left, top)
        top += row.height
    return marks


def _phone(material: Material, team: Team, tr: Translator, bottom: float, width: float) -> list[Mark]:
    """The way to the phone page and the team's hand-in code, as far as they are known, at the foot of the column."""
    code = material.hand_in_codes.get(team.number)
    left, top = MARGIN, bottom - _CODE_EDGE
    marks: list[Mark] = []
    if material.base_url:
        # The quiet zone is white: moved out by its width, the dark part lines up with the margin.
        marks.append(Code(MARGIN - 3, top + 3, _CODE_EDGE, material.base_url))
        left += _CODE_EDGE - 1
    room = MARGIN + width - left
    if code:
        marks.append(label(tr("Your code for handing in the solution"), left, top + 5.5))
        marks += fit_or_shorten(code, Face.BOLD_FIGURES, Room(room, 7), 15, 8).at(left, top + 6.5, ink.BLACK)
    if material.base_url:
        baseline = top + (18 if code else 12)
        marks.append(label(tr("The day on your phone"), left, baseline))
        address = Room(room, bottom - baseline - 1.5)
        marks += fit_or_shorten(material.short_address, Face.REGULAR, address, 10, 7).at(
            left, baseline + 1.5, ink.BLACK
        )
    return marks
