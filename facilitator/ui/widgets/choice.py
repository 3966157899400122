"""A list to choose one thing from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.ui.icons import draw

ARROW = 16


class Choice(QComboBox):
    """A combo box whose arrow follows the theme, and which the mouse wheel does not change by mistake."""

    def __init__(self, parent: QWidget | None = None, name: str = "", choices: Iterable[tuple[str, object]] = ()) -> None:
        """`choices` are what is read and what it stands for; `name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for words, value in choices:
            self.addItem(words, value)

    def choose(self, value: object) -> None:
        """Choose what stands for this value, without telling anybody."""
        place = next((place for place in range(self.count()) if self.itemData(place) == value), -1)
        if place != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(place)
            self.blockSignals(blocked)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the arrow over the box."""
        super().paintEvent(event)
        painter = QPainter(self)
        spot = QRectF(self.width() - ARROW - 9, (self.height() - ARROW) / 2, ARROW, ARROW)
        draw(painter, "chevron-down", spot, self.palette().color(QPalette.ColorRole.Dark))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll."""
        event.ignore()
