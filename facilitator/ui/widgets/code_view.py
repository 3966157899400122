"""A QR code to scan from the laptop's screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.scenes.qr import code


class CodeView(QWidget):
    """Paints a code on white, in the dark theme too."""

    def __init__(self, name: str, side: int = 132) -> None:
        """`name` says what scanning it does; `side` is in pixels."""
        super().__init__()
        self._side = side
        self._content = ""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_content(self, content: str) -> None:
        """Show the code of this."""
        if content != self._content:
            self._content = content
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        if self._content:
            painter = QPainter(self)
            code(painter, self._content, QRectF(self.rect()))
            painter.end()
