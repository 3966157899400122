"""The host's console: a side bar of pages, a header that is always there, and the page in view."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from facilitator.common.texts import Translator
from facilitator.desk.desk import Desk
from facilitator.ui.ports import Surroundings
from facilitator.ui.theme import Theme


class ConsoleWindow(QMainWindow):
    """The window that the host works in, on one open event."""

    def __init__(self, desk: Desk, around: Surroundings, tr: Translator, theme: Theme) -> None:
        """`theme` has been applied to the application; `around` is what the composition root built."""
        super().__init__()
        self._desk = desk
        self._around = around
        self._tr = tr
        self._theme = theme
