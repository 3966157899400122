"""Badges (namnbrickor): first name large, sheets with cut marks."""

from __future__ import annotations

import math

from facilitator.common.texts import Translator, text
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import cut_marks, sector_mark
from facilitator.printing.marks import Align, Colour, Document, Line, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions, require_badge
from facilitator.printing.paper import BadgeSize, grid_of
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.selecting import people_to_print
from facilitator.printing.typeface import Face, width
from facilitator.teams.model import Team

_USUAL_WIDTH, _USUAL_HEIGHT = 90.0, 54.0
_NAME_GAP = 0.6


def badges(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """One badge for everybody who has a seat and is chosen, by last name.

    Raises:
        UserError: nobody has a seat, nobody is left by the options, a name does not fit, or the badge is
            larger than the sheet or too small to use.
    """
    paper, size = options.paper, options.badge
    require_badge(size, paper)
    people = people_to_print(material, options, lambda changed: changed.badges)
    grid = grid_of(paper, size.width, size.height)
    teams = material.team_by_person()
    pages: list[Page] = []
    for first in range(0, len(people), grid.per_page):
        marks: list[Mark] = list(cut_marks(grid))
        for index, person in enumerate(people[first : first + grid.per_page]):
            x, y = grid.corner(index)
            marks += _badge(material, person, teams.get(person.id), tr, size, x, y)
        pages.append(Page(tuple(marks)))
    title = tr("Badges – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _badge(
    material: Material, person: Participant, team: Team | None, tr: Translator, size: BadgeSize, x: float, y: float
) -> list[Mark]:
    """One badge with its upper left corner at (x, y); everything grows with the badge."""
    scale = min(size.width / _USUAL_WIDTH, size.height / _USUAL_HEIGHT)
    padding, edge = 5.5 * scale, 8.0 * scale
    left, right = x + padding, x + size.width - padding
    top, bottom = y + padding, y + size.height - padding
    marks: list[Mark] = [*sector_mark(material, person, right - edge, top, edge)]

    title_room = Room(right - left - edge - 3 * scale, edge)
    title = fit_or_shorten(material.event.title, Face.MEDIUM, title_room, 7.5 * scale, 6 * scale)
    marks += title.at(left, top + (edge - title.height) / 2, ink.SLATE)
    top += edge + 0.5 * scale

    if team is not None:
        foot = bottom - 6.0 * scale
        marks += _seat(material, team, tr, scale, left, foot, right)
        bottom = foot - 1.0 * scale

    gap = _NAME_GAP * scale
    blocks = _names(person, Room(right - left, bottom - top), size, scale)
    used = sum(block.height for block, _ in blocks) + gap * (len(blocks) - 1)
    top += max(0.0, (bottom - top - used) / 2)
    for block, colour in blocks:
        marks += block.at(left, top, colour)
        top += block.height + gap
    return marks


def _seat(
    material: Material, team: Team, tr: Translator, scale: float, left: float, top: float, right: float
) -> list[Mark]:
    """Team and table below a thin line; the table's name gets what the team's number leaves."""
    height, lift = 6.0 * scale, 0.6 * scale
    inner = right - left
    number = tr("Team {number}", number=team.number)
    seat = fit_or_shorten(number, Face.SEMIBOLD, Room(inner / 2, height), 11 * scale, 8 * scale)
    rest = Room(inner - width(seat.lines[0], seat.face, seat.size) - 4 * scale, height)
    table = fit_or_shorten(material.table(team, tr), Face.REGULAR, rest, 11 * scale, 6 * scale)
    return [
        Line(left, top, right, top, ink.RULE),
        *seat.at(left, top + height - seat.height + lift, ink.ACCENT),
        *table.at(right, top + height - table.height + lift, ink.BLACK, Align.RIGHT),
    ]


def _names(person: Participant, room: Room, size: BadgeSize, scale: float) -> list[tuple[Fitted, Colour]]:
    """First name, last name and organisation with their colours, together no higher than the room.

    Names grow with the badge's area, so that an upright badge has larger ones than its width alone would give. The
    more lines the last name needs, the less is left for the first one.
    """
    gap = _NAME_GAP * scale
    growth = math.sqrt(size.width / _USUAL_WIDTH * size.height / _USUAL_HEIGHT)
    left_over = room.height
    tail: list[tuple[Fitted, Colour]] = []
    if person.organisation:
        place = Room(room.width, 7.5 * scale)
        organisation = fit_or_shorten(person.organisation, Face.REGULAR, place, 9.5 * scale, 7)
        left_over -= organisation.height + gap
        tail = [(organisation, ink.SLATE)]
    for share in (0.38, 0.5, 0.62) if person.last_name else (0.0,):
        last: list[tuple[Fitted, Colour]] = []
        first_height = left_over
        if person.last_name:
            surname = fit_name(person.last_name, Face.MEDIUM, Room(room.width, left_over * share), 15 * growth)
            if surname is None:
                continue
            last = [(surname, ink.BLACK)]
            first_height -= surname.height + gap
        first = fit_name(person.first_name, Face.BOLD, Room(room.width, first_height), 32 * growth)
        if first is not None:
            return [(first, ink.BLACK), *last, *tail]
    raise NameTooLong(person.name, text("a badge of this size"))
