"""A result as bars, first place on top; options that share a place say so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.common.frozen import frozen
from facilitator.ui.icons import draw
from facilitator.ui.theme import Theme

LINE = 34
PLACE_WIDTH = 56
FIGURE_WIDTH = 74
NAME_SHARE = 0.36


@frozen
class Bar:
    """One option: its place in words, its name, its figure and how long its bar is, from 0 to 1."""

    place: str
    name: str
    figure: str
    share: float
    winner: bool
    shared: bool


class ResultBars(QWidget):
    """As tall as its bars need."""

    def __init__(self, theme: Theme, shared: str) -> None:
        """`shared` is the word for a shared place."""
        super().__init__()
        self._theme, self._shared = theme, shared
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What it shows."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(f"{bar.place} {bar.name} {bar.figure}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line a bar."""
        return QSize(360, len(self._bars) * LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint every line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, bar in enumerate(self._bars):
            self._paint(painter, QRectF(0, number * LINE, self.width(), LINE), bar)
        painter.end()

    def _paint(self, painter: QPainter, line: QRectF, bar: Bar) -> None:
        tokens = self._theme.tokens
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bar.winner else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        if bar.winner:
            draw(painter, "trophy", QRectF(line.left() + 29, line.center().y() - 8, 16, 16), QColor(tokens.accent))
        painter.drawText(QRectF(line.left(), line.top(), 22, LINE), Qt.AlignmentFlag.AlignRight | middle, bar.place)
        names = QRectF(line.left() + PLACE_WIDTH, line.top(), line.width() * NAME_SHARE, LINE)
        painter.setPen(QColor(tokens.text))
        words = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, int(names.width()))
        painter.drawText(names, Qt.AlignmentFlag.AlignLeft | middle, words)
        room = QRectF(names.right() + 12, line.top() + 9, line.right() - names.right() - FIGURE_WIDTH - 12, LINE - 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(room, 4, 4)
        if bar.share > 0:
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(
                QRectF(room.left(), room.top(), max(6, room.width() * bar.share), room.height()), 4, 4
            )
        painter.setPen(QColor(tokens.text))
        figures = QRectF(room.right() + 10, line.top(), FIGURE_WIDTH - 10, LINE)
        painter.drawText(figures, Qt.AlignmentFlag.AlignLeft | middle, bar.figure)
        if bar.shared:
            small = QFont(font)
            small.setPixelSize(11)
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(figures, Qt.AlignmentFlag.AlignRight | middle, self._shared)
