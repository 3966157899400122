"""What scenes are painted on: a painter that knows the colours of the event's theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from facilitator.common.frozen import frozen
from facilitator.ui.scenes.palette import Palette, Tint


@frozen
class Sheet:
    """A painter in canvas coordinates and the palette that tints are looked up in."""

    painter: QPainter
    palette: Palette

    def fill(self, path: QPainterPath, tint: Tint) -> None:
        """Fill a shape."""
        self.painter.fillPath(path, self.palette[tint])

    def box(self, area: QRectF, tint: Tint) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(area, self.palette[tint])

    def outline(self, path: QPainterPath, tint: Tint, thick: float) -> None:
        """Draw a line round a shape."""
        pen = QPen(self.palette[tint], thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.strokePath(path, pen)
