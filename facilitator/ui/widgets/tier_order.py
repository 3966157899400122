"""The tiers in the host's order, each on or off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.common.texts import Translator
from facilitator.teams.model import Tier
from facilitator.teams.words import TIERS
from facilitator.ui.keys import page_key
from facilitator.ui.widgets.basics import button, column, row

LINE = 28
TIER_ROLE = Qt.ItemDataRole.UserRole + 1


class TierOrder(QWidget):
    """The weightiest tier is on top; one that is not ticked does not count."""

    def __init__(self, tr: Translator) -> None:
        """Every tier, in the usual order."""
        super().__init__()
        self._tr = tr
        self._list = QListWidget()
        self._list.setAccessibleName(tr("What good teams are"))
        self._list.setFixedHeight(LINE * len(Tier) + 4)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        up = button("", partial(self._shift, -1), "chevron-up", name=tr("Weightier"), tip=tr("Weightier (Alt+↑)"))
        lighter = tr("Less weighty")
        down = button("", partial(self._shift, 1), "chevron-down", name=lighter, tip=tr("Less weighty (Alt+↓)"))
        layout = row(self._list, column(up, down, None), spacing=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        page_key(self._list, "Alt+Up", partial(self._shift, -1))
        page_key(self._list, "Alt+Down", partial(self._shift, 1))
        self.show_tiers(tuple(Tier))

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The ticked tiers, the weightiest first."""
        items = [self._list.item(place) for place in range(self._list.count())]
        return tuple(Tier(item.data(TIER_ROLE)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def show_tiers(self, tiers: Sequence[Tier]) -> None:
        """Show these ticked, and the others below."""
        self._list.clear()
        for tier in (*tiers, *(other for other in Tier if other not in tiers)):
            name, explained = TIERS[tier]
            item = QListWidgetItem(self._tr.render(name))
            item.setData(TIER_ROLE, tier.value)
            item.setSizeHint(QSize(80, LINE))
            item.setToolTip(self._tr.render(explained))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if tier in tiers else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _shift(self, step: int) -> None:
        place = self._list.currentRow()
        if 0 <= place + step < self._list.count():
            item = self._list.takeItem(place)
            self._list.insertItem(place + step, item)
            self._list.setCurrentRow(place + step)
