"""The first three places as they are revealed one by one, the third first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.texts import Translator
from facilitator.ui.scenes import marks
from facilitator.ui.scenes.furniture import BOLD, MEDIUM, panel
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.voting.model import Ballot, Result
from facilitator.voting.rules import podium

_GAP = 28.0
_TALLEST = 236.0
_PLACE_WIDTH = 190.0
_MEDAL = 96.0
_PLACE = Style(110, Tint.SOFT, BOLD, tabular=True)
_NAME = Style(76, Tint.STRONG, BOLD, least=40)
_HIDDEN = Style(56, Tint.SOFT, MEDIUM, least=40)


def paint_podium(sheet: Sheet, ballot: Ballot, result: Result, area: QRectF, tr: Translator) -> None:
    """A row for each place, the first on top; those still to come keep their names to themselves."""
    groups = podium(result)
    names = {option.id: option.label for option in ballot.candidates}
    height = min(_TALLEST, (area.height() - _GAP * (len(groups) - 1)) / max(1, len(groups)))
    place, top = 1, area.top()
    for number, group in enumerate(groups):
        line = QRectF(area.left(), top, area.width(), height)
        panel(sheet, line, Tint.PANEL)
        shown = number >= len(groups) - ballot.unveiled
        _place(sheet, place, QRectF(line.left(), line.top(), _PLACE_WIDTH, height), shown=shown)
        words = " · ".join(names.get(option, "") for option in group) if shown else tr("Still to come")
        style = _NAME if shown else _HIDDEN
        block = fit(words, style, line.width() - _PLACE_WIDTH - 2 * _GAP, 2, int(height - _GAP))
        beside = QRectF(line.left() + _PLACE_WIDTH, line.center().y() - block.height / 2, 0, 0)
        beside.setRight(line.right() - _GAP)
        put(sheet, block, style, beside, Qt.AlignmentFlag.AlignLeft)
        place += len(group)
        top += height + _GAP


def _place(sheet: Sheet, place: int, area: QRectF, *, shown: bool) -> None:
    if place == 1 and shown:
        spot = QRectF(area.center().x() - _MEDAL / 2, area.center().y() - _MEDAL / 2, _MEDAL, _MEDAL)
        sheet.fill(marks.medal(spot), Tint.ACCENT)
        return
    write(sheet, str(place), _PLACE.coloured(Tint.ACCENT if shown else Tint.SOFT), area, Qt.AlignmentFlag.AlignHCenter)
