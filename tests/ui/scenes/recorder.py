"""A painter that remembers every text it paints."""

from __future__ import annotations

from dataclasses import dataclass
from unittest.mock import patch

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath

from facilitator.ui.scenes import ink
from facilitator.ui.scenes.canvas import HEIGHT, WIDTH
from facilitator.ui.scenes.choosing import scene_for
from facilitator.ui.scenes.palette import palette
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView


@dataclass(frozen=True)
class Painted:
    """A text, where its ink went on the canvas, its size and its colour."""

    text: str
    ink: QRectF
    pixels: int
    colour: str


class Recorder(QPainter):
    """Paints as any painter, and takes notes in canvas coordinates."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.painted: list[Painted] = []
        self.filled: list[tuple[QPainterPath, str]] = []

    def drawText(self, at: QPointF, words: str) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        ink = QFontMetricsF(self.font()).tightBoundingRect(words).translated(at)
        colour = self.pen().color().name()
        self.painted.append(Painted(words, self.transform().mapRect(ink), self.font().pixelSize(), colour))
        super().drawText(at, words)

    def fillPath(self, path: QPainterPath, colour: QColor) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self.filled.append((QPainterPath(path), colour.name()))
        super().fillPath(path, colour)


def record(view: SceneView) -> Recorder:
    """The scene painted, and what was painted."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    with patch.object(ink, "KEPT_FROM", HEIGHT):
        scene_for(view).paint(Sheet(painter, palette(view.state.event.branding)), view)
    painter.end()
    return painter


def texts(view: SceneView) -> list[Painted]:
    """Everything written on the scene."""
    return record(view).painted


def shapes(view: SceneView, area: QRectF) -> list[tuple[tuple[tuple[int, int], ...], str]]:
    """The corners and the colour of everything filled in this part of the scene."""
    return [
        (tuple((round(each.x), round(each.y)) for each in map(path.elementAt, range(path.elementCount()))), colour)
        for path, colour in record(view).filled
        if area.contains(path.boundingRect())
    ]


def words(view: SceneView) -> str:
    """Everything written on the scene, one text a line."""
    return "\n".join(each.text for each in texts(view))
