"""Run as a program: the whole program with its projector on the screen, which measures its own frames.

Arguments: the event file, with its day begun, and for how many seconds to look at the clock. Says on standard output
the port for phones, and at the end what was measured, each as one line of JSON. A frame counts from when Qt has handed
it to the screen; times are those of the clock that the program goes by.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.app.clock import SystemClock
from facilitator.app.window import Desktop
from facilitator.common.clock import Moment
from facilitator.stage.commands import Prepare, Show
from facilitator.stage.model import SceneName
from facilitator.timer.rules import remaining
from facilitator.ui.application import Application
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.projector import ProjectorWindow
from facilitator.ui.scenes.countdown import shown_seconds
from facilitator.ui.scenes.view import SceneView

PATIENCE_MS = 20_000
WARM_UP_MS = 3_000
PRESSES = 60
BETWEEN_MS = 503
"""Not a part of a second, so that presses fall on every part of it; longer than what is taken for a trembling hand."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What was on the projector, and from when."""

    view: SceneView
    at: Moment


class Frames:
    """Every frame that the projector window shows from now on."""

    def __init__(self) -> None:
        """Must be made before the window is."""
        self.shown: list[Frame] = []
        clock, usual = SystemClock(), ProjectorWindow.event

        def event(window: ProjectorWindow, event: QEvent) -> bool:
            """Handle it; an update has been painted and flushed by then."""
            done = usual(window, event)
            if event.type() is QEvent.Type.UpdateRequest and window.view is not None:
                self.shown.append(Frame(window.view, clock.now()))
            return done

        ProjectorWindow.event = event  # type: ignore[method-assign, assignment]  # the one place where every frame passes


def main(path: Path, seconds: int) -> None:
    """Measure, and tell."""
    frames = Frames()
    desktop = Desktop(Application())
    desktop.open(path)
    (console,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ConsoleWindow))
    desk = console.page.context.controls.desk
    _until(lambda: console.isVisible() and bool(desk.state.event.port))
    console.room.window.fill(console.screen())
    handle = console.windowHandle()
    handle.requestActivate()
    _until(lambda: QApplication.activeWindow() is console)
    desk.do(Show(SceneName.CLOCK))
    _tell({"port": desk.state.event.port})
    _wait(WARM_UP_MS)
    frames.shown.clear()
    _wait(seconds * 1000)
    told = {**_clock(frames.shown), "keys": list(_keys(console, frames))}
    _tell(told)
    desktop.retire()


def _clock(frames: list[Frame]) -> dict[str, object]:
    """How late each second was first seen in ms, how many were left out, and how many came back."""
    seen: list[int] = []
    delays: list[int] = []
    for frame in frames:
        running = frame.view.state.run.running
        assert running is not None
        left = remaining(running, frame.view.now)
        second = shown_seconds(left)
        if not seen or second != seen[-1]:
            seen.append(second)
            # It began when exactly so many seconds were left.
            delays.append(frame.at.mono - (frame.view.now.mono - (second * 1000 - left)))
    skipped = sum(max(0, before - after - 1) for before, after in pairwise(seen))
    return {"delays": delays[1:], "skipped": skipped, "twice": len(seen) - len(set(seen))}


def _keys(console: ConsoleWindow, frames: Frames) -> Iterator[float]:
    """How long in ms from a key in the console to the first frame with its effect; blank, back, and take in turn."""
    desk, clock = console.page.context.controls.desk, SystemClock()
    scenes = cycle((SceneName.AGENDA, SceneName.TEAMS, SceneName.CLOCK))
    shown = SceneName.CLOCK
    for _ in range(PRESSES // 3):
        following = next(scenes)
        desk.do(Prepare(following))
        for key, wanted in ((Qt.Key.Key_F8, SceneName.BLANK), (Qt.Key.Key_F8, shown), (Qt.Key.Key_F9, following)):
            _wait(BETWEEN_MS)
            frames.shown.clear()
            pressed = clock.now()
            QTest.keyClick(console, key)
            _until(lambda: any(frame.view.state.stage.scene is wanted for frame in frames.shown))  # noqa: B023 - at once
            first = next(frame for frame in frames.shown if frame.view.state.stage.scene is wanted)
            yield first.at.mono - pressed.mono
        shown = following


def _wait(milliseconds: int) -> None:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.start(milliseconds)
    while timer.isActive():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _until(happened: Callable[[], bool]) -> None:
    """Let Qt work until it has happened; end the program if it does not."""
    patience = QTimer()
    patience.setSingleShot(True)
    patience.start(PATIENCE_MS)
    while not happened():
        if not patience.isActive():
            sys.exit("nothing happened")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _tell(content: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(content) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
