"""Round slips: a slip for each person with their table in every table round."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.fitting import Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import cut_lines, label
from facilitator.printing.marks import Document, Line, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Grid, Paper
from facilitator.printing.refusals import NameTooLong, NothingToPrint
from facilitator.printing.selecting import people_to_print
from facilitator.printing.typeface import Face
from facilitator.teams.model import Team

_ACROSS = 2
_PADDING = 8.0
_HEAD = 20.0
"""From a slip's upper edge inside its padding to the first round: heading and name."""

_PITCH = 6.4
_IN_ONE_COLUMN = 6
"""Rounds that stand below each other; more are set in two columns."""

_GUTTER = 6.0


def round_slips(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """A slip for everybody who has a seat and is chosen, by last name; whoever has no table is sent to the desk.

    Raises:
        UserError: no rounds have been drawn up, or more than a slip holds; nobody is left by the options; or a name
            does not fit.
    """
    rounds = material.teams.rounds
    if not rounds:
        raise NothingToPrint(text("There are no table rounds yet."), text("Draw up table rounds first, then print."))
    paper = options.paper
    people = people_to_print(material, options, lambda changed: changed.round_slips)
    grid = _grid(paper, _lines(len(rounds)))
    tables = [{member: team for team in teams for member in team.members} for teams in rounds]
    pages: list[Page] = []
    for first in range(0, len(people), grid.per_page):
        marks: list[Mark] = list(cut_lines(grid)) if options.cut_marks else []
        for index, person in enumerate(people[first : first + grid.per_page]):
            marks += _slip(material, person, [teams.get(person.id) for teams in tables], tr, grid, index)
        pages.append(Page(tuple(marks)))
    title = tr("Round slips – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _lines(rounds: int) -> int:
    """How many lines so many rounds take."""
    return rounds if rounds <= _IN_ONE_COLUMN else -(-rounds // 2)


def _grid(paper: Paper, lines: int) -> Grid:
    """Slips as high as they need to be, as many as the sheet holds, spread over its height."""
    down = int(paper.height / (2 * _PADDING + _HEAD + lines * _PITCH))
    if down == 0:
        raise UserError(text("There are too many table rounds for a slip."), text("Draw up fewer rounds, then print."))
    return Grid(paper, paper.width / _ACROSS, paper.height / down, _ACROSS, down)


def _slip(
    material: Material, person: Participant, seats: Sequence[Team | None], tr: Translator, grid: Grid, index: int
) -> list[Mark]:
    """Heading, name, and a line a round."""
    x, y = grid.corner(index)
    left, right, top = x + _PADDING, x + grid.width - _PADDING, y + _PADDING
    name = fit_name(person.name, Face.BOLD, Room(right - left, 11.5), 16)
    if name is None:
        raise NameTooLong(person.name, text("a round slip"))
    marks: list[Mark] = [label(tr("Your tables"), left, top + 2.4), *name.at(left, top + 4.6, ink.BLACK)]
    lines = _lines(len(seats))
    columns = -(-len(seats) // lines)
    width = (right - left - (columns - 1) * _GUTTER) / columns
    for number, team in enumerate(seats):
        column, row = divmod(number, lines)
        line_left, line_top = left + column * (width + _GUTTER), top + _HEAD + row * _PITCH
        marks += _round(material, number + 1, team, tr, Room(width, _PITCH), line_left, line_top)
    return marks


def _round(
    material: Material, number: int, team: Team | None, tr: Translator, room: Room, left: float, top: float
) -> list[Mark]:
    """One round and its table, below a thin line."""
    height = room.height - 1.2
    half = Room(room.width / 2 - 1, height)
    words = fit_or_shorten(tr("Round {number}", number=number), Face.REGULAR, half, 11, 7)
    table = tr("Ask us") if team is None else material.table(team, tr)
    place = fit_or_shorten(table, Face.SEMIBOLD, half, 11, 6.5)
    return [
        Line(left, top, left + room.width, top, ink.RULE, 0.4),
        *words.at(left, top + (room.height - words.height) / 2, ink.SLATE),
        *place.at(left + room.width / 2, top + (room.height - place.height) / 2, ink.BLACK),
    ]
