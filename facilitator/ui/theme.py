"""The look of the windows: colours by role, light and dark, following the system unless the host chooses."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from facilitator.common.frozen import frozen
from facilitator.ui.fonts import inter, load_fonts
from facilitator.ui.stylesheet import stylesheet

TEXT_PIXELS = 14
"""The size of ordinary text."""


class Mode(StrEnum):
    """What the host chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@frozen
class Tokens:
    """Colours by what they are for, as `#RRGGBB`. Text roles stand on `surface` at a contrast of at least 4.5 : 1."""

    ground: str
    surface: str
    raised: str
    sidebar: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    track: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    good: str
    good_soft: str


LIGHT = Tokens(
    ground="#F4F6F9",
    surface="#FFFFFF",
    raised="#F7F9FC",
    sidebar="#EBEEF3",
    line="#DEE3EA",
    control_line="#7D8796",
    text="#18212F",
    muted="#566173",
    accent="#2F5BD0",
    on_accent="#FFFFFF",
    accent_soft="#E3EAFB",
    track="#DEE3EA",
    warning="#8A4B00",
    warning_soft="#FDEFD8",
    danger="#B3261E",
    danger_soft="#FCE8E6",
    good="#17693F",
    good_soft="#E0F3E8",
)

DARK = Tokens(
    ground="#12161C",
    surface="#1B2129",
    raised="#222933",
    sidebar="#0E1217",
    line="#2D3541",
    control_line="#748093",
    text="#E9EDF4",
    muted="#A3AEBE",
    accent="#83A5FF",
    on_accent="#0B1736",
    accent_soft="#22315A",
    track="#323B48",
    warning="#FFBF66",
    warning_soft="#3A2A12",
    danger="#FF9C94",
    danger_soft="#42201E",
    good="#7FD6A4",
    good_soft="#17352A",
)


class Theme(QObject):
    """Puts the tokens on the application and keeps them in step with the system."""

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        """Styles the application at once."""
        super().__init__(application)
        self._application = application
        self._mode = mode
        load_fonts()
        application.setFont(inter(TEXT_PIXELS))
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def mode(self) -> Mode:
        """What the host chose."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        if self._mode is Mode.SYSTEM:
            return DARK if self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    def choose(self, mode: Mode) -> None:
        """Use this mode from now on."""
        if mode is not self._mode:
            self._mode = mode
            self._apply()

    def _apply(self) -> None:
        tokens = self.tokens
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(stylesheet({spec.name: getattr(tokens, spec.name) for spec in fields(tokens)}))
        self.changed.emit()


def _palette(tokens: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Midlight: tokens.track,
        QPalette.ColorRole.Light: tokens.accent_soft,
        QPalette.ColorRole.Dark: tokens.muted,
        QPalette.ColorRole.BrightText: tokens.danger,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        faded = QColor(tokens.muted)
        faded.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
