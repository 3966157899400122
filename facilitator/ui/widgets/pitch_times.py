"""How long each phase of a team's turn takes, to be set before the pitches or between two of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator
from facilitator.timer.commands import SetPitchTimes
from facilitator.timer.model import PitchTimes
from facilitator.ui.edits import parse_length
from facilitator.ui.pitch_words import minutes_seconds
from facilitator.ui.widgets.basics import button, column, label, row

FIELD_WIDTH = 76


class PitchTimesForm(QFrame):
    """One line; an empty pitch means an equal share of the time that is left. Hidden until it is opened."""

    def __init__(self, tr: Translator, keep: Callable[[SetPitchTimes], bool], leave: Callable[[], object]) -> None:
        """`keep` carries the command out and tells whether it was done; `leave` is called when the form closes."""
        super().__init__()
        self.setProperty("role", "panel")
        self._tr, self._keep, self._leave = tr, keep, leave
        self._fields = {
            "pitch": self._field(tr("Pitch"), tr("equal")),
            "questions": self._field(tr("Questions"), "0:00"),
            "change_over": self._field(tr("Change-over"), "0:00"),
        }
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        fields = [part for name, field in self._fields.items() for part in (label(field.accessibleName()), field)]
        line = row(
            *fields,
            None,
            button(tr("Cancel"), self.close_form),
            button(tr("Set"), self._take, "check", "primary", tip=tr("Enter")),
            spacing=6,
        )
        layout = column(line, self._wrong, spacing=4)
        layout.setContentsMargins(10, 6, 8, 6)
        self.setLayout(layout)
        self.hide()

    def open_form(self, times: PitchTimes) -> None:
        """Start from what is set now."""
        self._fields["pitch"].setText("" if times.pitch is None else minutes_seconds(times.pitch))
        self._fields["questions"].setText(minutes_seconds(times.questions))
        self._fields["change_over"].setText(minutes_seconds(times.change_over))
        self._wrong.hide()
        self.show()
        self._fields["pitch"].setFocus()
        self._fields["pitch"].selectAll()

    def close_form(self) -> None:
        """Put it away without keeping anything."""
        self.hide()
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter keeps what was written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _field(self, name: str, empty: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(empty)
        field.setToolTip(self._tr("Minutes and seconds, such as 2:30"))
        field.setFixedWidth(FIELD_WIDTH)
        return field

    def _take(self) -> None:
        written = {name: field.text().strip() for name, field in self._fields.items()}
        try:
            command = SetPitchTimes(
                parse_length(written["pitch"]) if written["pitch"] else None,
                parse_length(written["questions"] or "0"),
                parse_length(written["change_over"] or "0"),
            )
        except UserError as error:
            self._wrong.setText(self._tr.render(error.text()))
            self._wrong.show()
            return
        if self._keep(command):
            self.close_form()
