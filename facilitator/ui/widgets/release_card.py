"""Unused seats of one quota, given to another now."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.desk.state import State
from facilitator.participants.commands import ReleaseSeats
from facilitator.participants.model import Roster
from facilitator.participants.release import unused
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, label
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.form import form


class ReleaseCard(QFrame):
    """From which quota, to which, and how many seats that would be; a time for it is set in the table of quotas."""

    def __init__(self, context: Context) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        tr = context.tr
        self._roster = Roster()
        self._listed: object = None
        self.giving, self.getting = Choice[int | None](), Choice[int | None]()
        for choice in (self.giving, self.getting):
            choice.currentIndexChanged.connect(lambda _place: self._count())
        self._release = button(tr("Release"), self._do, "arrow-right")
        layout = column(
            label(tr("UNUSED SEATS"), "caption"),
            form((tr("From"), self.giving), (tr("To"), self.getting), stacked=True),
            2,
            self._release,
            spacing=6,
        )
        layout.setContentsMargins(16, 12, 16, 14)
        self.setLayout(layout)

    def show_state(self, state: State) -> None:
        """Count anew; what is chosen stays chosen."""
        self._roster = state.roster
        quotas = sorted(state.roster.quotas.values(), key=lambda one: (one.position, one.id))
        self.setVisible(len(quotas) > 1)
        listed = [(one.name, one.id) for one in quotas]
        if listed != self._listed:
            self._listed = listed
            self.giving.put(listed)
            self.getting.put(listed)
            self.getting.choose(quotas[1].id if len(quotas) > 1 else None)
        self._count()

    def _count(self) -> None:
        if len(self._roster.quotas) < 2:
            return
        tr = self._context.tr
        count = unused(self._roster, self._roster.quotas[self.giving.value]) if self.giving.value is not None else 0
        self._release.setText(
            tr.plural("Release {count} seat now", "Release {count} seats now", count) if count else tr("None is unused")
        )
        self._release.setEnabled(count > 0 and self.giving.value != self.getting.value)

    def _do(self) -> None:
        giving, getting = self.giving.value, self.getting.value
        if giving is None or getting is None:
            return
        quotas = self._roster.quotas
        words = self._context.tr.plural(
            "{count} seat of “{giving}” goes to “{getting}”",
            "{count} seats of “{giving}” go to “{getting}”",
            unused(self._roster, quotas[giving]),
            giving=quotas[giving].name,
            getting=quotas[getting].name,
        )
        self._context.controls.do(ReleaseSeats(giving, getting), words)
