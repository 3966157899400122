"""Large words kept as a picture look like words painted anew."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from facilitator.event.model import Branding
from facilitator.ui.scenes import ink
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint, palette
from facilitator.ui.scenes.sheet import Sheet

STYLE = Style(120, Tint.STRONG, QFont.Weight.Bold)
COLOURS = palette(Branding())
AREA = QRectF(100, 150, 1700, 0)
NEVER = 10_000


@pytest.mark.parametrize("scale", [1.0, 2 / 3, 0.2])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("align", [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter])
def test_a_kept_picture_covers_the_same_pixels(scale: float, ratio: float, align: Qt.AlignmentFlag) -> None:
    kept, plain = _painted(ink.KEPT_FROM, scale, ratio, align), _painted(NEVER, scale, ratio, align)
    assert plain
    # Outlines may fall half a device pixel beside where they would have been.
    assert all(abs(one - other) <= 1 for one, other in zip(_box(kept), _box(plain), strict=True))
    assert len(kept ^ plain) <= (0 if scale == 1 else len(plain) / 4)


def _painted(kept_from: int, scale: float, ratio: float, align: Qt.AlignmentFlag) -> set[tuple[int, int]]:
    """The pixels that are more ink than paper."""
    image = QImage(round(1920 * scale * ratio), round(540 * scale * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    with patch.object(ink, "KEPT_FROM", kept_from):
        ink.put(Sheet(painter, COLOURS), fit("Ångströms gäng åter", STYLE, AREA.width(), 3), STYLE, AREA, align)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(grey.constBits())
    return {divmod(at, grey.bytesPerLine()) for at, value in enumerate(pixels) if value > 127}


def _box(pixels: set[tuple[int, int]]) -> tuple[int, int, int, int]:
    rows, columns = [row for row, _ in pixels], [column for _, column in pixels]
    return min(rows), max(rows), min(columns), max(columns)
