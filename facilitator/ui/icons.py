"""The icons of the console: Lucide's line drawings, drawn in the palette's colours when they are painted."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facilitator.common.resources import resource

Role = QPalette.ColorRole


class _Engine(QIconEngine):
    """Draws one icon. The colour is looked up for every paint, so a change of theme needs no new icons."""

    def __init__(self, name: str, off: Role, on: Role) -> None:
        super().__init__()
        self._name, self._off, self._on = name, off, on
        self._drawing = resource("icons", f"{name}.svg").read_bytes()

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon."""
        disabled = mode is QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        role = Role.ButtonText if disabled else self._on if state is QIcon.State.On else self._off
        render(painter, QRectF(rect), self._drawing, QGuiApplication.palette().color(group, role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of `size` device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Another engine that draws the same."""
        return _Engine(self._name, self._off, self._on)


def render(painter: QPainter, rect: QRectF, drawing: bytes, colour: QColor) -> None:
    """Draw a line drawing in one colour, at the left of `rect`; fully transparent where it has no line."""
    svg = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.name().encode())))
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    square.moveLeft(rect.left())
    painter.save()
    painter.setOpacity(colour.alphaF())
    svg.render(painter, square)
    painter.restore()


def icon(name: str, off: Role = Role.ButtonText, on: Role | None = None) -> QIcon:
    """The icon of this name from `resources/icons`, in the palette's colour of a role; `on` for checked buttons.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    return QIcon(_Engine(name, off, off if on is None else on))


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon in a colour of one's own choice."""
    render(painter, rect, resource("icons", f"{name}.svg").read_bytes(), colour)
