"""What stands beside the list of participants: the count, or the form that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.participants.counts import counts
from facilitator.participants.model import Roster
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import button, column, holder
from facilitator.ui.widgets.head_count import HeadCount
from facilitator.ui.widgets.person_form import PersonForm
from facilitator.ui.widgets.walk_in_form import WalkInForm

COUNT_WIDTH, FORM_WIDTH = 236, 280
"""Pixels; a form needs more than the count does."""


class PeopleSide(QWidget):
    """The head count with its two ways on, the form for a walk-in, and the form for one person; one at a time."""

    def __init__(
        self,
        tr: Translator,
        theme: Theme,
        forms: tuple[WalkInForm, PersonForm],
        show_seats: Callable[[], object],
        mark_no_shows: Callable[[], object],
    ) -> None:
        """`show_seats` leads to quotas and sectors, `mark_no_shows` marks everybody as absent who has not come."""
        super().__init__()
        self._tr = tr
        self._count = HeadCount(tr, theme)
        self.no_shows = button(tr("Mark as absent"), mark_no_shows, "user-x")
        overview = column(self._count, button(tr("Seats and sectors"), show_seats, "settings"), self.no_shows)
        overview.setStretch(0, 1)
        self._overview = holder(overview)
        # A stack that is in no widget yet would show its first part as a window of its own, for a moment.
        self._parts = QStackedLayout(self)
        for part in (self._overview, *forms):
            self._parts.addWidget(part)
        self.close_form()

    @property
    def form(self) -> QWidget | None:
        """The form that is open; None while the count is shown."""
        part = self._parts.currentWidget()
        return None if part is self._overview else part

    def open_form(self, form: WalkInForm | PersonForm) -> None:
        """Show a form instead of the count."""
        self._parts.setCurrentWidget(form)
        self.setFixedWidth(FORM_WIDTH)

    def close_form(self) -> None:
        """Show the count again."""
        self._parts.setCurrentWidget(self._overview)
        self.setFixedWidth(COUNT_WIDTH)

    def show_roster(self, roster: Roster) -> None:
        """Count; marking no-shows is offered once the first have come: before that, nobody is missing."""
        found = counts(roster)
        self._count.show_counts(roster, found)
        missing = found.everybody.registered
        self.no_shows.setVisible(found.everybody.here > 0 and missing > 0)
        self.no_shows.setText(self._tr.plural("Mark {count} absent", "Mark {count} absent", missing))
        self.no_shows.setToolTip(self._tr("Everybody who has not come is marked as absent, in one step"))
