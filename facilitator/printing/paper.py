"""Sizes of sheets and badges, in millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from facilitator.common.frozen import frozen


class Paper(Enum):
    """The sheets that office printers take, upright; the value is width and height in millimetres."""

    A4 = (210.0, 297.0)
    LETTER = (215.9, 279.4)

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return self.value[0]

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return self.value[1]


@frozen
class BadgeSize:
    """A badge (namnbricka) as it is sold; width and height in millimetres."""

    width: float
    height: float


BADGE_90X54 = BadgeSize(90.0, 54.0)
"""Inserts for the usual badge holder, ten on an A4."""

BADGE_A6 = BadgeSize(105.0, 148.0)
"""Upright, for lanyards, four on an A4."""

BADGE_A7 = BadgeSize(105.0, 74.0)
"""Eight on an A4."""

BADGE_SIZES: Mapping[str, BadgeSize] = {"54 × 90": BADGE_90X54, "A7": BADGE_A7, "A6": BADGE_A6}
"""The sizes that badge holders are sold for, by the names that stand on their packets."""


@frozen
class Grid:
    """Equal cells on a sheet, centred, row by row; lengths in millimetres."""

    paper: Paper
    width: float
    height: float
    columns: int
    rows: int

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return (self.paper.width - self.columns * self.width) / 2

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return (self.paper.height - self.rows * self.height) / 2

    @property
    def per_page(self) -> int:
        """Cells on one sheet."""
        return self.columns * self.rows

    def corner(self, index: int) -> tuple[float, float]:
        """Left and top of a cell, counted from 0 along the rows; indexes run on over the sheets."""
        row, column = divmod(index % self.per_page, self.columns)
        return self.left + column * self.width, self.top + row * self.height


def grid_of(paper: Paper, width: float, height: float) -> Grid:
    """As many cells of this size as the sheet holds; no cells at all where not even one fits."""
    tolerance = 0.01
    return Grid(paper, width, height, int(paper.width / width + tolerance), int(paper.height / height + tolerance))
