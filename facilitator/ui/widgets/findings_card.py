"""What is in the way of phones, each trouble with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from facilitator.common.texts import Translator
from facilitator.event.network import Finding
from facilitator.ui.widgets.basics import Tone, button, card, column, label, pill, row


class FindingsCard(QFrame):
    """A card that names what was found; empty of troubles it says so."""

    def __init__(self, tr: Translator, unreached: Callable[[], object]) -> None:
        """`unreached` is called when the host says that a phone cannot open the page."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._shown: tuple[Finding, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._press = button(
            tr("A phone cannot open the page"),
            unreached,
            "wifi-off",
            tip=tr("Says what keeps phones out, from what this computer hears of them"),
        )
        layout = column(label(tr("CHECK"), "caption"), self._list, row(self._press, None), None, spacing=10)
        layout.setContentsMargins(18, 16, 18, 16)
        self.setLayout(layout)

    def show_findings(self, findings: Sequence[Finding], *, asked: bool) -> None:
        """Show these; `asked`: the host has said that a phone cannot open the page."""
        self._press.setVisible(not asked)
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for finding in findings:
            self._list.addWidget(self._entry(finding))
        if not findings:
            self._list.addWidget(label(self._tr("Phones reach this computer, and everything works."), wrap=True))

    def _entry(self, finding: Finding) -> QFrame:
        what = label(self._tr.render(finding.what), "heading", wrap=True)
        sure = pill(self._tr("Found") if finding.certain else self._tr("Likely"), _tone(finding))
        head = row(what, sure, spacing=10)
        head.setStretch(0, 1)
        return card(head, label(self._tr.render(finding.advice), wrap=True), margin=0, role="", spacing=2)


def _tone(finding: Finding) -> Tone:
    return Tone.WARNING if finding.certain else Tone.PLAIN
