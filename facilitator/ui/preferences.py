"""What this computer's host likes, kept apart from every event: language and look, the projector's screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

from facilitator.common.texts import LANGUAGES, system_language
from facilitator.ui.screen_choice import ScreenId
from facilitator.ui.theme import Mode

_LANGUAGE, _MODE, _SCREEN = "console/language", "console/look", "projector/screen"
_MOTION = "projector/reduced-motion"


class Preferences(QObject):
    """Reads and keeps; whoever follows the signals acts on them."""

    language_chosen = Signal(str)
    mode_chosen = Signal(object)
    motion_chosen = Signal(bool)

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        """`settings` is where they are kept."""
        super().__init__(parent)
        self._settings = settings

    @property
    def language(self) -> str:
        """The console's language; the system's until the host chooses."""
        kept = str(self._settings.value(_LANGUAGE, ""))
        return kept if kept in LANGUAGES else system_language()

    @property
    def mode(self) -> Mode:
        """Light, dark, or as the system is."""
        kept = str(self._settings.value(_MODE, ""))
        return Mode(kept) if kept in set(Mode) else Mode.SYSTEM

    @property
    def reduced_motion(self) -> bool:
        """Whether scenes change at once instead of fading."""
        return str(self._settings.value(_MOTION, "")) == "yes"

    @property
    def screen(self) -> ScreenId | None:
        """The screen that the projector stood on last."""
        kept = self._settings.value(_SCREEN)
        return ScreenId(*map(str, kept)) if isinstance(kept, list) and len(kept) == 3 else None

    def choose_language(self, language: str) -> None:
        """Use this language from now on."""
        self._settings.setValue(_LANGUAGE, language)
        self.language_chosen.emit(language)

    def choose_mode(self, mode: Mode) -> None:
        """Use this look from now on."""
        self._settings.setValue(_MODE, mode.value)
        self.mode_chosen.emit(mode)

    def choose_reduced_motion(self, reduced: bool) -> None:
        """Have scenes change at once from now on, or fade."""
        self._settings.setValue(_MOTION, "yes" if reduced else "no")
        self.motion_chosen.emit(reduced)

    def keep_screen(self, screen: ScreenId) -> None:
        """The projector stands on this screen now."""
        self._settings.setValue(_SCREEN, [screen.name, screen.model, screen.serial])
