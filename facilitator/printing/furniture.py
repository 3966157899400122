"""What the documents have in common: margins, headings, labels, sector marks, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.common.dates import long_date
from facilitator.common.texts import Translator
from facilitator.participants.model import Participant
from facilitator.printing import ink
from facilitator.printing.fitting import Room, fit_or_shorten
from facilitator.printing.marks import Align, Box, Colour, Line, Mark, Words
from facilitator.printing.material import Material
from facilitator.printing.paper import Grid, Paper
from facilitator.printing.typeface import CAP_HEIGHT, POINT, Face

MARGIN = 18.0
"""White on all four sides of a sheet, in millimetres."""

_TOP_LINE = 16.0
_CUT_LENGTH = 4.0


def top_line(material: Material, tr: Translator, paper: Paper) -> tuple[Mark, ...]:
    """The event's title on the left, date and place on the right, above everything else."""
    when = long_date(material.event.day, tr)
    where = f"{when} · {material.event.place}" if material.event.place else when
    half = (paper.width - 2 * MARGIN - 6) / 2
    title = fit_or_shorten(material.event.title, Face.SEMIBOLD, Room(half, 4.5), 9, 7)
    place = fit_or_shorten(where, Face.REGULAR, Room(half, 4.5), 9, 7)
    top = _TOP_LINE - 4
    return (
        *title.at(MARGIN, top, ink.BLACK),
        *place.at(paper.width - MARGIN, top, ink.SLATE, Align.RIGHT),
    )


def heading(words: str, top: float, paper: Paper, size: float = 26) -> tuple[Mark, ...]:
    """A document's heading below a short bar in the accent colour."""
    fitted = fit_or_shorten(words, Face.BOLD, Room(paper.width - 2 * MARGIN, 14), size, 14)
    return Box(MARGIN, top, 14, 1.4, fill=ink.ACCENT, radius=0.7), *fitted.at(MARGIN, top + 3.5, ink.BLACK)


def label(words: str, x: float, y: float, colour: Colour = ink.ACCENT, align: Align = Align.LEFT) -> Words:
    """A small heading over a part of a page; `y` is its baseline."""
    return Words(x, y, words, Face.SEMIBOLD, 9, colour, align)


def page_number(number: int, pages: int, tr: Translator, paper: Paper) -> tuple[Mark, ...]:
    """Which page of how many, where there are several."""
    if pages == 1:
        return ()
    words = tr("Page {number} of {pages}", number=number, pages=pages)
    return (Words(paper.width - MARGIN, paper.height - 10, words, Face.REGULAR, 8, ink.SLATE, Align.RIGHT),)


def sector_mark(material: Material, person: Participant, x: float, y: float, size: float) -> tuple[Mark, ...]:
    """The sector's letter on its colour, in a square with the edge `size`; nothing for a person without a sector."""
    sector = material.sector(person)
    if sector is None:
        return ()
    colour = ink.of_sector(material.sector_places()[sector.id])
    points = size * 0.62 / POINT / max(1, len(sector.letter)) ** 0.7
    baseline = y + (size + points * CAP_HEIGHT * POINT) / 2
    return (
        Box(x, y, size, size, fill=colour, radius=size * 0.22),
        Words(x + size / 2, baseline, sector.letter, Face.BOLD, points, ink.WHITE, Align.CENTRE),
    )


def cut_marks(grid: Grid) -> tuple[Mark, ...]:
    """Short lines in the sheet's margins where it is to be cut, and small crosses where four cells meet."""
    xs = [grid.left + column * grid.width for column in range(grid.columns + 1)]
    ys = [grid.top + row * grid.height for row in range(grid.rows + 1)]
    right, bottom = xs[-1], ys[-1]
    marks: list[Mark] = []
    for x in xs:
        marks += _ticks_down(x, grid.top, bottom, grid.paper)
    for y in ys:
        marks += _ticks_across(y, grid.left, right, grid.paper)
    arm = 1.5
    for x in xs[1:-1]:
        for y in ys[1:-1]:
            marks += [Line(x - arm, y, x + arm, y, ink.CUT, 0.3), Line(x, y - arm, x, y + arm, ink.CUT, 0.3)]
    return tuple(marks)


def cut_lines(grid: Grid) -> tuple[Mark, ...]:
    """Dashed lines between the cells, for grids that fill the sheet and leave no margin for marks."""
    across = [grid.top + row * grid.height for row in range(1, grid.rows)]
    down = [grid.left + column * grid.width for column in range(1, grid.columns)]
    return (
        *(Line(0, y, grid.paper.width, y, ink.CUT, 0.3, dashed=True) for y in across),
        *(Line(x, 0, x, grid.paper.height, ink.CUT, 0.3, dashed=True) for x in down),
    )


def _ticks_down(x: float, top: float, bottom: float, paper: Paper) -> list[Line]:
    above, below = max(0.0, top - _CUT_LENGTH), min(paper.height, bottom + _CUT_LENGTH)
    return [
        Line(x, above, x, max(above, top - 0.5), ink.CUT, 0.3),
        Line(x, min(below, bottom + 0.5), x, below, ink.CUT, 0.3),
    ]


def _ticks_across(y: float, left: float, right: float, paper: Paper) -> list[Line]:
    before, after = max(0.0, left - _CUT_LENGTH), min(paper.width, right + _CUT_LENGTH)
    return [
        Line(before, y, max(before, left - 0.5), y, ink.CUT, 0.3),
        Line(min(after, right + 0.5), y, after, y, ink.CUT, 0.3),
    ]


def in_pages(heights: Sequence[float], room: float) -> list[range]:
    """Indexes of the rows that go on each page (or into each column), in order; each gets at least one row."""
    pages: list[range] = []
    first, used = 0, 0.0
    for index, height in enumerate(heights):
        if index > first and used + height > room:
            pages.append(range(first, index))
            first, used = index, 0.0
        used += height
    if heights:
        pages.append(range(first, len(heights)))
    return pages
