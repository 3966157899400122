"""Run as a program: a console that paints a frame every 33 ms, while phones vote elsewhere on the same computer.

Argument: an event file. Says “ready” on standard output once frames come; at the end of standard input it says when
each frame was handed to the screen, in seconds of the system's monotonic clock, as one line of JSON.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from facilitator.app.window import Desktop
from facilitator.ui.application import Application
from facilitator.ui.console import ConsoleWindow

FRAME_MS = 33
WARM_UP_MS = 3_000


def main(path: Path) -> None:
    """Paint until nobody listens, and tell."""
    shown: list[float] = []
    usual = ConsoleWindow.event

    def event(window: ConsoleWindow, event: QEvent) -> bool:
        """Handle it; an update has been painted and flushed by then."""
        done = usual(window, event)
        if event.type() is QEvent.Type.UpdateRequest:
            shown.append(time.monotonic())
        return done

    ConsoleWindow.event = event  # type: ignore[method-assign, assignment]  # the one place where every frame passes
    application = Application()
    desktop = Desktop(application)
    desktop.open(path)
    (console,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ConsoleWindow))
    ended = threading.Event()

    def listen() -> None:
        sys.stdin.read()
        ended.set()

    threading.Thread(target=listen, daemon=True).start()

    def frame() -> None:
        if ended.is_set():
            QApplication.quit()
        console.update()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(frame)
    timer.start(FRAME_MS)
    QTimer.singleShot(WARM_UP_MS, lambda: print("ready", flush=True))  # noqa: T201  # what the benchmark waits for
    QApplication.exec()
    sys.stdout.write(json.dumps(shown) + "\n")
    sys.stdout.flush()
    desktop.retire()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
