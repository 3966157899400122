"""Pictures of the event file on the canvas: slides, maps, the logo."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage

from facilitator.stage.model import Picture
from facilitator.ui.scenes.sheet import Sheet

_DECODED = 4
_SCALED = 8


def fitted(picture: Picture, area: QRectF, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> QRectF | None:
    """Where the picture goes in the area: whole, its proportions kept, in the middle of the height, and left, right or
    centred; None if it cannot be decoded."""
    image = _image(picture.data)
    if image.isNull():
        return None
    size = QSizeF(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(area.topLeft(), size)
    place.moveCenter(area.center())
    if align is Qt.AlignmentFlag.AlignLeft:
        place.moveLeft(area.left())
    elif align is Qt.AlignmentFlag.AlignRight:
        place.moveRight(area.right())
    return place


def paint_picture(sheet: Sheet, picture: Picture, place: QRectF) -> None:
    """Paint the picture over the whole place, which should be as `fitted` says."""
    scale = sheet.painter.deviceTransform().m11()
    pixels = QSize(max(1, round(place.width() * scale)), max(1, round(place.height() * scale)))
    sheet.painter.drawImage(place, _scaled(picture.data, pixels.width(), pixels.height()))


@lru_cache(maxsize=_DECODED)
def _image(data: bytes) -> QImage:
    return QImage.fromData(data)


@lru_cache(maxsize=_SCALED)
def _scaled(data: bytes, width: int, height: int) -> QImage:
    """As many pixels as the screen shows of it: scaling a large picture takes longer than a frame may."""
    scaled = _image(data).scaled(
        QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return scaled.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
