"""The projector window: scenes and nothing but scenes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Clock
from facilitator.common.texts import Translator
from facilitator.ui.scenes.canvas import HEIGHT, WIDTH
from facilitator.ui.scenes.view import SceneView
from facilitator.ui.scenes.widget import SceneWidget

_ON_A_SCREEN = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class ProjectorWindow(SceneWidget):
    """Full screen on a projector, or an ordinary window while there is none; hidden until it is told where to be.

    It never takes the focus, has no cursor of its own and answers no key: keys that reach it go to the console.
    """

    dismissed = Signal()
    """The host closed it, which only the ordinary window can be; it has hidden itself."""

    def __init__(self, clock: Clock, tr: Translator) -> None:
        """`clock` is the one that the console goes by, `tr` the language of the window's title."""
        super().__init__(clock)
        self._keys: QWidget | None = None
        self._retired = False
        # At once, so that each second is in the room before the console paints its own clocks.
        self._alarm.timeout.disconnect()
        self._alarm.timeout.connect(self.repaint)
        self.setWindowTitle(tr("Projector"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def set_view(self, view: SceneView) -> None:
        """Show this from now on; the room sees it before anything in the console is painted."""
        super().set_view(view)
        if self.isVisible():
            self.repaint()

    def send_keys_to(self, console: QWidget) -> None:
        """Pass every key that reaches this window on to the console."""
        self._keys = console

    def fill(self, screen: QScreen) -> None:
        """Cover the whole screen."""
        self.hide()
        self.setWindowFlags(_ON_A_SCREEN)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen: that asks for the focus.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setVisible(True)

    def covers(self, screen: QScreen) -> bool:
        """Whether it stands there already, so that nothing needs to move."""
        return self.isVisible() and self.isFullScreen() and self.geometry() == screen.geometry()

    def open_as_window(self, beside: QWidget) -> None:
        """Stand as a window that can be moved, a third of the host's screen wide, in its lower right corner."""
        available = beside.screen().availableGeometry()
        width = max(WIDTH // 4, available.width() // 3)
        area = QRect(0, 0, width, round(width * HEIGHT / WIDTH))
        area.moveBottomRight(available.bottomRight())
        self.hide()
        self.setWindowFlags(Qt.WindowType.Window)
        self.unsetCursor()
        self.setScreen(beside.screen())
        self.setGeometry(area)
        self.showNormal()

    def put_away(self) -> None:
        """Hide, whatever it shows."""
        self.hide()

    def retire(self) -> None:
        """Close for good, at the end of the program."""
        self._retired = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the key to the console."""
        if self._keys is not None:
            QCoreApplication.sendEvent(self._keys, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the key to the console."""
        if self._keys is not None:
            QCoreApplication.sendEvent(self._keys, event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stay open, unless the program ends; as an ordinary window, hide instead."""
        if self._retired:
            event.accept()
            return
        event.ignore()
        if not self.isFullScreen():
            self.hide()
            self.dismissed.emit()
