"""Takes the pictures of the guide: every scene, and every page that it is handed, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.event.model import Theme
from facilitator.ui.fonts import inter, load_fonts
from facilitator.ui.scenes.canvas import picture
from facilitator.ui.scenes.palette import Tint, palette
from facilitator.ui.scenes.showcase import showcase
from facilitator.ui.scenes.view import SceneView

ADDRESS = "http://192.168.1.20:8137/"
"""What the codes on the pictures say: an address that leads nowhere outside a room."""

WIDTH, HEIGHT = 1280, 720
"""Pixels of a scene's picture."""

COLUMNS, GAP = 3, 8
"""Scenes side by side on an overview, and the pixels between two of them."""

TURNS = 4
"""Turns of the event loop until a page is laid out and its previews, which wait for the first paint, are painted."""

_COLOURS = 256
_SMALLEST = 100

Pages = Callable[[State, Translator], Iterable[tuple[str, QWidget]]]
"""Makes the console's pages on an event, each with the name of its picture; each is painted before the next is made."""


def take_pictures(
    state: State, language: str, out: Path, pages: Pages | None = None, theme: Theme = Theme.DARK
) -> list[Path]:
    """Write a PNG for each scene and each page of this event; needs a QApplication. Gives the files back.

    Scenes in the light theme have it in their names.

    Raises:
        OSError: a picture cannot be written.
    """
    load_fonts()
    tr = Translator(language)
    out.mkdir(parents=True, exist_ok=True)
    kind = "scene" if theme is Theme.DARK else "scene-light"
    taken = []
    for name, view in scenes(state, tr, theme):
        taken.append(out / f"{kind}-{name}-{language}.png")
        write(picture(view, WIDTH, HEIGHT), taken[-1])
    for name, page in pages(state, tr) if pages is not None else ():
        for _turn in range(TURNS):
            QApplication.processEvents()
        taken.append(out / f"console-{name}-{language}.png")
        write(page.grab().toImage(), taken[-1])
    return taken


def scenes(state: State, tr: Translator, theme: Theme) -> Iterable[tuple[str, SceneView]]:
    """Every scene of this event by name, with words where its host has not written any yet."""
    event = replace(
        state.event,
        wifi_name=state.event.wifi_name or tr("Hack day"),
        language=tr.language,
        branding=replace(state.event.branding, theme=theme),
        welcome=state.event.welcome or tr("Take a badge and some coffee\nFind your table on the list"),
    )
    for piece in showcase(replace(state, event=event), tr("Lunch. We go on at 12:27 — bring your coffee.")):
        turnouts = dict.fromkeys(state.voting.ballots, piece.turnout)
        yield piece.name, SceneView(piece.state, piece.now, tr, turnouts, ADDRESS)


def overview(views: Sequence[SceneView], width: int = WIDTH) -> QImage:
    """All these scenes small, side by side."""
    across = (width - GAP * (COLUMNS + 1)) // COLUMNS
    size = QSize(across, across * HEIGHT // WIDTH)
    rows = -(-len(views) // COLUMNS)
    image = QImage(width, GAP + rows * (size.height() + GAP), QImage.Format.Format_RGB32)
    image.fill(palette(views[0].state.event.branding)[Tint.TRACK])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index, view in enumerate(views):
        row, column = divmod(index, COLUMNS)
        place = QRectF(GAP + column * (across + GAP), GAP + row * (size.height() + GAP), across, size.height())
        painter.drawImage(place, picture(view, 2 * across, 2 * size.height()))
    painter.end()
    return image


def room_plan(tables: Iterable[int]) -> bytes:
    """A picture to show: where the tables stand, as a PNG."""
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f1ea"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(500, 40, 600, 70, QColor("#3a3f4b"))
    painter.setFont(inter(56, QFont.Weight.Bold, tabular=True))
    painter.setPen(QColor("#ffffff"))
    painter.setBrush(QColor("#2f6f73"))
    for index, number in enumerate(tables):
        row, column = divmod(index, 6)
        table = QRectF(150 + 220 * column + 60 * (row % 2), 190 + 230 * row, 150, 150)
        painter.drawEllipse(table)
        painter.drawText(table, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def write(image: QImage, path: Path) -> None:
    """Write a small PNG: flat colours and edges of letters need no more than 256 colours.

    Raises:
        OSError: it cannot be written.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    colours = [colour for colour, _ in counted.most_common(_COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, colours, flags)
    writer = QImageWriter(str(path), QByteArray(b"png"))
    writer.setCompression(_SMALLEST)
    if not writer.write(small):
        raise OSError(f"{path}: {writer.errorString()}")
