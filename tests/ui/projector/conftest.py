"""The typeface, on a platform without a display."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.ui.fonts import load_fonts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _typeface(qapp: QApplication) -> None:
    load_fonts()
