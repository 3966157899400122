"""How good the teams are, tier by tier: the value, and whether it is proven that none better can be had."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.teams.model import TierValue
from facilitator.teams.rules import TierChange
from facilitator.teams.words import TIERS
from facilitator.ui.widgets.basics import Tone, column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel


class TierStrip(QFrame):
    """One tile a tier, the weightiest to the left. Lower is better everywhere."""

    def __init__(self, tr: Translator) -> None:
        """Hidden until there are teams."""
        super().__init__()
        self.setProperty("role", "card")
        self._tr = tr
        self._shown: object = None
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(14)
        self._tiles.setContentsMargins(16, 10, 16, 10)
        self.setLayout(self._tiles)

    def show_tiers(self, tiers: Sequence[TierValue], changes: Sequence[TierChange] = ()) -> None:
        """Show the figures; `changes` are what a move under way would make of them."""
        shown = (tuple(tiers), tuple(changes))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._tiles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        after = {change.name: change.after for change in changes if change.after != change.before}
        for tier in tiers:
            self._tiles.addWidget(self._tile(tier, after.get(tier.name)), 1)
        self.setVisible(bool(tiers))

    def _tile(self, tier: TierValue, after: int | None) -> QWidget:
        name, explained = TIERS[tier.name]
        figure = label(str(tier.value), "heading")
        if after is not None:
            figure.setText(f"{tier.value} → {after}")
            figure.setProperty("tone", (Tone.GOOD if after < tier.value else Tone.DANGER).value)
        tr = self._tr
        proof = tr("best possible") if tier.proven else tr("at least {bound}", bound=tier.bound)
        tile = holder(column(ElidedLabel(tr.render(name), "caption"), row(figure, None), ElidedLabel(proof), spacing=0))
        tile.setToolTip(f"{tr.render(explained)}\n{proof}")
        tile.setAccessibleName(f"{tr.render(name)}: {figure.text()}, {proof}")
        return tile
