"""Wakes the console exactly when a clock on it shows another second."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.common.clock import Clock, Moment
from facilitator.desk.state import State
from facilitator.timer.rules import remaining
from facilitator.ui.scenes.countdown import until_tick

SECOND_MS = 1000


def until_next_second(state: State, now: Moment) -> int:
    """Milliseconds until the running countdown, or else the clock on the wall, shows another second; from 1 to 1000."""
    running = state.run.running
    if running is None or running.paused_at is not None:
        return SECOND_MS - now.wall % SECOND_MS
    return until_tick(remaining(running, now))


class Ticker(QObject):
    """One timer, set anew for every second boundary, so that it never drifts and never fires for nothing."""

    ticked = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Stands still until `follow` is called."""
        super().__init__(parent)
        self._clock = clock
        self._state: State | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def follow(self, state: State) -> None:
        """Tick to this state's clock from now on."""
        self._state = state
        self._timer.start(until_next_second(state, self._clock.now()))

    def stop(self) -> None:
        """Tick no longer."""
        self._timer.stop()

    def _tick(self) -> None:
        self.ticked.emit()
        if self._state is not None:
            self._timer.start(until_next_second(self._state, self._clock.now()))
