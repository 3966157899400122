"""A quiet word beside the page with what can be done about it: it covers nothing and takes no focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QSizePolicy

from facilitator.ui.widgets.basics import Tone, button, column, label, row
from facilitator.ui.widgets.symbol import Symbol

Press = tuple[str, Callable[[], object], str]
"""What a button says, what it does, and its tip, which names the key."""


class NoticeCard(QFrame):
    """Hidden until there is something to say; the first button is what most hosts will want."""

    def __init__(self, symbol: str, *presses: Press, tone: Tone = Tone.WARNING) -> None:
        """The buttons stand in this order."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", tone.value)
        self._words = label("", "strong", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._more = label("", wrap=True)
        self.buttons = tuple(button(words, pressed, tip=tip) for words, pressed, tip in presses)
        said = row(Symbol(symbol), self._words, spacing=10)
        said.setStretch(1, 1)
        pressing = row(*self.buttons, spacing=6)
        for place in range(len(self.buttons)):
            pressing.setStretch(place, 1)
        layout = column(said, self._more, pressing, spacing=6)
        layout.setContentsMargins(14, 10, 14, 12)
        self.setLayout(layout)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def more(self) -> str:
        """What it says below that."""
        return self._more.text()

    def say(self, words: str, more: str = "") -> None:
        """Say this; with no words, nothing is shown."""
        if words != self._words.text() or more != self._more.text():
            self._words.setText(words)
            self._more.setText(more)
            self._more.setVisible(bool(more))
            self.setAccessibleName(words)
        self.setVisible(bool(words))
