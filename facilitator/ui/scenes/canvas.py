"""The logical canvas of 1920 × 1080 that every scene is painted on, and its way onto a surface of any shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.ui.scenes.view import SceneView

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1920, 1080
"""The canvas, in its own units."""


def placed(surface: QRectF) -> QRectF:
    """Where the canvas goes on a surface: as large as it can be, in the middle, its proportions kept."""
    scale = min(surface.width() / WIDTH, surface.height() / HEIGHT)
    placed_rect = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
    placed_rect.moveCenter(surface.center())
    return placed_rect


def paint_scene(painter: QPainter, surface: QRectF, view: SceneView) -> None:
    """Paint the scene on show over the whole surface, the strips beside the canvas included."""
    # Loaded here, since the console knows the canvas before it has to paint on it.
    from facilitator.ui.scenes.choosing import scene_for
    from facilitator.ui.scenes.palette import palette
    from facilitator.ui.scenes.sheet import Sheet

    scene = scene_for(view)
    sheet = Sheet(painter, palette(view.state.event.branding))
    sheet.box(surface, scene.ground)
    area = placed(surface)
    if area.isEmpty():
        return
    painter.save()
    painter.setClipRect(area)
    painter.translate(area.topLeft())
    painter.scale(area.width() / WIDTH, area.height() / HEIGHT)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.paint(sheet, view)
    painter.restore()


def picture(view: SceneView, width: int = WIDTH, height: int = HEIGHT) -> QImage:
    """The scene on show as an image of that many pixels."""
    from PySide6.QtGui import QImage

    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_scene(painter, QRectF(0, 0, width, height), view)
    painter.end()
    return image
