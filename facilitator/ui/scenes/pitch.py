"""The pitches: who is on stage, with what, for how long, and who comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration, seconds
from facilitator.common.texts import text
from facilitator.timer.model import Pitching, PitchPhase
from facilitator.timer.rules import remaining
from facilitator.timer.sharing import phase_left, share
from facilitator.ui.scenes import day as days
from facilitator.ui.scenes.countdown import digits, shown_seconds, until_tick
from facilitator.ui.scenes.face import LOOKS, PROGRESS, paint_digits, paint_phase
from facilitator.ui.scenes.following import FOOT, LABEL, WORDS, foot
from facilitator.ui.scenes.furniture import BOLD, CONTENT, SEMIBOLD, bar, note, time_of_day, to_next_minute, top_line
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView

TITLE = QRectF(CONTENT.left(), 160, CONTENT.width(), 136)

WARNING, DANGER = seconds(30), seconds(10)
"""What is left of a phase when its look changes; of a short one, no more than a third and a sixth of it."""

_TEAM = Style(48, Tint.ACCENT, SEMIBOLD)
_SOLUTION = Style(80, Tint.STRONG, BOLD, least=48)
_CALLED = Style(150, Tint.STRONG, BOLD, least=72)
_WORDS = {
    PitchPhase.PITCH: text("Pitch"),
    PitchPhase.QUESTIONS: text("Questions"),
    PitchPhase.CHANGE_OVER: text("Change-over"),
}
_HOW = {
    days.Phase.LAST_MINUTES: text("Finish soon"),
    days.Phase.NEARLY_OVER: text("Nearly over"),
    days.Phase.OVER: text("Over time"),
    days.Phase.PAUSED: text("Paused"),
}
_REST = 480.0
_DONE = Style(110, Tint.STRONG, BOLD, least=64)


class PitchScene:
    """The pitches for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The team on stage with the clock of its phase; otherwise who is to begin, or that all are done."""
        top_line(sheet, view)
        queue, tr = view.state.run.pitches, view.tr
        if queue.now is not None:
            _on_stage(sheet, view, queue.now)
            _coming(sheet, view)
        elif queue.waiting:
            first = not queue.done
            _called(sheet, view, queue.waiting[0], tr("First on stage") if first else tr("Next on stage"))
            _rest(sheet, view, len(queue.waiting))
        else:
            words = tr("All teams have pitched. Thank you!") if queue.done else tr("The pitches are about to begin.")
            note(sheet, words, CONTENT, _DONE)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the clock shows another second."""
        now = view.state.run.pitches.now
        if now is None or now.paused_at is not None:
            return to_next_minute(view)
        return min(until_tick(phase_left(now, view.now)), to_next_minute(view))


def team_words(view: SceneView, team: int) -> str:
    """The team, and what its solution is called."""
    solution = view.state.solutions.solutions.get(team)
    number = view.tr("Team {number}", number=team)
    return f"{number} · {solution.title}" if solution is not None and solution.title.strip() else number


def phase(now: Pitching, left: Duration) -> days.Phase:
    """How a phase of so long stands with so much left."""
    warning, danger = min(WARNING, now.length // 3), min(DANGER, now.length // 6)
    return days.phase(now.paused_at is not None, left, Duration(warning), Duration(danger))


def _on_stage(sheet: Sheet, view: SceneView, now: Pitching) -> None:
    tr = view.tr
    solution = view.state.solutions.solutions.get(now.team)
    words = solution.title.strip() if solution is not None else ""
    number = tr("Team {number}", number=now.team)
    if words:
        write(sheet, number, _TEAM, QRectF(TITLE.left(), TITLE.top(), TITLE.width(), 44))
        write(sheet, words, _SOLUTION, QRectF(TITLE.left(), TITLE.bottom() - 72, TITLE.width(), 72))
    else:
        write(sheet, number, _SOLUTION.sized(88), TITLE)
    left = phase_left(now, view.now)
    how = phase(now, left)
    look = LOOKS[how]
    paint_digits(sheet, digits(shown_seconds(left)), how)
    paint_phase(sheet, look, tr.render(_WORDS[now.phase]), tr.render(_HOW[how]) if how in _HOW else "")
    if now.length > 0:
        bar(sheet, PROGRESS, min(1.0, max(0.0, 1 - left / now.length)), look.tint)


def _coming(sheet: Sheet, view: SceneView) -> None:
    queue = view.state.run.pitches
    if not queue.waiting:
        foot(sheet, view.tr("Next"), "", view.tr("This is the last team."))
        return
    right = _rest(sheet, view, len(queue.waiting))
    foot(sheet, view.tr("Next"), "", team_words(view, queue.waiting[0]), FOOT.adjusted(0, 0, right - FOOT.right(), 0))


def _rest(sheet: Sheet, view: SceneView, teams: int) -> float:
    """How many teams have yet to pitch, on the right; tells where the space beside it ends."""
    words = view.tr.plural("{count} team left", "{count} teams left", teams)
    style = WORDS.coloured(Tint.SOFT)
    ends = _ends(view)
    across = min(_REST, max(width(words, style), width(ends, LABEL)))
    area = FOOT.adjusted(FOOT.width() - across - 1, 0, 0, 0)
    right = Qt.AlignmentFlag.AlignRight
    if ends:
        write(sheet, ends, LABEL, QRectF(area.left(), area.top(), area.width(), 40), right)
    write(sheet, words, style, QRectF(area.left(), area.bottom() - 64, area.width(), 60), right)
    return area.left() - 72


def _ends(view: SceneView) -> str:
    """When the last team is done if everybody keeps to their time."""
    run = view.state.run
    if run.running is None:
        return ""
    finish = share(run.pitches, remaining(run.running, view.now), view.now).finish
    return view.tr("ends about {time}", time=time_of_day(view, finish))


def _called(sheet: Sheet, view: SceneView, team: int, label: str) -> None:
    """A team that is yet to begin, as large as it fits."""
    block = fit(team_words(view, team), _CALLED, CONTENT.width(), 3, 480)
    top = CONTENT.center().y() - block.height / 2
    write(sheet, label, LABEL.sized(48), QRectF(CONTENT.left(), top - 110, CONTENT.width(), 50))
    put(sheet, block, _CALLED, QRectF(CONTENT.left(), top, CONTENT.width(), 0), Qt.AlignmentFlag.AlignLeft)
