"""Seats, sectors, the waiting list and needs: what the page Participants shows of the event as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, card, column, label, row
from facilitator.ui.widgets.needs_card import NeedsCard
from facilitator.ui.widgets.release_card import ReleaseCard
from facilitator.ui.widgets.seats_tables import QuotaTable, SectorTable
from facilitator.ui.widgets.waiting_card import WaitingCard

SIDE_WIDTH = 268


class SeatsForm(QWidget):
    """The two lists on the left, what can be done with them on the right."""

    def __init__(self, context: Context, leave: Callable[[], object]) -> None:
        """`leave` goes back to the list of people."""
        super().__init__()
        tr = context.tr
        self.quotas, self.sectors = QuotaTable(context), SectorTable(context)
        self.waiting, self.release, self.needs = WaitingCard(context), ReleaseCard(context), NeedsCard(context)
        self._parts = (self.quotas, self.sectors, self.waiting, self.release, self.needs)
        self._back = button(tr("To the list"), leave, "chevron-left", tip=tr("Back to the people (Esc)"))
        left = column(card(self.quotas, margin=8), card(self.sectors, margin=8), None, spacing=12)
        right = column(self.waiting, self.release, self.needs, None, spacing=12)
        for part in (self.waiting, self.release, self.needs):
            part.setFixedWidth(SIDE_WIDTH)
        body = row(left, right, spacing=14)
        body.setStretch(0, 1)
        layout = column(row(label(tr("Seats and sectors"), "heading"), None, self._back), body, spacing=10)
        layout.setStretch(1, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def show_state(self, state: State) -> None:
        """Count anew."""
        for part in self._parts:
            part.show_state(state)

    def arrive(self) -> None:
        """The keyboard is in the list of quotas."""
        self.quotas.arrive()
