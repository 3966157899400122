"""When a ballot opens and closes by itself: times of the event's day, or a length."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from facilitator.common.clock import Instant, from_datetime, minutes, to_datetime
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.ui.widgets.basics import holder, label, row
from facilitator.ui.widgets.form import SPIN_MARGIN
from facilitator.voting.model import Ballot

_LONGEST = 600
_FIELD_WIDTH = 84


class BallotTimes(QWidget):
    """Three small fields; what is left empty does not happen by itself."""

    def __init__(self, tr: Translator) -> None:
        """`tr` is the host's language."""
        super().__init__()
        self._event: Event | None = None
        self.opens, self.closes = QLineEdit(), QLineEdit()
        self.lasts = QSpinBox()
        self.lasts.setRange(0, _LONGEST)
        self.lasts.setSuffix(" min")
        self.lasts.setSpecialValueText("–")
        self.lasts.lineEdit().setTextMargins(SPIN_MARGIN, 0, SPIN_MARGIN, 0)
        named = (
            (self.opens, tr("Opens at"), tr("hh:mm")),
            (self.closes, tr("Closes at"), tr("hh:mm")),
        )
        for field, words, example in named:
            field.setAccessibleName(words)
            field.setPlaceholderText(example)
            field.setMaximumWidth(_FIELD_WIDTH)
        self.lasts.setAccessibleName(tr("Closes after"))
        parts = [holder(row(label(words), field)) for field, words, _ in named]
        parts.append(holder(row(label(tr("Closes after")), self.lasts)))
        self.setLayout(row(*parts, None, spacing=14))

    def start(self, state: State, ballot: Ballot) -> None:
        """Fill in what the ballot says, in the event's local time."""
        self._event = state.event
        self.opens.setText(_shown(state.event, ballot.opens_at))
        self.closes.setText(_shown(state.event, ballot.closes_at))
        self.lasts.setValue((ballot.lasts or 0) // minutes(1))

    def put_into(self, ballot: Ballot) -> Ballot:
        """The ballot with the times as they stand.

        Raises:
            UserError: a time cannot be read.
        """
        lasts = minutes(self.lasts.value()) if self.lasts.value() else None
        return replace(ballot, opens_at=self._read(self.opens), closes_at=self._read(self.closes), lasts=lasts)

    def _read(self, field: QLineEdit) -> Instant | None:
        words = field.text().strip().replace(".", ":")
        if not words or self._event is None:
            return None
        try:
            hours, minute = words.split(":")
            at = time(int(hours), int(minute))
        except ValueError as error:
            field.setFocus()
            raise UserError(
                text("“{time}” is not a time of day.", time=words[:20]), text("Write it as 14:05, or leave it empty.")
            ) from error
        return from_datetime(datetime.combine(self._event.day, at, self._event.timezone))


def _shown(event: Event, at: Instant | None) -> str:
    return "" if at is None else to_datetime(at, event.timezone).strftime("%H:%M")
