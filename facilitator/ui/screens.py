"""Keeps the projector window where it belongs while screens come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.ui import screen_choice
from facilitator.ui.projector import ProjectorWindow
from facilitator.ui.screen_choice import Decision, Present, ScreenId, Shape, Wish

SETTLING_MS = 300
"""How long a screen that came or changed is left alone before anything is put on it: its geometry arrives in steps."""


class ScreenWatcher(QObject):
    """Follows the screens and applies what `screen_choice` decides.

    A screen that goes takes the window with it at once: left alone, Qt would move it over the console.
    """

    changed = Signal()
    """`decision` is a new one: the window has been placed or hidden, or other screens are on offer."""

    def __init__(
        self,
        application: QGuiApplication,
        window: ProjectorWindow,
        host: QWidget,
        wanted: ScreenId | None = None,
    ) -> None:
        """`host` is the console's window; `wanted` the screen that was used last time."""
        super().__init__(host)
        self._application = application
        self._window = window
        self._host = host
        self._wish = Wish(screen=wanted)
        self._decision = Decision(Shape.HIDDEN)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._place)
        application.screenAdded.connect(self._came)
        application.screenRemoved.connect(self._went)
        window.dismissed.connect(self.close)
        for screen in application.screens():
            self._follow(screen)
        self._decision = self._decided()

    @property
    def decision(self) -> Decision:
        """Where the window stands now, and which other screens one click would take."""
        return self._decision

    @property
    def wanted(self) -> ScreenId | None:
        """The screen that the host wants, present or not; worth keeping for the next start."""
        return self._wish.screen

    @property
    def wish(self) -> Wish:
        """What the host asked for."""
        return self._wish

    def open(self) -> None:
        """Open the projector where it is wanted, else on the first free screen, else as a window."""
        self._wish = screen_choice.opened(self._wish, self._present(), self._host_screen())
        self._place()

    def use(self, screen: ScreenId) -> None:
        """Open the projector on this screen from now on."""
        self._wish = screen_choice.taken(self._wish, screen)
        self._place()

    def close(self) -> None:
        """Put the projector away."""
        self._wish = screen_choice.closed(self._wish)
        self._place()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)

    def _came(self, screen: QScreen) -> None:
        self._follow(screen)
        self._settle()

    def _settle(self) -> None:
        self._settling.start()

    def _went(self, _gone: QScreen) -> None:
        self._place()
        # Qt moves windows and geometries only after this signal: look again once things are quiet.
        self._settle()

    def _place(self) -> None:
        decision = self._decided()
        self._settling.stop()
        self._wish = screen_choice.settled(self._wish, decision)
        self._apply(decision)
        self._decision = decision
        self.changed.emit()

    def _apply(self, decision: Decision) -> None:
        screen = self._screen(decision.screen)
        if decision.shape is Shape.FULL_SCREEN and screen is not None:
            if not self._window.covers(screen):
                self._window.fill(screen)
        elif decision.shape is Shape.WINDOW:
            if decision.shape is not self._decision.shape:
                self._window.open_as_window(self._host)
        else:
            self._window.put_away()

    def _decided(self) -> Decision:
        return screen_choice.decide(self._wish, self._present(), self._host_screen())

    def _host_screen(self) -> ScreenId:
        return identity(self._host.screen())

    def _present(self) -> list[Present]:
        return [
            Present(identity(screen), (area.x(), area.y(), area.width(), area.height()))
            for screen in self._application.screens()
            for area in (screen.geometry(),)
        ]

    def _screen(self, wanted: ScreenId | None) -> QScreen | None:
        return next((screen for screen in self._application.screens() if identity(screen) == wanted), None)


def identity(screen: QScreen) -> ScreenId:
    """What the screen says of itself."""
    return ScreenId(screen.name(), screen.model(), screen.serialNumber())
