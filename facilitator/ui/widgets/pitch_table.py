"""The pitch queue as a table whose waiting teams can be dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from facilitator.common.texts import Translator
from facilitator.ui.pitch_words import PitchLine, Place
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.widgets.table import ROW_HEIGHT, Table
from facilitator.ui.widgets.table_model import Column, RowsModel

Index = QModelIndex | QPersistentModelIndex


class PitchTable(Table[PitchLine]):
    """Says where the selected teams were dropped; the order changes when the event has."""

    dropped = Signal(int)
    """Among the waiting teams that stay, counted from 0, where the selected ones were dropped."""

    def __init__(self, theme: Theme, tr: Translator) -> None:
        """Empty until lines are put."""
        self._lines = _Lines(tr)
        super().__init__(self._lines, theme, tr("Pitch queue"), several=True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    @property
    def lines(self) -> tuple[PitchLine, ...]:
        """What it shows."""
        return self._lines.rows

    def put(self, lines: Sequence[PitchLine]) -> None:
        """Show these lines."""
        self._lines.put(lines)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Fewer rows than other tables ask for: there are buttons above and below."""
        return QSize(256, 3 * ROW_HEIGHT)

    def chosen_in(self, *places: Place) -> tuple[int, ...]:
        """The selected teams that stand at one of these places, from top to bottom."""
        return tuple(line.team for line in self.selected if line.place in places)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Only between waiting teams."""
        super().dragMoveEvent(event)
        if self.place_at(event.position().toPoint().y()) is None:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Say where; the rows themselves stay until the event has changed."""
        place = self.place_at(event.position().toPoint().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if place is not None and event.source() is self:
            self.dropped.emit(place)

    def place_at(self, height: int) -> int | None:
        """The place among the waiting teams that are not selected, at this height; None above or below them all."""
        waiting = [row for row, line in enumerate(self.lines) if line.place is Place.WAITING]
        if not waiting:
            return None
        row = self.rowAt(height)
        if row < 0:
            row = len(self.lines)
        elif height > self.rowViewportPosition(row) + self.rowHeight(row) // 2:
            row += 1
        if not waiting[0] <= row <= waiting[-1] + 1:
            return None
        chosen = set(self.chosen_in(Place.WAITING))
        return sum(1 for each in waiting if each < row and self.lines[each].team not in chosen)


class _Lines(RowsModel[PitchLine]):
    """The teams; those who wait can be dragged."""

    def __init__(self, tr: Translator) -> None:
        super().__init__(
            (
                Column("", lambda line: line.number, 44, right=True),
                Column(tr("Team"), lambda line: line.name, 92, strong=True),
                Column(tr("Solution"), lambda line: line.solution, tip=lambda line: line.solution),
                Column(tr("Turn"), lambda line: line.turn, 76),
                Column(tr("State"), lambda line: line.words, 120, tone=_tone),
            ),
            lambda line: line.team,
            live=lambda line: line.place is Place.ON_STAGE,
            faint=lambda line: line.place in (Place.DONE, Place.ABSENT),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Dragged are those who wait; dropped is between them."""
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        if self.rows[index.row()].place is Place.WAITING:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Teams are moved, never copied."""
        return Qt.DropAction.MoveAction


def _tone(line: PitchLine) -> Tone | None:
    return {Place.ON_STAGE: Tone.ACCENT, Place.WAITING: Tone.PLAIN, Place.ABSENT: Tone.WARNING}.get(line.place)
