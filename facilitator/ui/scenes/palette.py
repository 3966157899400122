"""The colours of the scenes. Every ink stands at least 7 : 1 against the night (WCAG 2.2, 1.4.6)."""

from __future__ import annotations

from PySide6.QtGui import QColor

BLACK = QColor("#000000")
"""The blank scene."""

NIGHT = QColor("#0c162d")
"""Behind everything."""

PANEL = QColor("#16233f")
"""Cards and bands that lift something from the night."""

TRACK = QColor("#26365c")
"""The unfilled part of a bar; lines."""

WHITE = QColor("#ffffff")
"""What matters most, and the paper of QR codes."""

INK = QColor("#dbe4f7")
"""Ordinary text."""

SOFT = QColor("#a9b8d9")
"""What comes second: labels, times that have passed."""

BLUE = QColor("#5b7fe3")
"""Filled shapes that only measure."""

SKY = QColor("#9db8ff")
"""The accent of a clock that runs as it should."""

AMBER = QColor("#ffc857")
"""The one accent: what the eye should find first."""

CORAL = QColor("#ff9a8b")
"""Over time."""
