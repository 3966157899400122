"""Lines of text set as points, all in one size, as large as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.scenes.furniture import BOLD
from facilitator.ui.scenes.ink import put
from facilitator.ui.scenes.lettering import CAP_HEIGHT, Block, Style, fit, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet

_MOST_LINES = 5
_STEP = 2
_BETWEEN = (0.95, 0.55)
"""Space between two points in parts of the size, at best and where there are many."""
_DOT = 0.3
_INDENT = 1.0


@frozen
class Point:
    """A line of text, and what stands before it: a dot if the label is empty."""

    words: str
    label: str = ""


def lines_of(words: str) -> tuple[Point, ...]:
    """The host's words, a line a point; empty lines do not count."""
    return tuple(Point(line.strip()) for line in words.splitlines() if line.strip())


def paint_points(sheet: Sheet, points: Sequence[Point], style: Style, area: QRectF, tr: Translator) -> float:
    """Paint them from the top of the area, or the first ones and how many more there are; tells where they end.

    A single point has no dot.
    """
    if not points:
        return area.top()
    chosen, indent, gap, blocks = _largest(points, style, area)
    shown = len(blocks)
    while shown > 1 and _height(blocks[:shown], gap) > area.height():
        shown -= 1
    if shown < len(points):
        hidden = len(points) - shown + 1
        more = tr.plural("and {count} more", "and {count} more", hidden)
        blocks = [*blocks[: shown - 1], fit(more, chosen, area.width() - indent)]
    top = area.top()
    for index, block in enumerate(blocks):
        last = index == shown - 1 < len(points) - 1
        if indent and not last:
            _before(sheet, points[index].label, chosen, QRectF(area.left(), top, indent, chosen.size * CAP_HEIGHT))
        place = QRectF(area.left() + indent, top, area.width() - indent, 0)
        put(sheet, block, chosen.coloured(Tint.SOFT) if last else chosen, place, Qt.AlignmentFlag.AlignLeft)
        top += block.height + gap
    return top - gap


def _largest(points: Sequence[Point], style: Style, area: QRectF) -> tuple[Style, float, float, list[Block]]:
    """The largest size at which all fit whole, or the least; with the indent, the gap and the blocks."""
    for between in _BETWEEN:
        for size in range(style.size, style.least - 1, -_STEP):
            trial = replace(style, size=size, least=size)
            indent = _indent(points, trial)
            blocks = [
                fit(point.words, trial, area.width() - indent, _MOST_LINES, even=not point.label) for point in points
            ]
            whole = all(block.lines[-1][-1:] != "…" for block in blocks)
            if whole and _height(blocks, size * between) <= area.height():
                return trial, indent, size * between, blocks
    return trial, indent, size * between, blocks


def _indent(points: Sequence[Point], style: Style) -> float:
    if any(point.label for point in points):
        labels = replace(style, weight=BOLD)
        return max(width(point.label, labels) for point in points) + style.size * 0.6
    return style.size * _INDENT if len(points) > 1 else 0.0


def _height(blocks: Sequence[Block], gap: float) -> float:
    return sum(block.height for block in blocks) + gap * (len(blocks) - 1)


def _before(sheet: Sheet, label: str, style: Style, area: QRectF) -> None:
    if label:
        strong = replace(style, weight=BOLD, tint=Tint.ACCENT)
        put(sheet, fit(label, strong, area.width()), strong, area, Qt.AlignmentFlag.AlignLeft)
        return
    edge = style.size * _DOT
    dot = QPainterPath()
    dot.addEllipse(QRectF(area.left() + 2, area.center().y() - edge / 2, edge, edge))
    sheet.fill(dot, Tint.ACCENT)
