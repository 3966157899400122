"""The small coloured square with a letter that stands for a sector, on screen as on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.participants.model import Participant, Roster, Sector

NOBODY = ("–", "#5B6472")
"""The chip of people without a sector."""


def sector_chips(roster: Roster) -> dict[int, tuple[str, str]]:
    """Sector → its letter and its colour, the same as on printed sheets."""
    # Imported here because paper brings its library with it, and the first page shows no sectors.
    from facilitator.printing.ink import of_sector

    order = sorted(roster.sectors.values(), key=lambda sector: (sector.position, sector.id))
    return {sector.id: (sector.letter, of_sector(place)) for place, sector in enumerate(order)}


def chip_of(person: Participant, roster: Roster) -> tuple[str, str]:
    """The chip of a person's sector."""
    return sector_chips(roster).get(person.sector or 0, NOBODY)


def sectors_in_order(roster: Roster) -> tuple[Sector, ...]:
    """The sectors as the host listed them."""
    return tuple(sorted(roster.sectors.values(), key=lambda sector: (sector.position, sector.id)))


def paint_chip(painter: QPainter, spot: QRectF, letter: str, colour: str) -> None:
    """Paint a chip; the letter shrinks if it is more than one sign."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(spot, 5, 5)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(spot.height() * (0.6 if len(letter) < 2 else 0.46))))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, letter[:3])
    painter.restore()


class Chip(QWidget):
    """A chip on its own."""

    def __init__(self, letter: str, colour: str, name: str) -> None:
        """`name` is what the chip stands for."""
        super().__init__()
        self._letter, self._colour = letter, colour
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        return QSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_chip(painter, QRectF(self.rect()), self._letter, self._colour)
        painter.end()
