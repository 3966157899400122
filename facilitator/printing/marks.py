"""The plain description of a document: pages of marks, painted in order, later ones over earlier ones.

Positions and lengths are millimetres from the page's upper left corner, type sizes and line widths are points (1/72
inch). Nothing here knows about PDF or windows; `pdf` draws the marks into a file, and a window can paint a preview of
any page from the same marks:

    Words       a line of text that begins at, is centred on or ends at `x`, its baseline at `y`; `face` names the cut
                of Inter (`Face.file`) and whether its digits are tabular (`Face.tabular`, OpenType `tnum`)
    Box         a rectangle, filled first, then outlined along its edge
    Line        a stroke with butt ends; dashes and gaps of two points where it is dashed
    Code        a square of `codes.modules(content)`, the quiet zone included: black squares on what lies below
    UpsideDown  its marks, the page turned by 180° about its middle

The background is white. `Document.offset` is for the printer: a file obeys it, a preview shows the page without it.
"""

from __future__ import annotations

from enum import Enum

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.printing.typeface import Face

Colour = str
"""A colour as `#RRGGBB`."""


class Align(Enum):
    """Which point of the words `x` stands for."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@frozen
class Words:
    """One line of text on the baseline `y`."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour
    align: Align = Align.LEFT


@frozen
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


@frozen
class Line:
    """A straight line, dashed where something is to be folded."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    width: float = 0.5
    dashed: bool = False


@frozen
class Code:
    """A QR code; `size` is its edge with the quiet zone."""

    x: float
    y: float
    size: float
    content: str


@frozen
class UpsideDown:
    """Marks turned by half a turn about the middle of the page, for what is folded."""

    marks: tuple[Mark, ...]


Mark = Words | Box | Line | Code | UpsideDown


@frozen
class Page:
    """One page; `label` names it in the reader's table of contents."""

    marks: tuple[Mark, ...]
    label: str = ""


@frozen
class Offset:
    """How far everything is moved on the sheet, in millimetres to the right and down."""

    across: float = 0.0
    down: float = 0.0


NO_OFFSET = Offset()
"""Nothing is moved."""


@frozen
class Document:
    """All pages, of one size, with what the file says about itself; `language` is a BCP 47 tag.

    `notes` is what a person should know before the paper is used, such as a character that could not be printed.
    """

    title: str
    language: str
    width: float
    height: float
    pages: tuple[Page, ...]
    offset: Offset = NO_OFFSET
    notes: tuple[Text, ...] = ()
