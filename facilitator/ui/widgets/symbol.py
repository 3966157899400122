"""An icon on its own, drawn in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.icons import draw


class Symbol(QWidget):
    """Shows an icon; follows the palette."""

    def __init__(self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText, size: int = 18) -> None:
        """`role` is the palette's colour to draw in."""
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_symbol(self, name: str, role: QPalette.ColorRole) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        draw(painter, self._name, QRectF(self.rect()), self.palette().color(self._role))
        painter.end()
