"""The clock of the day: what runs, how long it has left, and what is next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from facilitator.common.clock import Duration
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.ui.scenes import day as days
from facilitator.ui.scenes import marks
from facilitator.ui.scenes.countdown import digits, shown_seconds
from facilitator.ui.scenes.day import Coming, Day, Phase
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, SEMIBOLD, bar, time_of_day, top_line
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import CAP_HEIGHT, Style, fit, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

TITLE = QRectF(CONTENT.left(), 144, CONTENT.width(), 130)
DIGITS = QRectF(CONTENT.left(), 336, CONTENT.width(), 300)
"""The digits' place: 28 % of the canvas, so that they keep a quarter of its height where they have to shrink."""
PHASE = QRectF(CONTENT.left(), 694, CONTENT.width(), 60)
PROGRESS = QRectF(CONTENT.left(), 812, CONTENT.width(), 20)
NEXT = QRectF(CONTENT.left(), 890, CONTENT.width(), 128)

_TITLE = Style(88, Tint.STRONG, BOLD, least=48)
_DIGITS = Style(round(DIGITS.height() / CAP_HEIGHT), Tint.STRONG, BOLD, least=200, tabular=True)
_WORDS = Style(150, Tint.STRONG, BOLD, least=72)
_PHASE = Style(52, Tint.INK, SEMIBOLD, least=40)
_LABEL = Style(38, Tint.SOFT, MEDIUM)
_NEXT = Style(60, Tint.INK, SEMIBOLD, least=44)
_MARK = 46.0
_GAP = 22.0


@frozen
class _Look:
    """How a phase is told: by word, shape and colour."""

    word: Text
    mark: Callable[[QRectF], QPainterPath]
    colour: Tint


_LOOKS = {
    Phase.RUNNING: _Look(text("Under way"), marks.go, Tint.CALM),
    Phase.LAST_MINUTES: _Look(text("Last minutes"), marks.diamond, Tint.ACCENT),
    Phase.OVER: _Look(text("Over time"), marks.warning, Tint.ALARM),
    Phase.PAUSED: _Look(text("Paused"), marks.hold, Tint.SOFT),
    Phase.UNTIMED: _Look(text("Under way"), marks.go, Tint.CALM),
    Phase.BEFORE: _Look(text("Not started yet"), marks.ring, Tint.CALM),
    Phase.SOON: _Look(text("We start shortly"), marks.ring, Tint.CALM),
    Phase.BETWEEN: _Look(text("We go on shortly"), marks.ring, Tint.CALM),
}


class ClockScene:
    """The clock for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """Title, digits, phase, progress, next; a few words where there is nothing to count."""
        now = days.day(view)
        if now.phase in (Phase.ENDED, Phase.NO_PLAN):
            _still(sheet, view, now)
            return
        top_line(sheet, view)
        if now.item is not None and now.phase is not Phase.UNTIMED:
            _item(sheet, now.item.title, now.item.speaker)
        look = _LOOKS[now.phase]
        if now.item is not None and now.phase is Phase.UNTIMED:
            _large(sheet, now.item.title, QRectF(CONTENT.left(), TITLE.top(), CONTENT.width(), 512))
        else:
            _figures(sheet, view, now, look.colour)
        _phase(sheet, look, _word(view, now), _beside(view, now))
        if now.gone is not None:
            bar(sheet, PROGRESS, now.gone, look.colour)
        if now.next is not None and now.next.item is not now.item:
            _next(sheet, view, now.next)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the next second, while seconds are shown."""
        return days.stays(view)


def _still(sheet: Sheet, view: SceneView, now: Day) -> None:
    event, tr = view.state.event, view.tr
    words = tr("Thank you for today") if now.phase is Phase.ENDED else event.title.strip() or tr("Welcome")
    below = event.title if now.phase is Phase.ENDED else event.place
    bottom = _large(sheet, words, QRectF(CONTENT.left(), 250, CONTENT.width(), 500))
    if below.strip():
        area = QRectF(CONTENT.left(), bottom + 60, CONTENT.width(), 70)
        write(sheet, below, Style(56, Tint.SOFT, MEDIUM), area, Qt.AlignmentFlag.AlignHCenter)


def _large(sheet: Sheet, words: str, area: QRectF) -> float:
    """Words in the middle of the area; tells where they end."""
    block = fit(words, _WORDS, area.width(), 3, area.height())
    top = area.center().y() - block.height / 2
    put(sheet, block, _WORDS, QRectF(area.left(), top, area.width(), 0), Qt.AlignmentFlag.AlignHCenter)
    return top + block.height


def _item(sheet: Sheet, title: str, speaker: str) -> None:
    if not speaker.strip():
        block = fit(title, _TITLE, TITLE.width(), 2, TITLE.height())
        top = TITLE.center().y() - block.height / 2
        put(sheet, block, _TITLE, QRectF(TITLE.left(), top, TITLE.width(), 0), Qt.AlignmentFlag.AlignLeft)
        return
    write(sheet, title, _TITLE.sized(80), QRectF(TITLE.left(), TITLE.top(), TITLE.width(), 72))
    write(sheet, speaker, Style(44, Tint.SOFT, MEDIUM), QRectF(TITLE.left(), TITLE.bottom() - 44, TITLE.width(), 44))


def _figures(sheet: Sheet, view: SceneView, now: Day, colour: Tint) -> None:
    calm = now.phase in (Phase.RUNNING, Phase.BEFORE)
    style = _DIGITS if calm else _DIGITS.coloured(colour)
    if now.days_left:
        words = str(now.days_left)
    elif now.left is not None:
        words = digits(shown_seconds(now.left))
    else:
        words, style = time_of_day(view, view.now.wall), _DIGITS
    write(sheet, words, style, DIGITS, Qt.AlignmentFlag.AlignHCenter)


def _word(view: SceneView, now: Day) -> str:
    if now.days_left:
        return view.tr.plural("day to go", "days to go", now.days_left)
    return view.tr.render(_LOOKS[now.phase].word)


def _beside(view: SceneView, now: Day) -> str:
    """What is said beside the phase: when it ends, or begins."""
    if now.phase in (Phase.RUNNING, Phase.LAST_MINUTES) and now.ends is not None:
        return view.tr("ends {time}", time=time_of_day(view, now.ends))
    if now.phase is Phase.BEFORE and now.next is not None:
        return view.tr("starts {time}", time=time_of_day(view, now.next.start))
    return ""


def _phase(sheet: Sheet, look: _Look, words: str, beside: str) -> None:
    """Shape and word in the phase's colour, and what is said beside them, centred as one line."""
    word = fit(words, _PHASE.coloured(look.colour), PHASE.width() / 2)
    rest = fit(f"·  {beside}", _PHASE.coloured(Tint.SOFT), PHASE.width() / 3) if beside else None
    whole = _MARK + _GAP + word.width + (_GAP + rest.width if rest else 0)
    left = PHASE.center().x() - whole / 2
    top = PHASE.center().y() - word.height / 2
    sheet.fill(look.mark(QRectF(left, PHASE.center().y() - _MARK / 2, _MARK, _MARK)), look.colour)
    left += _MARK + _GAP
    put(sheet, word, _PHASE.coloured(look.colour), QRectF(left, top, 0, 0), Qt.AlignmentFlag.AlignLeft)
    if rest is not None:
        left += word.width + _GAP
        put(sheet, rest, _PHASE.coloured(Tint.SOFT), QRectF(left, top, 0, 0), Qt.AlignmentFlag.AlignLeft)


def _next(sheet: Sheet, view: SceneView, coming: Coming) -> None:
    """What follows, and when."""
    write(sheet, view.tr("Next"), _LABEL, QRectF(NEXT.left(), NEXT.top(), NEXT.width(), 40))
    time = time_of_day(view, coming.start)
    line = QRectF(NEXT.left(), NEXT.bottom() - 64, NEXT.width(), 60)
    shift = width(time, _NEXT.figures()) + 36
    write(sheet, time, _NEXT.figures().coloured(Tint.CALM), line)
    write(sheet, coming.item.title, _NEXT, line.adjusted(shift, 0, 0, 0))
