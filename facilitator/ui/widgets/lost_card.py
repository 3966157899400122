"""A lost voting card: revoked and made anew in its place, without touching votes cast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.wording import ROLES
from facilitator.voting.cards import shown
from facilitator.voting.commands import ReissueCard
from facilitator.voting.model import Card


class LostCard(QWidget):
    """Type a name, press once. The new code is shown only when it is asked for."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        tr = context.tr
        self._context = context
        self._cards: dict[str, str] = {}
        self._fresh: Card | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Whose card was lost?"))
        self.name.setAccessibleName(tr("Whose card was lost?"))
        self.name.returnPressed.connect(self._replace)
        self._told = label("", "muted", wrap=True)
        self._show = button(tr("Show the code"), self._show_code, "eye")
        self._told.hide()
        self._show.hide()
        layout = column(
            row(self.name, button(tr("Replace the card"), self._replace, "refresh-cw")), row(self._told, self._show)
        )
        self.setLayout(layout)

    def show_state(self, state: State) -> None:
        """Offer the holders of valid cards."""
        tr = self._context.tr
        cards: dict[str, str] = {}
        for card in state.voting.cards.values():
            person = state.roster.people.get(card.participant or 0)
            name = person.name if person is not None else card.name
            if not card.revoked:
                words = f"{name} ({tr.render(ROLES[card.role])})"
                if words in cards:
                    words = f"{name} ({tr.render(ROLES[card.role])}, {card.id[:4]})"
                cards[words] = card.id
        if cards == self._cards:
            return
        self._cards = cards
        completer = QCompleter(sorted(cards, key=str.casefold), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)

    def _replace(self) -> None:
        card = self._cards.get(self.name.text().strip())
        if card is None:
            self.name.setFocus()
            return
        tr = self._context.tr
        holder = self.name.text().strip()
        words = tr("New card for {name}. The old one no longer votes.", name=holder)
        outcome = self._context.controls.do(ReissueCard(card), words)
        if outcome is not None:
            self._fresh = outcome.state.voting.cards[str(outcome.result)]
            self.name.clear()
            self._told.setText(words)
            self._told.show()
            self._show.show()

    def _show_code(self) -> None:
        if self._fresh is not None:
            self._told.setText(self._context.tr("Code: {code}", code=shown(self._fresh.secret)))
            self._show.hide()
