"""The printer test: how far this printer prints off the middle, found by folding the sheet, and whether it scales.

A sheet that is folded edge on edge has its crease in the middle of the paper, wherever the print has come to lie. The
crease crosses a scale whose zero should be there, so the number at the crease is what the print has to be moved by.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.common.texts import Translator
from facilitator.printing import ink
from facilitator.printing.fitting import Room, fit_or_shorten, line
from facilitator.printing.furniture import MARGIN, heading, label, top_line
from facilitator.printing.marks import Align, Document, Line, Mark, Page, Words
from facilitator.printing.material import Material
from facilitator.printing.options import LARGEST_OFFSET, USUAL, PrintOptions
from facilitator.printing.paper import Paper
from facilitator.printing.typeface import Face

_REACH = LARGEST_OFFSET + 2
"""The scales' length on each side of zero, in millimetres."""

_STEPS_TOP = 46.0
_SCALE_ACROSS_AT = 112.0
_SCALE_DOWN_AT = MARGIN + 20.0
_CONTROL = 100.0
"""The length of the control lines in millimetres."""


def printer_test(material: Material, tr: Translator, options: PrintOptions = USUAL) -> Document:
    """One page, printed with the offset that is set: once that is right, both creases cross their scales at zero."""
    paper = options.paper
    marks: list[Mark] = [
        *top_line(material, tr, paper),
        *heading(tr("Printer test"), 24, paper),
        *_steps(tr, options),
        label(tr("across"), paper.width / 2 + _REACH + 6, _SCALE_ACROSS_AT + 1.2, ink.SLATE),
        *_scale_across(paper.width / 2, _SCALE_ACROSS_AT),
        label(tr("down"), _SCALE_DOWN_AT, paper.height / 2 - _REACH - 4, ink.SLATE, Align.CENTRE),
        *_scale_down(_SCALE_DOWN_AT, paper.height / 2),
        *_control_lines(tr, paper),
    ]
    title = tr("Printer test – {event}", event=material.event.title)
    return Document(title, tr.language, paper.width, paper.height, (Page(tuple(marks)),))


def _steps(tr: Translator, options: PrintOptions) -> list[Mark]:
    """What to do with the page."""
    paper = options.paper
    steps = (
        tr("Print this page at actual size (100 %). The two long lines must then be 100 mm long."),
        tr("Fold the sheet left edge on right edge. Read the number where the crease crosses the scale “across”."),
        tr("Unfold it, and fold it upper edge on lower edge. Read the number at the crease on the scale “down”."),
        tr(
            "Add both numbers to the offset in the print dialog. This page was printed with {across} mm across and "
            "{down} mm down.",
            across=f"{options.offset.across:g}",
            down=f"{options.offset.down:g}",
        ),
    )
    marks: list[Mark] = []
    top = _STEPS_TOP
    for number, step in enumerate(steps, 1):
        words = fit_or_shorten(step, Face.REGULAR, Room(paper.width - 2 * MARGIN - 8, 11), 11, 8)
        marks += line(str(number), Face.BOLD_FIGURES, 11).at(MARGIN, top, ink.ACCENT)
        marks += words.at(MARGIN + 8, top, ink.BLACK)
        top += words.height + 2.4
    return marks


def _ticks() -> Iterator[tuple[float, float, str]]:
    """Place in millimetres from zero, length of the tick, and the number that stands at it, if any."""
    for halves in range(-2 * _REACH, 2 * _REACH + 1):
        length = 6.0 if halves % 10 == 0 else 3.5 if halves % 2 == 0 else 2.0
        number = f"{halves // 2}".replace("-", "−") if halves % 10 == 0 else ""
        yield halves / 2, length, number


def _scale_across(middle: float, y: float) -> list[Mark]:
    """A scale along `y` with its zero at `middle`, positive to the right."""
    marks: list[Mark] = [Line(middle - _REACH, y, middle + _REACH, y, ink.BLACK, 0.5)]
    for place, length, number in _ticks():
        x = middle + place
        marks.append(Line(x, y - length, x, y, ink.BLACK, 0.3))
        if number:
            marks.append(Words(x, y + 3.6, number, Face.FIGURES, 7.5, ink.BLACK, Align.CENTRE))
    return marks


def _scale_down(x: float, middle: float) -> list[Mark]:
    """A scale along `x` with its zero at `middle`, positive downwards."""
    marks: list[Mark] = [Line(x, middle - _REACH, x, middle + _REACH, ink.BLACK, 0.5)]
    for place, length, number in _ticks():
        y = middle + place
        marks.append(Line(x, y, x + length, y, ink.BLACK, 0.3))
        if number:
            marks.append(Words(x - 1.5, y + 0.95, number, Face.FIGURES, 7.5, ink.BLACK, Align.RIGHT))
    return marks


def _control_lines(tr: Translator, paper: Paper) -> list[Mark]:
    """A line across and a line down of 100 mm, with short strokes at their ends."""
    left, top = paper.width / 2 - _CONTROL / 2 + 20, paper.height / 2 - 12
    arm = 2.0
    words = tr("{length} mm", length=f"{_CONTROL:g}")
    return [
        Line(left, top, left + _CONTROL, top, ink.BLACK, 0.5),
        *(Line(x, top - arm, x, top + arm, ink.BLACK, 0.3) for x in (left, left + _CONTROL)),
        Words(left + _CONTROL / 2, top - 2, words, Face.REGULAR, 9, ink.SLATE, Align.CENTRE),
        Line(left, top + 8, left, top + 8 + _CONTROL, ink.BLACK, 0.5),
        *(Line(left - arm, y, left + arm, y, ink.BLACK, 0.3) for y in (top + 8, top + 8 + _CONTROL)),
        Words(left + 3, top + 8 + _CONTROL / 2, words, Face.REGULAR, 9, ink.SLATE),
    ]
