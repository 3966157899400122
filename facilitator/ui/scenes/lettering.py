"""Fits text into its place: it breaks into lines and shrinks to a least size; only then does it end in “…”."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from facilitator.common.frozen import frozen
from facilitator.ui.fonts import inter
from facilitator.ui.scenes.palette import Tint

SMALLEST = 36
"""Pixels on the canvas: smaller text cannot be read from the back of the room."""

CAP_HEIGHT = 0.727
"""Height of Inter's capitals and digits in parts of its size (OS/2 table)."""

LEADING = 1.22
"""Distance of two baselines in parts of the size."""

_FIT_KEPT = 2048
_STEP = 2
_BALANCING_STEPS = 6


@frozen
class Style:
    """How a text is set: its size at best and at least, in canvas pixels, and its weight, colour and digits."""

    size: int
    tint: Tint
    weight: QFont.Weight = QFont.Weight.Medium
    least: int = SMALLEST
    tabular: bool = False

    def sized(self, size: int) -> Style:
        """The same at another size."""
        return replace(self, size=size, least=min(self.least, size))

    def coloured(self, tint: Tint) -> Style:
        """The same in another colour."""
        return replace(self, tint=tint)

    def figures(self) -> Style:
        """The same with digits of one width, for columns of numbers."""
        return replace(self, tabular=True)

    def font(self, size: int) -> QFont:
        """The font at a size between `least` and `size`."""
        return inter(size, self.weight, tabular=self.tabular)


@frozen
class Block:
    """Text ready to be painted: the lines, their size, and the width of the widest."""

    lines: tuple[str, ...]
    size: int
    width: float

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return self.size * (CAP_HEIGHT + LEADING * (len(self.lines) - 1))


def width(words: str, style: Style) -> float:
    """How wide the words are at the style's full size."""
    return _advance(words, style.size, style.weight, style.tabular)


def fit(
    words: str, style: Style, room: float, most_lines: int = 1, height: float | None = None, *, even: bool = False
) -> Block:
    """The words as large as they fit into `room` pixels of width, `most_lines` lines and, if given, a height.

    What does not fit at the least size ends in “…”. With `even` no line is much shorter than the others.
    """
    plain = " ".join(words.split())
    cut = (style.size, style.least, style.weight, style.tabular)
    return _evened(plain, *cut, room, most_lines, height) if even else _fitted(plain, *cut, room, most_lines, height)


@lru_cache(maxsize=_FIT_KEPT)
def _fitted(
    words: str,
    size: int,
    least: int,
    weight: QFont.Weight,
    tabular: bool,
    room: float,
    most_lines: int,
    height: float | None,
) -> Block:
    for trial in range(size, least - 1, -_STEP):
        block = _broken(words, trial, weight, tabular, room)
        if len(block.lines) <= most_lines and block.width <= room and (height is None or block.height <= height):
            return block
    block = _broken(_cut(words, least, weight, tabular, room), least, weight, tabular, room)
    fitting = most_lines if height is None else min(most_lines, _lines_in(height, least))
    metrics = QFontMetricsF(inter(least, weight, tabular=tabular))
    kept = list(block.lines[:fitting])
    if len(block.lines) > fitting:
        kept[-1] = words if fitting == 1 else " ".join(block.lines[fitting - 1 :])
    lines = tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in kept)
    return Block(lines, least, max(metrics.horizontalAdvance(line) for line in lines))


@lru_cache(maxsize=_FIT_KEPT)
def _evened(
    words: str,
    size: int,
    least: int,
    weight: QFont.Weight,
    tabular: bool,
    room: float,
    most_lines: int,
    height: float | None,
) -> Block:
    """The block in the narrowest room that does not cost a line."""
    block = _fitted(words, size, least, weight, tabular, room, most_lines, height)
    if len(block.lines) == 1 or " ".join(block.lines) != words:
        return block
    narrowest, widest = room / 2, room
    for _ in range(_BALANCING_STEPS):
        middle = (narrowest + widest) / 2
        trial = _broken(words, block.size, weight, tabular, middle)
        if len(trial.lines) <= len(block.lines) and trial.width <= middle:
            block, widest = trial, middle
        else:
            narrowest = middle
    return block


def _lines_in(height: float, size: int) -> int:
    return max(1, int((height / size - CAP_HEIGHT) / LEADING) + 1)


def _cut(words: str, size: int, weight: QFont.Weight, tabular: bool, room: float) -> str:
    """The words with a space inside every word that is wider than the room."""
    pieces: list[str] = []
    for word in words.split(" "):
        rest = word
        while len(rest) > 1 and _advance(rest, size, weight, tabular) > room:
            end = next(
                (end for end in range(len(rest) - 1, 1, -1) if _advance(rest[:end], size, weight, tabular) <= room), 1
            )
            pieces.append(rest[:end])
            rest = rest[end:]
        pieces.append(rest)
    return " ".join(pieces)


def _broken(words: str, size: int, weight: QFont.Weight, tabular: bool, room: float) -> Block:
    """The words in as few lines as their spaces allow; a single word may be wider than the room."""
    lines: list[str] = []
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and _advance(joined, size, weight, tabular) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    widest = max(_advance(line, size, weight, tabular) for line in lines)
    return Block(tuple(lines), size, widest)


@lru_cache(maxsize=_FIT_KEPT)
def _advance(words: str, size: int, weight: QFont.Weight, tabular: bool) -> float:
    return QFontMetricsF(inter(size, weight, tabular=tabular)).horizontalAdvance(words)
