"""The typeface on paper, and how wide its text is."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.common.resources import resource

POINT = 25.4 / 72
"""One point in millimetres."""

ASCENT = 0.969
"""How far Inter reaches above the baseline, in parts of its size (hhea table)."""

CAP_HEIGHT = 0.727
"""Height of Inter's capitals and digits, in parts of its size (OS/2 table)."""

LEADING = 1.21
"""Ascent and descent together: the distance of baselines at which lines of Inter never touch."""

_TABULAR = "-Tabular"
_TABULAR_ZERO = 0xE071
"""Inter gives its tabular digits private code points from here; the PDF library applies no OpenType features."""


class Face(StrEnum):
    """The cuts of Inter in use; those with figures set digits in equal widths, for columns of times and for codes."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"
    FIGURES = "Inter-Regular-Tabular"
    BOLD_FIGURES = "Inter-Bold-Tabular"

    @property
    def file(self) -> Path:
        """The TrueType file of this cut."""
        return resource("fonts", f"{self.removesuffix(_TABULAR)}.ttf")

    @property
    def tabular(self) -> bool:
        """Whether its digits have equal widths."""
        return self.endswith(_TABULAR)


@cache
def load(face: Face) -> TTFont:
    """The font, known to the PDF library under the face's name from now on."""
    font = TTFont(face.value, str(face.file))
    if face.tabular:
        # A name of its own: the library keys a font's objects in the file by it.
        font.face.name += _TABULAR.encode()
        for digit in range(10):
            font.face.charToGlyph[ord("0") + digit] = font.face.charToGlyph[_TABULAR_ZERO + digit]
            font.face.charWidths[ord("0") + digit] = font.face.charWidths[_TABULAR_ZERO + digit]
    pdfmetrics.registerFont(font)
    return font


def width(text: str, face: Face, size: float) -> float:
    """How wide the text is in millimetres when it is set in `size` points."""
    return float(load(face).stringWidth(text, size)) * POINT


def has(character: str) -> bool:
    """Whether the typeface can show the character as what it is."""
    visible = unicodedata.category(character) not in ("Cc", "Cf", "Cn", "Co", "Cs")
    return visible and ord(character) in load(Face.REGULAR).face.charToGlyph
