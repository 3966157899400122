"""The colours on paper. All of them carry white text, or stand on white, at a contrast of at least 4.5 : 1."""

from __future__ import annotations

from facilitator.printing.marks import Colour

BLACK: Colour = "#14181F"
SLATE: Colour = "#4A5468"
ACCENT: Colour = "#2F5BD0"
TINT: Colour = "#F0F3FB"
RULE: Colour = "#D5DAE3"
CUT: Colour = "#9AA3B2"
WHITE: Colour = "#FFFFFF"

SECTORS: tuple[Colour, ...] = ("#1D5FA8", "#B4480C", "#0F7A55", "#9C2B78", "#5B6472")
"""One for each sector in order, beginning again after the fifth; a letter always stands with the colour."""


def of_sector(position: int) -> Colour:
    """The colour of the sector at a place in the list of sectors, counted from 0."""
    return SECTORS[position % len(SECTORS)]
