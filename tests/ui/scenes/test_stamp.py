"""Text kept as a picture looks like text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from facilitator.ui.scenes.lettering import Block, Style, fit, put
from facilitator.ui.scenes.stamp import put_stamped

STYLE = Style(120, QColor("white"), QFont.Weight.Bold)
AREA = QRectF(100, 150, 1700, 0)
FAINT = 24
"""Difference of a channel that nobody sees."""


@pytest.mark.parametrize("scale", [1.0, 2 / 3, 0.2])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_it_is_the_same_picture_at_every_scale(scale: float, ratio: float) -> None:
    block = fit("Ångströms gäng åter klockan 12:27", STYLE, AREA.width(), 3)
    plain, stamped = (_painted(way, block, scale, ratio) for way in (put, put_stamped))
    differing = sum(
        abs(plain.pixelColor(x, y).red() - stamped.pixelColor(x, y).red()) > FAINT
        for x in range(0, plain.width(), 3)
        for y in range(0, plain.height(), 3)
    )
    inked = sum(
        plain.pixelColor(x, y).red() > FAINT for x in range(0, plain.width(), 3) for y in range(0, plain.height(), 3)
    )
    assert inked > 100
    # Outlines may fall half a pixel beside where they would have been.
    assert differing <= inked * 0.5 if scale < 1 else differing == 0


def _painted(way: object, block: Block, scale: float, ratio: float) -> QImage:
    image = QImage(round(1920 * scale * ratio), round(540 * scale * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    assert callable(way)
    way(painter, block, STYLE, AREA, Qt.AlignmentFlag.AlignHCenter)
    painter.end()
    return image
