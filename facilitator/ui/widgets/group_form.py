"""Groups answers in open text by hand: answers on one side, groups on the other. Nobody but the host sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from facilitator.common.frozen import frozen
from facilitator.desk.deciders.voting import answers
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, card, column, holder, label, row
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.voting.commands import GroupTexts, NameGroup, UngroupTexts
from facilitator.voting.model import Ballot


@frozen
class GroupRow:
    """A group and how many answers stand in it."""

    id: int
    name: str
    count: int
    texts: tuple[str, ...]


class GroupForm(QWidget):
    """Choose answers, type a group's name, Enter. Ctrl+Z takes back."""

    def __init__(self, context: Context, leave: Callable[[], None]) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        tr = context.tr
        self._context = context
        self._ballot = 0
        self._heading = label("", "heading")
        self._left = label("", "muted")
        self.answers = QListWidget()
        self.answers.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.answers.setWordWrap(True)
        self.answers.setSpacing(4)
        self.answers.setAccessibleName(tr("Answers without a group"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of the group"))
        self.name.setAccessibleName(tr("Name of the group"))
        self.name.returnPressed.connect(self._group)
        self._model: RowsModel[GroupRow] = RowsModel(
            (Column(tr("Group"), lambda each: each.name, strong=True), Column(tr("Answers"), _count, 96, right=True)),
            lambda each: each.id,
            self,
        )
        self.groups = Table(self._model, context.theme, tr("Groups"))
        self.groups.chosen.connect(self._show_group)
        self.inside = QListWidget()
        self.inside.setWordWrap(True)
        self.inside.setSpacing(4)
        self.inside.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.inside.setAccessibleName(tr("Answers in the group"))
        left = card(
            row(label(tr("ANSWERS"), "caption"), None, self._left),
            self.answers,
            row(self.name, button(tr("Put into group"), self._group, "plus", "primary")),
        )
        right = card(
            label(tr("GROUPS"), "caption"),
            self.groups,
            self.inside,
            row(button(tr("Rename"), self._rename, "pencil"), button(tr("Take out"), self._take_out, "x"), None),
        )
        both = row(left, right, spacing=14)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        top = row(self._heading, None, button(tr("Done"), leave, "check", "primary", tip="Esc"))
        body = column(top, label(tr("The room sees none of this before the reveal."), "muted"), holder(both))
        body.setStretch(2, 1)
        self.setLayout(body)

    def start(self, state: State, ballot: int) -> None:
        """Show the answers to this ballot."""
        self._ballot = ballot
        self.show_state(state)
        self.answers.setFocus()

    def show_state(self, state: State) -> None:
        """Show the answers and groups as they stand."""
        ballot = state.voting.ballots.get(self._ballot)
        if ballot is None:
            return
        tr = self._context.tr
        self._heading.setText(ballot.title)
        given = dict(answers(state.voting, ballot, self._context.controls.desk.box))
        self._model.put(_rows(ballot, given))
        grouped = {words for group in ballot.groups for words in group.texts}
        rest = [(words, count) for words, count in given.items() if words not in grouped]
        place = self.answers.currentRow()
        self.answers.clear()
        for words, count in rest:
            item = QListWidgetItem(words if count == 1 else tr("{answer} (×{count})", answer=words, count=count))
            item.setData(ROLE, words)
            self.answers.addItem(item)
        self.answers.setCurrentRow(min(max(0, place), len(rest) - 1))
        if self.groups.current is None and ballot.groups:
            self.groups.choose(ballot.groups[0].id)
        self._left.setText(tr.plural("{count} without a group", "{count} without a group", len(rest)))
        self._show_group()

    def _show_group(self) -> None:
        chosen = self.groups.current
        self.inside.clear()
        self.inside.addItems(list(chosen.texts) if chosen is not None else [])

    def _group(self) -> None:
        chosen = tuple(str(item.data(ROLE)) for item in self.answers.selectedItems())
        group = self.groups.current
        name = self.name.text().strip() or (group.name if group is not None else "")
        if not chosen or not name:
            (self.name if chosen else self.answers).setFocus()
            return
        outcome = self._context.controls.do(GroupTexts(self._ballot, chosen, name))
        if outcome is not None:
            self.name.clear()
            self.show_state(outcome.state)
            self.answers.setFocus()

    def _rename(self) -> None:
        group = self.groups.current
        if group is not None and self.name.text().strip():
            if self._context.controls.do(NameGroup(self._ballot, group.id, self.name.text())) is not None:
                self.name.clear()
        else:
            self.name.setFocus()

    def _take_out(self) -> None:
        chosen = tuple(item.text() for item in self.inside.selectedItems())
        if chosen:
            self._context.controls.do(UngroupTexts(self._ballot, chosen))


ROLE = 0x0100
"""Where a line of the list keeps the answer itself (Qt's first role for such use)."""


def _count(group: GroupRow) -> str:
    return str(group.count)


def _rows(ballot: Ballot, given: dict[str, int]) -> list[GroupRow]:
    return [
        GroupRow(group.id, group.name, sum(given.get(words, 0) for words in group.texts), group.texts)
        for group in ballot.groups
    ]
