"""The table of the page Plan: headings between the days, and items that are dragged to another place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QStyleOptionViewItem

from facilitator.common.texts import Translator
from facilitator.ui.plan_rows import PlanRow
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.table import PADDING, RowDelegate, Table
from facilitator.ui.widgets.table_model import RowsModel

MIME = "application/x-facilitator-agenda-items"
LINE = 3
"""How thick the line is that says where dragged items land."""

_DRAG_WIDTH, _DRAG_HEIGHT = 260, 34
Index = QModelIndex | QPersistentModelIndex


class PlanModel(RowsModel[PlanRow]):
    """Rows of which some are headings, which can be neither selected nor edited."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be dragged; headings only stand there."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A heading has its words and nothing else."""
        if not index.isValid() or not self.rows[index.row()].heading:
            return super().data(index, role)
        words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.column() == 0
        return self.rows[index.row()].heading if words else None


class _Delegate(RowDelegate):
    """Paints headings across the table."""

    def __init__(self, theme: Theme, table: PlanTable) -> None:
        super().__init__(theme, table)
        self._look = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading on a ground of its own, or a cell."""
        model = index.model()
        heading = model.rows[index.row()].heading if isinstance(model, PlanModel) else ""
        if not heading:
            super().paint(painter, option, index)
            return
        tokens, area = self._look.tokens, QRect(option.rect)
        painter.save()
        painter.fillRect(area, QColor(tokens.raised))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), QColor(tokens.line))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        words = painter.fontMetrics().elidedText(heading, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class PlanTable(Table[PlanRow]):
    """Several items can be selected, and stay so when the agenda changes; dragging them says where they are dropped."""

    dropped = Signal(object, int)
    """Items were dropped: their ids, and the row above which they landed."""

    def __init__(self, model: PlanModel, theme: Theme, tr: Translator) -> None:
        """Empty until the model has rows."""
        super().__init__(model, theme, tr("Agenda"), several=True)
        self._plan, self._tr, self._theme = model, tr, theme
        self._line: int | None = None
        self.setItemDelegate(_Delegate(theme, self))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        model.modelReset.connect(self._span)

    @property
    def insertion(self) -> int | None:
        """The row above which what is being dragged would land; None while nothing is."""
        return self._line

    def choose_all(self, keys: tuple[object, ...], column: int | None = None) -> None:
        """Select the rows with these keys that are there, the keyboard on the first."""
        places = [place for key in keys if (place := self._plan.place_of(key)) is not None]
        if not places:
            return
        self.choose(self._plan.key_at(places[0]), column)
        selection = QItemSelection()
        last = self._plan.columnCount() - 1
        for place in places:
            selection.select(self._plan.index(place, 0), self._plan.index(place, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _recall(self) -> None:
        current, *rest = self._kept or [None]
        self.choose_all(tuple(dict.fromkeys([current, *rest] if current in rest else rest)), self._kept_column)

    def _span(self) -> None:
        self.clearSpans()
        for place, row in enumerate(self._plan.rows):
            if row.heading:
                self.setSpan(place, 0, 1, self._plan.columnCount())

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry the selected items."""
        rows = self.selected
        if not rows:
            return
        data = QMimeData()
        data.setData(MIME, QByteArray(" ".join(str(row.item.id) for row in rows).encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._picture(rows))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Items of the agenda may be dropped here."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where they would land; near the edges the table scrolls."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            self._show_line(self._place_at(event.position()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Held elsewhere."""
        super().dragLeaveEvent(event)
        self._show_line(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Say what was dropped and where; the table changes when the event has."""
        place = self._place_at(event.position())
        self._show_line(None)
        self.stopAutoScroll()
        self.setState(Table.State.NoState)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            identifiers = tuple(int(part) for part in bytes(event.mimeData().data(MIME).data()).split())
            self.dropped.emit(identifiers, place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rows, and the line between them."""
        super().paintEvent(event)
        if self._line is None:
            return
        last = len(self._plan.rows) - 1
        below = self._line > last
        top = self.rowViewportPosition(last if below else self._line) + (self.rowHeight(last) if below else 0)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme.tokens.accent)
        painter.setPen(QPen(colour, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        line = max(LINE, min(self.viewport().height() - LINE, top))
        painter.drawLine(QPointF(8, line), QPointF(self.viewport().width() - 4, line))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(5, line), 3, 3)
        painter.end()

    def _place_at(self, position: QPointF) -> int:
        row = self.rowAt(round(position.y()))
        if row < 0:
            return len(self._plan.rows)
        middle = self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return row + 1 if position.y() >= middle else row

    def _show_line(self, place: int | None) -> None:
        if place != self._line:
            self._line = place
            self.viewport().update()

    def _picture(self, rows: tuple[PlanRow, ...]) -> QPixmap:
        """What follows the pointer."""
        tokens = self._theme.tokens
        words = rows[0].item.title
        if len(rows) > 1:
            words = self._tr.plural("{count} item", "{count} items", len(rows))
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(_DRAG_WIDTH * ratio), round(_DRAG_HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent))
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(1, 1, _DRAG_WIDTH - 2, _DRAG_HEIGHT - 2, 8, 8)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _DRAG_WIDTH - 24)
        painter.drawText(QRect(12, 0, _DRAG_WIDTH - 24, _DRAG_HEIGHT), Qt.AlignmentFlag.AlignVCenter, short)
        painter.end()
        return picture
