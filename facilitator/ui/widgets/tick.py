"""A box to tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from facilitator.ui.icons import draw


class Tick(QCheckBox):
    """A check box whose mark follows the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark over the box that the style sheet has drawn."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.HighlightedText)
        draw(painter, "check", QRectF(box).adjusted(2, 2, -2, -2), ink)
        painter.end()
