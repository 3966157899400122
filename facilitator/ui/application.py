"""The Qt application: its look, its language, and which window is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.desk.desk import Desk
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.ports import Files, Surroundings
from facilitator.ui.preferences import Preferences
from facilitator.ui.theme import Theme

NAME = "Facilitator"


class Application:
    """One for the process. Either the start window is open, or the console."""

    def __init__(self) -> None:
        """Looks and speaks as the host of this computer likes it."""
        # The style by its name in the arguments: as an object it would bring in all that Qt knows of styles.
        self._qt = QApplication([NAME.lower(), "-style", "fusion"])
        self._qt.setApplicationName(NAME)
        self._preferences = Preferences(QSettings(NAME, NAME))
        self._theme = Theme(self._qt, self._preferences.mode)
        self._console: ConsoleWindow | None = None
        self._unpainted = False

    @property
    def tr(self) -> Translator:
        """The host's language."""
        return Translator(self._preferences.language)

    def show_console(self, desk: Desk, around: Surroundings, tr: Translator | None = None) -> ConsoleWindow:
        """Open the console on an event, in the host's language unless `tr` says otherwise."""
        console = ConsoleWindow(desk, around, tr or self.tr, self._theme, self._preferences)
        console.bugs.install()
        self._console = console
        self._unpainted = True
        console.painted.connect(self._painted)
        console.show()
        return console

    def close_console(self) -> None:
        """Close the console and the projector."""
        if self._console is not None:
            self._console.close()
            self._console = None

    def show_start(self, files: Files, today: date, refusal: UserError | None = None) -> None:
        """Open the start window, with the reason why an event could not be opened."""
        from facilitator.ui.start import StartWindow

        self._start = StartWindow(files, self.tr, today)
        if refusal is not None:
            self._start.problems.refuse(self.tr.render(refusal.text()))
        self._start.show()

    def later(self, work: Callable[[], object]) -> None:
        """Do something as soon as the console has been painted for the first time; soon, if there is none."""
        if self._console is not None and self._unpainted:
            self._console.painted.connect(lambda: QTimer.singleShot(0, work))  # a turn later: the previews come first
        else:
            QTimer.singleShot(0, work)

    def _painted(self) -> None:
        self._unpainted = False

    def run(self) -> int:
        """Serve the windows until the last one is closed."""
        return int(self._qt.exec())

    def quit(self) -> None:
        """End `run`."""
        self._qt.quit()
