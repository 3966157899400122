"""A vote on two axes as a map: interest from left to right, feasibility from below upwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.scenes.furniture import BOLD, MEDIUM, SEMIBOLD, panel
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, Ballot, Result, StepKind

MOST_NAMED = 12
"""More names than this would be too small for the back of the room."""

_PLOT_WIDTH = 860.0
_AXIS_LABEL = 56.0
_DOT = 58.0
_INSET = 62.0
_LEGEND_GAP = 72.0

_AXIS = Style(38, Tint.SOFT, MEDIUM)
_NUMBER = Style(36, Tint.STRONG, BOLD, tabular=True)
_NAME = Style(38, Tint.INK, MEDIUM)


@frozen
class Spot:
    """An option on the map: its number in the list beside it, its name, the medians of both axes."""

    number: int
    label: str
    interest: float
    feasibility: float
    winner: bool


def spots(ballot: Ballot, result: Result) -> list[Spot]:
    """The options that somebody placed, in the order of the ranking."""
    table = next((step for step in result.steps if step.kind is StepKind.QUARTILES), None)
    if table is None:
        return []
    across, up = table.columns.index("interest_median"), table.columns.index("feasibility_median")
    labels = {option.id: option.label for option in ballot.options}
    placed = [(row.option, row.cells[across], row.cells[up]) for row in table.rows if row.option in result.numbers]
    return [
        Spot(number, labels.get(option, ""), x, y, option in result.winners)
        for number, (option, x, y) in enumerate(placed, 1)
        if x is not None and y is not None
    ]


def paint_map(sheet: Sheet, ballot: Ballot, result: Result, area: QRectF, tr: Translator) -> None:
    """The map on the left, the names on the right."""
    found = spots(ballot, result)
    plot = QRectF(area.left() + _AXIS_LABEL, area.top(), _PLOT_WIDTH, area.height() - _AXIS_LABEL)
    _axes(sheet, plot, tr)
    for spot, centre in positions(found, plot.adjusted(_INSET, _INSET, -_INSET, -_INSET)):
        _dot(sheet, spot, centre)
    left = plot.right() + _LEGEND_GAP
    _legend(sheet, found, QRectF(left, area.top(), area.right() - left, area.height()), tr)


def positions(found: list[Spot], plot: QRectF) -> list[tuple[Spot, QPointF]]:
    """Where each spot is drawn; spots of one place stand side by side round it."""
    cells: dict[tuple[float, float], list[Spot]] = {}
    for spot in found:
        cells.setdefault((spot.interest, spot.feasibility), []).append(spot)
    drawn: list[tuple[Spot, QPointF]] = []
    span = AXIS_HIGHEST - AXIS_LOWEST
    for (interest, feasibility), here in cells.items():
        x = plot.left() + (interest - AXIS_LOWEST) / span * plot.width()
        y = plot.bottom() - (feasibility - AXIS_LOWEST) / span * plot.height()
        columns = _columns(len(here))
        rows = -(-len(here) // columns)
        for index, spot in enumerate(here):
            row, column = divmod(index, columns)
            in_row = min(columns, len(here) - row * columns)
            drawn.append((spot, QPointF(x + (column - (in_row - 1) / 2) * _DOT, y + (row - (rows - 1) / 2) * _DOT)))
    return drawn


def _columns(count: int) -> int:
    return next(edge for edge in range(1, count + 1) if edge * edge >= count)


def _axes(sheet: Sheet, plot: QRectF, tr: Translator) -> None:
    panel(sheet, plot, Tint.PANEL)
    inner = plot.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    grid = QPainterPath()
    for step in range(AXIS_HIGHEST - AXIS_LOWEST + 1):
        share = step / (AXIS_HIGHEST - AXIS_LOWEST)
        x, y = inner.left() + share * inner.width(), inner.top() + share * inner.height()
        grid.moveTo(x, plot.top() + 20)
        grid.lineTo(x, plot.bottom() - 20)
        grid.moveTo(plot.left() + 20, y)
        grid.lineTo(plot.right() - 20, y)
    sheet.outline(grid, Tint.TRACK, 2)
    below = QRectF(plot.left(), plot.bottom() + 12, plot.width(), _AXIS_LABEL - 12)
    write(sheet, tr("More interesting →"), _AXIS, below, Qt.AlignmentFlag.AlignRight)
    sheet.painter.save()
    sheet.painter.translate(plot.left() - _AXIS_LABEL, plot.bottom())
    sheet.painter.rotate(-90)
    beside = QRectF(0, 0, plot.height(), _AXIS_LABEL - 12)
    write(sheet, tr("More feasible →"), _AXIS, beside, Qt.AlignmentFlag.AlignRight)
    sheet.painter.restore()


def _dot(sheet: Sheet, spot: Spot, centre: QPointF) -> None:
    """A winner is a larger disc of another colour with a ring round it."""
    edge = _DOT - 4
    area = QRectF(centre.x() - edge / 2, centre.y() - edge / 2, edge, edge)
    disc = QPainterPath()
    disc.addEllipse(area)
    sheet.fill(disc, Tint.ACCENT if spot.winner else Tint.MEASURE)
    if spot.winner:
        sheet.outline(disc, Tint.STRONG, 4)
    style = _NUMBER.coloured(Tint.ON_ACCENT if spot.winner else Tint.ON_MEASURE)
    write(sheet, str(spot.number), style, area.adjusted(-8, 0, 8, 0), Qt.AlignmentFlag.AlignHCenter)


def _legend(sheet: Sheet, found: list[Spot], area: QRectF, tr: Translator) -> None:
    shown = found if len(found) <= MOST_NAMED else found[: MOST_NAMED - 1]
    height = min(72.0, area.height() / max(1, len(shown) + (len(shown) < len(found))))
    top = area.top()
    for spot in shown:
        line = QRectF(area.left(), top, area.width(), height)
        number = _NUMBER.sized(38).coloured(Tint.ACCENT if spot.winner else Tint.SOFT)
        write(sheet, str(spot.number), number, line)
        name = Style(38, Tint.STRONG, SEMIBOLD) if spot.winner else _NAME
        write(sheet, spot.label, name, line.adjusted(72, 0, 0, 0))
        top += height
    if len(shown) < len(found):
        words = tr.plural("and {count} more", "and {count} more", len(found) - len(shown))
        write(sheet, words, _NAME.coloured(Tint.SOFT), QRectF(area.left() + 72, top, area.width() - 72, height))
