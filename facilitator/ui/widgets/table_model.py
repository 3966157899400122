"""A table of rows that are plain values: which columns there are, and what each shows and lets be edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.widgets.basics import Tone

Item = TypeVar("Item")
Index = QModelIndex | QPersistentModelIndex

TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The tone in which a cell is written."""
CHIP_ROLE = Qt.ItemDataRole.UserRole + 2
"""The chip that stands before a cell's text: (letter, colour)."""
LIVE_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether the row is the one that runs now."""
FAINT_ROLE = Qt.ItemDataRole.UserRole + 4
"""Whether the row lies behind us."""
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 5
"""The values that an editor offers: value → what it is called."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column.

    `width` is in logical pixels; None takes up what room is left. `edit` is given the row and what was typed or
    chosen; `choices` makes a list to choose from out of the editor, `ticked` a box to tick out of the cell. `least` is
    the window's width below which the column is hidden.
    """

    title: str
    show: Callable[[Item], str]
    width: int | None = None
    right: bool = False
    strong: bool = False
    tone: Callable[[Item], Tone | None] | None = None
    chip: Callable[[Item], tuple[str, str] | None] | None = None
    edit: Callable[[Item, Any], object] | None = None
    written: Callable[[Item], str] | None = None
    choices: Mapping[Any, str] | None = None
    ticked: Callable[[Item], bool] | None = None
    tip: Callable[[Item], str] | None = None
    least: int = 0


class RowsModel(QAbstractTableModel, Generic[Item]):
    """Rows with a key each, so that what is selected stays selected when rows come, go and move."""

    def __init__(
        self,
        columns: Sequence[Column[Item]],
        key: Callable[[Item], object],
        parent: QObject | None = None,
        *,
        live: Callable[[Item], bool] = lambda item: False,
        faint: Callable[[Item], bool] = lambda item: False,
    ) -> None:
        """Empty until `put` is called."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._live, self._faint = live, faint
        self._rows: tuple[Item, ...] = ()

    @property
    def rows(self) -> tuple[Item, ...]:
        """The rows as they stand."""
        return self._rows

    def put(self, rows: Sequence[Item]) -> None:
        """Show these rows; those that stay the same are not painted anew."""
        new = tuple(rows)
        before = self._rows
        if [self._key(row) for row in new] != [self._key(row) for row in before]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._rows = new
        for number, (old, row) in enumerate(zip(before, new, strict=True)):
            if old != row:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def refresh(self, column: int) -> None:
        """Paint a column anew whose text depends on more than the rows."""
        if self._rows:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._rows) - 1, column))

    def key_at(self, row: int) -> object | None:
        """The key of the row at a place."""
        return self._key(self._rows[row]) if 0 <= row < len(self._rows) else None

    def place_of(self, key: object) -> int | None:
        """Where the row with this key stands."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles, aligned like what stands below them."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and how."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.show(row)
            case Qt.ItemDataRole.EditRole:
                return (column.written or column.show)(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else None
            case Qt.ItemDataRole.CheckStateRole if column.ticked is not None:
                return Qt.CheckState.Checked if column.ticked(row) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.FontRole:
                return None
            case _:
                return self._own(row, column, role)

    def _own(self, row: Item, column: Column[Item], role: int) -> Any:
        if role == TONE_ROLE:
            return column.tone(row) if column.tone else None
        if role == CHIP_ROLE:
            return column.chip(row) if column.chip else None
        if role == LIVE_ROLE:
            return self._live(row)
        if role == FAINT_ROLE:
            return self._faint(row)
        if role == CHOICES_ROLE:
            return column.choices
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be selected; cells of editable columns can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid():
            column = self.columns[index.column()]
            if column.edit is not None:
                flags |= Qt.ItemFlag.ItemIsEditable if column.ticked is None else Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Pass an edit on; the cell changes when the event has."""
        column, row = self.columns[index.column()], self._rows[index.row()]
        if column.edit is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            column.edit(row, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and value != (column.written or column.show)(row):
            column.edit(row, value)
            return True
        return False


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
