"""The quiet word that the event belongs to another day, with the way to move it to this one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QSizePolicy

from facilitator.common.dates import long_date
from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import Tone, button, column, label, row
from facilitator.ui.widgets.symbol import Symbol


class DayNotice(QFrame):
    """Hidden while the event is on its day."""

    def __init__(self, tr: Translator, move: Callable[[], object]) -> None:
        """`move` gives the event the present day."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", Tone.PLAIN.value)
        self._tr = tr
        self._words = label("", "strong", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        said = row(Symbol("calendar-clock"), self._words, spacing=10)
        said.setStretch(1, 1)
        layout = column(said, button(tr("Move it to today"), move), spacing=8)
        layout.setContentsMargins(14, 10, 14, 12)
        self.setLayout(layout)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_day(self, planned: date | None) -> None:
        """Say for which day the event was planned; None while it is on its day."""
        if planned is not None:
            self._words.setText(self._tr("The event is planned for {day}.", day=long_date(planned, self._tr)))
        self.setVisible(planned is not None)
