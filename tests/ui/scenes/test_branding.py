"""An event's own colours are shown only as they can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from facilitator.event.model import Branding, Theme
from facilitator.ui.scenes.branding import GRAPHICS, TEXT, checked, contrast, least_contrast, readable, written_on
from facilitator.ui.scenes.palette import Tint, grounds_of, palette

COLOUR = some.integers(0, 0xFFFFFF).map("#{:06x}".format)
THEME = some.sampled_from(Theme)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4.0), ("#336699", "#336699", 1)],
)
def test_contrast_is_what_the_guidelines_say(one: str, other: str, ratio: float) -> None:
    """Figures as published for these pairs."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(COLOUR, THEME, some.sampled_from((TEXT, GRAPHICS)))
def test_what_is_shown_can_be_read(colour: str, theme: Theme, least: float) -> None:
    assert least_contrast(readable(colour, grounds_of(theme), least), grounds_of(theme)) >= least


@given(COLOUR, THEME)
def test_a_colour_that_can_be_read_is_left_alone_and_another_is_changed_no_more_than_needed(
    colour: str, theme: Theme
) -> None:
    seen = checked(colour, grounds_of(theme))
    assert seen.adjusted == (seen.contrast < TEXT)
    if seen.adjusted:
        assert least_contrast(seen.shown, grounds_of(theme)) < TEXT + 0.2


@given(COLOUR)
def test_words_on_a_colour_can_be_read(colour: str) -> None:
    assert contrast(written_on(colour), colour) >= TEXT


@given(COLOUR, COLOUR, THEME)
def test_the_events_colours_reach_the_screen(primary: str, accent: str, theme: Theme) -> None:
    colours = palette(Branding(primary, accent, theme=theme))
    assert colours[Tint.ACCENT].name() == checked(accent, grounds_of(theme)).shown
    assert colours[Tint.CALM].name() == checked(primary, grounds_of(theme)).shown
    assert colours[Tint.ALARM] == palette(Branding(theme=theme))[Tint.ALARM]


@pytest.mark.parametrize("wrong", ["", "#fff", "336699", "#33669g"])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        contrast(wrong, "#ffffff")
