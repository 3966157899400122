"""The least that a PySide6 program can be: one window, painted once. The yardstick of `bench.start`."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """An empty window that reports its first paint and ends the program."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Have `painted` said once all of the paint is done, at the same moment as the console says it."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._say)

    def _say(self) -> None:
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        QApplication.quit()


def main() -> int:
    """Show the window until it has been painted."""
    application = QApplication(sys.argv)
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
