"""The line of those who wait for a seat, who of them would get one now, and the button that lets them in."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.desk.state import State
from facilitator.participants import seats
from facilitator.participants.commands import PromoteWaiting, UseWaitingList
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, label
from facilitator.ui.widgets.tick import Tick

NAMED = 5
"""How many of those who wait are named; the rest are counted."""


class WaitingCard(QFrame):
    """Nobody gets a seat from the line but by this button, and who does is written above it before it is pressed."""

    def __init__(self, context: Context) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        tr = context.tr
        self._use = Tick(tr("Waiting list"))
        self._use.setToolTip(tr("When a quota is full, whoever comes waits for a seat"))
        self._use.clicked.connect(lambda on: self._switch(bool(on)))
        self._heading = label("", "strong", wrap=True)
        self._next = label("", wrap=True)
        self._others = label("", "muted", wrap=True)
        self._promote = button(tr("Give seats"), self._let_in, "user-check", "primary")
        layout = column(self._use, self._heading, self._next, self._others, self._promote, spacing=6)
        layout.setContentsMargins(16, 12, 16, 14)
        self.setLayout(layout)

    def show_state(self, state: State) -> None:
        """Who waits now, and who of them could have a seat."""
        tr, roster = self._context.tr, state.roster
        self._use.setChecked(roster.waiting_list)
        line, getting = seats.line(roster), seats.next_in_line(roster)
        let_in = {one.id for one in getting}
        if not line:
            self._heading.setText(tr("Nobody waits.") if roster.waiting_list else tr("Everybody gets a seat."))
        else:
            self._heading.setText(
                tr.plural("{count} person can have a seat now", "{count} people can have a seat now", len(getting))
                if getting
                else tr.plural("{count} person waits; no seat is free", "{count} people wait; no seat is free",
                               len(line))
            )  # fmt: skip
        self._next.setText(_numbered([one.name for one in getting]))
        self._others.setText(_numbered([one.name for one in line if one.id not in let_in]))
        if len(getting) > NAMED:
            self._next.setText(self._next.text() + "\n" + tr("and {count} more", count=len(getting) - NAMED))
        if len(line) - len(getting) > NAMED:
            more = len(line) - len(getting) - NAMED
            self._others.setText(self._others.text() + "\n" + tr("and {count} more", count=more))
        self._next.setVisible(bool(getting))
        self._others.setVisible(len(line) > len(getting))
        self._promote.setVisible(bool(getting))
        self._promote.setText(tr.plural("Give {count} seat", "Give {count} seats", len(getting)))

    def _switch(self, on: bool) -> None:
        tr = self._context.tr
        words = tr("Quotas bind now: whoever comes when theirs is full waits.") if on else tr("Everybody gets a seat.")
        if self._context.controls.do(UseWaitingList(on), words) is None:
            self.show_state(self._context.controls.desk.state)

    def _let_in(self) -> None:
        getting = seats.next_in_line(self._context.controls.desk.state.roster)
        words = self._context.tr.plural("{name} has a seat", "{name} and others, {count} in all, have a seat",
                                        len(getting), name=getting[0].name if getting else "")  # fmt: skip
        self._context.controls.do(PromoteWaiting(), words)


def _numbered(names: list[str]) -> str:
    return "\n".join(f"{place}. {name}" for place, name in enumerate(names[:NAMED], 1))
