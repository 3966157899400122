"""Small shapes that say with form what colour says too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def _polygon(area: QRectF, *corners: tuple[float, float]) -> QPainterPath:
    """Corners in parts of the area, from its upper left."""
    path = QPainterPath()
    points = [_point(area, x, y) for x, y in corners]
    path.addPolygon(QPolygonF([*points, points[0]]))
    return path


def _point(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def go(area: QRectF) -> QPainterPath:
    """A triangle that points onward: it runs."""
    return _polygon(area, (0.14, 0.04), (0.94, 0.5), (0.14, 0.96))


def diamond(area: QRectF) -> QPainterPath:
    """A square on its corner: mind the time."""
    return _polygon(area, (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))


def octagon(area: QRectF) -> QPainterPath:
    """A sign with eight corners: the time is nearly over."""
    return _polygon(area, (0.29, 0), (0.71, 0), (1, 0.29), (1, 0.71), (0.71, 1), (0.29, 1), (0, 0.71), (0, 0.29))


def hold(area: QRectF) -> QPainterPath:
    """Two bars: it stands still."""
    path = QPainterPath()
    bar = area.width() * 0.28
    path.addRoundedRect(QRectF(area.left() + bar * 0.4, area.top(), bar, area.height()), bar / 4, bar / 4)
    path.addRoundedRect(QRectF(area.right() - bar * 1.4, area.top(), bar, area.height()), bar / 4, bar / 4)
    return path


def warning(area: QRectF) -> QPainterPath:
    """A triangle with an exclamation mark cut out: the time is over."""
    path = _polygon(area, (0.5, 0.02), (1, 0.96), (0, 0.96))
    cut = QPainterPath()
    middle, unit = area.center().x(), area.width() / 100
    cut.addRoundedRect(QRectF(middle - 5 * unit, area.top() + 36 * unit, 10 * unit, 30 * unit), 4 * unit, 4 * unit)
    cut.addEllipse(QPointF(middle, area.top() + 78 * unit), 6 * unit, 6 * unit)
    return path.subtracted(cut)


def ring(area: QRectF) -> QPainterPath:
    """An open circle: not yet."""
    path = QPainterPath()
    path.addEllipse(area.adjusted(2, 2, -2, -2))
    inner = QPainterPath()
    thick = area.width() * 0.18
    inner.addEllipse(area.adjusted(2 + thick, 2 + thick, -2 - thick, -2 - thick))
    return path.subtracted(inner)


def tick(area: QRectF) -> QPainterPath:
    """The line of a tick, to be drawn with a pen: done."""
    path = QPainterPath(_point(area, 0.14, 0.54))
    path.lineTo(_point(area, 0.4, 0.8))
    path.lineTo(_point(area, 0.88, 0.24))
    return path


def medal(area: QRectF) -> QPainterPath:
    """A disc on two ribbons: a winner."""
    ribbons = _polygon(area, (0.24, 0.5), (0.76, 0.5), (0.86, 1), (0.5, 0.8), (0.14, 1))
    disc = QPainterPath()
    disc.addEllipse(
        QPointF(area.center().x(), area.top() + area.height() * 0.36), area.width() * 0.36, area.width() * 0.36
    )
    hole = QPainterPath()
    hole.addEllipse(
        QPointF(area.center().x(), area.top() + area.height() * 0.36), area.width() * 0.16, area.width() * 0.16
    )
    return ribbons.united(disc).subtracted(hole)
