"""A team at its table: its people to select, move and lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.ui.icons import draw, icon
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.widgets.chip import paint_chip
from facilitator.ui.widgets.elided import ElidedLabel

MIME = "application/x-facilitator-participant"
LINE = 30
MEMBER_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@frozen
class Member:
    """A person as a card shows them."""

    id: int
    name: str
    organisation: str
    letter: str
    colour: str
    sector: str
    absent: bool = False
    locked: bool = False
    faint: bool = False


class _MemberDelegate(QStyledItemDelegate):
    """Chip, name, organisation, and the signs for locked and absent."""

    def __init__(self, theme: Theme, absent: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._absent = absent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Lines are all alike."""
        return QSize(80, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        member = index.data(MEMBER_ROLE)
        tokens = self._theme.tokens
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(QRectF(area).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        painter.setFont(option.font)
        if member.faint:
            painter.setOpacity(0.35)
        paint_chip(painter, QRectF(area.left() + 6, area.center().y() - 8.5, 18, 18), member.letter, member.colour)
        inside = area.adjusted(32, 0, -8, 0)
        if member.locked:
            spot = QRectF(inside.right() - 14, inside.center().y() - 7, 14, 14)
            draw(painter, "lock", spot, QColor(tokens.muted))
            inside.setRight(inside.right() - 20)
        self._write(painter, inside, member, option.font)
        painter.restore()

    def _write(self, painter: QPainter, inside: QRect, member: Member, font: QFont) -> None:
        tokens = self._theme.tokens
        strong = QFont(font)
        strong.setWeight(QFont.Weight.Medium)
        strong.setStrikeOut(member.absent)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.muted if member.absent else tokens.text))
        name = painter.fontMetrics().elidedText(member.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        rest = inside.adjusted(painter.fontMetrics().horizontalAdvance(name) + 8, 0, 0, 0)
        if rest.width() < 24:
            return
        small = QFont(font)
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(QColor(tokens.danger if member.absent else tokens.muted))
        words = self._absent if member.absent else member.organisation
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


class _Members(QListWidget):
    """The people of one card; a drag carries a person's id and changes nothing by itself."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("edge", "focus")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Start at the first line."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        elif self.currentItem() is not None:
            self.currentItem().setSelected(True)
        self.entered.emit()

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry the person on the current line."""
        item = self.currentItem()
        if item is None:
            return
        data = QMimeData()
        data.setData(MIME, QByteArray(str(item.data(MEMBER_ROLE).id).encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are the console's keys, not a search."""


class TeamCard(QFrame):
    """Shows one team, or those without one (`number` None), and says what the host wants of it."""

    chosen = Signal(int)
    """A person was selected."""
    hovered = Signal(int, object)
    """A person is held over this card: participant and team number."""
    left = Signal()
    dropped = Signal(int, object)
    """A person was dropped on this card."""
    lock_pressed = Signal(int)

    def __init__(self, number: int | None, tr: Translator, theme: Theme) -> None:
        """Empty until a team is shown."""
        super().__init__()
        self.number = number
        self._tr = tr
        self._shown: object = None
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self._heading = label("", "strong")
        self._about = ElidedLabel()
        self._lock = button("", self._lock_pressed, "lock-open", "small")
        if number is None:
            self._lock.hide()
        self._members = _Members()
        self._members.setItemDelegate(_MemberDelegate(theme, tr("absent"), self._members))
        self._members.entered.connect(self._person_chosen)
        self._members.currentRowChanged.connect(lambda _row: self._person_chosen())
        head = row(self._heading, self._about, self._lock, spacing=8)
        head.setStretch(1, 1)
        head.setContentsMargins(6, 0, 0, 0)
        layout = column(head, self._members, None, spacing=2)
        layout.setContentsMargins(8, 8, 8, 8)
        self.setLayout(layout)

    @property
    def person(self) -> int | None:
        """The person on the current line, while the keyboard is here."""
        item = self._members.currentItem()
        return item.data(MEMBER_ROLE).id if item is not None and item.isSelected() else None

    @property
    def first_found(self) -> int | None:
        """The first person here who matches what is sought."""
        members = (self._members.item(place).data(MEMBER_ROLE) for place in range(self._members.count()))
        return next((member.id for member in members if not member.faint), None)

    def show_team(self, heading: str, about: str, members: Sequence[Member], *, locked: bool) -> None:
        """Show the team as it is now."""
        shown = (heading, about, tuple(members), locked)
        if shown == self._shown:
            return
        self._shown = shown
        self._heading.setText(heading)
        self._about.show_words(about)
        self._lock.setIcon(icon("lock" if locked else "lock-open"))
        words = self._tr("Unlock {team}", team=heading) if locked else self._tr("Lock {team}", team=heading)
        self._lock.setAccessibleName(words)
        self._lock.setToolTip(words)
        self._members.setAccessibleName(heading)
        kept = self.person
        self._members.blockSignals(True)
        self._members.clear()
        for member in members:
            self._members.addItem(self._item(member))
        self._members.blockSignals(False)
        self._members.setFixedHeight(max(1, len(members)) * LINE + 4)
        if kept is not None:
            self.choose(kept)

    def choose(self, person: int) -> bool:
        """Select a person, if they are here."""
        for place in range(self._members.count()):
            if self._members.item(place).data(MEMBER_ROLE).id == person:
                self._members.setCurrentRow(place)
                return True
        return False

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self._members.setFocus()

    def clear_choice(self) -> None:
        """Select nobody here."""
        self._members.clearSelection()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """People may be dropped here."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.hovered.emit(_carried(event.mimeData()), self.number)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Anywhere on the card."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Held elsewhere."""
        self.left.emit()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Say who was dropped; the card changes when the event has."""
        event.acceptProposedAction()
        self.left.emit()
        self.dropped.emit(_carried(event.mimeData()), self.number)

    def _item(self, member: Member) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(MEMBER_ROLE, member)
        parts = [member.name, member.organisation, member.sector]
        parts += [self._tr("absent")] if member.absent else []
        parts += [self._tr("locked")] if member.locked else []
        words = ", ".join(part for part in parts if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(words)
        return item

    def _person_chosen(self) -> None:
        person = self.person
        if person is not None:
            self.chosen.emit(person)

    def _lock_pressed(self) -> None:
        if self.number is not None:
            self.lock_pressed.emit(self.number)


def _carried(data: QMimeData) -> int:
    return int(bytes(data.data(MIME).data()))
