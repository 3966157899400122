"""All teams with their tables and members, page by page where there are many."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.teams.model import Team
from facilitator.ui.scenes import paging
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, SEMIBOLD, TITLE, note, panel, title, top_line
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

CARDS = QRectF(CONTENT.left(), 256, CONTENT.width(), 768)
"""The cards' place."""

_GAP = 28.0
_PADDING = 26.0
_HEAD = 62.0
_LINE = 50.0
_MOST_COLUMNS = 4

_NUMBER = Style(44, Tint.STRONG, BOLD)
_TABLE = Style(38, Tint.ACCENT, SEMIBOLD)
_NAME = Style(38, Tint.INK, MEDIUM)
_PAGE = Style(38, Tint.SOFT, MEDIUM, tabular=True)


@frozen
class Grid:
    """How cards are laid out: columns and rows on a page, and how many lines a card holds."""

    columns: int
    rows: int
    lines: int

    @property
    def cards(self) -> int:
        """Cards on a page."""
        return self.columns * self.rows


def grid(teams: int, largest: int) -> Grid:
    """The layout for so many teams, the largest of which has so many members."""
    columns = _MOST_COLUMNS if teams > 6 else max(2, min(3, -(-teams // 2)))
    rows = 2 if teams > columns and largest <= _lines(2) else 1
    return Grid(columns, rows, _lines(rows))


def _lines(rows: int) -> int:
    return int(((CARDS.height() - _GAP * (rows - 1)) / rows - 2 * _PADDING - _HEAD) / _LINE)


class TeamsScene:
    """The teams for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The cards of the page whose turn it is."""
        top_line(sheet, view)
        title(sheet, view.tr("Teams and tables"))
        teams = _in_order(view)
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
            _card(sheet, view, team, _place(layout, index, min(layout.lines, max(1, _largest(teams)))), layout.lines)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the page turns or the clock at the top shows the next minute."""
        to_minute = Duration(60_000 - view.now.wall % 60_000)
        teams = _in_order(view)
        turns = paging.stays(-(-len(teams) // _grid(teams).cards), view.now)
        return to_minute if turns is None else min(turns, to_minute)


def _in_order(view: SceneView) -> list[Team]:
    return sorted(view.state.teams.teams.values(), key=lambda team: team.number)


def _largest(teams: list[Team]) -> int:
    return max((len(team.members) for team in teams), default=0)


def _grid(teams: list[Team]) -> Grid:
    return grid(len(teams), _largest(teams))


def _place(layout: Grid, index: int, lines: int) -> QRectF:
    """Where a card goes; cards are as tall as their lines need."""
    across = (CARDS.width() - _GAP * (layout.columns - 1)) / layout.columns
    down = 2 * _PADDING + _HEAD + lines * _LINE
    row, column = divmod(index, layout.columns)
    return QRectF(CARDS.left() + column * (across + _GAP), CARDS.top() + row * (down + _GAP), across, down)


def _card(sheet: Sheet, view: SceneView, team: Team, area: QRectF, most_lines: int) -> None:
    panel(sheet, area, Tint.PANEL)
    inner = area.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    head = QRectF(inner.left(), inner.top(), inner.width(), 44)
    table = view.tr("Table {table}", table=team.table) if team.table.isdecimal() else team.table
    number = view.tr("Team {number}", number=team.number)
    taken = min(width(number, _NUMBER), inner.width() / 2)
    write(sheet, number, _NUMBER, head)
    if table:
        write(sheet, table, _TABLE, head.adjusted(taken + _PADDING, 0, 0, 0), Qt.AlignmentFlag.AlignRight)
    people = view.state.roster.people
    names = [people[member].name for member in team.members if member in people]
    if len(names) > most_lines:
        hidden = len(names) - most_lines + 1
        names = [*names[: most_lines - 1], view.tr.plural("and {count} more", "and {count} more", hidden)]
    top = inner.top() + _HEAD
    for name in names:
        write(sheet, name, _NAME, QRectF(inner.left(), top, inner.width(), _LINE))
        top += _LINE
