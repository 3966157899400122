"""The plain description of a document: pages of marks.

Positions and lengths are millimetres from the page's upper left corner, type sizes and line widths are points. Nothing
here knows about PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facilitator.printing.typeface import Face

Colour = str
"""A colour as `#RRGGBB`."""


class Align(Enum):
    """Which point of the words `x` stands for."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on the baseline `y`."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or outlined or both, with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    outline: Colour | None = None
    radius: float = 0.0
    line_width: float = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, dashed where something is to be folded."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    width: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; `size` is its edge with the quiet zone."""

    x: float
    y: float
    size: float
    content: str


@dataclass(frozen=True, slots=True)
class UpsideDown:
    """Marks turned by half a turn about the middle of the page, for what is folded."""

    marks: tuple[Mark, ...]


Mark = Words | Box | Line | Code | UpsideDown


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `label` names it in the reader's table of contents."""

    marks: tuple[Mark, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """All pages, of one size, with what the file says about itself; `language` is a BCP 47 tag."""

    title: str
    language: str
    width: float
    height: float
    pages: tuple[Page, ...]
