"""The options of a paper ballot as rows, each with what its method asks the voter to mark.

single, approval   a box for a cross before the option
ranked             a box for a number before the option
dots               circles to fill in after it; a box for a number where there would be too many circles
score              numbered boxes 0…5 for each criterion
axes               numbered boxes 1…5 for interest and for feasibility
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.printing import ink
from facilitator.printing.fitting import Fitted, Room, fit_or_shorten
from facilitator.printing.marks import Align, Box, Mark, Words
from facilitator.printing.typeface import CAP_HEIGHT, POINT, Face
from facilitator.voting.model import (
    AXIS_HIGHEST,
    AXIS_LOWEST,
    SCORE_HIGHEST,
    SCORE_LOWEST,
    Ballot,
    Method,
    Option,
)

MOST_CIRCLES = 10
"""A larger budget of dots is written as numbers."""

_EDGE, _PITCH = 5.2, 6.3
"""Edge of a box or circle, and the distance of two side by side, in millimetres."""

_NUMBER_BOX = Room(9.0, 7.0)
_GAP = 4.0
NAMES_HEIGHT = 3.4
"""Of the name over a scale, in millimetres."""

ROW_AIR = 3.4
"""White above and below a row together, in millimetres."""

_LABEL_HEIGHT = 15.0
_NARROWEST_LABEL, _COMFORTABLE_LABEL = 32.0, 52.0


@frozen
class _Scale:
    """Boxes side by side of which one is crossed, or circles of which some are filled in."""

    name: str
    cells: tuple[str, ...]
    circles: bool = False

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return (len(self.cells) - 1) * _PITCH + _EDGE

    @property
    def height(self) -> float:
        """Height in millimetres, the name above included."""
        return _EDGE + (NAMES_HEIGHT if self.name else 0.0)

    def at(self, x: float, top: float) -> list[Mark]:
        """The scale as marks, its left edge at `x`."""
        marks: list[Mark] = []
        if self.name:
            marks += _name(self.name, self.width).at(x, top, ink.SLATE)
            top += NAMES_HEIGHT
        for place, words in enumerate(self.cells):
            left = x + place * _PITCH
            radius = _EDGE / 2 if self.circles else 0.7
            marks.append(Box(left, top, _EDGE, _EDGE, outline=ink.SLATE, radius=radius, line_width=0.8))
            if words:
                baseline = top + (_EDGE + 8 * CAP_HEIGHT * POINT) / 2
                marks.append(Words(left + _EDGE / 2, baseline, words, Face.FIGURES, 8, ink.SLATE, Align.CENTRE))
        return marks


@frozen
class Row:
    """One option: a box before it or none, its label with the team, and its scales in bands below each other.

    `names` stand once over the column of rows; they are empty where every scale carries its own. `whole` says that the
    label is not shortened and has a reasonable width.
    """

    box: Room | None
    label: Fitted
    bands: tuple[tuple[_Scale, ...], ...]
    names: tuple[str, ...]
    width: float
    whole: bool

    @property
    def height(self) -> float:
        """Height in millimetres, with the white below."""
        box = self.box.height if self.box else 0.0
        return max(box, self.label.height, self._scales_height) + ROW_AIR

    def names_at(self, left: float, bottom: float) -> list[Mark]:
        """The names over the scales of the rows below, as marks that end at `bottom`."""
        marks: list[Mark] = []
        x = left + self.width - (_width(self.bands[0]) if self.bands else 0.0)
        for scale, words in zip(self.bands[0] if self.bands else (), self.names, strict=False):
            marks += _name(words, scale.width).at(x, bottom - NAMES_HEIGHT, ink.SLATE)
            x += scale.width + _GAP
        return marks

    @property
    def _scales_height(self) -> float:
        return sum(max(scale.height for scale in band) for band in self.bands) + 1.4 * max(0, len(self.bands) - 1)

    def at(self, left: float, top: float) -> list[Mark]:
        """The row as marks with its upper left corner there."""
        marks: list[Mark] = []
        inner = self.height - ROW_AIR
        right = left + self.width
        if self.box is not None:
            above = (inner - self.box.height) / 2
            marks.append(
                Box(left, top + above, self.box.width, self.box.height, outline=ink.SLATE, radius=0.7, line_width=0.9)
            )
            left += self.box.width + _GAP
        marks += self.label.at(left, top + (inner - self.label.height) / 2, ink.BLACK)
        band_top = top + (inner - self._scales_height) / 2
        for band in self.bands:
            x = right - _width(self.bands[0])
            for scale in band:
                marks += scale.at(x, band_top)
                x += scale.width + _GAP
            band_top += max(scale.height for scale in band) + 1.4
        return marks


def rows(ballot: Ballot, options: Sequence[Option], tr: Translator, width: float, size: float) -> tuple[Row, ...]:
    """The options in a column of that many millimetres, their labels in `size` points.

    A label that is longer than its room ends in “…”. Teams are left out if the ballot is free of prejudice.
    """
    box, scales = _box(ballot), _scales(ballot, tr)
    room = width - (box.width + _GAP if box else 0.0)
    bands = _bands(scales, room)
    names: tuple[str, ...] = ()
    if len(bands) == 1 and scales[0].name:
        names = tuple(scale.name for scale in scales)
        bands = (tuple(replace(scale, name="") for scale in scales),)
    room -= _width(bands[0]) + _GAP if bands else 0.0
    result: list[Row] = []
    for option in options:
        words = _words(ballot, option, tr)
        label = fit_or_shorten(words, Face.MEDIUM, Room(room, _LABEL_HEIGHT), size, size)
        whole = room >= _NARROWEST_LABEL and sum(map(_letters, label.lines)) == _letters(words)
        result.append(Row(box, label, bands, names, width, whole))
    return tuple(result)


def _words(ballot: Ballot, option: Option, tr: Translator) -> str:
    """The option's label and its team, unless the team is to be hidden or stands there already."""
    if ballot.blind or option.team is None:
        return option.label
    team = tr("Team {number}", number=option.team)
    return option.label if team == option.label else f"{option.label} · {team}"


def _name(words: str, width: float) -> Fitted:
    return fit_or_shorten(words, Face.REGULAR, Room(width, NAMES_HEIGHT), 8, 6)


def _letters(words: str) -> int:
    """How many characters there are, white not counted."""
    return len("".join(words.split()))


def _box(ballot: Ballot) -> Room | None:
    match ballot.method:
        case Method.SINGLE | Method.APPROVAL:
            return Room(_EDGE, _EDGE)
        case Method.RANKED:
            return _NUMBER_BOX
        case Method.DOTS if ballot.budget > MOST_CIRCLES:
            return _NUMBER_BOX
        case _:
            return None


def _scales(ballot: Ballot, tr: Translator) -> tuple[_Scale, ...]:
    match ballot.method:
        case Method.SCORE:
            cells = tuple(str(score) for score in range(SCORE_LOWEST, SCORE_HIGHEST + 1))
            return tuple(_Scale(criterion.name, cells) for criterion in ballot.criteria)
        case Method.AXES:
            cells = tuple(str(place) for place in range(AXIS_LOWEST, AXIS_HIGHEST + 1))
            return _Scale(tr("Interest"), cells), _Scale(tr("Feasibility"), cells)
        case Method.DOTS if ballot.budget <= MOST_CIRCLES:
            return (_Scale("", ("",) * ballot.budget, circles=True),)
        case _:
            return ()


def _bands(scales: tuple[_Scale, ...], width: float) -> tuple[tuple[_Scale, ...], ...]:
    """The scales side by side, as many as leave a comfortable width for the label, but at least one."""
    if not scales:
        return ()
    beside = max(1, int((width - _COMFORTABLE_LABEL) / (scales[0].width + _GAP)))
    return tuple(scales[first : first + beside] for first in range(0, len(scales), beside))


def _width(band: Sequence[_Scale]) -> float:
    return sum(scale.width for scale in band) + _GAP * (len(band) - 1)
