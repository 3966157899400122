"""QR codes on the projector."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.ui.scenes.furniture import rounded

_DARK, _LIGHT = 0xFF000000, 0xFFFFFFFF
_INSET = 6
_SHARP_FROM = 2
_ESCAPED = '\\;,:"'


def wifi(name: str, password: str) -> str:
    """What a phone reads to join a Wi-Fi (the format that ZXing introduced: `\\ ; , : "` are escaped)."""
    kind = f"WPA;S:{_escaped(name)};P:{_escaped(password)}" if password else f"nopass;S:{_escaped(name)}"
    return f"WIFI:T:{kind};;"


def code(painter: QPainter, content: str, area: QRectF) -> None:
    """Paint a code on white paper, quiet zone included; the area should be square."""
    painter.fillPath(rounded(area, 16), QColor(_LIGHT))
    painter.save()
    image, inner = _image(content), area.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    # On a preview modules are smaller than pixels: left sharp, some of them would vanish.
    tiny = inner.width() * painter.deviceTransform().m11() < _SHARP_FROM * image.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, tiny)
    painter.drawImage(inner, image)
    painter.restore()


def _escaped(words: str) -> str:
    return "".join(f"\\{character}" if character in _ESCAPED else character for character in words)


@lru_cache(maxsize=8)
def _image(content: str) -> QImage:
    """One pixel per module."""
    # Imported here so that a program that never shows a code starts without the library.
    from facilitator.printing.codes import modules

    rows = modules(content)
    image = QImage(len(rows), len(rows), QImage.Format.Format_ARGB32)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixel(x, y, _DARK if dark else _LIGHT)
    return image
