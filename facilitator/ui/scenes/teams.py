"""All teams with their tables and members, page by page where there are many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.participants.model import Sector
from facilitator.teams.model import Team
from facilitator.ui.scenes import name_list, paging
from facilitator.ui.scenes.furniture import (
    BOLD,
    CONTENT,
    MEDIUM,
    SEMIBOLD,
    TITLE,
    note,
    panel,
    title,
    to_next_minute,
    top_line,
)
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.seating import seats, table_name
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

CARDS = QRectF(CONTENT.left(), 256, CONTENT.width(), 768)
"""The cards' place."""

_GAP = 28.0
_PADDING = 26.0
_HEAD = 62.0
_LINE, _MOST_LINE = 50.0, 64.0
_MOST_COLUMNS = 4

_NUMBER = Style(44, Tint.STRONG, BOLD)
_TABLE = Style(38, Tint.ACCENT, SEMIBOLD)
_NAME = Style(38, Tint.INK, MEDIUM)
_PAGE = Style(38, Tint.SOFT, MEDIUM, tabular=True)


@frozen
class Grid:
    """How cards are laid out: columns and rows on a page, how many lines a card holds, and their height."""

    columns: int
    rows: int
    lines: int
    line: float

    @property
    def cards(self) -> int:
        """Cards on a page."""
        return self.columns * self.rows


def grid(teams: int, largest: int) -> Grid:
    """The layout for so many teams, the largest of which has so many members."""
    columns = _MOST_COLUMNS if teams > 6 else max(2, min(3, -(-teams // 2)))
    rows = 2 if teams > columns and largest <= _lines(2) else 1
    lines = _lines(rows)
    return Grid(columns, rows, lines, min(_MOST_LINE, max(_LINE, _room(rows) / max(1, min(largest, lines)))))


def _lines(rows: int) -> int:
    return int(_room(rows) / _LINE)


def _room(rows: int) -> float:
    """Height for the names of a card."""
    return (CARDS.height() - _GAP * (rows - 1)) / rows - 2 * _PADDING - _HEAD


class TeamsScene:
    """The teams for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The cards of the page whose turn it is."""
        top_line(sheet, view)
        teams = _in_order(view)
        sector = _sector(view)
        if teams and sector is not None:
            _one_sector(sheet, view, sector)
            return
        title(sheet, view.tr("Teams and tables"))
        if not teams:
            note(sheet, view.tr("The teams are about to be formed."), CARDS)
            return
        layout = _grid(teams)
        pages = -(-len(teams) // layout.cards)
        number = paging.page(pages, view.now)
        if pages > 1:
            words = view.tr("Page {page} of {pages}", page=number + 1, pages=pages)
            write(sheet, words, _PAGE, TITLE, Qt.AlignmentFlag.AlignRight)
        for index, team in enumerate(teams[number * layout.cards : (number + 1) * layout.cards]):
            lines = min(layout.lines, max(1, _largest(teams)))
            _card(sheet, view, team, _place(layout, index, lines), layout)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the page turns or the clock at the top shows the next minute."""
        to_minute = to_next_minute(view)
        sector = _sector(view)
        if sector is not None:
            return name_list.stays(view, seats(view.state, view.tr, sector.id))
        teams = _in_order(view)
        turns = paging.stays(-(-len(teams) // _grid(teams).cards), view.now)
        return to_minute if turns is None else min(turns, to_minute)


def _sector(view: SceneView) -> Sector | None:
    number = view.state.stage.sector
    return None if number is None else view.state.roster.sectors.get(number)


def _one_sector(sheet: Sheet, view: SceneView, sector: Sector) -> None:
    """Who of this sector sits where."""
    found = seats(view.state, view.tr, sector.id)
    if found:
        name_list.paint_names(sheet, view, sector.name, found)
        return
    title(sheet, sector.name)
    note(sheet, view.tr("Nobody from this sector is on the list."), CARDS)


def _in_order(view: SceneView) -> list[Team]:
    return sorted(view.state.teams.teams.values(), key=lambda team: team.number)


def _largest(teams: list[Team]) -> int:
    return max((len(team.members) for team in teams), default=0)


def _grid(teams: list[Team]) -> Grid:
    return grid(len(teams), _largest(teams))


def _place(layout: Grid, index: int, lines: int) -> QRectF:
    """Where a card goes; cards are as tall as their lines need."""
    across = (CARDS.width() - _GAP * (layout.columns - 1)) / layout.columns
    down = 2 * _PADDING + _HEAD + lines * layout.line
    row, column = divmod(index, layout.columns)
    return QRectF(CARDS.left() + column * (across + _GAP), CARDS.top() + row * (down + _GAP), across, down)


def _card(sheet: Sheet, view: SceneView, team: Team, area: QRectF, layout: Grid) -> None:
    panel(sheet, area, Tint.PANEL)
    inner = area.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    head = QRectF(inner.left(), inner.top(), inner.width(), 44)
    table = table_name(team, view.tr) if team.table else ""
    number = view.tr("Team {number}", number=team.number)
    taken = min(width(number, _NUMBER), inner.width() / 2)
    write(sheet, number, _NUMBER, head)
    if table:
        write(sheet, table, _TABLE, head.adjusted(taken + _PADDING, 0, 0, 0), Qt.AlignmentFlag.AlignRight)
    people = view.state.roster.people
    names = [people[member].name for member in team.members if member in people]
    if len(names) > layout.lines:
        hidden = len(names) - layout.lines + 1
        names = [*names[: layout.lines - 1], view.tr.plural("and {count} more", "and {count} more", hidden)]
    top = inner.top() + _HEAD
    for name in names:
        write(sheet, name, _NAME, QRectF(inner.left(), top, inner.width(), layout.line))
        top += layout.line
