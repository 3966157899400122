"""Badges (namnbrickor): first name large, sheets with cut marks."""

from __future__ import annotations

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import cut_marks, sector_mark
from facilitator.printing.marks import Align, Document, Line, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.paper import BADGE_90X54, BadgeSize, Paper, grid_of
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team

_USUAL_HEIGHT = 54.0
_USUAL_WIDTH = 90.0


def badges(material: Material, tr: Translator, paper: Paper, size: BadgeSize = BADGE_90X54) -> Document:
    """One badge for everybody who has a seat, by last name.

    Raises:
        UserError: nobody has a seat, a name does not fit, or the badge is larger than the sheet or too small to use.
    """
    people = material.seated()
    grid = grid_of(paper, size.width, size.height)
    if grid.per_page == 0:
        raise UserError(text("The badge is larger than the sheet."), text("Choose a smaller badge or a larger sheet."))
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
    inner = right - left
    marks: list[Mark] = []

    title_room = Room(inner - edge - 3 * scale, edge)
    title = fit_or_shorten(material.event.title, Face.MEDIUM, title_room, 7.5 * scale, 6 * scale)
    marks += title.at(left, y + padding + (edge - title.height) / 2, ink.SLATE)
    marks += sector_mark(material, person, right - edge, y + padding, edge)

    bottom = y + size.height - padding
    if team is not None:
        foot = 6.0 * scale
        half = inner / 2 - scale
        number = tr("Team {number}", number=team.number)
        seat = fit_or_shorten(number, Face.SEMIBOLD, Room(half, foot), 11 * scale, 8 * scale)
        table = fit_or_shorten(material.table(team, tr), Face.REGULAR, Room(half, foot), 11 * scale, 6 * scale)
        marks.append(Line(left, bottom - foot, right, bottom - foot, ink.RULE))
        marks += seat.at(left, bottom - seat.height + 0.6 * scale, ink.ACCENT)
        marks += table.at(right, bottom - table.height + 0.6 * scale, ink.BLACK, Align.RIGHT)
        bottom -= foot + 1.0 * scale

    top = y + padding + edge + 0.5 * scale
    blocks = _names(person, Room(inner, bottom - top), scale)
    gap = 0.6 * scale
    used = sum(block.height for block in blocks) + gap * (len(blocks) - 1)
    top += max(0.0, (bottom - top - used) / 2)
    for block, colour in zip(blocks, (ink.BLACK, ink.BLACK, ink.SLATE), strict=False):
        marks += block.at(left, top, colour)
        top += block.height + gap
    return marks


def _names(person: Participant, room: Room, scale: float) -> list[Fitted]:
    """First name, last name and organisation, together no higher than the room.

    The more lines the last name needs, the less is left for the first one.
    """
    gap = 0.6 * scale
    organisation = fit_or_shorten(person.organisation, Face.REGULAR, Room(room.width, 7.5 * scale), 9.5 * scale, 7)
    rest = room.height - (organisation.height + gap if person.organisation else 0)
    tail = [organisation] if person.organisation else []
    for share in (0.38, 0.5, 0.62):
        last = None
        first_room = Room(room.width, rest)
        if person.last_name:
            last = fit_name(person.last_name, Face.MEDIUM, Room(room.width, rest * share), 15 * scale)
            if last is None:
                continue
            first_room = Room(room.width, rest - last.height - gap)
        first = fit_name(person.first_name, Face.BOLD, first_room, 32 * scale)
        if first is not None:
            return [first, *([last] if last else []), *tail]
    raise NameTooLong(person.name, text("a badge of this size"))
