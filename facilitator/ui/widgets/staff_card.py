"""How a second host gets in: the staff's address as a code, shown only while the host asks for it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.common.texts import Translator
from facilitator.ui.ports import Phones
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.widgets.code_view import CodeView


class StaffCard(QFrame):
    """A card whose code opens the staff page; whoever scans it may steer the day."""

    def __init__(self, tr: Translator) -> None:
        """The code is hidden until it is asked for."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._code = CodeView(tr("Opens the staff page"), 108)
        self._words = label(
            tr("Whoever scans this code may steer the day. Show it to your own people."), "muted", wrap=True
        )
        self._press = button(tr("Show the code"), self._toggle, "eye", tip=tr("Lets a second phone steer the day"))
        words = column(label(tr("SECOND HOST"), "caption"), self._words, row(self._press, None), None, spacing=6)
        layout = row(self._code, words, spacing=14)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)
        self._code.hide()

    @property
    def shown(self) -> bool:
        """Whether the code can be scanned now."""
        return not self._code.isHidden()

    def show_phones(self, phones: Phones) -> None:
        """Take the address from the phone server; without one there is nothing to show."""
        address = phones.staff_url
        self._press.setEnabled(address is not None)
        if address is None:
            self.hide_code()
        else:
            self._code.show_content(address)

    def hide_code(self) -> None:
        """Hide the code, when the page is left or the host has had enough."""
        self._code.hide()
        self._press.setText(self._tr("Show the code"))

    def _toggle(self) -> None:
        if self.shown:
            self.hide_code()
            return
        self._code.show()
        self._press.setText(self._tr("Hide the code"))
