"""Paper ballots keyed in twice by two people, fast and by keyboard alone: number, choices, Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.paper_entry import example, read, shown
from facilitator.ui.widgets.basics import Tone, button, card, column, holder, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import ROLES
from facilitator.voting.commands import KeyPaper, RemovePaper
from facilitator.voting.model import Ballot, Paper, Role
from facilitator.voting.papers import FIRST, SECOND


class PaperForm(QWidget):
    """The second person does not see what the first one typed, unless the two differ."""

    def __init__(self, context: Context, leave: Callable[[], None]) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        tr = context.tr
        self._context = context
        self._ballot: Ballot | None = None
        self._heading = label("", "heading")
        self._told = label("", "muted")
        self._options = label("", "muted", wrap=True)
        self._example = label("", "muted", wrap=True)
        self.keying = Choice(choices=[(tr("First person"), FIRST), (tr("Second person"), SECOND)])
        self.keying.currentIndexChanged.connect(lambda _place: self._next())
        self.role = Choice[Role]()
        self.serial = QSpinBox()
        self.serial.setRange(1, 99_999)
        self.serial.setMaximumWidth(160)
        self.entry = QLineEdit()
        self.entry.returnPressed.connect(self._key)
        self._form = form(
            (tr("Who types"), self.keying),
            (tr("Voters"), self.role),
            (tr("Number on the paper"), self.serial),
            (tr("Choices"), self.entry),
            caption_width=150,
        )
        self._model: RowsModel[Paper] = RowsModel(
            (
                Column(tr("Paper"), lambda each: str(each.serial), 80, right=True),
                Column(tr("First"), lambda each: self._typed(each, each.first)),
                Column(tr("Second"), lambda each: self._typed(each, each.second)),
                Column(tr("State"), self._state, 170, tone=_tone),
            ),
            lambda each: each.id,
            self,
        )
        self.papers = Table(self._model, context.theme, tr("Paper ballots"))
        self.papers.opened.connect(self._again)
        typing = card(
            self._form,
            self._example,
            row(button(tr("Key in"), self._key, "check", "primary", tip="Enter"), None),
            6,
            self._options,
            None,
        )
        listed = card(
            row(label(tr("PAPER BALLOTS"), "caption"), None, self._told),
            self.papers,
            row(button(tr("Key in again"), self._again, "pencil"), button(tr("Remove"), self._remove, "trash-2"), None),
        )
        both = row(typing, listed, spacing=14)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        body = column(
            row(self._heading, None, button(tr("Done"), leave, "check", tip="Esc")),
            label(tr("Number each paper as you take it from the box. Only papers typed twice alike count."), "muted"),
            label(tr("Hand a paper out only in exchange for the voting card, so that nobody votes twice."), "muted"),
            holder(both),
        )
        body.setStretch(3, 1)
        self.setLayout(body)

    def start(self, state: State, ballot: int) -> None:
        """Key in papers of this ballot."""
        self._ballot = state.voting.ballots[ballot]
        tr = self._context.tr
        roles = self._ballot.roles if not self._ballot.straw_poll else (Role.PARTICIPANT,)
        self.role.put([(tr.render(ROLES[role]), role) for role in roles])
        self._form.setRowVisible(self.role, len(roles) > 1)
        self.show_state(state)
        self._next()

    def show_state(self, state: State) -> None:
        """Show the papers as they stand."""
        if self._ballot is None or self._ballot.id not in state.voting.ballots:
            return
        self._ballot = state.voting.ballots[self._ballot.id]
        tr = self._context.tr
        papers = state.voting.papers_of(self._ballot.id)
        self._heading.setText(tr("Paper ballots: {title}", title=self._ballot.title))
        self._example.setText(tr.render(example(self._ballot)))
        lines = [f"{place}  {option.label}" for place, option in enumerate(self._ballot.options, 1)]
        self._options.setText("\n".join(lines))
        self._model.put(list(papers))
        differ = sum(paper.differs for paper in papers)
        told = tr("{agreed} of {all} agree", agreed=sum(paper.agreed for paper in papers), all=len(papers))
        if differ:
            told += " · " + tr.plural("{count} differs", "{count} differ", differ)
        self._told.setText(told)

    def _typed(self, paper: Paper, choices: str) -> str:
        """What was typed, of papers that both have typed; of others only that somebody has."""
        if self._ballot is None or not choices:
            return "–"
        if not (paper.first and paper.second):
            return self._context.tr("typed")
        return shown(self._ballot, choices) or self._context.tr("blank")

    def _state(self, paper: Paper) -> str:
        tr = self._context.tr
        if paper.agreed:
            return tr("Counts")
        return tr("Differs: look again") if paper.differs else tr("Once so far")

    def _next(self) -> None:
        """The next paper that this person has to type."""
        if self._ballot is None:
            return
        papers = self._context.controls.desk.state.voting.papers_of(self._ballot.id)
        if self.keying.value == FIRST:
            self.serial.setValue(max((paper.serial for paper in papers if paper.first), default=0) + 1)
        else:
            self.serial.setValue(next((paper.serial for paper in papers if not paper.second), self.serial.value()))
        self.entry.clear()
        self.entry.setFocus()

    def _key(self) -> None:
        ballot = self._ballot
        if ballot is None:
            return
        choices = self._context.controls.attempt(lambda: read(ballot, self.entry.text()))
        if choices is None:
            return
        command = KeyPaper(ballot.id, self.serial.value(), self.keying.value, choices, self.role.value)
        outcome = self._context.controls.do(command)
        if outcome is not None:
            self.show_state(outcome.state)
            self._next()

    def _again(self) -> None:
        if self.papers.current is not None:
            self.serial.setValue(self.papers.current.serial)
            self.entry.setFocus()

    def _remove(self) -> None:
        if self.papers.current is not None and self._ballot is not None:
            serial = self.papers.current.serial
            words = self._context.tr("Removed paper {number}. Ctrl+Z brings it back.", number=serial)
            self._context.controls.do(RemovePaper(self._ballot.id, serial), words)


def _tone(paper: Paper) -> Tone:
    if paper.agreed:
        return Tone.GOOD
    return Tone.DANGER if paper.differs else Tone.PLAIN
