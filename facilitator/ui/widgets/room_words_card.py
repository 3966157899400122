"""The host's words for the scenes welcome and next steps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from facilitator.desk.state import State
from facilitator.event.commands import ChangeEvent
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import column, label
from facilitator.ui.widgets.form import form

_HEIGHT = 76


class RoomWordsCard(QFrame):
    """Two fields, a line a point; kept when they are left."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        self.setProperty("role", "card")
        tr = context.tr
        self._context = context
        self._fields = {"welcome": _Words(), "next_steps": _Words()}
        for name, words in self._fields.items():
            words.left.connect(lambda name=name: self._keep(name))
        self._fields["welcome"].setPlaceholderText(tr("What people should know as they come in, a line a point"))
        self._fields["next_steps"].setPlaceholderText(tr("What happens after today, a line a point"))
        fields = form(
            (tr("Words for the scene Welcome"), self._fields["welcome"]),
            (tr("Words for the scene Next steps"), self._fields["next_steps"]),
            stacked=True,
        )
        layout = column(label(tr("WORDS FOR THE ROOM"), "caption"), fields)
        layout.setContentsMargins(18, 18, 18, 18)
        self.setLayout(layout)

    def render_state(self, state: State) -> None:
        """Show the words; a field that is being written in is left alone."""
        for name, field in self._fields.items():
            words = getattr(state.event, name)
            if not field.hasFocus() and field.toPlainText() != words:
                field.setPlainText(words)

    def _keep(self, name: str) -> None:
        words = "\n".join(line.strip() for line in self._fields[name].toPlainText().strip().splitlines())
        if words != getattr(self._context.controls.desk.state.event, name):
            command = ChangeEvent(welcome=words) if name == "welcome" else ChangeEvent(next_steps=words)
            self._context.controls.do(command, self._context.tr("Settings saved"))


class _Words(QPlainTextEdit):
    """A few lines; Tab leaves the field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.left.emit()
