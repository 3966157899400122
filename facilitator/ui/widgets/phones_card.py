"""How phones get in: the address, its code, and what is wrong if they cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from facilitator.common.texts import Translator
from facilitator.ui.ports import Phones
from facilitator.ui.widgets.basics import column, label, row
from facilitator.ui.widgets.code_view import CodeView


class PhonesCard(QFrame):
    """A card with the phone page's address."""

    def __init__(self, tr: Translator) -> None:
        """Empty until the phones are shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._code = CodeView(tr("Opens the phone page"), 108)
        self._address = label("", "heading", wrap=True)
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._count = label("", "muted")
        self._failure = label("", "error", wrap=True)
        words = column(label(tr("PHONES"), "caption"), self._address, self._count, self._failure, None, spacing=4)
        layout = row(self._code, words, spacing=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    def show_phones(self, phones: Phones) -> None:
        """Show what the phone server says."""
        address, failure = phones.url, phones.failure()
        self._code.setVisible(address is not None)
        if address is not None:
            self._code.show_content(address)
        self._address.setText(address.removeprefix("http://") if address else self._tr("Phones cannot vote now"))
        self._count.setText(self._tr.plural("{count} phone connected", "{count} phones connected", phones.phones))
        self._count.setVisible(address is not None)
        words = self._tr.render(failure.text()) if failure else ""
        if address is None and failure is None:
            words = self._tr("The phone server is not running.")
        self._failure.setText(words)
        self._failure.setVisible(bool(words))
