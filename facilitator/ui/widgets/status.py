"""The status bar: what was done last, that it is saved, how many people and teams, and whether phones can vote."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar

from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.ui.ports import Phones
from facilitator.ui.widgets.basics import label


class Status(QStatusBar):
    """One line at the bottom of the console."""

    def __init__(self, tr: Translator) -> None:
        """Empty until the state is shown."""
        super().__init__()
        self._tr = tr
        self._version: State | None = None
        self._said = label()
        self._counts = label()
        self._phones = label()
        self.addWidget(self._said, 1)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._phones)
        self.setSizeGripEnabled(False)

    @property
    def said(self) -> str:
        """What was said last."""
        return self._said.text()

    def say(self, words: str) -> None:
        """Say what has just been done."""
        self._said.setText(words)
        self._said.setToolTip(words)

    def show_counts(self, state: State) -> None:
        """Say how many there are; what a state holds is on disk."""
        if self._version is not state:
            self._version = state
            people = self._tr.plural("{count} participant", "{count} participants", len(state.roster.people))
            teams = self._tr.plural("{count} team", "{count} teams", len(state.teams.teams))
            self._counts.setText(" · ".join((people, teams, self._tr("All saved"))))

    def show_phones(self, phones: Phones, tr: Translator) -> None:
        """Say whether phones can reach the program."""
        failure = phones.failure()
        address = phones.url
        if failure is not None:
            self._phones.setText(tr("Phones: no connection"))
            self._phones.setToolTip(tr.render(failure.text()))
        elif address is None:
            self._phones.setText(tr("Phones: off"))
        else:
            count = tr.plural("{count} phone", "{count} phones", phones.phones)
            self._phones.setText(f"{address.removeprefix('http://')} · {count}")
