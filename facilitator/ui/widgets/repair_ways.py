"""The ways to repair the teams side by side: how many move, what it does to the tiers, and what it breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.teams.model import RepairOption
from facilitator.teams.words import TIERS
from facilitator.ui.widgets.basics import Tone, button, column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel


class RepairWays(QFrame):
    """Hidden while there is nothing to choose."""

    def __init__(self, tr: Translator, choose: Callable[[RepairOption], None], leave: Callable[[], object]) -> None:
        """`choose` is told which way the host takes."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", Tone.PLAIN.value)
        self._tr, self._choose = tr, choose
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        layout = column(
            row(label(tr("How shall the teams be repaired?"), "strong"), None, button(tr("Cancel"), leave, "x")),
            self._ways,
            spacing=6,
        )
        layout.setContentsMargins(14, 8, 8, 12)
        self.setLayout(layout)
        self.hide()

    def offer(self, options: Sequence[RepairOption]) -> None:
        """Show these ways, the fewest moves first, and put the keyboard on that one."""
        while (item := self._ways.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        presses = []
        for option in options:
            press = button(self._name(option), partial(self._choose, option), "check")
            press.setMinimumWidth(220)
            presses.append(press)
            self._ways.addWidget(self._line(option, press))
        self.show()
        if presses:
            presses[0].setFocus()

    def _line(self, option: RepairOption, press: QWidget) -> QWidget:
        tr = self._tr
        formation = option.formation
        figures = " · ".join(f"{tr.render(TIERS[tier.name][0])} {tier.value}" for tier in formation.tiers)
        parts: list[QWidget] = [ElidedLabel(figures)]
        if formation.broken_rules:
            why = " ".join(tr.render(broken.why) for broken in formation.broken_rules)
            parts.insert(0, ElidedLabel(tr("Breaks a rule: {why}", why=why), "error"))
        elif option.fewest and option.changed:
            parts.insert(0, ElidedLabel(tr("Proven: fewer cannot keep the rules"), ""))
        line = row(press, column(*parts, spacing=0), spacing=12)
        line.setStretch(1, 1)
        return holder(line)

    def _name(self, option: RepairOption) -> str:
        if not option.changed:
            return self._tr("Nobody moves")
        return self._tr.plural("{count} person moves", "{count} people move", option.changed)
