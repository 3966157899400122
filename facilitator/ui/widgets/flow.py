"""Cards in as many columns as there is room for, each as tall as it needs to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class CardFlow(QWidget):
    """Lays out cards row by row."""

    def __init__(self, least_width: int) -> None:
        """`least_width` is the least that a card can do with, in pixels."""
        super().__init__()
        self.setObjectName("scrolled")
        self._least = least_width
        self._cards: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)

    def put(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order."""
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self._columns = 0
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width may hold another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + 10) // (self._least + 10))
        if columns == self._columns:
            return
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        while self._grid.takeAt(0) is not None:
            pass
        self._columns = columns
        for place, each in enumerate(self._cards):
            self._grid.addWidget(each, place // columns, place % columns)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
        self._grid.setRowStretch(len(self._cards) // columns + 1, 1)
