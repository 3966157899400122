"""The wall list (vägglista): everybody by last name, with team and table, in two columns."""

from __future__ import annotations

from collections import Counter

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator, text
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.collation import initial
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import MARGIN, heading, in_pages, label, page_number, top_line
from facilitator.printing.marks import Document, Line, Mark, Page, Words
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions
from facilitator.printing.paper import Paper
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.typeface import ASCENT, POINT, Face, width

_SIZE, _TABLE_SIZE = 12.0, 11.0
_TOP = 45.0
_BOTTOM = 14.0
_GAP = 10.0
_HEADINGS = 3.3
_LETTER_WIDTH = 7.0
_TEAM_WIDTH = 13.0
_NARROWEST_TABLE, _WIDEST_TABLE = 17.0, 25.0
_ROW = 5.75


@frozen
class _Shape:
    """How a column of the list is divided, in millimetres."""

    width: float
    table: float

    @property
    def name(self) -> float:
        """Room for the name."""
        return self.width - _LETTER_WIDTH - _TEAM_WIDTH - self.table - 2


@frozen
class _Row:
    """One person; `letter` where the first person under a letter stands."""

    letter: str
    name: Fitted
    team: str
    table: Fitted

    @property
    def height(self) -> float:
        """Height in millimetres with the white below."""
        return max(_ROW, self.name.height + 0.6, self.table.height + 0.6)


def wall_list(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """Everybody who has a seat; those without a team are sent to the desk.

    Raises:
        UserError: there are no teams, nobody has a seat, or a name does not fit.
    """
    paper = options.paper
    shape = _shape(material, paper)
    rows = _rows(material, tr, shape)
    columns = in_pages([row.height for row in rows], paper.height - _BOTTOM - _TOP - _HEADINGS)
    sheets = [columns[index : index + 2] for index in range(0, len(columns), 2)]
    pages: list[Page] = []
    for number, sheet in enumerate(sheets, 1):
        marks: list[Mark] = [*top_line(material, tr, paper), *heading(tr("Find your team"), 24, paper)]
        for place, indexes in enumerate(sheet):
            left = MARGIN + place * (shape.width + _GAP)
            marks += _headings(left, shape, tr)
            marks += _column(rows, indexes, left, shape)
        marks += page_number(number, len(sheets), tr, paper)
        pages.append(Page(tuple(marks)))
    title = tr("Wall list – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _shape(material: Material, paper: Paper) -> _Shape:
    """Two columns a sheet, with room for the longest name of a table within reason."""
    longest = max(width(team.table, Face.REGULAR, _TABLE_SIZE) for team in material.teams_in_order())
    table = min(max(longest + 1, _NARROWEST_TABLE), _WIDEST_TABLE)
    return _Shape((paper.width - 2 * MARGIN - _GAP) / 2, table)


def _rows(material: Material, tr: Translator, shape: _Shape) -> list[_Row]:
    people = material.seated()
    teams = material.team_by_person()
    namesakes = Counter(person.name for person in people)
    rows: list[_Row] = []
    previous = ""
    for person in people:
        letter = initial(person.last_name or person.first_name, material.event.language)
        team = teams.get(person.id)
        table = tr("Ask us") if team is None else team.table
        rows.append(
            _Row(
                letter if letter != previous else "",
                _name(person, shape, alone=namesakes[person.name] == 1),
                "–" if team is None else str(team.number),
                fit_or_shorten(table, Face.REGULAR, Room(shape.table, 16), _TABLE_SIZE, 8),
            )
        )
        previous = letter
    return rows


def _name(person: Participant, shape: _Shape, *, alone: bool) -> Fitted:
    """Last name first; namesakes are told apart by their organisations. Three lines if need be, then more.

    An organisation that the name leaves no room for is left out.
    """
    plain = f"{person.last_name}, {person.first_name}" if person.last_name else person.first_name
    full = plain if alone or not person.organisation else f"{plain} ({person.organisation})"
    for listed in dict.fromkeys((full, plain)):
        for height in (11, 40):
            name = fit_name(listed, Face.REGULAR, Room(shape.name, height), _SIZE)
            if name is not None:
                return name
    raise NameTooLong(person.name, text("the wall list"))


def _headings(left: float, shape: _Shape, tr: Translator) -> list[Mark]:
    tables = left + shape.width - shape.table
    return [
        label(tr("Name"), left + _LETTER_WIDTH, _TOP, ink.SLATE),
        label(tr("Team"), tables - _TEAM_WIDTH, _TOP, ink.SLATE),
        label(tr("Table"), tables, _TOP, ink.SLATE),
        Line(left, _TOP + 2.5, left + shape.width, _TOP + 2.5, ink.RULE),
    ]


def _column(rows: list[_Row], indexes: range, left: float, shape: _Shape) -> list[Mark]:
    """One column of rows below its headings."""
    tables = left + shape.width - shape.table
    top = _TOP + _HEADINGS
    marks: list[Mark] = []
    for index in indexes:
        row = rows[index]
        baseline = top + _SIZE * ASCENT * POINT
        if row.letter:
            marks.append(Words(left, baseline, row.letter, Face.BOLD, _SIZE, ink.ACCENT))
        marks += row.name.at(left + _LETTER_WIDTH, top, ink.BLACK)
        marks.append(Words(tables - _TEAM_WIDTH, baseline, row.team, Face.BOLD_FIGURES, _SIZE, ink.BLACK))
        # Smaller type stands on the same baseline.
        marks += row.table.at(tables, top + (_SIZE - row.table.size) * ASCENT * POINT, ink.BLACK)
        top += row.height
    return marks
