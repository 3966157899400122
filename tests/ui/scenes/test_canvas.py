"""The canvas on surfaces of any shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.event.model import Branding, Theme
from facilitator.stage.model import SceneName
from facilitator.ui.scenes.branding import contrast
from facilitator.ui.scenes.canvas import HEIGHT, WIDTH, paint_scene, picture, placed
from facilitator.ui.scenes.palette import NIGHT, Tint, palette
from tests.ui.scenes import fixtures as of

EDGE = some.integers(1, 8000)


@given(EDGE, EDGE)
def test_the_canvas_keeps_its_shape_and_touches_two_edges(width: int, height: int) -> None:
    area = placed(QRectF(0, 0, width, height))
    assert area.width() / area.height() == pytest.approx(WIDTH / HEIGHT)
    assert area.center() == QRectF(0, 0, width, height).center()
    assert max(area.width() / width, area.height() / height) == pytest.approx(1)


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1080, 1920), (3840, 1080)])
def test_the_strips_beside_the_canvas_have_the_scenes_colour(width: int, height: int) -> None:
    view = of.view(of.on_show(of.sample_event(), SceneName.AGENDA), of.at(8, 0))
    image = picture(view, width, height)
    for x, y in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)):
        assert image.pixelColor(x, y) == NIGHT


def test_blank_is_black_to_the_last_pixel() -> None:
    image = picture(of.view(of.on_show(of.sample_event(), SceneName.BLANK), of.at(8, 0)), 400, 300)
    assert {image.pixel(x, y) for x in range(400) for y in range(300)} == {0xFF000000}


INKS = (Tint.STRONG, Tint.INK, Tint.SOFT)
ACCENTS = (Tint.CALM, Tint.ACCENT, Tint.CAUTION, Tint.ALARM)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("ink", INKS + ACCENTS)
@pytest.mark.parametrize("ground", [Tint.GROUND, Tint.PANEL])
def test_text_stands_out(theme: Theme, ink: Tint, ground: Tint) -> None:
    colours = palette(Branding(theme=theme))
    assert contrast(colours[ink].name(), colours[ground].name()) >= (7 if ink in INKS else 4.5)


@pytest.mark.parametrize("theme", Theme)
def test_shapes_and_what_is_written_on_them_stand_out(theme: Theme) -> None:
    colours = {tint: colour.name() for tint, colour in palette(Branding(theme=theme)).items()}
    assert contrast(colours[Tint.MEASURE], colours[Tint.GROUND]) >= 3
    assert contrast(colours[Tint.ON_MEASURE], colours[Tint.MEASURE]) >= 4.5
    assert contrast(colours[Tint.ON_ACCENT], colours[Tint.ACCENT]) >= 4.5


SCENES = (SceneName.CLOCK, SceneName.WELCOME, SceneName.FIND_TABLE, SceneName.BALLOT)
FEW = 0.01
"""Edges may fall a fraction of a pixel beside where they would have been."""


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("screen", [(1600, 1200), (1280, 2276), (2400, 900)], ids=["4:3", "portrait", "ultra-wide"])
def test_a_screen_of_another_shape_shows_the_same_canvas(scene: SceneName, screen: tuple[int, int]) -> None:
    """Nothing is clipped or moved: it is the 16:9 picture with strips beside it."""
    view = of.view(of.on_show(of.sample_event(), scene), of.at(8, 0))
    across = min(screen[0], screen[1] * WIDTH // HEIGHT)
    tall = across * HEIGHT // WIDTH
    canvas = picture(view, *screen).copy((screen[0] - across) // 2, (screen[1] - tall) // 2, across, tall)
    assert _difference(canvas, picture(view, across, tall)) <= FEW


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_scaled_screen_shows_as_much(scene: SceneName, ratio: float) -> None:
    """At 100 to 200 % the picture has all of the screen's pixels."""
    view = of.view(of.on_show(of.sample_event(), scene), of.at(8, 0))
    scaled = QImage(1600, 900, QImage.Format.Format_RGB32)
    scaled.setDevicePixelRatio(ratio)
    painter = QPainter(scaled)
    paint_scene(painter, QRectF(0, 0, 1600 / ratio, 900 / ratio), view)
    painter.end()
    assert _difference(scaled, picture(view, 1600, 900)) <= FEW


def _difference(one: QImage, other: QImage) -> float:
    """The share of pixels that are not the same."""
    pairs = zip(*(memoryview(image.constBits()).cast("I")[::7] for image in (one, other)), strict=True)
    same = [left == right for left, right in pairs]
    share: float = 1 - sum(same) / len(same)
    return share
