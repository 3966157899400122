"""The ballot that the host looks at: how far it has come, how many have voted, and the one next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from facilitator.common.clock import Instant, to_datetime
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone, button, column, label, pill, row, set_tone
from facilitator.ui.widgets.clock_face import ThinBar
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.wording import METHODS, PHASES, ROLES, RULES, SOURCES
from facilitator.voting.model import Ballot, Method, Phase
from facilitator.voting.rules import eligible

PHASE_TONES = {
    Phase.DRAFT: Tone.PLAIN,
    Phase.OPEN: Tone.GOOD,
    Phase.CLOSED: Tone.WARNING,
    Phase.REVEALED: Tone.ACCENT,
}


@frozen
class BallotActions:
    """What the card's buttons do with the ballot."""

    open: Callable[[], object]
    close: Callable[[], object]
    reveal: Callable[[], object]
    show: Callable[[], object]
    step: Callable[[], object]
    extend: Callable[[], object]
    papers: Callable[[], object]
    groups: Callable[[], object]
    edit: Callable[[], object]
    remove: Callable[[], object]


class BallotCard(QFrame):
    """Buttons are there only when they can be pressed, so nothing can be shown by mistake."""

    def __init__(self, tr: Translator, theme: Theme, actions: BallotActions) -> None:
        """`actions` are what the buttons do."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._phase = pill()
        self._straw = pill(tr("Straw poll"), Tone.WARNING)
        self._title = ElidedLabel(role="item")
        self._about = label("", "muted", wrap=True)
        self._figure = label("", "figure")
        self._voted = label("", "muted")
        self._bar = ThinBar(theme, tr("Turnout"))
        self._open = button(tr("Open the vote"), actions.open, "play", "primary")
        self._close = button(tr("Close the vote"), actions.close, "square", "primary")
        self._reveal = button(tr("Reveal to the room"), actions.reveal, "eye", "primary")
        self._show = button(tr("Show on the projector"), actions.show, "monitor-play")
        self._step = button(tr("Reveal one place"), actions.step, "trophy", tip=tr("The third first, then the second"))
        self._extend = button(tr("+1 min"), actions.extend, "timer", tip=tr("Let the vote close a minute later"))
        self._papers = button(tr("Paper ballots"), actions.papers, "file-text")
        self._groups = button(tr("Group the answers"), actions.groups, "shapes")
        self._left = label("", "muted")
        self._edit = button(tr("Edit"), actions.edit, "pencil")
        self._remove = button("", actions.remove, "trash-2", name=tr("Remove the draft"), tip=tr("Remove the draft"))
        figures = row(self._figure, self._voted, None, spacing=10)
        steps = row(self._open, self._close, self._reveal, self._show, self._edit, None, self._remove)
        more = row(self._step, self._extend, self._groups, self._papers, None)
        layout = column(
            row(self._phase, self._straw, None, self._left),
            self._title,
            self._about,
            4,
            figures,
            self._bar,
            6,
            steps,
            more,
            spacing=6,
        )
        layout.setContentsMargins(18, 16, 18, 16)
        self.setLayout(layout)

    def show_ballot(self, state: State, ballot: Ballot, turnout: int) -> None:
        """Show this ballot."""
        tr = self._tr
        self._phase.setText(tr.render(PHASES[ballot.phase]))
        set_tone(self._phase, PHASE_TONES[ballot.phase])
        self._straw.setVisible(ballot.straw_poll)
        self._title.show_words(ballot.title)
        self._about.setText(self._described(state, ballot))
        self._show_turnout(state, ballot, turnout)
        phase = ballot.phase
        self._open.setVisible(phase is Phase.DRAFT)
        self._edit.setVisible(phase is Phase.DRAFT)
        self._remove.setVisible(phase is Phase.DRAFT)
        self._close.setVisible(phase is Phase.OPEN)
        self._reveal.setVisible(phase is Phase.CLOSED)
        self._step.setVisible(phase is Phase.CLOSED)
        self._extend.setVisible(phase is Phase.OPEN and ballot.closes_at is not None)
        self._groups.setVisible(phase is Phase.CLOSED and ballot.method is Method.TEXT and not ballot.unveiled)
        self._papers.setVisible(phase in (Phase.OPEN, Phase.CLOSED) and not ballot.unveiled and not ballot.dice)
        scene = SceneName.RESULTS if phase is Phase.REVEALED else SceneName.BALLOT
        on_show = state.stage.scene is scene and state.stage.ballot in (ballot.id, None)
        self._show.setVisible(phase in (Phase.OPEN, Phase.REVEALED) and not on_show)

    def show_time(self, ballot: Ballot, now: Instant) -> None:
        """Show how long until the ballot closes by itself."""
        ends = ballot.closes_at if ballot.phase is Phase.OPEN else None
        self._left.setVisible(ends is not None)
        if ends is not None:
            left = max(0, -(-(ends - now) // 1000))
            self._left.setText(self._tr("closes in {time}", time=f"{left // 60}:{left % 60:02}"))

    def _show_turnout(self, state: State, ballot: Ballot, turnout: int) -> None:
        tr = self._tr
        roll = len(eligible(state.voting, ballot))
        begun = ballot.phase is not Phase.DRAFT
        if ballot.straw_poll:
            self._figure.setText(str(turnout) if begun else "–")
            self._voted.setText(
                tr.plural("vote", "votes", turnout) if begun else tr("anybody may vote, without a card")
            )
        elif begun:
            self._figure.setText(tr("{voted} of {roll}", voted=turnout, roll=roll))
            self._voted.setText(tr("have voted"))
        else:
            self._figure.setText(str(roll))
            self._voted.setText(tr.plural("may vote", "may vote", roll))
        self._bar.setVisible(begun and not ballot.straw_poll)
        self._bar.show_share(turnout / roll if roll else 0, Tone.GOOD)

    def _described(self, state: State, ballot: Ballot) -> str:
        tr = self._tr
        roles = ", ".join(tr.render(ROLES[role]) for role in ballot.roles) if not ballot.straw_poll else ""
        options = tr.render(SOURCES[ballot.source])
        if ballot.options:
            options = tr.plural("{count} option", "{count} options", len(ballot.options))
        if ballot.method is Method.TEXT:
            options = ""
        item = state.plan.items.get(ballot.item or 0)
        shares = ", ".join(f"{tr.render(ROLES[role])} {share:g} %" for role, share in ballot.shares)
        zone = state.event.timezone
        papers = state.voting.papers_of(ballot.id)
        parts = [
            f"{tr.render(METHODS[ballot.method])} ({tr.render(RULES[ballot.rule])})",
            options,
            roles,
            tr("may be changed until it closes") if ballot.change_until_close else "",
            tr("combined: {shares}", shares=shares) if shares else "",
            tr("opens at {time}", time=f"{to_datetime(ballot.opens_at, zone):%H:%M}")
            if ballot.opens_at is not None and ballot.phase is Phase.DRAFT
            else "",
            tr("closes at {time}", time=f"{to_datetime(ballot.closes_at, zone):%H:%M}")
            if ballot.closes_at is not None and ballot.phase in (Phase.DRAFT, Phase.OPEN)
            else "",
            tr("{agreed} of {all} paper ballots count", agreed=sum(each.agreed for each in papers), all=len(papers))
            if papers
            else "",
            tr("opens with “{title}”", title=item.title) if item and ballot.phase is Phase.DRAFT else "",
        ]
        return " · ".join(part for part in parts if part)
