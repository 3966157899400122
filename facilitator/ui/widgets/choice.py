"""A list to choose one thing from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.ui.icons import draw

ARROW = 16

Value = TypeVar("Value")


class Choice(QComboBox, Generic[Value]):
    """A combo box that keeps its values as they are; its arrow follows the theme, and the wheel leaves it alone."""

    def __init__(
        self, name: str = "", choices: Iterable[tuple[str, Value]] = (), parent: QWidget | None = None
    ) -> None:
        """`choices` are what is read and what it stands for; `name` is what a screen reader calls the list."""
        super().__init__(parent)
        self._values: list[Value] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.put(choices)

    @property
    def value(self) -> Value:
        """What is chosen.

        Raises:
            IndexError: there is nothing to choose from.
        """
        return self._values[max(0, self.currentIndex())]

    def put(self, choices: Iterable[tuple[str, Value]]) -> None:
        """Offer these, the first chosen, without telling anybody."""
        blocked = self.blockSignals(True)
        self.clear()
        listed = tuple(choices)
        self._values = [value for _, value in listed]
        self.addItems([words for words, _ in listed])
        self.blockSignals(blocked)

    def choose(self, value: object) -> None:
        """Choose what stands for this value, without telling anybody; what is not offered changes nothing."""
        if value in self._values:
            blocked = self.blockSignals(True)
            self.setCurrentIndex(self._values.index(value))
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
