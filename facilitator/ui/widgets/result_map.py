"""A vote on two axes as a scatter: the medians as dots, the quartiles as lines through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.theme import Theme
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, Ballot, Result, StepKind

_EDGE = 360
_MARGIN = 34.0
_DOT = 11.0
_NAME_LINE = 22.0


@frozen
class Place:
    """An option: its number in the list, its name, and lower quartile, median and upper quartile on both axes."""

    number: int
    name: str
    interest: tuple[float, float, float]
    feasibility: tuple[float, float, float]


def places(ballot: Ballot, result: Result) -> tuple[Place, ...]:
    """The options that somebody placed, in the order of the table."""
    table = next((step for step in result.steps if step.kind is StepKind.QUARTILES), None)
    if table is None:
        return ()
    names = {option.id: option.label for option in ballot.candidates}
    found: list[Place] = []
    for row in table.rows:
        figures = [float(cell) for cell in row.cells[:6] if cell is not None]
        if len(figures) == 6:
            one, two, three, four, five, six = figures
            found.append(Place(len(found) + 1, names.get(row.option, ""), (one, two, three), (four, five, six)))
    return tuple(found)


class ResultMap(QWidget):
    """The map on the left, the names on the right."""

    def __init__(self, theme: Theme, tr: Translator, shown: Sequence[Place]) -> None:
        """`shown` are the options to draw."""
        super().__init__()
        self._theme, self._tr, self._places = theme, tr, tuple(shown)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Map of interest and feasibility"))
        self.setAccessibleDescription(
            "; ".join(f"{each.number} {each.name} {each.interest[1]:g} {each.feasibility[1]:g}" for each in shown)
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square map, or as tall as the names need."""
        return QSize(2 * _EDGE, max(_EDGE, int(len(self._places) * _NAME_LINE + _MARGIN)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint axes, quartiles, medians and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(_MARGIN, 8, _EDGE - _MARGIN - 8, _EDGE - _MARGIN - 8)
        self._axes(painter, plot)
        taken: dict[tuple[float, float], int] = {}
        for each in self._places:
            self._quartiles(painter, plot, each)
        for each in self._places:
            key = (each.interest[1], each.feasibility[1])
            taken[key] = taken.get(key, 0) + 1
            self._median(painter, _at(plot, *key) + QPointF((taken[key] - 1) * 2 * _DOT, 0), each.number)
        self._names(painter, QRectF(plot.right() + 24, plot.top(), self.width() - plot.right() - 24, self.height()))
        painter.end()

    def _axes(self, painter: QPainter, plot: QRectF) -> None:
        tokens = self._theme.tokens
        painter.fillRect(plot, QColor(tokens.track))
        painter.setPen(QPen(QColor(tokens.surface), 1))
        for step in range(AXIS_LOWEST, AXIS_HIGHEST + 1):
            spot = _at(plot, step, step)
            painter.drawLine(QPointF(spot.x(), plot.top()), QPointF(spot.x(), plot.bottom()))
            painter.drawLine(QPointF(plot.left(), spot.y()), QPointF(plot.right(), spot.y()))
        painter.setPen(QColor(tokens.muted))
        below = QRectF(plot.left(), plot.bottom() + 4, plot.width(), _MARGIN - 8)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._tr("More interesting →"))
        painter.save()
        painter.translate(4, plot.bottom())
        painter.rotate(-90)
        beside = QRectF(0, 0, plot.height(), _MARGIN - 8)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight, self._tr("More feasible →"))
        painter.restore()

    def _quartiles(self, painter: QPainter, plot: QRectF, each: Place) -> None:
        (left, across, right), (low, up, high) = each.interest, each.feasibility
        painter.setPen(QPen(QColor(self._theme.tokens.muted), 2))
        painter.drawLine(_at(plot, left, up), _at(plot, right, up))
        painter.drawLine(_at(plot, across, low), _at(plot, across, high))

    def _median(self, painter: QPainter, centre: QPointF, number: int) -> None:
        tokens = self._theme.tokens
        painter.setPen(QPen(QColor(tokens.surface), 2))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(centre, _DOT, _DOT)
        around = QRectF(centre.x() - _DOT, centre.y() - _DOT, 2 * _DOT, 2 * _DOT)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(number))

    def _names(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QColor(self._theme.tokens.text))
        for place, each in enumerate(self._places):
            line = QRectF(area.left(), area.top() + place * _NAME_LINE, area.width(), _NAME_LINE)
            words = painter.fontMetrics().elidedText(each.name, Qt.TextElideMode.ElideRight, int(line.width() - 30))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, str(each.number))
            painter.drawText(line.adjusted(30, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _at(plot: QRectF, interest: float, feasibility: float) -> QPointF:
    span = AXIS_HIGHEST - AXIS_LOWEST
    inner = plot.adjusted(20, 20, -20, -20)
    return QPointF(
        inner.left() + (interest - AXIS_LOWEST) / span * inner.width(),
        inner.bottom() - (feasibility - AXIS_LOWEST) / span * inner.height(),
    )
