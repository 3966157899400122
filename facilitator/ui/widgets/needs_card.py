"""Food and accessibility needs: whether they are written down, how many have each, and the one action that purges
them. Names are never shown here."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea

from facilitator.desk.state import State
from facilitator.participants.commands import PurgeNeeds, UseNeeds
from facilitator.participants.needs import totals
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, label
from facilitator.ui.widgets.tick import Tick


class NeedsCard(QFrame):
    """Off by default; purging asks first, since nothing brings needs back."""

    def __init__(self, context: Context) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        tr = context.tr
        self._use = Tick(tr("Food and accessibility needs"))
        self._use.setToolTip(tr("Write down needs per person; only totals are shown and printed"))
        self._use.clicked.connect(lambda on: self._switch(bool(on)))
        self._totals = label("", wrap=True)
        self._purge = button(tr("Purge…"), self._ask, "trash-2", "danger")
        self._lost = label("", wrap=True)
        self._keep = button(tr("Keep them"), self._answered)
        self._purge_all = button(tr("Purge for good"), self._purge_now, "trash-2", "danger")
        self._question = (self._lost, self._keep, self._purge_all)
        layout = column(self._use, self._totals, self._purge, *self._question, spacing=6)
        layout.setContentsMargins(16, 12, 16, 14)
        self.setLayout(layout)
        self._show_question(False)

    @property
    def asking(self) -> bool:
        """Whether the question is on screen."""
        return self._keep.isVisibleTo(self)

    def leave(self) -> bool:
        """Take the question away, without purging; whether it was there."""
        asked = self.asking
        self._answered()
        return asked

    def show_state(self, state: State) -> None:
        """Count anew."""
        tr, roster = self._context.tr, state.roster
        self._use.setChecked(roster.uses_needs)
        found = totals(roster)
        self._totals.setText(
            "\n".join(f"{count} × {need}" for need, count in found.items())
            or tr("Nobody’s needs are written down yet. They stand with each person.")
        )
        self._totals.setVisible(roster.uses_needs)
        self._purge.setVisible(bool(roster.needs) and not self.asking)
        people = len(roster.needs)
        self._lost.setText(
            tr.plural(
                "The needs of {count} person are lost for good, in the safety copies too. "
                "Nothing brings them back. The kitchen needs the totals first.",
                "The needs of {count} people are lost for good, in the safety copies too. "
                "Nothing brings them back. The kitchen needs the totals first.",
                people,
            )
        )
        if not people:
            self._show_question(False)

    def _switch(self, on: bool) -> None:
        tr = self._context.tr
        words = tr("Needs are written down with each person now.") if on else tr("Needs are no longer written down.")
        if self._context.controls.do(UseNeeds(on), words) is None:
            self.show_state(self._context.controls.desk.state)

    def _ask(self) -> None:
        self._show_question(True)
        self._purge.hide()
        self._keep.setFocus()
        QTimer.singleShot(0, self._bring_into_view)

    def _show_question(self, asked: bool) -> None:
        for part in self._question:
            part.setVisible(asked)

    def _bring_into_view(self) -> None:
        """The question may lie below the window's edge; it has its height once it has been laid out."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._purge_all)

    def _answered(self) -> None:
        self._show_question(False)
        self.show_state(self._context.controls.desk.state)

    def _purge_now(self) -> None:
        self._context.controls.do(PurgeNeeds(), self._context.tr("All needs are purged."))
        self._answered()
