"""Large text kept as a picture: Qt keeps the shapes of small glyphs only, and fills each large one anew."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from facilitator.ui.scenes.lettering import Block, Style, put

_KEPT = 4
"""Pictures kept: the projector's and a few previews'."""

_MARGIN = 0.4
"""Room for accents above and descenders below, in parts of the size."""


def put_stamped(painter: QPainter, block: Block, style: Style, area: QRectF, align: Qt.AlignmentFlag) -> None:
    """The same as `put`, at a small part of the cost from the second time on; for text that stays the same."""
    to_device = painter.deviceTransform()
    scale, margin = to_device.m11(), block.size * _MARGIN
    image = _picture(block, style.weight, style.tabular, style.colour.rgba(), area.width(), align, scale)
    # Put on whole device pixels, so that nothing is blurred.
    corner = to_device.map(area.topLeft() - QPointF(margin, margin))
    back, _ = to_device.inverted()
    place = back.map(QPointF(round(corner.x()), round(corner.y())))
    painter.drawImage(QRectF(place, QSizeF(image.width(), image.height()) / scale), image)


@lru_cache(maxsize=_KEPT)
def _picture(
    block: Block,
    weight: QFont.Weight,
    tabular: bool,
    colour: int,
    width: float,
    align: Qt.AlignmentFlag,
    scale: float,
) -> QImage:
    margin = block.size * _MARGIN
    across, down = ceil((width + 2 * margin) * scale), ceil((block.height + 2 * margin) * scale)
    image = QImage(across, down, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    style = Style(block.size, QColor.fromRgba(colour), weight, least=block.size, tabular=tabular)
    put(painter, block, style, QRectF(margin, margin, width, block.height), align)
    painter.end()
    return image
