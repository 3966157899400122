"""Pictures from files that anybody may have made: read with limits, made small, and encoded anew without what else
they carried (where a photo was taken, comments, colour profiles)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from facilitator.common.errors import Unreadable, UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text

LARGEST_FILE = 40_000_000
"""Bytes; no camera makes larger photos."""

LONGEST_SIDE = 2_000
"""Pixels; a projector shows 1,920."""

MOST_PIXELS = 60_000_000
"""What a file may claim to hold; with more, a few bytes could ask for all of the memory."""

SMALL, LARGEST = 300_000, 1_000_000
"""Bytes: up to the first a picture stays as sharp as it is, more than the second none may have."""

SUFFIXES = ("png", "jpg", "jpeg", "webp", "gif", "bmp")
"""The endings that the dialog offers; what a file is, its content says."""

_FORMATS = {"png", "jpeg", "jpg", "webp", "gif", "bmp"}
_JPEG_QUALITY = 85
_SMALLER = 0.8


@frozen
class PictureFile:
    """A picture as the event keeps it, and what the file was called."""

    name: str
    data: bytes


def read_picture(path: Path) -> PictureFile:
    """The picture in a file, no side longer than `LONGEST_SIDE` and not larger than `LARGEST`.

    Raises:
        UserError: the file cannot be read, is too large, or holds no picture that can be shown.
    """
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError as error:
        raise UserError(
            text("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or str(error)),
            text("Choose another file."),
        ) from error
    if size is None:
        raise UserError(text("“{name}” is no file.", name=path.name), text("Choose a PNG or JPEG picture."))
    if size > LARGEST_FILE:
        raise UserError(
            text("“{name}” is larger than {most} MB.", name=path.name, most=LARGEST_FILE // 1_000_000),
            text("Save it smaller and try again."),
        )
    return PictureFile(path.stem, _encoded(_fresh(_read(path))))


def _read(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if not reader.canRead() or bytes(reader.format().data()).decode() not in _FORMATS:
        raise Unreadable(
            text("“{name}” holds no picture that can be shown.", name=path.name),
            text("Save it as a PNG or JPEG picture and try again."),
        )
    whole = reader.size()
    if whole.isValid() and max(whole.width(), whole.height()) > LONGEST_SIDE:
        reader.setScaledSize(_within(whole, LONGEST_SIDE))
    image = reader.read() if whole.width() * whole.height() <= MOST_PIXELS else QImage()
    if image.isNull():
        raise Unreadable(
            text("The picture “{name}” is damaged or far too large.", name=path.name),
            text("Open it in a drawing program, save it anew, and try again."),
        )
    longest = max(image.width(), image.height())
    return image if longest <= LONGEST_SIDE else _scaled(image, LONGEST_SIDE)


def _fresh(image: QImage) -> QImage:
    """The same pixels in sRGB, with nothing else that the file said."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    opaque = not image.hasAlphaChannel()
    made = QImage(image.size(), QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def _encoded(image: QImage) -> bytes:
    """PNG for what is see-through or small enough, otherwise JPEG; smaller in pixels until it fits."""
    data = _saved(image, "PNG")
    if not image.hasAlphaChannel() and len(data) > SMALL:
        data = _saved(image, "JPEG", _JPEG_QUALITY)
    while len(data) > LARGEST:
        image = _scaled(image, round(max(image.width(), image.height()) * _SMALLER))
        data = _saved(image, "PNG") if image.hasAlphaChannel() else _saved(image, "JPEG", _JPEG_QUALITY)
    return data


def _saved(image: QImage, kind: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]  # the stubs want bytes, the binding takes str
    return bytes(buffer.data().data())


def _scaled(image: QImage, side: int) -> QImage:
    return image.scaled(
        _within(image.size(), side), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _within(size: QSize, side: int) -> QSize:
    """The size with its longer side as long as this, and neither less than one pixel."""
    return size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
