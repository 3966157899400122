"""What a page shows while there is nothing on it: what belongs there, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from facilitator.ui.widgets.basics import column, label, row
from facilitator.ui.widgets.symbol import Symbol


class Empty(QFrame):
    """An icon, a heading, a sentence, and the buttons for a first step."""

    def __init__(self, symbol: str, heading: str, sentence: str, *steps: QPushButton) -> None:
        """`steps` are what can be done about it, the likeliest first."""
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        title = label(heading, "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(sentence, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = column(
            None,
            row(None, Symbol(symbol, QPalette.ColorRole.Dark, 36), None),
            6,
            title,
            words,
            8,
            row(None, *steps, None),
            None,
        )
        layout.setContentsMargins(32, 32, 32, 32)
        self.setLayout(layout)
