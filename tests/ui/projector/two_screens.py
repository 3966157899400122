"""Run as a program on a display with two screens: puts a console on one, the projector on the other, and pulls cables.

Prints one JSON line for each step. With `hotplug` it unplugs and replugs the monitor PROJ through xrandr.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.common.texts import Translator
from facilitator.stage.model import SceneName
from facilitator.ui.fonts import load_fonts
from facilitator.ui.projector import ProjectorWindow
from facilitator.ui.screen_choice import Shape
from facilitator.ui.screens import ScreenWatcher
from tests.fakes import FakeClock
from tests.ui.scenes import fixtures as of

PATIENCE_MS = 5000
CONSOLE = "#aa00aa"


def main(arguments: list[str]) -> None:
    """Take the steps."""
    application = QApplication(arguments[:1])
    load_fonts()
    console = QWidget()
    console.setStyleSheet(f"background: {CONSOLE}")
    console.setGeometry(application.primaryScreen().geometry())
    console.show()
    window = ProjectorWindow(FakeClock(), Translator("en"))
    watcher = ScreenWatcher(application, window, console)
    window.set_view(of.view(of.on_show(of.sample_event(), SceneName.MESSAGE, message="Lunch"), of.at(9, 0)))

    plugged = time.monotonic()

    def tell(step: str) -> None:
        area, whole = window.geometry(), window.screen().geometry()
        print(  # noqa: T201 - this is the program's answer
            json.dumps(
                {
                    "step": step,
                    "shape": watcher.decision.shape,
                    "visible": window.isVisible(),
                    "area": [area.x(), area.y(), area.width(), area.height()],
                    "screen": window.screen().name(),
                    "whole": [whole.x(), whole.y(), whole.width(), whole.height()],
                    "seconds": round(time.monotonic() - plugged, 3),
                    "words": window.view.state.stage.message if window.view else "",
                    "offers": [offer.name for offer in watcher.decision.offers],
                    "console": _pixel(application, console.geometry().center().x(), console.geometry().center().y()),
                    "projector": _pixel(application, 1280 + 40, 40),
                }
            ),
            flush=True,
        )

    _until(application, lambda: console.isVisible())
    watcher.open()
    _until(application, lambda: window.isVisible() and window.view is not None)
    _settle(application)
    tell("opened")
    for cycle in range(int(arguments[2]) if arguments[1:2] == ["hotplug"] else 0):
        seen_hidden: list[bool] = []
        application.screenRemoved.connect(lambda _screen, seen=seen_hidden: seen.append(window.isVisible()))
        _xrandr("--delmonitor", "PROJ")
        _until(application, lambda seen=seen_hidden: bool(seen))  # type: ignore[misc]
        tell("pulled")
        _xrandr("--setmonitor", "OTHER", "640/100x720/200+1280+0", "none")
        _until(application, lambda: bool(watcher.decision.offers))
        tell("another")
        words = of.on_show(of.sample_event(), SceneName.MESSAGE, message=f"Lunch {cycle}")
        window.set_view(of.view(words, of.at(9, 0)))  # the day goes on while the cable is out
        _xrandr("--delmonitor", "OTHER")
        plugged = time.monotonic()
        _xrandr("--setmonitor", "PROJ", "1280/300x720/200+1280+0", "none")
        _until(application, lambda: watcher.decision.shape is Shape.FULL_SCREEN and window.isVisible())
        _settle(application)
        tell("back")
    watcher.close()
    tell("closed")
    window.retire()


def _xrandr(*arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True)


def _until(application: QApplication, happened: Callable[[], bool]) -> None:
    """Let Qt work until it has happened; end the program if it does not."""
    patience = QTimer()
    patience.setSingleShot(True)
    patience.start(PATIENCE_MS)
    while not happened():
        if not patience.isActive():
            sys.exit("nothing happened")
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _settle(application: QApplication) -> None:
    """Let the display server show what has been painted: two round trips that grab the screen."""
    for _ in range(2):
        application.primaryScreen().grabWindow(0)
        application.processEvents()


def _pixel(application: QApplication, x: int, y: int) -> str:
    if application.platformName() != "xcb":
        return ""
    return QColor(application.primaryScreen().grabWindow(0, x, y, 1, 1).toImage().pixel(0, 0)).name()


if __name__ == "__main__":
    main(sys.argv)
