"""Badges (namnbrickor): first name large, and a code to check in with, on sheets with cut marks."""

from __future__ import annotations

import math

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.participants.badge_code import badge_address
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.codes import QUIET_ZONE, SMALLEST_CODE
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import cut_marks, sector_mark
from facilitator.printing.marks import Align, Code, Colour, Document, Line, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions, require_badge
from facilitator.printing.paper import BadgeSize, grid_of
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.selecting import people_to_print
from facilitator.printing.typeface import Face, width
from facilitator.teams.model import Team

_USUAL_WIDTH, _USUAL_HEIGHT = 90.0, 54.0
_NAME_GAP = 0.6
_LARGEST_FIRST, _LARGEST_LAST = 32.0, 15.0
"""Of the names on the usual badge, in points."""

SMALLEST_WITH_CODE = BadgeSize(74, 46)
"""On a smaller badge a readable code would leave the name no room."""

_QUIET = SMALLEST_CODE * QUIET_ZONE / 41
"""The quiet zone of a code of 33 modules, the address of a phone page; it may reach into the edge."""

_COLUMN_GAP = 1.5


@frozen
class _Frame:
    """Where things stand on one badge; millimetres on the sheet. `scale` is its size in parts of the usual badge."""

    size: BadgeSize
    scale: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def growth(self) -> float:
        """How much larger names are than on the usual badge: by area, so that an upright badge has larger ones."""
        return math.sqrt(self.size.width / _USUAL_WIDTH * self.size.height / _USUAL_HEIGHT)

    @property
    def code_edge(self) -> float:
        """Edge of the code with its quiet zone."""
        return SMALLEST_CODE * max(1.0, self.scale)

    @property
    def code_corner(self) -> tuple[float, float]:
        """Left and top of the code in the lower right corner, its dark part in line with the text."""
        quiet = _QUIET * max(1.0, self.scale)
        return self.right + quiet - self.code_edge, self.bottom + quiet - self.code_edge


def badges(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """One badge for everybody who has a seat and is chosen, by last name.

    Raises:
        UserError: nobody has a seat, nobody is left by the options, a name does not fit, or the badge is larger than
            the sheet, sold on another one, or too small to use.
    """
    paper, size = options.paper, options.badge
    require_badge(size, paper)
    people = people_to_print(material, options, lambda changed: changed.badges)
    grid = grid_of(paper, size)
    teams = material.team_by_person()
    codes = material.badge_codes if options.badge_codes and material.base_url else {}
    notes: list[Text] = []
    if options.badge_codes and material.badge_codes and not material.base_url:
        notes.append(text("The address for phones is not known yet, so the badges carry no check-in code."))
    if codes and not _holds_code(size):
        codes = {}
        notes.append(text("The badges are too small for a check-in code: check people in by their names."))
    pages: list[Page] = []
    for first in range(0, len(people), grid.per_page):
        marks: list[Mark] = list(cut_marks(grid)) if options.cut_marks and not size.precut else []
        for index, person in enumerate(people[first : first + grid.per_page]):
            frame = _frame(size, *grid.corner(index))
            team = teams.get(person.id)
            badge = _with_code(material, person, team, tr, frame, codes[person.id]) if person.id in codes else None
            if person.id in codes and badge is None:
                notes.append(
                    text("The badge of {name} has no check-in code, since the name needs its room.", name=person.name)
                )
            marks += badge or _without_code(material, person, team, tr, frame)
        pages.append(Page(tuple(marks)))
    title = tr("Badges – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages), notes=tuple(notes))


def _holds_code(size: BadgeSize) -> bool:
    return size.width >= SMALLEST_WITH_CODE.width and size.height >= SMALLEST_WITH_CODE.height


def _frame(size: BadgeSize, x: float, y: float) -> _Frame:
    """The frame of a badge with its upper left corner at (x, y); everything grows with the badge."""
    scale = min(size.width / _USUAL_WIDTH, size.height / _USUAL_HEIGHT)
    padding = 5.5 * scale
    return _Frame(size, scale, x + padding, y + padding, x + size.width - padding, y + size.height - padding)


def _without_code(
    material: Material, person: Participant, team: Team | None, tr: Translator, frame: _Frame
) -> list[Mark]:
    """Names and organisation in the middle, the seat along the lower edge.

    Raises:
        NameTooLong: the names do not fit.
    """
    marks, top = _head(material, person, frame)
    bottom = frame.bottom
    if team is not None:
        foot = bottom - 6.0 * frame.scale
        marks += _seat(material, team, tr, frame.scale, frame.left, foot, frame.right)
        bottom = foot - 1.0 * frame.scale
    blocks = _names(person, Room(frame.right - frame.left, bottom - top), frame)
    if blocks is None:
        raise NameTooLong(person.name, text("a badge of this size"))
    return marks + _stacked(blocks, frame, top, bottom)


def _with_code(
    material: Material, person: Participant, team: Team | None, tr: Translator, frame: _Frame, code: str
) -> list[Mark] | None:
    """With the code in the lower right corner: on upright badges the names above it, on others only the first name.

    None if a name has not enough room.
    """
    marks, top = _head(material, person, frame)
    code_left, code_top = frame.code_corner
    marks.append(Code(code_left, code_top, frame.code_edge, badge_address(material.base_url, code)))
    column = code_left - frame.left - _COLUMN_GAP
    bottom = frame.bottom
    if team is not None:
        foot = bottom - 6.0 * frame.scale
        marks += _seat(material, team, tr, frame.scale, frame.left, foot, frame.left + column)
        bottom = foot - 1.0 * frame.scale
    if frame.size.height > frame.size.width:
        blocks = _names(person, Room(frame.right - frame.left, code_top - top), frame)
        return None if blocks is None else marks + _stacked(blocks, frame, top, code_top)
    first_room = Room(frame.right - frame.left, code_top - top)
    first = fit_name(person.first_name, Face.BOLD, first_room, _LARGEST_FIRST * frame.growth)
    if first is None:
        return None
    marks += first.at(frame.left, code_top - first.height, ink.BLACK)
    blocks = _names(person, Room(column, bottom - code_top - _NAME_GAP * frame.scale), frame, first=False)
    return None if blocks is None else marks + _listed(blocks, frame, code_top + _NAME_GAP * frame.scale)


def _head(material: Material, person: Participant, frame: _Frame) -> tuple[list[Mark], float]:
    """The event's title and the sector's mark, and where what follows begins."""
    scale, edge = frame.scale, 8.0 * frame.scale
    room = Room(frame.right - frame.left - edge - 3 * scale, edge)
    title = fit_or_shorten(material.event.title, Face.MEDIUM, room, 7.5 * scale, 6 * scale)
    marks: list[Mark] = [
        *sector_mark(material, person, frame.right - edge, frame.top, edge),
        *title.at(frame.left, frame.top + (edge - title.height) / 2, ink.SLATE),
    ]
    return marks, frame.top + edge + 0.5 * scale


def _stacked(blocks: list[tuple[Fitted, Colour]], frame: _Frame, top: float, bottom: float) -> list[Mark]:
    """The blocks below each other, midway between `top` and `bottom`."""
    used = sum(block.height for block, _ in blocks) + _NAME_GAP * frame.scale * (len(blocks) - 1)
    return _listed(blocks, frame, top + max(0.0, (bottom - top - used) / 2))


def _listed(blocks: list[tuple[Fitted, Colour]], frame: _Frame, top: float) -> list[Mark]:
    """The blocks below each other from `top`."""
    marks: list[Mark] = []
    for block, colour in blocks:
        marks += block.at(frame.left, top, colour)
        top += block.height + _NAME_GAP * frame.scale
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


def _names(person: Participant, room: Room, frame: _Frame, *, first: bool = True) -> list[tuple[Fitted, Colour]] | None:
    """First name (unless it stands elsewhere), last name and organisation, together no higher than the room.

    The more lines the last name needs, the less is left for the first one. None if they do not fit.
    """
    gap = _NAME_GAP * frame.scale
    left_over = room.height
    tail: list[tuple[Fitted, Colour]] = []
    if person.organisation:
        # Two lines where there is room for them; beside a code the last name comes first.
        place = Room(room.width, 7.5 * frame.scale if first else max(4.2, min(7.5 * frame.scale, room.height - 6.5)))
        organisation = fit_or_shorten(person.organisation, Face.REGULAR, place, 9.5 * frame.scale, 7)
        left_over -= organisation.height + gap
        tail = [(organisation, ink.SLATE)]
    shares = (0.38, 0.5, 0.62) if first else (1.0,)
    for share in shares if person.last_name else (0.0,):
        last: list[tuple[Fitted, Colour]] = []
        first_height = left_over
        if person.last_name:
            largest = _LARGEST_LAST * frame.growth
            surname = fit_name(person.last_name, Face.MEDIUM, Room(room.width, left_over * share), largest)
            if surname is None:
                continue
            last = [(surname, ink.BLACK)]
            first_height -= surname.height + gap
        if not first:
            return [*last, *tail]
        given = fit_name(person.first_name, Face.BOLD, Room(room.width, first_height), _LARGEST_FIRST * frame.growth)
        if given is not None:
            return [(given, ink.BLACK), *last, *tail]
    return None
