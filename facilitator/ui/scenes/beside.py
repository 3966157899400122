"""What runs beside the plenary: a small clock for each track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from facilitator.ui.scenes.countdown import digits, shown_seconds
from facilitator.ui.scenes.day import Beside
from facilitator.ui.scenes.face import CALM, LOOKS
from facilitator.ui.scenes.furniture import BOLD, MEDIUM
from facilitator.ui.scenes.ink import write
from facilitator.ui.scenes.lettering import Style, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

MOST_ROWS = 3
"""More of them would be too small for the back of the room."""

_SHARE = 0.5
_MARGIN = 56.0
_MARK = 30.0
_GAP = 18.0
_DIGITS = Style(40, Tint.STRONG, BOLD, tabular=True)
_WORDS = Style(40, Tint.INK, MEDIUM)


def paint_beside(sheet: Sheet, view: SceneView, tracks: Sequence[Beside], area: QRectF) -> float:
    """Up to three tracks in the right half of the area; tells where the space beside them ends."""
    place = area.adjusted(area.width() * _SHARE, 0, 0, 0)
    shown = tracks if len(tracks) <= MOST_ROWS else tracks[: MOST_ROWS - 1]
    height = area.height() / MOST_ROWS
    figures = max(width(_figures(track), _DIGITS) for track in tracks)
    top = place.bottom() - height * (len(shown) + (len(shown) < len(tracks)))
    for track in shown:
        line = QRectF(place.left(), top, place.width(), height)
        look = LOOKS[track.phase]
        sheet.fill(look.mark(QRectF(line.left(), line.center().y() - _MARK / 2, _MARK, _MARK)), look.tint)
        style = _DIGITS if track.phase in CALM else _DIGITS.coloured(look.tint)
        line.setLeft(line.left() + _MARK + _GAP)
        write(sheet, _figures(track), style, line)
        line.setLeft(line.left() + figures + _GAP)
        write(sheet, f"{track.item.track} · {track.item.title}", _WORDS, line)
        top += height
    if len(shown) < len(tracks):
        words = view.tr.plural("and {count} more", "and {count} more", len(tracks) - len(shown))
        line = QRectF(place.left() + _MARK + _GAP, top, place.width() - _MARK - _GAP, height)
        write(sheet, words, _WORDS.coloured(Tint.SOFT), line)
    return place.left() - _MARGIN


def _figures(track: Beside) -> str:
    return digits(shown_seconds(track.left))
