"""A result as bars, from first place to last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.scenes import marks
from facilitator.ui.scenes.figures import figure, full_bar
from facilitator.ui.scenes.furniture import BOLD, MEDIUM, SEMIBOLD, bar
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import SMALLEST, Style, fit, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.voting.model import Ballot, Result

MOST_ROWS = 16
"""More rows than this would be too small for the back of the room."""

MOST_STRESSED = 4
"""With more winners than this none gets a taller row: they fill the screen anyway."""

_STRESS = 1.7
_TALLEST = 136.0
_LARGEST = 56
_LABEL_SHARE = 0.42
_PLACE_WIDTH = 74.0
_GAP = 26.0
_THICKNESS = 0.58


@frozen
class Line:
    """One option's row; `place` counts from 1, options that share a place have the same."""

    place: int
    label: str
    number: float | None
    winner: bool


def lines(ballot: Ballot, result: Result) -> list[Line]:
    """The rows from first place to last."""
    labels = {option.id: option.label for option in ballot.options}
    rows: list[Line] = []
    for group in result.ranking:
        place = len(rows) + 1
        rows += [
            Line(place, labels.get(option, ""), result.numbers.get(option), option in result.winners)
            for option in group
        ]
    return rows


def paint_bars(sheet: Sheet, ballot: Ballot, result: Result, area: QRectF, tr: Translator) -> None:
    """All rows, or the first ones and how many more there are."""
    rows = lines(ballot, result)
    shown = rows if len(rows) <= MOST_ROWS else rows[: MOST_ROWS - 1]
    winners = sum(row.winner for row in shown)
    stress = _STRESS if winners <= MOST_STRESSED else 1.0
    slots = sum(stress if row.winner else 1.0 for row in shown) + (len(shown) < len(rows))
    height = min(_TALLEST, area.height() / max(1.0, slots))
    columns = _Columns.of(shown, result, max(SMALLEST, min(_LARGEST, int(height * 0.72))), area, tr)
    top = area.top()
    for row in shown:
        tall = height * (stress if row.winner else 1.0)
        columns.paint(sheet, row, QRectF(area.left(), top, area.width(), tall), winners > 1, tall > height)
        top += tall
    if len(shown) < len(rows):
        words = tr.plural("and {count} more", "and {count} more", len(rows) - len(shown))
        line = QRectF(columns.bar_left, top, area.right() - columns.bar_left, height)
        write(sheet, words, columns.style.coloured(Tint.SOFT), line)


@frozen
class _Columns:
    """What all rows have in common."""

    result: Result
    tr: Translator
    style: Style
    label_right: float
    bar_right: float
    full: float

    @property
    def bar_left(self) -> float:
        return self.label_right + _GAP

    @classmethod
    def of(cls, rows: list[Line], result: Result, size: int, area: QRectF, tr: Translator) -> _Columns:
        """Columns as wide as the widest label and number ask for, within reason; all rows in one size."""
        room = area.width() * _LABEL_SHARE
        bold = Style(size, Tint.STRONG, BOLD)
        bold = bold.sized(min((fit(row.label, bold, room).size for row in rows), default=size))
        widest = max((width(row.label, bold) for row in rows), default=0.0)
        numbers = max((width(figure(row.number, result.rule, tr), bold.figures()) for row in rows), default=0.0)
        label_right = area.left() + _PLACE_WIDTH + min(widest + 2, room)
        style = Style(bold.size, Tint.INK, MEDIUM)
        return cls(result, tr, style, label_right, area.right() - numbers - _GAP, full_bar(result))

    def paint(self, sheet: Sheet, row: Line, area: QRectF, shared: bool, stressed: bool) -> None:
        """Place or medal, label, bar, number."""
        strong = Style(self.style.size, Tint.STRONG, BOLD)
        place = QRectF(area.left(), area.top(), _PLACE_WIDTH - _GAP, area.height())
        label = QRectF(area.left() + _PLACE_WIDTH, area.top(), 0, area.height())
        label.setRight(self.label_right)
        if row.winner:
            edge = min(48.0, area.height() * 0.8)
            sheet.fill(marks.medal(QRectF(place.left(), place.center().y() - edge / 2, edge, edge)), Tint.ACCENT)
        else:
            write(sheet, str(row.place), self.style.figures().coloured(Tint.SOFT), place)
        write(sheet, row.label, strong if row.winner else self.style, label, Qt.AlignmentFlag.AlignRight)
        thick = area.height() * _THICKNESS
        room = QRectF(self.bar_left, area.center().y() - thick / 2, self.bar_right - self.bar_left, thick)
        share = min(1.0, max(0.0, (row.number or 0.0) / self.full))
        bar(sheet, room, share, Tint.ACCENT if row.winner else Tint.MEASURE, track=None)
        end = room.left() + room.width() * share
        number = figure(row.number, self.result.rule, self.tr)
        after = QRectF(end + (_GAP if share else 0), area.top(), 0, area.height())
        after.setRight(area.right())
        figures = strong.figures().coloured(Tint.STRONG if row.winner else Tint.INK)
        after.setWidth(width(number, figures) + 2)
        write(sheet, number, figures, after)
        if stressed:
            self._word(sheet, shared, room, end, after.right())

    def _word(self, sheet: Sheet, shared: bool, room: QRectF, end: float, after: float) -> None:
        """“Winner” inside the bar, or beside the number where the bar is too short."""
        words = self.tr("Shared first place") if shared else self.tr("Winner")
        style = Style(40, Tint.ON_ACCENT, SEMIBOLD, least=36)
        needed = width(words, style) + 2 * _GAP
        if end - room.left() >= needed:
            write(sheet, words, style, QRectF(room.left() + _GAP, room.top(), needed, room.height()))
        elif room.right() - after >= needed:
            line = QRectF(after + _GAP, room.top(), needed, room.height())
            write(sheet, words, style.coloured(Tint.ACCENT), line)
