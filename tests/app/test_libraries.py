"""Qt's libraries may be loaded by another thread before Qt is wanted."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROGRAM = """
from pathlib import Path
from facilitator.app.libraries import load_ahead

thread = load_ahead()
assert thread is not None
thread.join()
print("libQt6Widgets.so.6" in Path("/proc/self/maps").read_text())

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(["facilitator", "-platform", "offscreen"])
window = QWidget()
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is loaded ahead")
def test_libraries_loaded_by_another_thread_leave_the_main_one_to_qt() -> None:
    run = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"
    assert "thread" not in run.stderr, "Qt complains of an application that is not in the main thread"
