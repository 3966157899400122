"""A clock's face: digits a quarter of the screen tall, the phase in words and shape, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.ui.scenes import marks
from facilitator.ui.scenes.day import Phase
from facilitator.ui.scenes.furniture import BOLD, CONTENT, SEMIBOLD
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import CAP_HEIGHT, Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet

DIGITS = QRectF(CONTENT.left(), 336, CONTENT.width(), 300)
"""The digits' place: 28 % of the canvas, so that they keep a quarter of its height where they have to shrink."""
PHASE = QRectF(CONTENT.left(), 694, CONTENT.width(), 60)
"""The line below them."""
PROGRESS = QRectF(CONTENT.left(), 812, CONTENT.width(), 20)
"""The bar below that."""

_DIGITS = Style(round(DIGITS.height() / CAP_HEIGHT), Tint.STRONG, BOLD, least=200, tabular=True)
_PHASE = Style(52, Tint.INK, SEMIBOLD, least=40)
_MARK = 46.0
_GAP = 22.0


@frozen
class Look:
    """How a phase is told: by word, shape and colour."""

    word: Text
    mark: Callable[[QRectF], QPainterPath]
    tint: Tint


LOOKS = {
    Phase.RUNNING: Look(text("Under way"), marks.go, Tint.CALM),
    Phase.LAST_MINUTES: Look(text("Last minutes"), marks.diamond, Tint.CAUTION),
    Phase.NEARLY_OVER: Look(text("Nearly over"), marks.octagon, Tint.ALARM),
    Phase.OVER: Look(text("Over time"), marks.warning, Tint.ALARM),
    Phase.PAUSED: Look(text("Paused"), marks.hold, Tint.SOFT),
    Phase.UNTIMED: Look(text("Under way"), marks.go, Tint.CALM),
    Phase.BEFORE: Look(text("Not started yet"), marks.ring, Tint.CALM),
    Phase.SOON: Look(text("We start shortly"), marks.ring, Tint.CALM),
    Phase.BETWEEN: Look(text("We go on shortly"), marks.ring, Tint.CALM),
}
"""The look of every phase that has a face."""

CALM = (Phase.RUNNING, Phase.BEFORE)
"""Phases in which digits need no colour of their own."""


def paint_digits(sheet: Sheet, digits: str, phase: Phase | None) -> None:
    """The digits in the phase's colour; plain for a time of day, which has no phase."""
    plain = phase is None or phase in CALM
    style = _DIGITS if plain or phase is None else _DIGITS.coloured(LOOKS[phase].tint)
    write(sheet, digits, style, DIGITS, Qt.AlignmentFlag.AlignHCenter)


def paint_phase(sheet: Sheet, look: Look, words: str, beside: str) -> None:
    """Shape and word in the phase's colour, and what is said beside them, centred as one line."""
    strong, soft = _PHASE.coloured(look.tint), _PHASE.coloured(Tint.SOFT)
    word = fit(words, strong, PHASE.width() / 2)
    rest = fit(f"·  {beside}", soft, PHASE.width() / 3) if beside else None
    whole = _MARK + _GAP + word.width + (_GAP + rest.width if rest else 0)
    left = PHASE.center().x() - whole / 2
    top = PHASE.center().y() - word.height / 2
    sheet.fill(look.mark(QRectF(left, PHASE.center().y() - _MARK / 2, _MARK, _MARK)), look.tint)
    left += _MARK + _GAP
    put(sheet, word, strong, QRectF(left, top, 0, 0), Qt.AlignmentFlag.AlignLeft)
    if rest is not None:
        left += word.width + _GAP
        put(sheet, rest, soft, QRectF(left, top, 0, 0), Qt.AlignmentFlag.AlignLeft)
