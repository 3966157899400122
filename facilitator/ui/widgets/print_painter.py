"""Paints a page's marks with Qt as the PDF draws them: on the preview, and on the printer as lines and type."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from facilitator.printing.codes import modules, runs
from facilitator.printing.marks import Box, Code, Document, Line, Mark, Page, UpsideDown, Words
from facilitator.printing.typeface import POINT, Face, width
from facilitator.ui.fonts import inter

_EM = 100
"""Pixels at which type is set before it is scaled: large enough for widths that do not depend on the scale."""

_DIGITS = re.compile(r"[0-9]+|[^0-9]+")

_WEIGHTS = {
    Face.REGULAR: QFont.Weight.Normal,
    Face.MEDIUM: QFont.Weight.Medium,
    Face.SEMIBOLD: QFont.Weight.DemiBold,
    Face.BOLD: QFont.Weight.Bold,
    Face.FIGURES: QFont.Weight.Normal,
    Face.BOLD_FIGURES: QFont.Weight.Bold,
}


def paint_page(painter: QPainter, document: Document, page: Page) -> None:
    """Paint the page on white; the painter's unit is one millimetre and its origin the sheet's upper left corner."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, document.width, document.height), Qt.GlobalColor.white)
    paint_marks(painter, document, page.marks)
    painter.restore()


def paint_marks(painter: QPainter, document: Document, marks: tuple[Mark, ...]) -> None:
    """Paint marks in order; as `paint_page` without the paper."""
    for mark in marks:
        match mark:
            case Words():
                _words(painter, mark)
            case Box():
                _box(painter, mark)
            case Line():
                _line(painter, mark)
            case Code():
                painter.save()
                painter.translate(mark.x, mark.y)
                painter.scale(mark.size, mark.size)
                painter.fillPath(_code(mark.content), QBrush(Qt.GlobalColor.black))
                painter.restore()
            case UpsideDown():
                painter.save()
                painter.translate(document.width, document.height)
                painter.rotate(180)
                paint_marks(painter, document, mark.marks)
                painter.restore()


@cache
def _font(face: Face, tabular: bool) -> QFont:
    """The face at `_EM` pixels, letter by letter as in the PDF, whose widths the layout was made with."""
    font = QFont(inter(_EM, _WEIGHTS[face], tabular=tabular))
    font.setKerning(False)
    for feature in ("calt", "liga"):  # Inter's would lift the colon of a time and join arrows
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _words(painter: QPainter, words: Words) -> None:
    scale = words.size * POINT / _EM
    left = words.x - words.align.value * width(words.text, words.face, words.size)
    painter.save()
    painter.translate(left, words.y)
    painter.scale(scale, scale)
    painter.setPen(QColor(words.colour))
    x = 0.0
    for part in _DIGITS.findall(words.text) if words.face.tabular else (words.text,):
        # Equal widths are for the digits alone: the font would widen colons and hyphens too.
        painter.setFont(_font(words.face, words.face.tabular and part.isdecimal()))
        painter.drawText(QPointF(x, 0), part)
        x += width(part, words.face, words.size) / scale
    painter.restore()


def _box(painter: QPainter, box: Box) -> None:
    painter.setPen(Qt.PenStyle.NoPen if box.outline is None else QPen(QColor(box.outline), box.line_width * POINT))
    painter.setBrush(Qt.BrushStyle.NoBrush if box.fill is None else QColor(box.fill))
    painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), box.radius, box.radius)


def _line(painter: QPainter, line: Line) -> None:
    pen = QPen(QColor(line.colour), line.width * POINT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dashed:
        pen.setDashPattern([2.0 / line.width, 2.0 / line.width])  # Qt counts dashes in widths of the pen
    painter.setPen(pen)
    painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2))


@lru_cache(maxsize=512)
def _code(content: str) -> QPainterPath:
    """The dark modules in a square of edge 1, as one path so that no seams show between them."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    rows = modules(content)
    edge = 1 / len(rows)
    for index, row in enumerate(rows):
        for first, length in runs(row):
            path.addRect(first * edge, index * edge, length * edge, edge)
    return path
