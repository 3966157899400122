"""The one table of the console: rows 36 pixels high, text in line with its heading, the keyboard for everything."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.ui.icons import draw
from facilitator.ui.theme import Theme, Tokens
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.widgets.chip import paint_chip
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.table_model import CHIP_ROLE, CHOICES_ROLE, FAINT_ROLE, LIVE_ROLE, TONE_ROLE, RowsModel

ROW_HEIGHT = 36
PADDING = 12
CHIP = 20

Item = TypeVar("Item")
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints cells, and brings up the right editor for each."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """`theme` gives the colours, `view` is whose cells these are."""
        super().__init__(view)
        self._view = view  # asked what is selected, since QStyle's flags take longer to load than the page to paint
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, a line below, and the text at the heading's left edge, cut short with … where it is too long."""
        tokens = self._theme.tokens
        area = QRect(option.rect)
        selected = self._view.selectionModel().isSelected(index)
        live = bool(index.data(LIVE_ROLE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or live:
            fill(painter, area, tokens.accent_soft)
        fill(painter, QRect(area.left(), area.bottom(), area.width(), 1), tokens.line)
        if index.column() == 0 and live:
            fill(painter, QRect(area.left(), area.top(), 3, area.height()), tokens.accent)
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            if Qt.CheckState(ticked) is Qt.CheckState.Checked:
                spot = QRectF(inside.left(), inside.center().y() - 8, 17, 17)
                draw(painter, "check", spot, QColor(tokens.accent))
        else:
            self._write(painter, inside, index, tokens, option.font)
        painter.restore()

    def _write(self, painter: QPainter, inside: QRect, index: Index, tokens: Tokens, font: QFont) -> None:
        chip = index.data(CHIP_ROLE)
        if chip is not None:
            spot = QRectF(inside.left(), inside.center().y() - CHIP / 2 + 0.5, CHIP, CHIP)
            paint_chip(painter, spot, *chip)
            inside = inside.adjusted(CHIP + 8, 0, 0, 0)
        font = QFont(font)
        model = index.model()
        if isinstance(model, RowsModel) and model.columns[index.column()].strong:
            font.setWeight(QFont.Weight.Medium)
        if index.data(LIVE_ROLE):
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(_ink(tokens, index.data(TONE_ROLE), faint=bool(index.data(FAINT_ROLE))))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), short)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Rows are all alike."""
        return QSize(80, ROW_HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        """A list to choose from where there are choices, otherwise a line to write in."""
        choices = index.data(CHOICES_ROLE)
        if choices is None:
            line = QLineEdit(parent)
            line.setAlignment(Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole))))
            return line
        box = Choice(choices=[(words, value) for value, words in choices.items()], parent=parent)
        box.activated.connect(lambda: self._take(box))
        return box

    def _take(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Start from what stands in the cell; what is being written stays when the row changes meanwhile."""
        written = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, Choice):
            editor.choose(written)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(written)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        """Hand over what was chosen or written."""
        if isinstance(editor, Choice):
            model.setData(index, editor.value)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip())


class Table(QTableView, Generic[Item]):
    """A table of rows, one or more selected at a time; what is selected is remembered by key."""

    chosen = Signal()
    """Another row is selected, or none."""
    opened = Signal()
    """Enter or a double click on a row that has nothing to edit there."""

    def __init__(self, model: RowsModel[Item], theme: Theme, name: str, *, several: bool = False) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__()
        self._model = model
        self._kept: list[object] = []
        self._kept_column = 0
        self._in_view: object = None
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setAccessibleName(name)
        self.setProperty("edge", "focus")
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        for number, column in enumerate(model.columns):
            stretch = column.width is None
            mode_ = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode_)
            if column.width is not None:
                self.setColumnWidth(number, column.width)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())
        self.doubleClicked.connect(self._double_clicked)

    @property
    def current(self) -> Item | None:
        """The row that the keyboard is on, if it is selected."""
        rows = self.selected
        place = self.currentIndex().row()
        if 0 <= place < len(self._model.rows) and self._model.rows[place] in rows:
            return self._model.rows[place]
        return rows[0] if rows else None

    @property
    def selected(self) -> tuple[Item, ...]:
        """The rows that are selected, from top to bottom."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self._model.rows[place] for place in places)

    def choose(self, key: object, column: int | None = None) -> None:
        """Select the row with this key, if it is there."""
        place = self._model.place_of(key)
        if place is not None:
            index = self._model.index(place, self.currentIndex().column() if column is None else column)
            self.setCurrentIndex(index if index.isValid() else self._model.index(place, 0))
            self.scrollTo(self.currentIndex())

    def show_row(self, key: object) -> None:
        """Bring a row into view, with what follows it; it stays there when the table gets another size."""
        self._in_view = key
        place = self._model.place_of(key)
        if place is not None:
            self.scrollTo(self._model.index(max(0, place - 1), 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few rows; pages give it what room there is."""
        return QSize(256, 4 * ROW_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter edits the cell, or opens the row where there is nothing to edit; Space ticks a box."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            editing = self.state() is QAbstractItemView.State.EditingState
            if not editing and not self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.AllEditTriggers, event):
                self.opened.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are the console's keys, not a search."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out columns for which there is no room."""
        super().resizeEvent(event)
        if self._in_view is not None:
            self.show_row(self._in_view)
        width = event.size().width()  # of the viewport; asking it itself would load every kind of widget Qt has
        for number, column in enumerate(self._model.columns):
            if column.least:
                self.setColumnHidden(number, width < column.least)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit()

    def _remember(self) -> None:
        places = [index.row() for index in self.selectionModel().selectedRows()]
        current = self.currentIndex()
        self._kept = [self._model.key_at(place) for place in [current.row(), *places]]
        self._kept_column = max(0, current.column())

    def _recall(self) -> None:
        found = [place for key in self._kept if (place := self._model.place_of(key)) is not None]
        if found:
            self.setCurrentIndex(self._model.index(found[0], self._kept_column))


def fill(painter: QPainter, area: QRect, colour: str) -> None:
    """Fill an area with a colour; QPainter's own `fillRect` would have the names of all of Qt's gradients loaded."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)


def _ink(tokens: Tokens, tone: Any, *, faint: bool) -> QColor:
    tones = {
        Tone.PLAIN: tokens.muted,
        Tone.ACCENT: tokens.accent,
        Tone.GOOD: tokens.good,
        Tone.WARNING: tokens.warning,
        Tone.DANGER: tokens.danger,
    }
    return QColor(tones[tone] if tone is not None else tokens.muted if faint else tokens.text)
