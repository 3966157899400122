"""The colours of the scenes, dark and light. Inks stand at least 7 : 1 against what they are written on (WCAG 2.2,
1.4.6), accents and an event's own colours at least 4.5 : 1 (1.4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from functools import lru_cache

from PySide6.QtGui import QColor

from facilitator.event.model import Branding, Theme
from facilitator.ui.scenes.branding import GRAPHICS, readable, written_on


class Tint(StrEnum):
    """What a colour is for."""

    BLACK = auto()
    """The blank scene, in both themes."""
    PAPER = auto()
    """Under QR codes, in both themes."""
    GROUND = auto()
    """Behind everything."""
    PANEL = auto()
    """Cards and bands that lift something from the ground."""
    TRACK = auto()
    """The unfilled part of a bar; lines."""
    STRONG = auto()
    """What matters most."""
    INK = auto()
    """Ordinary text."""
    SOFT = auto()
    """What comes second: labels, times that have passed."""
    MEASURE = auto()
    """Filled shapes that only measure."""
    ON_MEASURE = auto()
    """Words on such a shape."""
    CALM = auto()
    """The accent of a clock that runs as it should."""
    ACCENT = auto()
    """The one accent: what the eye should find first."""
    ON_ACCENT = auto()
    """Words on a shape filled with it."""
    CAUTION = auto()
    """The time is running out."""
    ALARM = auto()
    """The time is nearly over, or is over."""


Palette = Mapping[Tint, QColor]
"""A colour for every tint."""

_SAME = {Tint.BLACK: "#000000", Tint.PAPER: "#ffffff"}
_DARK = {
    Tint.GROUND: "#0c162d",
    Tint.PANEL: "#16233f",
    Tint.TRACK: "#26365c",
    Tint.STRONG: "#ffffff",
    Tint.INK: "#dbe4f7",
    Tint.SOFT: "#a9b8d9",
    Tint.MEASURE: "#5b7fe3",
    Tint.CALM: "#9db8ff",
    Tint.ACCENT: "#ffc857",
    Tint.CAUTION: "#ffc857",
    Tint.ALARM: "#ff9a8b",
}
_LIGHT = {
    Tint.GROUND: "#fbfcff",
    Tint.PANEL: "#eef3fc",
    Tint.TRACK: "#c9d4ea",
    Tint.STRONG: "#0b1530",
    Tint.INK: "#1f2b4a",
    Tint.SOFT: "#3f4d6e",
    Tint.MEASURE: "#4a6fdc",
    Tint.CALM: "#1d3f9e",
    Tint.ACCENT: "#ad4a00",
    Tint.CAUTION: "#a85400",
    Tint.ALARM: "#a01020",
}
_THEMES = {Theme.DARK: _DARK, Theme.LIGHT: _LIGHT}


@lru_cache(maxsize=8)
def palette(branding: Branding) -> Palette:
    """The theme's colours, with the event's own where it has some and they can be read."""
    colours = _SAME | _THEMES[branding.theme]
    grounds = grounds_of(branding.theme)
    if branding.primary:
        colours[Tint.CALM] = readable(branding.primary, grounds)
        colours[Tint.MEASURE] = readable(branding.primary, grounds, GRAPHICS)
    if branding.accent:
        colours[Tint.ACCENT] = readable(branding.accent, grounds)
    colours[Tint.ON_MEASURE] = written_on(colours[Tint.MEASURE])
    colours[Tint.ON_ACCENT] = written_on(colours[Tint.ACCENT])
    return {tint: QColor(colours[tint]) for tint in Tint}


def grounds_of(theme: Theme) -> tuple[str, ...]:
    """What is written on in this theme: the ground and the panels on it, as `#rrggbb`."""
    return _THEMES[theme][Tint.GROUND], _THEMES[theme][Tint.PANEL]


NIGHT = QColor(_DARK[Tint.GROUND])
"""The ground of an event that has not chosen otherwise."""
