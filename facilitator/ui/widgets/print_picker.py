"""A list of teams or people with boxes to tick, narrowed while you type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.ui.widgets.search_field import SearchField

_KEY = Qt.ItemDataRole.UserRole

_BOXES = """
QListWidget::item { padding: 4px 2px; }
QListWidget::indicator { width: 14px; height: 14px; border: 1px solid palette(dark); border-radius: 4px; }
QListWidget::indicator:checked { background: palette(highlight); border-color: palette(highlight); }
"""
"""Boxes as those of the forms, in the palette's colours."""


class PrintPicker(QWidget):
    """Space ticks the line that the keyboard is on; Enter in the search ticks the first line that is found."""

    changed = Signal()
    """Something was ticked or no longer is."""

    def __init__(self, tr: Translator) -> None:
        """Offers nothing yet."""
        super().__init__()
        self._search = SearchField(tr("Search"))
        self._list = QListWidget()
        self._list.setProperty("edge", "focus")
        self._list.setStyleSheet(_BOXES)
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(150)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        self._search.textChanged.connect(self._narrow)
        self._search.taken.connect(self._take)
        self._search.stepped.connect(lambda _step: self._list.setFocus())
        self._list.itemChanged.connect(lambda _item: self.changed.emit())

    @property
    def chosen(self) -> frozenset[int]:
        """The keys of what is ticked."""
        ticked = Qt.CheckState.Checked
        return frozenset(int(one.data(_KEY)) for one in self._items() if one.checkState() is ticked)

    def offer(self, name: str, lines: Sequence[tuple[int, str]]) -> None:
        """Offer these lines, none of them ticked; `name` is what a screen reader calls the list."""
        blocked = self._list.blockSignals(True)
        self._list.setAccessibleName(name)
        self._list.clear()
        for key, words in lines:
            made = QListWidgetItem(words)
            made.setData(_KEY, key)
            made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            made.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(made)
        self._list.setCurrentRow(0)
        self._list.blockSignals(blocked)
        self._search.clear()

    def tick(self, keys: Iterable[int]) -> None:
        """Tick the lines with these keys."""
        wanted = frozenset(keys)
        for one in self._items():
            if int(one.data(_KEY)) in wanted:
                one.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(place) for place in range(self._list.count())]

    def _narrow(self, words: str) -> None:
        parts = words.casefold().split()
        for one in self._items():
            one.setHidden(not all(part in one.text().casefold() for part in parts))

    def _take(self) -> None:
        found = next((one for one in self._items() if not one.isHidden()), None)
        if found is not None:
            ticked = found.checkState() is Qt.CheckState.Checked
            found.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
