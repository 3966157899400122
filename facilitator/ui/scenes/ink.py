"""Puts fitted text on the canvas.

Qt keeps the shapes of small glyphs only and fills each large one anew, at milliseconds a line; large words, which stay
for minutes, are therefore kept as pictures.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.ui.scenes.lettering import CAP_HEIGHT, LEADING, Block, Style, fit, width
from facilitator.ui.scenes.sheet import Sheet

KEPT_FROM = 64
"""Pixels of size above which words are kept as pictures: there Qt stops keeping glyphs."""

_PICTURES = 12
"""Pictures kept: a few blocks on the projector, and the same on previews."""

_MARGIN = 0.4
"""Room round a picture for accents above and descenders below, in parts of the size."""


def put(sheet: Sheet, block: Block, style: Style, area: QRectF, align: Qt.AlignmentFlag) -> None:
    """Paint a block with the top of its capitals at the top of the area, each line left, right or centred in it.

    Only the area's corner and width count; its height may be zero.
    """
    if block.size > KEPT_FROM and not style.tabular:
        _put_picture(sheet, block, style, area, align)
    else:
        _put_lines(sheet.painter, block, style, sheet.palette[style.tint], area, align)


def write(
    sheet: Sheet,
    words: str,
    style: Style,
    area: QRectF,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Block:
    """Set one line in the area's width, its capitals in the middle of the area's height; tells what was painted."""
    block = fit(words, style, area.width())
    top = area.center().y() - block.height / 2
    put(sheet, block, style, QRectF(area.left(), top, area.width(), block.height), align)
    return block


def _put_lines(
    painter: QPainter, block: Block, style: Style, colour: QColor, area: QRectF, align: Qt.AlignmentFlag
) -> None:
    painter.setFont(style.font(block.size))
    painter.setPen(colour)
    sized = style.sized(block.size)
    baseline = area.top() + block.size * CAP_HEIGHT
    for line in block.lines:
        left = area.left()
        if align is not Qt.AlignmentFlag.AlignLeft:
            spare = area.width() - width(line, sized)
            left += spare if align is Qt.AlignmentFlag.AlignRight else spare / 2
        painter.drawText(QPointF(left, baseline), line)
        baseline += block.size * LEADING


def _put_picture(sheet: Sheet, block: Block, style: Style, area: QRectF, align: Qt.AlignmentFlag) -> None:
    painter = sheet.painter
    to_device = painter.deviceTransform()
    scale, margin = to_device.m11(), block.size * _MARGIN
    colour = sheet.palette[style.tint].rgba()
    image = _picture(block, style, colour, max(area.width(), block.width), align, scale)
    # On whole device pixels, so that nothing is blurred.
    corner = to_device.map(area.topLeft() - QPointF(margin, margin))
    back, _ = to_device.inverted()
    place = back.map(QPointF(round(corner.x()), round(corner.y())))
    painter.drawImage(QRectF(place, QSizeF(image.width(), image.height()) / scale), image)


@lru_cache(maxsize=_PICTURES)
def _picture(block: Block, style: Style, colour: int, across: float, align: Qt.AlignmentFlag, scale: float) -> QImage:
    margin = block.size * _MARGIN
    pixels = QSizeF(across + 2 * margin, block.height + 2 * margin) * scale
    image = QImage(ceil(pixels.width()), ceil(pixels.height()), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    area = QRectF(margin, margin, across, block.height)
    _put_lines(painter, block, style, QColor.fromRgba(colour), area, align)
    painter.end()
    return image
