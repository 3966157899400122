"""The result of a ballot, once it is revealed; not a number before."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from facilitator.common.clock import Duration
from facilitator.desk.on_show import to_reveal
from facilitator.ui.scenes.bars import paint_bars
from facilitator.ui.scenes.figures import is_combined, unit
from facilitator.ui.scenes.furniture import BOLD, CONTENT, MEDIUM, TITLE_STYLE, note, to_next_minute, top_line
from facilitator.ui.scenes.ink import put, write
from facilitator.ui.scenes.lettering import Style, fit
from facilitator.ui.scenes.map import paint_map
from facilitator.ui.scenes.palette import Tint
from facilitator.ui.scenes.podium import paint_podium
from facilitator.ui.scenes.sheet import Sheet
from facilitator.ui.scenes.view import SceneView
from facilitator.voting.model import Ballot, Method, Phase, Result

TITLE = QRectF(CONTENT.left(), 72, CONTENT.width(), 72)
CAPTION = QRectF(CONTENT.left(), 172, CONTENT.width(), 44)
FIGURE = QRectF(CONTENT.left(), 248, CONTENT.width(), 776)
"""Where bars or map go."""

_CAPTION = Style(40, Tint.SOFT, MEDIUM)
_WAITING = Style(120, Tint.STRONG, BOLD, least=64)


class ResultsScene:
    """The result for the room."""

    ground = Tint.GROUND

    def paint(self, sheet: Sheet, view: SceneView) -> None:
        """The counted result, or the words that it is still to come."""
        ballot = to_reveal(view.state)
        if ballot is None:
            top_line(sheet, view)
            note(sheet, view.tr("There is no result yet."), CONTENT)
            return
        result = view.state.voting.results.get(ballot.id)
        if ballot.unveiled and result is not None:
            write(sheet, ballot.title, TITLE_STYLE, TITLE)
            paint_podium(sheet, ballot, result, FIGURE, view.tr)
            return
        if ballot.phase is not Phase.REVEALED or result is None:
            _waiting(sheet, view, ballot)
            return
        write(sheet, ballot.title, TITLE_STYLE, TITLE)
        write(sheet, caption(view, ballot, result), _CAPTION, CAPTION)
        if not result.ballots:
            note(sheet, view.tr("No votes were cast."), FIGURE)
        elif not result.winners:
            note(sheet, view.tr("Nobody voted for anything."), FIGURE)
        elif result.method is Method.AXES and not is_combined(result):
            paint_map(sheet, ballot, result, FIGURE, view.tr)
        else:
            paint_bars(sheet, ballot, result, FIGURE, view.tr)

    def stays(self, view: SceneView) -> Duration | None:
        """A result stays for good; the clock at the top of a waiting scene until its next minute."""
        return to_next_minute(view)


def caption(view: SceneView, ballot: Ballot, result: Result) -> str:
    """How many voted, and what the numbers count."""
    tr = view.tr
    said = [tr("Straw poll")] if ballot.straw_poll else []
    said.append(tr.plural("{count} has voted", "{count} have voted", result.ballots))
    said.append(tr("of 100, by stated shares") if is_combined(result) else tr.render(unit(result.rule)))
    if len(result.winners) > 1:
        said.append(tr.plural("{count} share first place", "{count} share first place", len(result.winners)))
    return "  ·  ".join(said)


def _waiting(sheet: Sheet, view: SceneView, ballot: Ballot) -> None:
    """What is being waited for; not a number."""
    tr = view.tr
    top_line(sheet, view)
    words = tr("The votes are being counted") if ballot.phase is Phase.CLOSED else tr("The result is still to come")
    block = fit(words, _WAITING, CONTENT.width(), 2)
    top = CONTENT.center().y() - block.height / 2 - 30
    put(sheet, block, _WAITING, QRectF(CONTENT.left(), top, CONTENT.width(), 0), Qt.AlignmentFlag.AlignHCenter)
    below = QRectF(CONTENT.left(), top + block.height + 64, CONTENT.width(), 60)
    write(sheet, ballot.title, Style(52, Tint.SOFT, MEDIUM), below, Qt.AlignmentFlag.AlignHCenter)
