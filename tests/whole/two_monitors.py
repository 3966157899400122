"""Run as a program on a display with two monitors: the whole program; saves a picture of each screen.

Arguments: the event file, and the folder for the pictures `console.png` and `projector.png`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from facilitator.app.window import Desktop
from facilitator.ui.application import Application
from facilitator.ui.console import ConsoleWindow

PATIENCE_MS = 20_000
START = ("Start the day", "Starta dagen")


def main(event: Path, pictures: Path) -> None:
    """Open the event, put the projector up, start the day, and look at both screens."""
    application = Application()
    desktop = Desktop(application)
    desktop.open(event)
    (console,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ConsoleWindow))
    until(console.isVisible)
    console.room.toggle()
    until(lambda: console.room.window.isVisible() and console.room.window.view is not None)
    # Without a window manager no window is active, so keys reach none; the button does the same.
    next(button for button in console.findChildren(QAbstractButton) if button.text() in START).click()
    until(lambda: console.room.window.view is not None and console.room.window.view.state.run.running is not None)
    for screen in QGuiApplication.screens():
        area = screen.geometry()
        name = "projector" if area.contains(console.room.window.geometry().center()) else "console"
        for _ in range(3):  # round trips to the display server, so that it shows what has been painted
            picture = screen.grabWindow(0, 0, 0, area.width(), area.height())
            QApplication.processEvents()
        picture.save(str(pictures / f"{name}.png"))
    desktop.retire()


def until(happened: Callable[[], bool]) -> None:
    """Let Qt work until it has happened; end the program if it does not."""
    patience = QTimer()
    patience.setSingleShot(True)
    patience.start(PATIENCE_MS)
    while not happened():
        if not patience.isActive():
            sys.exit("nothing happened")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
