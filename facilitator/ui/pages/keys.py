"""The overview of keys."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.keys import KEYS, LISTED
from facilitator.ui.page import Page
from facilitator.ui.widgets.basics import card, holder, label, row


class KeysPage(Page):
    """Every key and what it does, from the table that installs them."""

    def __init__(self, context: Context) -> None:
        """`context` holds the language."""
        super().__init__(context)
        tr = context.tr
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        listed = [
            *((key.sequences, key.what) for key in KEYS),
            *((tuple(keys.split("  ")), what) for keys, what in LISTED),
        ]
        half = -(-len(listed) // 2)
        for number, (sequences, what) in enumerate(listed):
            line, side = number % half, number // half * 2
            grid.addWidget(holder(row(*(label(each, "key") for each in sequences), None, spacing=5)), line, side)
            grid.addWidget(label(tr.render(what), wrap=True), line, side + 1)
        for side in (1, 3):
            grid.setColumnStretch(side, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        note = label(
            tr("Single letters and signs wait while you write in a field; F keys and Ctrl keys always work."), "muted"
        )
        note.setWordWrap(True)
        layout.addWidget(card(grid, 10, note, margin=22))
        layout.addStretch(1)

    def render_state(self, state: State) -> None:
        """Keys do not depend on the event."""
