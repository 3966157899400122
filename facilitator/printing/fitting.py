"""Fits text into a given room: shrinks it, wraps it, and says so when neither is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.common.frozen import frozen
from facilitator.printing.marks import Align, Colour, Words
from facilitator.printing.typeface import ASCENT, LEADING, POINT, Face, width

SMALLEST_NAME = 10.0
"""No person's name is set smaller, in points."""

_STEP = 0.5
_ONE_LINE_PREFERENCE = 0.62
"""A name stays on one line if it need not become smaller than this part of its wrapped size."""

_CHUNK = re.compile(r"[^\s\-/]*[-/]+|[^\s\-/]+")
_ELLIPSIS = "…"


@frozen
class Fitted:
    """Text broken into lines at a size in points."""

    lines: tuple[str, ...]
    face: Face
    size: float

    @property
    def height(self) -> float:
        """Height in millimetres, ascenders and descenders included."""
        return len(self.lines) * self.size * LEADING * POINT

    def at(self, x: float, top: float, colour: Colour, align: Align = Align.LEFT) -> tuple[Words, ...]:
        """The lines as marks below `top`."""
        first = top + self.size * ASCENT * POINT
        pitch = self.size * LEADING * POINT
        return tuple(
            Words(x, first + index * pitch, line, self.face, self.size, colour, align)
            for index, line in enumerate(self.lines)
        )


@frozen
class Room:
    """The space there is, in millimetres."""

    width: float
    height: float


def line(text: str, face: Face, size: float) -> Fitted:
    """A single line as it stands, for words of our own that are known to be short."""
    return Fitted((text,), face, size)


def fit_name(text: str, face: Face, room: Room, largest: float, smallest: float = SMALLEST_NAME) -> Fitted | None:
    """A name: on one line if it need not shrink much, else wrapped at spaces and hyphens, else within a word.

    None if it does not fit at the smallest size.
    """
    one_line = min(largest, room.height / (LEADING * POINT), room.width / max(width(text, face, 1.0), POINT))
    one_line -= one_line % _STEP
    wrapped = fit_text(text, face, room, largest, smallest)
    if one_line >= smallest and (wrapped is None or one_line >= _ONE_LINE_PREFERENCE * wrapped.size):
        return line(text, face, one_line)
    return wrapped


def fit_text(text: str, face: Face, room: Room, largest: float, smallest: float) -> Fitted | None:
    """Running text at the largest size that fits; None if it does not fit at the smallest one.

    Words are broken only at the smallest size: first those that are wider than the room, then any.
    """
    for size in _sizes(largest, smallest):
        lines = wrap(text, face, size, room.width)
        if lines is not None and len(lines) * size * LEADING * POINT <= room.height:
            return Fitted(lines, face, size)
    for lines in (wrap(text, face, smallest, room.width, break_words=True), fill(text, face, smallest, room.width)):
        if lines is not None and len(lines) * smallest * LEADING * POINT <= room.height:
            return Fitted(lines, face, smallest)
    return None


def fit_or_shorten(text: str, face: Face, room: Room, largest: float, smallest: float) -> Fitted:
    """Like `fit_text`; text that is longer still ends in an ellipsis at the smallest size. Not for names of people."""
    fitted = fit_text(text, face, room, largest, smallest)
    if fitted is not None:
        return fitted
    most = max(1, int(room.height / (smallest * LEADING * POINT)))
    lines = wrap(text, face, smallest, room.width, break_words=True) or ("",)
    kept = list(lines[:most])
    while kept[-1] and width(kept[-1] + _ELLIPSIS, face, smallest) > room.width:
        kept[-1] = kept[-1][:-1]
    kept[-1] = kept[-1].rstrip() + _ELLIPSIS
    return Fitted(tuple(kept), face, smallest)


def wrap(text: str, face: Face, size: float, room: float, *, break_words: bool = False) -> tuple[str, ...] | None:
    """The text in lines no wider than `room` millimetres, broken at spaces and after hyphens and slashes.

    None if a word is wider and may not be broken.
    """
    lines: list[str] = []
    current = ""
    for glue, chunk in _chunks(text):
        if current and width(current + glue + chunk, face, size) <= room:
            current += glue + chunk
            continue
        if current:
            lines.append(current)
        current = chunk
        while width(current, face, size) > room:
            if not break_words:
                return None
            fitting = _longest_start(current, face, size, room)
            lines.append(current[:fitting])
            current = current[fitting:]
    if current:
        lines.append(current)
    return tuple(lines)


def fill(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """The text in as few lines as there can be, each filled to the brim whatever word that breaks."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest:
        fitting = _longest_start(rest, face, size, room)
        lines.append(rest[:fitting].rstrip())
        rest = rest[fitting:].lstrip()
    return tuple(lines)


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """What may stand on a line of its own, each with what joins it to the chunk before on the same line."""
    for word in text.split():
        for place, chunk in enumerate(_CHUNK.findall(word)):
            yield ("" if place else " "), chunk


def _longest_start(word: str, face: Face, size: float, room: float) -> int:
    """How many characters of the word fit; at least one, so that wrapping always ends."""
    count = 1
    while count < len(word) and width(word[: count + 1], face, size) <= room:
        count += 1
    return count


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
    while size > smallest:
        yield size
        size -= _STEP
    yield smallest
