"""Where the marks of a document lie, so that tests can say that nothing is cut off or printed over something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from facilitator.printing.marks import Document, Mark, UpsideDown, Words
from facilitator.printing.typeface import CAP_HEIGHT, POINT, width

DESCENT = 0.21
"""How far Inter's letters hang below the baseline."""

SLACK = 0.05
"""Millimetres that rounding may cost."""


@dataclass(frozen=True)
class Extent:
    """The rectangle that a line of text covers, from its capitals' height to its descenders."""

    words: Words
    left: float
    top: float
    right: float
    bottom: float

    def within(self, left: float, top: float, right: float, bottom: float) -> bool:
        return (
            self.left >= left - SLACK
            and self.top >= top - SLACK
            and self.right <= right + SLACK
            and self.bottom <= bottom + SLACK
        )

    def touches(self, other: Extent) -> bool:
        return (
            self.left < other.right - SLACK
            and other.left < self.right - SLACK
            and self.top < other.bottom - SLACK
            and other.top < self.bottom - SLACK
        )


def words_of(marks: Iterable[Mark]) -> Iterator[Words]:
    """All words, those that are turned included."""
    for mark in marks:
        if isinstance(mark, Words):
            yield mark
        elif isinstance(mark, UpsideDown):
            yield from words_of(mark.marks)


def extents(marks: Iterable[Mark]) -> list[Extent]:
    """The extents of the upright words."""
    found = []
    for mark in marks:
        if isinstance(mark, Words):
            wide = width(mark.text, mark.face, mark.size)
            left = mark.x - mark.align.value * wide
            below = 0.02 if mark.text.isdecimal() else DESCENT
            top, bottom = mark.y - CAP_HEIGHT * mark.size * POINT, mark.y + below * mark.size * POINT
            found.append(Extent(mark, left, top, left + wide, bottom))
    return found


def clashes(document: Document, margin: float) -> list[str]:
    """What lies nearer to the edge of a page than `margin`, or over something else."""
    problems = []
    for page in document.pages:
        placed = extents(page.marks)
        for extent in placed:
            if not extent.within(margin, margin, document.width - margin, document.height - margin):
                problems.append(f"{extent.words.text!r} leaves the page")
        for one, other in combinations(sorted(placed, key=lambda extent: extent.top), 2):
            if one.touches(other):
                problems.append(f"{one.words.text!r} lies over {other.words.text!r}")
    return problems


def compact(text: str) -> str:
    """The text without any white."""
    return "".join(text.split())
