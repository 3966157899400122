"""A vote on two axes as a map: interest from left to right, feasibility from below upwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.scenes.furniture import BOLD, MEDIUM, SEMIBOLD, panel
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style
from facilitator.ui.scenes.palette import AMBER, BLUE, INK, NIGHT, PANEL, SOFT, TRACK, WHITE
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, Ballot, Result, StepKind

MOST_NAMED = 12
"""More names than this would be too small for the back of the room."""

_PLOT_WIDTH = 860.0
_AXIS_LABEL = 56.0
_DOT = 58.0
_INSET = 62.0
_LEGEND_GAP = 72.0

_AXIS = Style(38, SOFT, MEDIUM)
_NUMBER = Style(36, WHITE, BOLD, tabular=True)
_NAME = Style(38, INK, MEDIUM)


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


def paint_map(painter: QPainter, ballot: Ballot, result: Result, area: QRectF, tr: Translator) -> None:
    """The map on the left, the names on the right."""
    found = spots(ballot, result)
    plot = QRectF(area.left() + _AXIS_LABEL, area.top(), _PLOT_WIDTH, area.height() - _AXIS_LABEL)
    _axes(painter, plot, tr)
    for spot, centre in positions(found, plot.adjusted(_INSET, _INSET, -_INSET, -_INSET)):
        _dot(painter, spot, centre)
    left = plot.right() + _LEGEND_GAP
    _legend(painter, found, QRectF(left, area.top(), area.right() - left, area.height()), tr)


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


def _axes(painter: QPainter, plot: QRectF, tr: Translator) -> None:
    panel(painter, plot, PANEL)
    inner = plot.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    painter.setPen(QPen(TRACK, 2))
    for step in range(AXIS_HIGHEST - AXIS_LOWEST + 1):
        share = step / (AXIS_HIGHEST - AXIS_LOWEST)
        x, y = inner.left() + share * inner.width(), inner.top() + share * inner.height()
        painter.drawLine(QPointF(x, plot.top() + 20), QPointF(x, plot.bottom() - 20))
        painter.drawLine(QPointF(plot.left() + 20, y), QPointF(plot.right() - 20, y))
    below = QRectF(plot.left(), plot.bottom() + 12, plot.width(), _AXIS_LABEL - 12)
    write(painter, tr("More interesting →"), _AXIS, below, Qt.AlignmentFlag.AlignRight)
    painter.save()
    painter.translate(plot.left() - _AXIS_LABEL, plot.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, plot.height(), _AXIS_LABEL - 12)
    write(painter, tr("More feasible →"), _AXIS, beside, Qt.AlignmentFlag.AlignRight)
    painter.restore()


def _dot(painter: QPainter, spot: Spot, centre: QPointF) -> None:
    """A winner is a larger disc of another colour with a ring round it."""
    edge = _DOT - 4
    area = QRectF(centre.x() - edge / 2, centre.y() - edge / 2, edge, edge)
    painter.setPen(QPen(WHITE, 4) if spot.winner else Qt.PenStyle.NoPen)
    painter.setBrush(AMBER if spot.winner else BLUE)
    painter.drawEllipse(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = _NUMBER.coloured(NIGHT if spot.winner else WHITE)
    write(painter, str(spot.number), style, area.adjusted(-8, 0, 8, 0), Qt.AlignmentFlag.AlignHCenter)


def _legend(painter: QPainter, found: list[Spot], area: QRectF, tr: Translator) -> None:
    shown = found if len(found) <= MOST_NAMED else found[: MOST_NAMED - 1]
    height = min(72.0, area.height() / max(1, len(shown) + (len(shown) < len(found))))
    top = area.top()
    for spot in shown:
        line = QRectF(area.left(), top, area.width(), height)
        number = _NUMBER.sized(38).coloured(AMBER if spot.winner else SOFT)
        write(painter, str(spot.number), number, line)
        name = Style(38, WHITE, SEMIBOLD) if spot.winner else _NAME
        write(painter, spot.label, name, line.adjusted(72, 0, 0, 0))
        top += height
    if len(shown) < len(found):
        words = tr.plural("and {count} more", "and {count} more", len(found) - len(shown))
        write(painter, words, _NAME.coloured(SOFT), QRectF(area.left() + 72, top, area.width() - 72, height))
