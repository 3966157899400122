"""A ballot: what the room votes on, how a phone gets there, and how many have voted. Never what they voted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from facilitator.common.clock import Duration
from facilitator.desk.on_show import CLOSES_NOW, CLOSES_SOON, to_vote_on
from facilitator.ui.scenes import day as days
from facilitator.ui.scenes import marks
from facilitator.ui.scenes.ballots import instruction
from facilitator.ui.scenes.codes import MARGIN, paint_codes
from facilitator.ui.scenes.countdown import digits, shown_seconds, until_tick
from facilitator.ui.scenes.day import Day
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, bar, chip, note, panel, top_line
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit, width
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView
from facilitator.voting.model import Ballot, Phase
from facilitator.voting.rules import eligible

TOP = 152.0
"""Where title and codes begin."""

ONE_CODE = 640.0
"""Edge of the code when there is one, in canvas pixels."""

TWO_CODES = 452.0
"""Edge of each when there are two."""

_TITLE = Style(84, Tint.STRONG, BOLD, least=48)
_SENTENCE = Style(46, Tint.SOFT, MEDIUM, least=38)
_CAST = Style(150, Tint.STRONG, BOLD, tabular=True)
_OF = Style(48, Tint.INK, MEDIUM, least=38)
_LEFT = Style(56, Tint.STRONG, BOLD, tabular=True)
_MARK = 44.0


class BallotScene:
    """The ballot for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """Question, way in and turnout while the room may vote; afterwards that the vote is over."""
        top_line(sheet, view)
        ballot = to_vote_on(view.state)
        if ballot is None:
            note(sheet, view.tr("There is no vote yet."), CONTENT)
            return
        voting = ballot.phase in (Phase.DRAFT, Phase.OPEN)
        right = _codes(sheet, view) if voting else CONTENT.right()
        area = QRectF(CONTENT.left(), TOP, right - CONTENT.left(), CONTENT.bottom() - TOP)
        _question(sheet, view, ballot, area)
        if ballot.phase is not Phase.DRAFT:
            _turnout(sheet, view, ballot, area)
        left = ends_in(view, ballot)
        if left is not None:
            _until_close(sheet, view, left, area)
            return
        now = _clock(view, ballot)
        if now is not None:
            _time_left(sheet, view, now, area)

    def stays(self, view: SceneView) -> Duration | None:
        """Until the clock shows another second."""
        ballot = to_vote_on(view.state)
        left = None if ballot is None else ends_in(view, ballot)
        known = [each for each in (days.stays(view), None if left is None else until_tick(left)) if each is not None]
        return min(known, default=None)


def ends_in(view: SceneView, ballot: Ballot) -> Duration | None:
    """How long until the open ballot closes by itself, never negative; None if it does not."""
    if ballot.phase is not Phase.OPEN or ballot.closes_at is None:
        return None
    return Duration(max(0, ballot.closes_at - view.now.wall))


def _question(sheet: Sheet, view: SceneView, ballot: Ballot, area: QRectF) -> None:
    top = area.top()
    if ballot.straw_poll:
        top = chip(sheet, view.tr("Straw poll"), area.left(), top) + 36
    title = fit(ballot.title, _TITLE, area.width(), 3, 250)
    put(sheet, title, _TITLE, QRectF(area.left(), top, area.width(), 0), Qt.AlignmentFlag.AlignLeft)
    top += title.height + 52
    sentence = fit(_sentence(view, ballot), _SENTENCE, area.width(), 2)
    put(sheet, sentence, _SENTENCE, QRectF(area.left(), top, area.width(), 0), Qt.AlignmentFlag.AlignLeft)


def _sentence(view: SceneView, ballot: Ballot) -> str:
    if ballot.phase is Phase.DRAFT:
        return view.tr("The vote has not opened yet.")
    if ballot.phase is Phase.OPEN:
        return view.tr.render(instruction(ballot))
    return view.tr("The vote is closed.")


def _turnout(sheet: Sheet, view: SceneView, ballot: Ballot, area: QRectF) -> None:
    cast = view.turnouts.get(ballot.id, 0)
    roll = 0 if ballot.straw_poll else len(eligible(view.state.voting, ballot))
    place = QRectF(area.left(), 620, area.width(), 250)
    number = str(cast)
    write(sheet, number, _CAST, QRectF(place.left(), place.top(), place.width(), 110))
    beside = QRectF(place.left() + width(number, _CAST) + 34, place.top(), 0, 110)
    beside.setRight(place.right())
    words = (
        view.tr("of {eligible} have voted", eligible=roll) if roll else view.tr.plural("has voted", "have voted", cast)
    )
    block = fit(words, _OF, beside.width(), 2)
    top = beside.bottom() - block.height
    put(sheet, block, _OF, QRectF(beside.left(), top, beside.width(), 0), Qt.AlignmentFlag.AlignLeft)
    if roll:
        bar(sheet, QRectF(place.left(), place.top() + 158, place.width(), 20), cast / roll, Tint.CALM)


def _clock(view: SceneView, ballot: Ballot) -> Day | None:
    """The running item's clock, if the ballot is open and belongs to it, or to none."""
    running = view.state.run.running
    if running is None or ballot.phase is not Phase.OPEN or ballot.item not in (None, running.item):
        return None
    now = days.day(view)
    return now if now.left is not None else None


def _time_left(sheet: Sheet, view: SceneView, now: Day, area: QRectF) -> None:
    if now.left is None:
        return
    look = {
        days.Phase.OVER: (marks.warning, Tint.ALARM, view.tr("over time")),
        days.Phase.PAUSED: (marks.hold, Tint.SOFT, view.tr("paused")),
        days.Phase.LAST_MINUTES: (marks.diamond, Tint.CAUTION, view.tr("left to vote")),
        days.Phase.NEARLY_OVER: (marks.octagon, Tint.ALARM, view.tr("left to vote")),
    }
    mark, colour, word = look.get(now.phase, (marks.go, Tint.CALM, view.tr("left to vote")))
    _line(sheet, mark, colour, digits(shown_seconds(now.left)), word, area)


def _until_close(sheet: Sheet, view: SceneView, left: Duration, area: QRectF) -> None:
    """The countdown of a ballot that closes by itself."""
    mark, colour = marks.go, Tint.CALM
    if left <= CLOSES_SOON:
        mark, colour = (marks.octagon, Tint.ALARM) if left <= CLOSES_NOW else (marks.diamond, Tint.CAUTION)
    _line(sheet, mark, colour, digits(shown_seconds(left)), view.tr("left to vote"), area)


def _line(
    sheet: Sheet, mark: Callable[[QRectF], QPainterPath], colour: Tint, left: str, word: str, area: QRectF
) -> None:
    middle = 960.0
    sheet.fill(mark(QRectF(area.left(), middle - _MARK / 2, _MARK, _MARK)), colour)
    line = QRectF(area.left() + _MARK + 24, middle - 30, area.width() - _MARK - 24, 60)
    write(sheet, left, _LEFT, line)
    write(sheet, word, _OF.coloured(Tint.SOFT), line.adjusted(width(left, _LEFT) + 24, 0, 0, 0))


def _codes(sheet: Sheet, view: SceneView) -> float:
    """The codes that bring a phone here, on the right; tells where the space beside them ends."""
    if view.address is None:
        area = QRectF(CONTENT.right() - ONE_CODE, TOP, ONE_CODE, ONE_CODE)
        panel(sheet, area, Tint.PANEL)
        words = view.tr("Phones cannot vote just now. Please wait for the hosts.")
        note(sheet, words, area.adjusted(60, 60, -60, -60), Style(48, Tint.INK, MEDIUM, least=40))
        return area.left() - MARGIN
    captions = (view.tr("Scan to vote"), view.tr("2. Vote"))
    return paint_codes(sheet, view, view.address, captions, TOP, (ONE_CODE, TWO_CODES))
