"""The page Vote: the ballots of the day, and how phones get in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QStackedLayout

from facilitator.common.clock import Moment
from facilitator.common.frozen import frozen
from facilitator.desk.state import State
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.ui.context import Context
from facilitator.ui.page import Page
from facilitator.ui.papers import print_button
from facilitator.ui.widgets.ballot_card import PHASE_TONES, BallotActions, BallotCard
from facilitator.ui.widgets.ballot_form import NEW, BallotForm
from facilitator.ui.widgets.basics import Tone, button, card, column, holder, label, row
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.group_form import GroupForm
from facilitator.ui.widgets.lost_card import LostCard
from facilitator.ui.widgets.paper_form import PaperForm
from facilitator.ui.widgets.phones_card import PhonesCard
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import METHODS, PHASES
from facilitator.voting.commands import (
    CloseBallot,
    ExtendBallot,
    IssueCards,
    OpenBallot,
    PutBallot,
    RemoveBallot,
    RevealResult,
)
from facilitator.voting.model import Ballot, Phase, Role
from facilitator.voting.rules import eligible


@frozen
class BallotRow:
    """A ballot with its turnout."""

    ballot: Ballot
    turnout: int
    roll: int


class VotePage(Page):
    """Draft, open, close, reveal: one step at a time, each with its own button."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._model: RowsModel[BallotRow] = RowsModel(self._columns(), lambda each: each.ballot.id, self)
        self._table = Table(self._model, context.theme, tr("Ballots"))
        self._table.chosen.connect(self._show_chosen)
        self._table.opened.connect(self._edit)
        actions = BallotActions(
            open=lambda: self._step(OpenBallot),
            close=lambda: self._step(CloseBallot),
            reveal=lambda: self._step(RevealResult),
            show=self._show,
            step=self._unveil,
            extend=self._extend,
            papers=lambda: self._open_form(self._papers),
            groups=lambda: self._open_form(self._groups),
            edit=self._edit,
            remove=lambda: self._step(RemoveBallot),
        )
        self._card = BallotCard(tr, context.theme, actions)
        self._phones = PhonesCard(tr)
        self._jury = label("", "muted", wrap=True)
        self._names = QLineEdit()
        self._names.setPlaceholderText(tr("Names, with commas between"))
        self._names.setAccessibleName(tr("Names of jury members"))
        self._names.returnPressed.connect(self._issue)
        self._lost = LostCard(context)
        jury = card(
            row(label(tr("VOTING CARDS"), "caption"), None, print_button(context, ("voting-cards",))),
            self._jury,
            row(self._names, button(tr("Add jury cards"), self._issue, "plus")),
            self._lost,
            spacing=8,
        )
        self._empty = Empty(
            "vote",
            tr("There are no ballots yet"),
            tr("A ballot asks the room one question. It opens by hand, or with an agenda item."),
            button(tr("New ballot"), self._new, "plus", "primary"),
        )
        self._list = card(
            row(12, label(tr("BALLOTS"), "caption"), None, button(tr("New ballot"), self._new, "plus")),
            self._table,
            margin=8,
            spacing=4,
        )
        left = column(self._list, jury, spacing=12)
        left.setStretch(0, 1)
        right = column(self._card, self._phones, None, spacing=12)
        body = row(left, right, spacing=14)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self._body = holder(body)
        main = column(self._empty, self._body)
        self._main = holder(main)
        self._form = BallotForm(context, self._save, self._back)
        self._papers = PaperForm(context, self._back)
        self._groups = GroupForm(context, self._back)
        self._pages = QStackedLayout(self)
        for each in (self._main, self._form, self._papers, self._groups):
            self._pages.addWidget(each)

    def arrive(self) -> None:
        """The keyboard is in the list."""
        if self._pages.currentWidget() is self._main:
            if self._table.current is None and self._model.rows:
                first = next(
                    (each for each in self._model.rows if each.ballot.phase is Phase.OPEN), self._model.rows[0]
                )
                self._table.choose(first.ballot.id)
            self._table.setFocus()

    def leave_form(self) -> bool:
        """Leave the form without keeping it."""
        if self._pages.currentWidget() is self._main:
            return False
        self._back()
        return True

    def render_state(self, state: State) -> None:
        """Show the ballots in the order of the day."""
        turnouts = self.context.around.phones.turnouts
        rows = [
            BallotRow(ballot, turnouts.get(ballot.id, 0), len(eligible(state.voting, ballot)))
            for ballot in sorted(state.voting.ballots.values(), key=lambda each: (each.position, each.id))
        ]
        self._model.put(rows)
        self._empty.setVisible(not rows)
        self._body.setVisible(bool(rows))
        self._phones.show_phones(self.context.around.phones)
        cards = [each for each in state.voting.cards.values() if not each.revoked]
        participants = sum(each.role is Role.PARTICIPANT for each in cards)
        jury = sum(each.role is Role.JURY for each in cards)
        tr = self.context.tr
        people = tr.plural("{count} participant", "{count} participants", participants)
        judges = tr.plural("{count} in the jury", "{count} in the jury", jury)
        self._jury.setText(f"{people} · {judges}")
        self._lost.show_state(state)
        self._papers.show_state(state)
        self._groups.show_state(state)
        self._show_chosen()

    def tick(self, state: State, now: Moment) -> None:
        """The time until the ballot closes."""
        if self._table.current is not None:
            self._card.show_time(self._table.current.ballot, now.wall)

    def phones_changed(self, state: State) -> None:
        """The turnout moves."""
        self.render_state(state)

    def _columns(self) -> tuple[Column[BallotRow], ...]:
        tr = self.context.tr
        return (
            Column(tr("Title"), lambda each: each.ballot.title, strong=True, tip=lambda each: each.ballot.title),
            Column(tr("Method"), self._method, 160, least=640, tip=self._method),
            Column(tr("Voted"), self._turnout, 96, right=True),
            Column(
                tr("State"),
                lambda each: tr.render(PHASES[each.ballot.phase]),
                104,
                tone=lambda each: _tone(each.ballot.phase),
            ),
        )

    def _method(self, each: BallotRow) -> str:
        tr = self.context.tr
        method = tr.render(METHODS[each.ballot.method])
        return tr("{method} · straw poll", method=method) if each.ballot.straw_poll else method

    def _turnout(self, each: BallotRow) -> str:
        if each.ballot.phase is Phase.DRAFT:
            return "–"
        if each.ballot.straw_poll:
            return str(each.turnout)
        return self.context.tr("{voted} of {roll}", voted=each.turnout, roll=each.roll)

    def _show_chosen(self) -> None:
        chosen = self._table.current
        self._card.setVisible(chosen is not None)
        if chosen is not None:
            self._card.show_ballot(self.context.controls.desk.state, chosen.ballot, chosen.turnout)
            self._card.show_time(chosen.ballot, self.context.clock.now().wall)

    def _step(self, command: type[OpenBallot | CloseBallot | RevealResult | RemoveBallot]) -> None:
        chosen = self._table.current
        if chosen is None:
            return
        tr = self.context.tr
        title = chosen.ballot.title
        words = {
            OpenBallot: tr("“{title}” is open", title=title),
            CloseBallot: tr("“{title}” is closed", title=title),
            RevealResult: tr("The result of “{title}” is on the projector", title=title),
            RemoveBallot: tr("Removed “{title}”. Ctrl+Z brings it back.", title=title),
        }
        self.context.controls.do(command(chosen.ballot.id), words[command])

    def _unveil(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            words = self.context.tr("One more place of “{title}” is on the projector", title=chosen.ballot.title)
            self.context.controls.do(RevealResult(chosen.ballot.id, step=True), words)

    def _extend(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            words = self.context.tr("“{title}” closes a minute later", title=chosen.ballot.title)
            self.context.controls.do(ExtendBallot(chosen.ballot.id, 60), words)

    def _open_form(self, form: PaperForm | GroupForm) -> None:
        chosen = self._table.current
        if chosen is not None:
            self._pages.setCurrentWidget(form)
            form.start(self.context.controls.desk.state, chosen.ballot.id)

    def _show(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            scene = SceneName.RESULTS if chosen.ballot.phase is Phase.REVEALED else SceneName.BALLOT
            self.context.controls.do(Show(scene, chosen.ballot.id))

    def _new(self) -> None:
        self._start(NEW)

    def _edit(self) -> None:
        chosen = self._table.current
        if chosen is not None and chosen.ballot.phase is Phase.DRAFT:
            self._start(chosen.ballot)

    def _start(self, ballot: Ballot) -> None:
        self._pages.setCurrentWidget(self._form)
        self._form.start(self.context.controls.desk.state, ballot)

    def _save(self, ballot: Ballot) -> None:
        outcome = self.context.controls.do(PutBallot(ballot), self.context.tr("Saved “{title}”", title=ballot.title))
        if outcome is not None:
            self._back()
            self.render_state(outcome.state)
            self._table.choose(ballot.id or max(outcome.state.voting.ballots))

    def _issue(self) -> None:
        names = tuple(name.strip() for name in self._names.text().split(",") if name.strip())
        if not names:
            self._names.setFocus()
            return
        done = self.context.tr.plural("{count} jury card made", "{count} jury cards made", len(names))
        if self.context.controls.do(IssueCards(Role.JURY, names), done) is not None:
            self._names.clear()

    def _back(self) -> None:
        self._pages.setCurrentWidget(self._main)
        self.arrive()


def _tone(phase: Phase) -> Tone:
    return PHASE_TONES[phase]
