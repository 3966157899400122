"""The large countdown of the console and the thin bar below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.fonts import inter
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone

LARGEST = 132
SMALLEST = 22


class ClockFace(QWidget):
    """Digits of one width each, as large as the place allows."""

    def __init__(self, theme: Theme, largest: int = LARGEST) -> None:
        """`largest` is the digits' greatest size in pixels."""
        super().__init__()
        self._theme = theme
        self._largest = largest
        self._digits = ""
        self._tone: Tone | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def digits(self) -> str:
        """What it shows."""
        return self._digits

    def show_digits(self, digits: str, tone: Tone | None = None) -> None:
        """Show these digits; painted anew only if they are others."""
        if (digits, tone) != (self._digits, self._tone):
            self._digits, self._tone = digits, tone
            self.setAccessibleName(digits)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for minutes and seconds at the largest size."""
        return QSize(self._largest * 3, round(self._largest * 1.05))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for digits that can be read across a table."""
        return QSize(min(self._largest, 56) * 3, min(self._largest, 64))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the digits in the middle."""
        tokens = self._theme.tokens
        colours = {Tone.WARNING: tokens.warning, Tone.DANGER: tokens.danger, Tone.PLAIN: tokens.muted}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._fitting())
        painter.setPen(QColor(colours.get(self._tone, tokens.text) if self._tone else tokens.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._digits)
        painter.end()

    def _fitting(self) -> QFont:
        size = min(self._largest, round(self.height() * 0.95))
        width = QFontMetricsF(inter(100, QFont.Weight.Bold, tabular=True)).horizontalAdvance(self._digits) or 1
        size = min(size, int(self.width() * 100 / width))
        return inter(max(SMALLEST, size), QFont.Weight.Bold, tabular=True)


class ThinBar(QWidget):
    """How much of something is done, from 0 to 1."""

    def __init__(self, theme: Theme, name: str, height: int = 8) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__()
        self._theme = theme
        self._name = name
        self._share = 0.0
        self._tone = Tone.ACCENT
        self.setFixedHeight(height)
        self.setAccessibleName(name)

    def show_share(self, share: float, tone: Tone = Tone.ACCENT) -> None:
        """Show this share; painted anew only if it moved by a pixel."""
        share = min(1.0, max(0.0, share))
        if tone is not self._tone or round(share * self.width()) != round(self._share * self.width()):
            self._tone = tone
            self.update()
        self._share = share
        self.setAccessibleDescription(f"{share:.0%}")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the track and what is done."""
        tokens = self._theme.tokens
        colours = {
            Tone.ACCENT: tokens.accent,
            Tone.WARNING: tokens.warning,
            Tone.DANGER: tokens.danger,
            Tone.GOOD: tokens.good,
            Tone.PLAIN: tokens.muted,
        }
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        width = self.width() * self._share
        if width >= 1:
            painter.setBrush(QColor(colours[self._tone]))
            painter.drawRoundedRect(QRectF(0, 0, max(width, self.height()), self.height()), radius, radius)
        painter.end()
