"""Every page of an open console in turn, for the pictures of the guide."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pages.catalogue import PageName

WIDTH, HEIGHT = 1366, 768
"""The window's size in a picture: that of the laptops that hosts have."""


def pages_in_turn(window: ConsoleWindow) -> Iterator[tuple[str, QWidget]]:
    """The name of each page and the window with that page in view."""
    window.resize(WIDTH, HEIGHT)
    window.show()
    for name in PageName:
        window.show_page(name)
        QApplication.processEvents()
        yield name.value, window
