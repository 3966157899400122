"""Labels, buttons, cards and boxes as the style sheet knows them, made in one line each."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.icons import icon

ICON = QSize(18, 18)
ICON_BESIDE_WORDS = QSize(23, 18)
"""The same with a gap after it."""

Box = TypeVar("Box", bound=QBoxLayout)


class Tone(StrEnum):
    """What a colour says."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


def label(words: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in one of the style sheet's roles; plain text always, so names may hold any sign."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Give a widget the colours of another tone."""
    if widget.property("tone") != tone.value:
        widget.setProperty("tone", tone.value)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget's properties again; it looks by itself when the widget is first shown."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def pill(words: str = "", tone: Tone = Tone.PLAIN) -> QLabel:
    """A short word or two on a rounded ground."""
    made = label(words, "pill")
    made.setProperty("tone", tone.value)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def button(
    words: str, pressed: Callable[[], object], symbol: str = "", role: str = "", *, tip: str = "", name: str = ""
) -> QPushButton:
    """A button that calls `pressed`. `tip` says more, usually the key; `name` is what a screen reader says instead."""
    made = QPushButton(words)
    made.setProperty("role", role)
    if symbol:
        ink = {"primary": QPalette.ColorRole.HighlightedText, "danger": QPalette.ColorRole.BrightText}
        made.setIcon(
            icon(symbol, ink.get(role, QPalette.ColorRole.ButtonText), ink.get(role, QPalette.ColorRole.Accent))
        )
        made.setIconSize(ICON_BESIDE_WORDS if words else ICON)
    made.setToolTip(tip)
    made.setAccessibleName(name or words)
    made.clicked.connect(lambda: pressed())
    return made


def row(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """The parts beside each other; a number is a gap of so many pixels, None takes up what room is left."""
    return _filled(QHBoxLayout(), parts, spacing)


def column(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QVBoxLayout:
    """The parts below each other; a number is a gap of so many pixels, None takes up what room is left."""
    return _filled(QVBoxLayout(), parts, spacing)


def card(*parts: QWidget | QLayout | int | None, margin: int = 16, role: str = "card", spacing: int = 8) -> QFrame:
    """A framed box with the parts below each other."""
    made = QFrame()
    made.setProperty("role", role)
    inside = column(*parts, spacing=spacing)
    inside.setContentsMargins(margin, margin, margin, margin)
    made.setLayout(inside)
    return made


def holder(layout: QLayout) -> QWidget:
    """A widget with this layout and no edge of its own."""
    made = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


def _filled(box: Box, parts: tuple[QWidget | QLayout | int | None, ...], spacing: int) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box
