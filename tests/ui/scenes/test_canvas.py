"""The canvas on surfaces of any shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from facilitator.stage.model import SceneName
from facilitator.ui.scenes import palette
from facilitator.ui.scenes.canvas import HEIGHT, WIDTH, picture, placed
from facilitator.ui.scenes.palette import NIGHT
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


@pytest.mark.parametrize("ink", ["WHITE", "INK", "SOFT", "SKY", "AMBER", "CORAL"])
@pytest.mark.parametrize("ground", ["NIGHT", "PANEL"])
def test_text_stands_out(ink: str, ground: str) -> None:
    one, other = sorted((_luminance(getattr(palette, name)) for name in (ink, ground)), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 7


def _luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
