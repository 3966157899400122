"""The self-test of phones: its code, and what phones have found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from facilitator.common.texts import Translator
from facilitator.event.network import SelfTest
from facilitator.ui.widgets.basics import column, label, row
from facilitator.ui.widgets.code_view import CodeView

SHOWN = 6


class SelfTestCard(QFrame):
    """A card with the code that has a phone test the way here."""

    def __init__(self, tr: Translator) -> None:
        """Empty until something is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._code = CodeView(tr("Opens the self-test"), 132)
        self._lead = label(
            tr("Scan this with a phone on the Wi-Fi. It tries out what every phone will do."), "muted", wrap=True
        )
        self._address = label("", "heading", wrap=True)
        self._results = label("", "", wrap=True)
        words = column(label(tr("SELF-TEST"), "caption"), self._lead, self._address, 4, self._results, None, spacing=4)
        layout = row(self._code, words, spacing=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    def show_tests(self, address: str | None, tests: Sequence[SelfTest]) -> None:
        """Show the address to test, None while nobody is served, and what phones found, the latest first."""
        self._code.setVisible(address is not None)
        target = "" if address is None else f"{address}/selftest"
        if target:
            self._code.show_content(target)
        self._address.setText(target.removeprefix("http://"))
        lines = [self._words(test) for test in reversed(tests[-SHOWN:])]
        self._results.setText("\n".join(lines) or self._tr("No phone has run it yet."))

    def _words(self, test: SelfTest) -> str:
        if test.stream is None:
            return self._tr("{phone} by {by}: not told of changes", phone=test.phone, by=test.by)
        words = {"phone": test.phone, "by": test.by, "page": round(test.page), "send": round(test.send)}
        if test.passed:
            return self._tr("{phone} by {by}: works (page {page} ms, vote {send} ms)", **words)
        return self._tr("{phone} by {by}: slow (page {page} ms, vote {send} ms)", **words)
