"""The wall list (vägglista): everybody by last name, with team and table, in two columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from facilitator.common.texts import Translator, text
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.collation import initial
from facilitator.printing.fitting import Fitted, Room, fit_name, fit_or_shorten
from facilitator.printing.furniture import MARGIN, heading, in_pages, label, page_number, top_line
from facilitator.printing.marks import Document, Line, Mark, Page, Words
from facilitator.printing.material import Material
from facilitator.printing.paper import Paper
from facilitator.printing.refusals import NameTooLong
from facilitator.printing.typeface import ASCENT, POINT, Face
from facilitator.teams.model import Team

_SIZE = 12.0
_TOP = 45.0
_BOTTOM = 14.0
_GAP = 10.0
_HEADINGS = 3.3
_LETTER_WIDTH = 7.0
_TEAM_WIDTH = 13.0
_TABLE_WIDTH = 17.0
_ROW = 5.75


@dataclass(frozen=True, slots=True)
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


def wall_list(material: Material, tr: Translator, paper: Paper) -> Document:
    """Everybody who has a seat; those without a team are sent to the desk.

    Raises:
        UserError: there are no teams, nobody has a seat, or a name does not fit.
    """
    material.teams_in_order()
    people = material.seated()
    column = (paper.width - 2 * MARGIN - _GAP) / 2
    rows = _rows(material, people, tr, column)
    room = paper.height - _BOTTOM - _TOP - _HEADINGS
    columns = in_pages([row.height for row in rows], room)
    sheets = [columns[index : index + 2] for index in range(0, len(columns), 2)]
    pages = [
        Page(
            (
                *top_line(material, tr, paper),
                *heading(tr("Find your team"), 24, paper),
                *(
                    mark
                    for place, indexes in enumerate(sheet)
                    for mark in _column(rows, indexes, MARGIN + place * (column + _GAP), column, tr)
                ),
                *page_number(number, len(sheets), tr, paper),
            )
        )
        for number, sheet in enumerate(sheets, 1)
    ]
    title = tr("Wall list – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, tuple(pages))


def _rows(material: Material, people: tuple[Participant, ...], tr: Translator, column: float) -> list[_Row]:
    teams = material.team_by_person()
    namesakes = Counter(person.name for person in people)
    language = material.event.language
    rows: list[_Row] = []
    previous = ""
    for person in people:
        letter = initial(person.last_name or person.first_name, language)
        listed = f"{person.last_name}, {person.first_name}" if person.last_name else person.first_name
        if namesakes[person.name] > 1 and person.organisation:
            listed = f"{listed} ({person.organisation})"
        rows.append(
            _row(material, person, listed, teams.get(person.id), tr, column, letter if letter != previous else "")
        )
        previous = letter
    return rows


def _row(
    material: Material, person: Participant, listed: str, team: Team | None, tr: Translator, column: float, letter: str
) -> _Row:
    room = Room(column - _LETTER_WIDTH - _TEAM_WIDTH - _TABLE_WIDTH - 2, 40)
    name = fit_name(listed, Face.REGULAR, room, _SIZE)
    if name is None:
        raise NameTooLong(person.name, text("the wall list"))
    where = tr("Ask us") if team is None else team.table
    table = fit_or_shorten(where, Face.REGULAR, Room(_TABLE_WIDTH, 10), _SIZE - 1, 8)
    return _Row(letter, name, "–" if team is None else str(team.number), table)


def _column(rows: list[_Row], indexes: range, left: float, width: float, tr: Translator) -> list[Mark]:
    """One column of rows under its small headings."""
    names = left + _LETTER_WIDTH
    tables = left + width - _TABLE_WIDTH
    teams = tables - _TEAM_WIDTH
    marks: list[Mark] = [
        label(tr("Name"), names, _TOP, ink.SLATE),
        label(tr("Team"), teams, _TOP, ink.SLATE),
        label(tr("Table"), tables, _TOP, ink.SLATE),
    ]
    marks.append(Line(left, _TOP + 2.5, left + width, _TOP + 2.5, ink.RULE))
    top = _TOP + _HEADINGS
    for index in indexes:
        row = rows[index]
        baseline = top + _SIZE * ASCENT * POINT
        if row.letter:
            marks.append(Words(left, baseline, row.letter, Face.BOLD, _SIZE, ink.ACCENT))
        marks += row.name.at(names, top, ink.BLACK)
        marks.append(Words(teams, baseline, row.team, Face.BOLD_FIGURES, _SIZE, ink.BLACK))
        marks += row.table.at(tables, top + (_SIZE - row.table.size) * ASCENT * POINT, ink.BLACK)
        top += row.height
    return marks
