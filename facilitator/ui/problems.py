"""How the console says that something went wrong: calmly, above the page, never in the way of the next key."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import Tone, button, label, row, set_tone
from facilitator.ui.widgets.symbol import Symbol

log = logging.getLogger(__name__)

NOTICE_MS = 8000
"""How long a notice that asks for nothing stays; refusals stay until they are read."""


class ProblemStrip(QFrame):
    """One message at a time: a refusal stays until it is dismissed or a later action succeeds."""

    def __init__(self, tr: Translator) -> None:
        """Hidden until there is something to say."""
        super().__init__()
        self.setProperty("role", "notice")
        self._sign = Symbol("info")
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        close = button("", self.dismiss, "x", "quiet", name=tr("Dismiss the message"))
        line = row(self._sign, self._words, close, spacing=10)
        line.setContentsMargins(14, 6, 6, 6)
        self.setLayout(line)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(NOTICE_MS)
        self._fading.timeout.connect(self.dismiss)
        self._refusal = False
        self.hide()

    @property
    def words(self) -> str:
        """What is being said; empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def refuse(self, words: str) -> None:
        """Say that something could not be done."""
        self._refusal = True
        self._say(words, Tone.DANGER, "triangle-alert")
        self._fading.stop()

    def notify(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """Say something that asks for nothing."""
        self._refusal = False
        self._say(words, tone, "triangle-alert" if tone is Tone.WARNING else "info")
        self._fading.start()

    def succeeded(self) -> None:
        """A later action went well, so an earlier refusal is history."""
        if self._refusal:
            self.dismiss()

    def dismiss(self) -> None:
        """Take the message away."""
        self._fading.stop()
        self._refusal = False
        self.hide()

    def _say(self, words: str, tone: Tone, symbol: str) -> None:
        set_tone(self, tone)
        role = QPalette.ColorRole.BrightText if tone is Tone.DANGER else QPalette.ColorRole.ButtonText
        self._sign.show_symbol(symbol, role)
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # takes as long to load as the strip to build

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class BugReporter(QObject):
    """Catches what nobody else caught: logs it with its trace and tells of each place once; the day goes on."""

    found = Signal(str)
    """The name of the error and the line it came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Does nothing until `install` is called."""
        super().__init__(parent)
        self._known: set[str] = set()

    def install(self) -> None:
        """Be the interpreter's last resort for errors."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take note of an error that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("a bug", exc_info=(kind, error, trace))
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
        signature = f"{kind.__name__} ({place})"
        if signature not in self._known:
            self._known.add(signature)
            self.found.emit(signature)
