"""What holds for every scene in every situation."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from facilitator.ui.fonts import inter
from facilitator.ui.scenes.canvas import HEIGHT, WIDTH, picture
from facilitator.ui.scenes.choosing import scene_for
from facilitator.ui.scenes.lettering import SMALLEST
from facilitator.ui.scenes.palette import palette
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView
from tests.ui.scenes.gallery import gallery
from tests.ui.scenes.recorder import texts

EVERY = [pytest.param(view, id=f"{name}-{language}") for language in ("sv", "en") for name, view in gallery(language)]
PAGES = 5
"""Plain pages of text that may be painted in the time of one frame; scenes take one to three and a half."""
SAFE = 24
"""Projectors may cut this much off each edge."""
BORDER = 200
DIFFERENCE = 10
"""Of 255 in the brightness of a block; a missing word makes far more."""


@pytest.mark.parametrize("view", EVERY)
def test_every_text_is_large_enough_and_wholly_on_the_canvas(view: SceneView) -> None:
    safe = QRectF(SAFE, SAFE, WIDTH - 2 * SAFE, HEIGHT - 2 * SAFE)
    for text in texts(view):
        assert text.pixels >= SMALLEST, text
        assert safe.contains(text.ink), text


@pytest.mark.parametrize("view", EVERY)
def test_no_text_lies_on_another(view: SceneView) -> None:
    for one, other in combinations(texts(view), 2):
        assert not one.ink.adjusted(2, 2, -2, -2).intersects(other.ink.adjusted(2, 2, -2, -2)), (one, other)


@pytest.mark.parametrize("view", EVERY)
def test_nothing_is_painted_outside_the_canvas(view: SceneView) -> None:
    image = QImage(WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER, QImage.Format.Format_RGB32)
    scene = scene_for(view)
    colours = palette(view.state.event.branding)
    ground = colours[scene.ground]
    image.fill(ground)
    painter = QPainter(image)
    painter.translate(BORDER, BORDER)
    scene.paint(Sheet(painter, colours), view)
    painter.fillRect(0, 0, WIDTH, HEIGHT, ground)
    painter.end()
    untouched = QImage(image.size(), image.format())
    untouched.fill(ground)
    assert image == untouched


@pytest.mark.parametrize("view", EVERY)
@pytest.mark.parametrize("width", [1280, 480])
def test_a_smaller_surface_shows_the_same(view: SceneView, width: int) -> None:
    """Nothing vanishes or moves: the small picture is the large one seen from afar."""
    small = picture(view, width, width * HEIGHT // WIDTH)
    afar = picture(view).scaled(small.size(), mode=Qt.TransformationMode.SmoothTransformation)
    for one, other in zip(_blocks(small), _blocks(afar), strict=True):
        assert abs(one - other) <= DIFFERENCE


def _blocks(image: QImage) -> bytes:
    """The picture in 16 × 9 blocks of average brightness."""
    grey = image.scaled(16, 9, mode=Qt.TransformationMode.SmoothTransformation)
    return bytes(grey.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("view", EVERY)
def test_a_picture_stays_for_some_time_or_for_good(view: SceneView) -> None:
    stays = scene_for(view).stays(view)
    assert stays is None or 0 < stays <= 60_000


@pytest.mark.parametrize("view", EVERY)
def test_a_frame_is_painted_in_time(view: SceneView) -> None:
    """Held against a plain page of text painted in the same breath."""
    picture(view)
    taken, plain = [], []
    for _ in range(5):
        plain.append(_milliseconds(_page_of_text))
        taken.append(_milliseconds(lambda: picture(view)))
    assert min(taken) <= PAGES * min(plain)


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _page_of_text() -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(inter(40))
    painter.setPen(Qt.GlobalColor.white)
    for line in range(24):
        painter.drawText(100, 40 * line + 80, "Myndighetssamverkan och kompetensförsörjning i samverkan, på tre rader")
    painter.end()
