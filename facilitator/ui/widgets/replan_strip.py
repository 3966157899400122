"""The quiet warning that a fixed start will be missed, with the ways back on time as buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from facilitator.agenda.model import Plan
from facilitator.common.clock import seconds
from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import Tone, button, column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.symbol import Symbol
from facilitator.ui.wording import length, span

SHOWN_CHANGES = 3
"""How many changes are named below a button; the rest is counted, and all of them stand in its tip."""


class ReplanStrip(QFrame):
    """Hidden while every fixed start will be kept."""

    def __init__(self, tr: Translator, take: Callable[[str], object]) -> None:
        """`take` is called with the name of the way that the host chooses."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("tone", Tone.WARNING.value)
        self._tr = tr
        self._take = take
        self._shown: object = None
        self._words = label("", "strong", wrap=True)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addLayout(row(Symbol("triangle-alert"), self._words, spacing=10))
        layout.addLayout(self._ways)
        layout.setStretch(1, 1)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def clear(self) -> None:
        """Every fixed start will be kept."""
        self._shown = None
        self.hide()

    def offer(self, words: str, plan: Plan, options: Sequence[Mapping[str, Any]]) -> None:
        """Show these ways, as `ReplanPreview` gives them."""
        self._words.setText(words)
        if self._shown != options:
            self._shown = list(options)
            self._rebuild(plan, options)
        self.show()

    def _rebuild(self, plan: Plan, options: Sequence[Mapping[str, Any]]) -> None:
        while (item := self._ways.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for option in options:
            self._ways.addWidget(self._way(plan, option))

    def _way(self, plan: Plan, option: Mapping[str, Any]) -> QWidget:
        name = str(option["option"])
        changes = [self._change(plan, change) for change in option["changes"]]
        shown = ", ".join(changes[:SHOWN_CHANGES])
        if len(changes) > SHOWN_CHANGES:
            more = len(changes) - SHOWN_CHANGES
            shown = self._tr("{changes} and {count} more", changes=shown, count=more)
        if option["shortfall"]:
            short = self._tr.render(span(seconds(option["shortfall"])))
            shown = self._tr("{changes} – still {time} late", changes=shown, time=short)
        press = button(self._name(plan, name), lambda: self._take(name), tip="\n".join(changes))
        return holder(column(press, ElidedLabel(shown), spacing=2))

    def _name(self, plan: Plan, name: str) -> str:
        if name == "by-priority":
            return self._tr("Shorten what matters least")
        if name == "evenly":
            return self._tr("Shorten evenly")
        item = plan.items.get(int(name.removeprefix("cut-")))
        return self._tr("Leave out “{title}”", title=item.title if item else name)

    def _change(self, plan: Plan, change: Mapping[str, Any]) -> str:
        title = plan.items[change["item"]].title
        if change["seconds"] == 0:
            return self._tr("{title} left out", title=title)
        given = self._tr.render(length(seconds(change["was"] - change["seconds"])))
        return self._tr("{title} −{time}", title=title, time=given)
