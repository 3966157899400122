"""The move list: after a repair, who goes from where to where, for the desk and the hosts on the floor."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.printing import ink
from facilitator.printing.changes import SeatChange, seat_changes
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import MARGIN, heading, in_pages, label, page_number, top_line
from facilitator.printing.marks import Box, Document, Line, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Paper
from facilitator.printing.refusals import NameTooLong, NothingToPrint
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team

_TOP = 46.0
_ROW = 11.0
_TICK_EDGE = 4.2
_NAME_AT, _GAP = 8.0, 3.0
_FROM_AT, _TO_AT = 0.5, 0.75
"""Where the columns of places begin, in parts of the width between the margins."""

_PARTS: tuple[tuple[Text, Callable[[SeatChange], bool]], ...] = (
    (text("Change place"), lambda change: change.before is not None and change.after is not None),
    (text("New"), lambda change: change.before is None),
    (text("No seat any more"), lambda change: change.after is None),
)


@frozen
class _Heading:
    """What the people below it have in common."""

    words: Text
    height: float = 12.0


@frozen
class _Mover:
    """Somebody who moves, with their name already fitted."""

    change: SeatChange
    name: Fitted

    @property
    def height(self) -> float:
        """Height in millimetres with the white below."""
        return max(_ROW, self.name.height + (4.6 if self.change.person.organisation else 0.0) + 2)


def move_list(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """Those who change place, then newcomers, then those who have no seat any more, each by last name.

    Raises:
        UserError: there is no earlier state to compare with, nobody moves, or a name does not fit.
    """
    before, paper = options.changed_since, options.paper
    if before is None:
        raise NothingToPrint(
            text("There are no earlier teams to compare with."),
            text("Repair the teams first, then print."),
        )
    changes = seat_changes(before, material)
    if not changes:
        raise NothingToPrint(text("Nobody changes place."), text("There is no need for a move list."))
    rows = _rows(changes, paper)
    sheets = in_pages([row.height for row in rows], paper.height - MARGIN - _TOP)
    pages: list[Page] = []
    for number, indexes in enumerate(sheets, 1):
        marks: list[Mark] = [*top_line(material, tr, paper), *heading(tr("Moves"), 24, paper)]
        top = _TOP
        for index in indexes:
            row = rows[index]
            if isinstance(row, _Heading):
                marks += _heading(row, tr, paper, top)
            else:
                marks += _mover(row, before, material, tr, paper, top)
            top += row.height
        marks += page_number(number, len(sheets), tr, paper)
        pages.append(Page(tuple(marks)))
    title = tr("Move list – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _rows(changes: tuple[SeatChange, ...], paper: Paper) -> list[_Heading | _Mover]:
    room = Room((paper.width - 2 * MARGIN) * _FROM_AT - _NAME_AT - _GAP, 30)
    rows: list[_Heading | _Mover] = []
    for part, belongs in _PARTS:
        movers = [_Mover(change, _name(change, room)) for change in changes if belongs(change)]
        if movers:
            rows += [_Heading(part), *movers]
    return rows


def _name(change: SeatChange, room: Room) -> Fitted:
    name = fit_name(change.person.name, Face.SEMIBOLD, room, 12)
    if name is None:
        raise NameTooLong(change.person.name, text("the move list"))
    return name


def _heading(row: _Heading, tr: Translator, paper: Paper, top: float) -> list[Mark]:
    """A part's heading over its columns."""
    inner, baseline = paper.width - 2 * MARGIN, top + row.height - 2.5
    return [
        label(tr.render(row.words), MARGIN, baseline),
        label(tr("From"), MARGIN + inner * _FROM_AT, baseline, ink.SLATE),
        label(tr("To"), MARGIN + inner * _TO_AT, baseline, ink.SLATE),
    ]


def _mover(row: _Mover, before: Material, after: Material, tr: Translator, paper: Paper, top: float) -> list[Mark]:
    """A row with its upper edge at `top`: a box to tick, the person, from where and to where."""
    inner, right = paper.width - 2 * MARGIN, paper.width - MARGIN
    name_left, from_left, to_left = MARGIN + _NAME_AT, MARGIN + inner * _FROM_AT, MARGIN + inner * _TO_AT
    change = row.change
    room = Room(from_left - name_left - _GAP, 4.6)
    organisation = fit_or_shorten(change.person.organisation, Face.REGULAR, room, 9.5, 7)
    return [
        Line(MARGIN, top, right, top, ink.RULE, 0.4),
        Box(MARGIN + 0.4, top + 1.4, _TICK_EDGE, _TICK_EDGE, outline=ink.SLATE, radius=0.7, line_width=0.9),
        *row.name.at(name_left, top + 0.8, ink.BLACK),
        *organisation.at(name_left, top + 0.8 + row.name.height, ink.SLATE),
        *_place(before, change.before, tr, to_left - from_left - _GAP, from_left, top),
        *_place(after, change.after, tr, right - to_left, to_left, top),
    ]


def _place(material: Material, team: Team | None, tr: Translator, width: float, left: float, top: float) -> list[Mark]:
    """Team and table below each other; nothing where there is no team."""
    if team is None:
        return []
    number = fit_or_shorten(tr("Team {number}", number=team.number), Face.SEMIBOLD, Room(width, 5.2), 12, 9)
    table = fit_or_shorten(material.table(team, tr), Face.REGULAR, Room(width, 4.6), 9.5, 7)
    top += 0.8
    return [*number.at(left, top, ink.BLACK), *table.at(left, top + number.height, ink.SLATE)]
