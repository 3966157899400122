"""The fields of the panel beside the agenda: each shows one value, or that several items differ, and its own error."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QStyle, QStyleOptionButton, QWidget

from facilitator.agenda.model import Item
from facilitator.ui.icons import draw
from facilitator.ui.widgets.basics import column, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.tick import Tick

Given = Mapping[str, Any]
"""Fields of a change of an agenda item, with their values."""

_NARROWEST = 60
_NOTES_HEIGHT = 66
_MIXED = object()


class Field(QWidget):
    """A caption and what can be edited; `note` says what is wrong with it, for the form to put below."""

    edited = Signal()
    """The host has written or chosen something else."""

    def __init__(self, caption: str, editor: QWidget, *, captioned: bool = True, height: int = 0) -> None:
        """`caption` is also what a screen reader says; `height` is what the editor needs if it is more than a line."""
        super().__init__()
        self.editor = editor
        self.caption = label(caption if captioned else "", "muted")
        self.caption.setBuddy(editor)
        self.caption.setVisible(captioned)
        editor.setAccessibleName(caption)
        self.note = label("", "error", wrap=True)
        self.note.hide()
        inside = row(editor)
        inside.addStrut(height)  # A minimum height of the editor's own would give way to the style sheet's.
        self.setLayout(column(self.caption, inside, spacing=3))
        self.setFocusProxy(editor)

    @property
    def error(self) -> str:
        """What is wrong; empty if nothing is."""
        return "" if self.note.isHidden() else self.note.text()

    def complain(self, words: str) -> None:
        """Say what is wrong, or no longer anything."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.editor.setAccessibleDescription(words)

    @abstractmethod
    def show_items(self, items: Sequence[Item]) -> None:
        """Show what these items have in common."""

    @abstractmethod
    def given(self) -> Given:
        """The change that the host wants.

        Raises:
            UserError: what is written says nothing.
        """

    @property
    def draft(self) -> str | None:
        """What is written and not kept; None where nothing is."""
        return None

    def restore(self, draft: str) -> None:
        """Put back what had been written and could not be kept."""

    def settle(self) -> None:
        """What is written is being kept: it is a draft no longer."""


class LineField(Field):
    """A line to write in, kept with Enter or when it is left."""

    def __init__(
        self,
        caption: str,
        write: Callable[[Item], str],
        read: Callable[[str], Given],
        mixed: str,
        placeholder: str = "",
    ) -> None:
        """`write` gives what stands in the field, `read` the change that it means; `mixed` says that items differ."""
        self._line = QLineEdit()
        self._shown: str | None = ""
        super().__init__(caption, self._line)
        self._write, self._read, self._mixed, self._placeholder = write, read, mixed, placeholder
        self._line.setMinimumWidth(_NARROWEST)
        self._line.editingFinished.connect(self._left)

    @property
    def draft(self) -> str | None:
        """What is written and not kept."""
        return self._line.text() if self._line.isModified() and self._line.text() != self._shown else None

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what they have in common, or that they differ."""
        written = {self._write(item) for item in items}
        self._shown = written.pop() if len(written) == 1 else None
        if self._line.text() != (self._shown or ""):
            self._line.setText(self._shown or "")
            self._line.setCursorPosition(0)
        self._line.setPlaceholderText(self._mixed if self._shown is None else self._placeholder)
        self._line.setModified(False)

    def restore(self, draft: str) -> None:
        """Put back what had been written."""
        self._line.setText(draft)
        self._line.setModified(True)
        self._line.setCursorPosition(0)

    def settle(self) -> None:
        """It is a draft no longer."""
        self._line.setModified(False)

    def given(self) -> Given:
        """What the words mean."""
        return self._read(self._line.text().strip())

    def _left(self) -> None:
        if self.draft is not None:
            self.edited.emit()


class NotesField(Field):
    """Lines to write in, kept when they are left."""

    def __init__(self, caption: str, name: str, mixed: str) -> None:
        """`name` is the field of a change that is meant."""
        self._lines = _Lines()
        super().__init__(caption, self._lines, height=_NOTES_HEIGHT)
        self._name, self._mixed = name, mixed
        self._lines.setTabChangesFocus(True)
        self._lines.setMaximumHeight(_NOTES_HEIGHT)
        self._lines.left.connect(self._left)

    @property
    def draft(self) -> str | None:
        """What is written and not kept."""
        return self._lines.toPlainText() if self._lines.document().isModified() else None

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what they have in common, or that they differ."""
        written = {getattr(item, self._name) for item in items}
        self._lines.setPlainText(written.pop() if len(written) == 1 else "")
        self._lines.setPlaceholderText(self._mixed if written else "")

    def restore(self, draft: str) -> None:
        """Put back what had been written."""
        self._lines.setPlainText(draft)
        self._lines.document().setModified(True)

    def settle(self) -> None:
        """It is a draft no longer."""
        self._lines.document().setModified(False)

    def given(self) -> Given:
        """The words without empty lines around them."""
        return {self._name: self._lines.toPlainText().strip()}

    def _left(self) -> None:
        if self.draft is not None:
            self.edited.emit()


class ChoiceField(Field):
    """A list to choose from, kept at once."""

    def __init__(self, caption: str, name: str, choices: Iterable[tuple[str, Any]], mixed: str) -> None:
        """`name` is the field of a change that is meant."""
        self.choice = Choice[Any]()
        super().__init__(caption, self.choice)
        self._name, self._mixed = name, mixed
        self._choices = list(choices)
        self.choice.setMinimumContentsLength(4)
        self.choice.activated.connect(self._taken)

    def offer(self, choices: Iterable[tuple[str, Any]]) -> None:
        """Offer these from the next showing on."""
        self._choices = list(choices)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what they have in common, or that they differ; not while the host is choosing."""
        if self.choice.view().isVisible():
            return
        values = {getattr(item, self._name) for item in items}
        if len(values) == 1:
            self.choice.put(self._choices)
            self.choice.choose(values.pop())
        else:
            self.choice.put([(self._mixed, _MIXED), *self._choices])

    def given(self) -> Given:
        """What is chosen."""
        return {} if self.choice.value is _MIXED else {self._name: self.choice.value}

    def _taken(self) -> None:
        if self.given():
            self.edited.emit()


class TickField(Field):
    """A box to tick, kept at once; with a dash in it where items differ."""

    def __init__(self, caption: str, name: str) -> None:
        """`name` is the field of a change that is meant."""
        self._tick = _MixedTick(caption)
        super().__init__(caption, self._tick, captioned=False)
        self._name = name
        self._tick.clicked.connect(self._clicked)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what they have in common, or that they differ."""
        values = {bool(getattr(item, self._name)) for item in items}
        mixed = len(values) > 1
        self._tick.setTristate(mixed)
        self._tick.setCheckState(
            Qt.CheckState.PartiallyChecked
            if mixed
            else Qt.CheckState.Checked
            if values == {True}
            else Qt.CheckState.Unchecked
        )

    def given(self) -> Given:
        """Whether it is ticked."""
        return {self._name: self._tick.isChecked()}

    def _clicked(self) -> None:
        self._tick.setTristate(False)
        self.edited.emit()


class _MixedTick(Tick):
    """Draws a dash while it is neither ticked nor empty."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The box with its mark."""
        if self.checkState() is not Qt.CheckState.PartiallyChecked:
            super().paintEvent(event)
            return
        QCheckBox.paintEvent(self, event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.Text)
        draw(painter, "minus", QRectF(box).adjusted(2, 2, -2, -2), ink)
        painter.end()


class _Lines(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that it is left, except for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
