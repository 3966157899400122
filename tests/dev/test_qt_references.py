"""Guards the pin of PySide6: 6.12.0 loses a reference to None in most calls that return nothing, and aborts."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QImage, QPainter

image = QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
brush = QBrush(Qt.GlobalColor.red)
before = sys.getrefcount(None)
for _ in range(20_000):
    painter.setBrush(brush)
lost = before - sys.getrefcount(None)
painter.end()
print(lost)
"""


def test_twenty_thousand_void_calls_lose_no_reference_to_none() -> None:
    # In a process of its own, since the fault ends the interpreter; on Python 3.12 and later None is immortal.
    answer = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert abs(int(answer.stdout)) < 1000
