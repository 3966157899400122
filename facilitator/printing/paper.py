"""Sizes of sheets and badges, in millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text


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
    """A badge (namnbricka) as it is sold, and how its sheet is divided; lengths in millimetres.

    `across` and `down` are the white between two badges; `rows` how many stand below each other where the sheet has
    fewer than it could. Sheets that are `precut` come with their badges cut or perforated, on `paper` alone.
    """

    width: float
    height: float
    across: float = 0.0
    down: float = 0.0
    rows: int | None = None
    precut: bool = False
    paper: Paper | None = None


BADGE_90X54 = BadgeSize(90.0, 54.0)
"""Inserts for the usual badge holder, ten on an A4."""

BADGE_A6 = BadgeSize(105.0, 148.0)
"""Upright, for lanyards, four on an A4."""

BADGE_A7 = BadgeSize(105.0, 74.0)
"""Eight on an A4."""

BADGE_SIZES: Mapping[str, BadgeSize] = {
    "54x90": BADGE_90X54,
    "a7": BADGE_A7,
    "a6": BADGE_A6,
    "avery-l4785": BadgeSize(80.0, 50.0, across=15.0, down=5.0, precut=True, paper=Paper.A4),
    "avery-l7414": BadgeSize(90.0, 52.0, precut=True, paper=Paper.A4),
    "zweckform-32015": BadgeSize(85.0, 54.0, across=6.0, down=6.0, rows=4, precut=True, paper=Paper.A4),
    "avery-5395": BadgeSize(85.725, 59.267, across=9.525, down=4.233, precut=True, paper=Paper.LETTER),
}
"""The sheets and holders on the market, by the names that the command line knows.

The measures of the precut ones are those of gLabels' library of templates (github.com/jimevins/glabels-qt), all of them
centred on their sheets to the half millimetre. L4784, L4786 and L4787 are divided as L4785.
"""

BADGE_NAMES: Mapping[str, Text] = {
    "54x90": text("54 × 90 mm, for badge holders"),
    "a7": text("A7, 74 × 105 mm"),
    "a6": text("A6, 105 × 148 mm, for lanyards"),
    "avery-l4785": text("Avery L4784–L4787, 50 × 80 mm, stickers"),
    "avery-l7414": text("Avery L7414, 52 × 90 mm, cards"),
    "zweckform-32015": text("Avery Zweckform 32015, 54 × 85 mm, cards"),
    "avery-5395": text("Avery 5395, 2⅓ × 3⅜ inches, stickers"),
}
"""The same for people, by the names that stand on their packets."""


@frozen
class Grid:
    """Equal cells on a sheet, centred, row by row; lengths in millimetres, `across` and `down` between the cells."""

    paper: Paper
    width: float
    height: float
    columns: int
    rows: int
    across: float = 0.0
    down: float = 0.0

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return (self.paper.width - self.columns * (self.width + self.across) + self.across) / 2

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return (self.paper.height - self.rows * (self.height + self.down) + self.down) / 2

    @property
    def per_page(self) -> int:
        """Cells on one sheet."""
        return self.columns * self.rows

    def corner(self, index: int) -> tuple[float, float]:
        """Left and top of a cell, counted from 0 along the rows; indexes run on over the sheets."""
        row, column = divmod(index % self.per_page, self.columns)
        return self.left + column * (self.width + self.across), self.top + row * (self.height + self.down)


def grid_of(paper: Paper, size: BadgeSize) -> Grid:
    """As many badges as the sheet holds; no cells at all where not even one fits."""
    tolerance = 0.01
    columns = int((paper.width + size.across) / (size.width + size.across) + tolerance)
    rows = int((paper.height + size.down) / (size.height + size.down) + tolerance)
    return Grid(paper, size.width, size.height, columns, min(rows, size.rows or rows), size.across, size.down)
