"""The clock of the day: what runs, how long it has left, and what is next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.ui.scenes import day as days
from facilitator.ui.scenes.beside import paint_beside
from facilitator.ui.scenes.countdown import digits, shown_seconds
from facilitator.ui.scenes.day import Day, Phase
from facilitator.ui.scenes.face import LOOKS, PROGRESS, paint_digits, paint_phase
from facilitator.ui.scenes.following import FOOT, paint_following
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, bar, time_of_day, top_line
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

TITLE = QRectF(CONTENT.left(), 144, CONTENT.width(), 130)

_TITLE = Style(88, Tint.STRONG, BOLD, least=48)
_WORDS = Style(150, Tint.STRONG, BOLD, least=72)
_SPEAKER = Style(44, Tint.SOFT, MEDIUM)
_BELOW = Style(56, Tint.SOFT, MEDIUM)


class ClockScene:
    """The clock for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """Title, digits, phase, progress, next, what runs beside; a few words where there is nothing to count."""
        now = days.day(view)
        if now.phase in (Phase.ENDED, Phase.NO_PLAN):
            _still(sheet, view, now)
            return
        top_line(sheet, view)
        if now.item is not None and now.phase is not Phase.UNTIMED:
            _item(sheet, now.item.title, now.item.speaker)
        if now.item is not None and now.phase is Phase.UNTIMED:
            _large(sheet, now.item.title, QRectF(CONTENT.left(), TITLE.top(), CONTENT.width(), 512))
        else:
            _figures(sheet, view, now)
        look = LOOKS[now.phase]
        paint_phase(sheet, look, _word(view, now), _beside(view, now))
        if now.gone is not None:
            bar(sheet, PROGRESS, now.gone, look.tint)
        tracks = days.beside(view)
        left = paint_beside(sheet, view, tracks, FOOT.adjusted(0, -18, 0, 6)) if tracks else FOOT.right()
        if now.next is not None and now.next.item is not now.item:
            paint_following(sheet, view, now.next, FOOT.adjusted(0, 0, left - FOOT.right(), 0))

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
        write(sheet, below, _BELOW, area, Qt.AlignmentFlag.AlignHCenter)


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
    write(sheet, speaker, _SPEAKER, QRectF(TITLE.left(), TITLE.bottom() - 44, TITLE.width(), 44))


def _figures(sheet: Sheet, view: SceneView, now: Day) -> None:
    if now.days_left:
        paint_digits(sheet, str(now.days_left), now.phase)
    elif now.left is not None:
        paint_digits(sheet, digits(shown_seconds(now.left)), now.phase)
    else:
        paint_digits(sheet, time_of_day(view, view.now.wall), None)


def _word(view: SceneView, now: Day) -> str:
    if now.days_left:
        return view.tr.plural("day to go", "days to go", now.days_left)
    return view.tr.render(LOOKS[now.phase].word)


def _beside(view: SceneView, now: Day) -> str:
    """What is said beside the phase: when it ends, or begins."""
    if now.phase in (Phase.RUNNING, Phase.LAST_MINUTES, Phase.NEARLY_OVER) and now.ends is not None:
        return view.tr("ends {time}", time=time_of_day(view, now.ends))
    if now.phase is Phase.BEFORE and now.next is not None:
        return view.tr("starts {time}", time=time_of_day(view, now.next.start))
    return ""
