"""Ballots on paper: for those without a phone, and for the day when the network fails.

All papers of a ballot say the same, so that none can be told from another. Where every phone has its own order, the
papers have a few orders in turn, for the same reason.
"""

from __future__ import annotations

import hashlib
from functools import partial

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator, text
from facilitator.printing import ink
from facilitator.printing.ballot_instructions import how_to_fill_in
from facilitator.printing.ballot_rows import NAMES_HEIGHT, ROW_AIR, Row, rows
from facilitator.printing.fitting import Fitted, Room, fit_or_shorten
from facilitator.printing.furniture import cut_lines, in_pages, label
from facilitator.printing.marks import Align, Document, Line, Mark, Page
from facilitator.printing.material import Material
from facilitator.printing.options import USUAL, PrintOptions, nothing_left
from facilitator.printing.paper import Grid, Paper
from facilitator.printing.refusals import NothingToPrint
from facilitator.printing.typeface import Face
from facilitator.voting.model import Ballot, Option, Phase, Role
from facilitator.voting.rules import eligible

_SHAPES = ((2, 4), (2, 3), (2, 2), (2, 1), (1, 2), (1, 1))
"""Columns and rows of papers on a sheet, the most first."""

_SIZES = (11.0, 10.0, 9.0)
"""Of the labels, in points, the largest first."""

_PADDING = 9.0
_ORDERS = 8
"""Different orders of a shuffled ballot: so many that a place says little, so few that no paper is alone."""


@frozen
class _Head:
    """What stands over the options: the ballot's title and how to fill in the paper."""

    title: Fitted
    how: Fitted

    @property
    def height(self) -> float:
        """Height in millimetres, down to the first option."""
        return 5.5 + self.title.height + 1.0 + self.how.height + 3.5


@frozen
class _Cell:
    """One page of a paper: its rows, and which page of how many it is."""

    rows: tuple[Row, ...]
    number: int
    pages: int


def paper_ballots(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """Papers for everybody who may vote, or as many as the options say, of the ballots that are not yet closed.

    A ballot that is chosen by number is printed even if it is closed. One that has nothing to vote for is left out
    with a note.

    Raises:
        UserError: there are no ballots, none is left by the options, or none can be printed.
    """
    pages: list[Page] = []
    refusals: list[tuple[Ballot, NothingToPrint]] = []
    for ballot in _chosen(material, options):
        try:
            pages += _papers(material, ballot, tr, options)
        except NothingToPrint as refusal:
            refusals.append((ballot, refusal))
    if not pages:
        raise refusals[0][1]
    notes = tuple(
        text("“{title}” is left out: {why}", title=ballot.title, why=refusal.text()) for ballot, refusal in refusals
    )
    title = tr("Paper ballots – {event}", event=material.event.title)
    paper = options.paper
    return Document(title, tr.language, paper.width, paper.height, tuple(pages), notes=notes)


def _chosen(material: Material, options: PrintOptions) -> list[Ballot]:
    ballots = sorted(material.voting.ballots.values(), key=lambda ballot: (ballot.position, ballot.id))
    if not ballots:
        raise NothingToPrint(text("There are no ballots yet."), text("Add a ballot first, then print."))
    wanted = options.selection.ballots
    if wanted is None:
        waiting = [ballot for ballot in ballots if ballot.phase in (Phase.DRAFT, Phase.OPEN)]
        if not waiting:
            raise NothingToPrint(text("All ballots are closed."), text("Choose the ballots to print."))
        return waiting
    kept = [ballot for ballot in ballots if ballot.id in wanted]
    if not kept:
        raise nothing_left(options)
    return kept


def _copies(material: Material, ballot: Ballot) -> int:
    """One for everybody who may vote, whether they have their cards yet or not."""
    seated = {person.id for person in material.roster.seated()}
    cards = eligible(material.voting, ballot)
    voters = sum(1 for card in cards if card.participant is None or card.participant in seated)
    return voters or (len(seated) if ballot.straw_poll or Role.PARTICIPANT in ballot.roles else 0)


def _papers(material: Material, ballot: Ballot, tr: Translator, options: PrintOptions) -> list[Page]:
    """All papers of one ballot, its title in the table of contents at the first."""
    if not ballot.options:
        raise NothingToPrint(
            text("The ballot “{title}” has no options to vote for.", title=ballot.title),
            text("Add options to the ballot, or what they are drawn from, and print again."),
        )
    copies = _copies(material, ballot) if options.copies is None else options.copies
    if copies == 0:
        raise NothingToPrint(
            text("Nobody may vote on “{title}” yet.", title=ballot.title),
            text("Issue voting cards first, or say how many papers to print."),
        )
    grid, size = _shape(ballot, tr, options.paper)
    width = _inner(grid).width
    head = _head(ballot, tr, width)
    papers = [_pages(rows(ballot, order, tr, width, size), head, grid) for order in _orders(ballot)]
    # A paper of several pages takes a sheet for each of them; shorter ones share a sheet.
    cells = [cell for copy in range(copies) for cell in papers[copy % len(papers)]]
    drawn: dict[tuple[_Cell, ...], tuple[Mark, ...]] = {}
    pages: list[Page] = []
    for first in range(0, len(cells), grid.per_page):
        sheet = tuple(cells[first : first + grid.per_page])
        if sheet not in drawn:
            marks: list[Mark] = list(cut_lines(grid)) if options.cut_marks else []
            for index, cell in enumerate(sheet):
                marks += _cell(material, ballot, head, cell, tr, grid, index)
            drawn[sheet] = tuple(marks)
        pages.append(Page(drawn[sheet], "" if pages else ballot.title))
    return pages


def _inner(grid: Grid) -> Room:
    """The room inside a cell's padding."""
    return Room(grid.width - 2 * _PADDING, grid.height - 2 * _PADDING)


def _shape(ballot: Ballot, tr: Translator, paper: Paper) -> tuple[Grid, float]:
    """As many papers on a sheet as leave every label whole, and the labels' size in points.

    If there is no such size, a paper takes the whole sheet, or several.
    """
    grids = [Grid(paper, paper.width / columns, paper.height / down, columns, down) for columns, down in _SHAPES]
    whole = _SIZES[-1]
    for grid in grids:
        width = _inner(grid).width
        head = _head(ballot, tr, width)
        for size in _SIZES:
            paper_rows = rows(ballot, ballot.options, tr, width, size)
            if all(row.whole for row in paper_rows):
                if sum(row.height for row in paper_rows) <= _rows_height(paper_rows, head, grid):
                    return grid, size
                whole = max(whole, size)
    return grids[-1], whole


def _head(ballot: Ballot, tr: Translator, width: float) -> _Head:
    title = fit_or_shorten(ballot.title, Face.BOLD, Room(width, 15), 15, 11)
    how = " ".join(tr.render(sentence) for sentence in how_to_fill_in(ballot))
    return _Head(title, fit_or_shorten(how, Face.REGULAR, Room(width, 20), 9.5, 8))


def _orders(ballot: Ballot) -> list[tuple[Option, ...]]:
    """The orders in which the options stand: the ballot's own, or a few that look random and are always the same."""
    if not ballot.shuffled:
        return [ballot.options]

    def place(order: int, option: Option) -> bytes:
        return hashlib.sha256(f"{ballot.id}|{order}|{option.id}".encode()).digest()

    return [tuple(sorted(ballot.options, key=partial(place, order))) for order in range(_ORDERS)]


def _rows_height(paper: tuple[Row, ...], head: _Head, grid: Grid) -> float:
    """The room for rows on one page, in millimetres."""
    return _inner(grid).height - head.height - (NAMES_HEIGHT if paper[0].names else 0.0)


def _pages(paper: tuple[Row, ...], head: _Head, grid: Grid) -> list[_Cell]:
    """A paper's rows on as many pages as they need."""
    pages = in_pages([row.height for row in paper], _rows_height(paper, head, grid))
    return [
        _Cell(tuple(paper[index] for index in indexes), number, len(pages)) for number, indexes in enumerate(pages, 1)
    ]


def _cell(
    material: Material, ballot: Ballot, head: _Head, cell: _Cell, tr: Translator, grid: Grid, index: int
) -> list[Mark]:
    """One paper, or one page of it: event, title, how to fill it in, options."""
    x, y = grid.corner(index)
    room = _inner(grid)
    left, top, right = x + _PADDING, y + _PADDING, x + _PADDING + room.width
    kind = tr("Straw poll") if ballot.straw_poll else tr("Ballot paper")
    if cell.pages > 1:
        kind = f"{kind} · {tr('Page {number} of {pages}', number=cell.number, pages=cell.pages)}"
    event = fit_or_shorten(material.event.title, Face.REGULAR, Room(room.width / 2 - 2, 4), 8, 6)
    marks: list[Mark] = [
        label(kind, left, top + 2.8),
        *event.at(right, top, ink.SLATE, Align.RIGHT),
        *head.title.at(left, top + 5.5, ink.BLACK),
        *head.how.at(left, top + 6.5 + head.title.height, ink.SLATE),
    ]
    top += head.height
    if cell.rows[0].names:
        top += NAMES_HEIGHT
        marks += cell.rows[0].names_at(left, top - 0.8)
    for row in cell.rows:
        marks.append(Line(left, top, right, top, ink.RULE, 0.4))
        marks += row.at(left, top + ROW_AIR / 2)
        top += row.height
    return marks
