"""The quiet words beside the page Run: what was overlooked, what is in danger, that the event is not on its day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Moment, to_datetime
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import column
from facilitator.ui.widgets.day_notice import DayNotice
from facilitator.ui.widgets.notice_card import NoticeCard

if TYPE_CHECKING:
    from facilitator.ui.overlooked import Overlooked
    from facilitator.ui.ways_back import Offer


class RunNotices(QWidget):
    """One below the other; what was overlooked comes first, since the danger mostly comes of it."""

    def __init__(self, context: Context, to_ways: Callable[[], object]) -> None:
        """`to_ways` shows the ways back on time."""
        super().__init__()
        self._context = context
        tr = context.tr
        self._found: Overlooked | None = None
        self._ask = NoticeCard(
            "clock",
            ("", self.put_right, tr("Put it right (G)")),
            (tr("Skip"), self.leave_it, tr("Leave it as it is, for good (Shift+G)")),
        )
        self._replan = NoticeCard(
            "triangle-alert", (tr("Ways back (R)"), to_ways, tr("See the ways back on time side by side (R)"))
        )
        self._day = DayNotice(tr, self._move_to_today)
        layout = column(self._ask, self._replan, self._day, spacing=12)
        self.setLayout(layout)

    def show_day(self, state: State, off: bool) -> None:
        """Say that the event is planned for another day, if it is."""
        self._day.show_day(state.event.day if off else None)

    def show_danger(self, offer: Offer | None) -> None:
        """Say which fixed start is in danger, if one is."""
        self._replan.say(offer.words if offer else "")
        if offer is not None:
            self._replan.buttons[0].setVisible(bool(offer.ways))

    def show_overlooked(self, state: State, now: Moment) -> None:
        """Ask about what was overlooked, if anything was; not on another day than the event's."""
        from facilitator.ui.overlooked import overlooked

        found = self._found = overlooked(state, now, self._context.tr) if self._day.isHidden() else None
        self._ask.say(found.words if found else "")
        if found is not None:
            self._ask.buttons[0].setText(f"{found.called} (G)")
            self._ask.buttons[1].setVisible(found.leave is not None)

    def put_right(self) -> None:
        """Do what should have been done, if the host has been asked."""
        if self._found is None:
            return
        self.show_overlooked(self._context.controls.desk.state, self._context.clock.now())  # how long ago by now
        if self._found is not None:
            words = self._context.tr("It has been put right. Ctrl+Z takes it back.")
            self._context.controls.do(self._found.put_right, words)

    def leave_it(self) -> None:
        """Pass over an end that was missed, for good."""
        if self._found is not None and self._found.leave is not None:
            self._context.controls.do(self._found.leave, self._context.tr("It was left as it is."))

    def _move_to_today(self) -> None:
        from facilitator.event.commands import ChangeEvent

        controls, tr = self._context.controls, self._context.tr
        today = to_datetime(self._context.clock.now().wall, controls.desk.state.event.timezone).date()
        controls.do(ChangeEvent(day=today), tr("The event is on today now. Ctrl+Z takes it back."))
