"""The day's times as rows: used on team sheets and on the agenda for the door."""

from __future__ import annotations

from facilitator.agenda.model import Kind
from facilitator.common.frozen import frozen
from facilitator.printing import ink
from facilitator.printing.fitting import Fitted, Room, fit_or_shorten
from facilitator.printing.marks import Mark, Words
from facilitator.printing.material import Material
from facilitator.printing.typeface import ASCENT, POINT, Face, width

_TEAM_TIME = (Kind.TEAMS, Kind.WORK, Kind.PITCHES, Kind.VOTE)
"""What the teams themselves do: set bold."""

_GAP = 1.6
"""From a time to its title, in parts of a line's height."""


@frozen
class Row:
    """One agenda item: its time, and title and speaker already broken into lines; `quiet` for breaks."""

    time: str
    title: Fitted
    speaker: Fitted | None
    quiet: bool

    @property
    def height(self) -> float:
        """Height in millimetres, with the white below."""
        speaker = self.speaker.height if self.speaker else 0.0
        return self.title.height + speaker + self.title.size * 0.42 * POINT

    def at(self, x: float, top: float) -> tuple[Mark, ...]:
        """The row as marks, its time at `x`."""
        size, colour = self.title.size, ink.SLATE if self.quiet else ink.BLACK
        face = Face.BOLD_FIGURES if self.title.face is Face.SEMIBOLD else Face.FIGURES
        indent = x + time_width(size)
        marks: tuple[Mark, ...] = (
            Words(x, top + size * ASCENT * POINT, self.time, face, size, colour),
            *self.title.at(indent, top, colour),
        )
        if self.speaker is not None:
            marks += self.speaker.at(indent, top + self.title.height, ink.SLATE)
        return marks


def time_width(size: float) -> float:
    """The width of the column of times at a type size."""
    return width("00:00", Face.BOLD_FIGURES, size) + size * _GAP * POINT * 0.5


def rows(material: Material, room: float, size: float, *, speakers: bool) -> list[Row]:
    """The items that will run, in a column `room` millimetres wide with type of `size` points."""
    words = Room(room - time_width(size), 5 * size * POINT)
    result: list[Row] = []
    for item, slot in material.day():
        face = Face.SEMIBOLD if item.kind in _TEAM_TIME else Face.REGULAR
        named = item.speaker if speakers else ""
        result.append(
            Row(
                material.clock(slot.start),
                fit_or_shorten(item.title, face, words, size, size),
                fit_or_shorten(named, Face.REGULAR, words, size * 0.8, size * 0.8) if named else None,
                item.kind is Kind.BREAK,
            )
        )
    return result


def largest_rows(material: Material, room: Room, largest: float, smallest: float, *, speakers: bool) -> list[Row]:
    """The rows at the largest size at which they fit the room's height, else at the smallest."""
    size = largest
    while True:
        result = rows(material, room.width, size, speakers=speakers)
        if size <= smallest or sum(row.height for row in result) <= room.height:
            return result
        size -= 0.5
