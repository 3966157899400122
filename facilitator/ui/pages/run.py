"""The page Run: what runs, what is next, how late we are, and what the room sees.

It is the first page on screen: what it may send is loaded when it is sent.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from facilitator.common.clock import Instant, Moment, minutes, to_datetime
from facilitator.common.errors import UserError
from facilitator.desk.rundown import ItemState, Row, Rundown, rundown
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.event_day import off_its_day
from facilitator.ui.page import Page
from facilitator.ui.steering import Steering
from facilitator.ui.widgets.basics import Tone, button, card, column, label, row
from facilitator.ui.widgets.day_notice import DayNotice
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.now_card import NowCard
from facilitator.ui.widgets.replan_strip import ReplanStrip
from facilitator.ui.widgets.room_card import RoomCard
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import ITEM_STATES, clock, length, span, whole_minutes

ROOM_WIDTH = 332
NARROW_ROOM_WIDTH = 300
NARROW_BELOW = 860
MINUTE_MS = 60_000
WORTH_A_WORD = minutes(2)
"""How late a fixed start must threaten to be before the console speaks of it."""


class RunPage(Page):
    """Steers the day."""

    def __init__(self, context: Context, steering: Steering) -> None:
        """`steering` is what buttons and keys share."""
        super().__init__(context)
        tr = context.tr
        self._minute = -1
        self._shown: int | None = None
        self._now = NowCard(tr, context.theme, steering)
        self._replan = ReplanStrip(tr, self._take)
        self._day = DayNotice(tr, self._move_to_today)
        self._next_words = label("", "strong")
        self._next_times = label("", "muted")
        self._next = card(
            row(label(tr("NEXT"), "caption"), self._next_words, None, self._next_times, spacing=12), margin=12
        )
        self._model: RowsModel[Row] = RowsModel(
            self._columns(),
            lambda each: each.item.id,
            self,
            live=lambda each: each.state is ItemState.RUNNING,
            faint=lambda each: each.state in (ItemState.DONE, ItemState.PASSED, ItemState.CUT),
        )
        self._table = Table(self._model, context.theme, tr("Rundown"))
        self._table.opened.connect(self._start_selected)
        self._start = button(
            tr("Start this item"), self._start_selected, "play", tip=tr("Start the selected item out of order (Enter)")
        )
        self._table.chosen.connect(self._offer_start)
        self._ends = ElidedLabel()
        self._ends.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heading = row(12, label(tr("RUNDOWN"), "caption"), 12, self._ends, 4, self._start)
        heading.setStretchFactor(self._ends, 1)
        rundown_card = card(heading, self._table, margin=8, spacing=4)
        self._room = RoomCard(context, steering)
        self._room.setFixedWidth(NARROW_ROOM_WIDTH)
        self._replan.setFixedWidth(NARROW_ROOM_WIDTH)
        self._day.setFixedWidth(NARROW_ROOM_WIDTH)
        left = column(self._now, self._next, rundown_card, spacing=12)
        left.setStretch(0, 5)
        left.setStretch(2, 5)
        self._table.setMinimumHeight(140)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(left, 1)
        layout.addLayout(column(self._room, self._day, self._replan, None, spacing=12))
        self._offer_start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the clock the larger part of a small window."""
        super().resizeEvent(event)
        width = ROOM_WIDTH if self.width() >= NARROW_BELOW else NARROW_ROOM_WIDTH
        self._room.setFixedWidth(width)
        self._replan.setFixedWidth(width)
        self._day.setFixedWidth(width)

    def arrive(self) -> None:
        """Space goes on."""
        self._now.focus_next()

    def render_state(self, state: State) -> None:
        """Show the day as it stands."""
        now = self.context.clock.now()
        self._minute = now.wall // MINUTE_MS
        day = rundown(state, now)
        self._now.show_day(state, day, now)
        self._room.render_state(state)
        self._show_next(state, day)
        self._model.put(day.rows)
        self._show_end(state, day)
        self._follow(day)
        off = off_its_day(state, day, now)
        self._day.show_day(state.event.day if off else None)
        if off:
            self._replan.clear()
        else:
            self._offer_ways_back(state, day)

    def tick(self, state: State, now: Moment) -> None:
        """The clock moves every second, the expected times every minute."""
        self._now.tick(state, now)
        if now.wall // MINUTE_MS != self._minute:
            self.render_state(state)

    def _columns(self) -> tuple[Column[Row], ...]:
        tr = self.context.tr
        return (
            Column(tr("Start"), self._start_times, 136, tip=lambda each: self._times_in_words(each)),
            Column(tr("Item"), lambda each: each.item.title, strong=True, tip=lambda each: each.item.notes),
            Column(tr("Speaker"), lambda each: each.item.speaker, 130, least=560),
            Column(tr("Length"), lambda each: tr.render(length(each.item.current_length)), 84, right=True),
            Column(tr("State"), lambda each: tr.render(ITEM_STATES[each.state]), 108, tone=_state_tone),
        )

    def _at(self, instant: Instant) -> str:
        return clock(instant, self.context.controls.desk.state.event.timezone)

    def _start_times(self, each: Row) -> str:
        """Planned, and behind an arrow what became or will become of it, where that differs."""
        planned = self._at(each.planned.start)
        really = each.actual_start if each.actual_start is not None else each.expected.start if each.expected else None
        later = self._at(really) if really is not None else planned
        return planned if later == planned else f"{planned} → {later}"

    def _times_in_words(self, each: Row) -> str:
        tr = self.context.tr
        lines = [
            tr("Planned {start}–{end}", start=self._at(each.planned.start), end=self._at(each.planned.end)),
            tr("Scheduled {start}–{end}", start=self._at(each.scheduled.start), end=self._at(each.scheduled.end)),
        ]
        if each.expected is not None and each.actual_start is None:
            lines.append(
                tr("Expected {start}–{end}", start=self._at(each.expected.start), end=self._at(each.expected.end))
            )
        if each.actual_start is not None:
            lines.append(tr("Started {start}", start=self._at(each.actual_start)))
        return "\n".join(lines)

    def _show_next(self, state: State, day: Rundown) -> None:
        tr = self.context.tr
        following = day.next
        self._next.setVisible(following is not None and state.run.begun)
        if following is None:
            return
        self._next_words.setText(following.item.title)
        fixed = tr("fixed") if following.item.fixed else ""
        parts = (self._start_times(following), tr.render(length(following.item.current_length)), fixed)
        self._next_times.setText(" · ".join(part for part in parts if part))

    def _show_end(self, state: State, day: Rundown) -> None:
        tr = self.context.tr
        if day.ends is None or not day.rows:
            self._ends.show_words("")
        elif state.run.ended_at is not None:
            self._ends.show_words(tr("Ended at {time}", time=self._at(day.ends)))
        else:
            planned = max(each.planned.end for each in day.rows)
            if self._at(planned) == self._at(day.ends):
                self._ends.show_words(tr("Ends at {time}", time=self._at(day.ends)))
            else:
                self._ends.show_words(
                    tr("Ends at {time}, planned {planned}", time=self._at(day.ends), planned=self._at(planned))
                )

    def _follow(self, day: Rundown) -> None:
        """Keep the running item in view when it changes."""
        running = day.running.item.id if day.running else None
        if running is not None and running != self._shown:
            self._table.show_row(running)
        self._shown = running

    def _offer_ways_back(self, state: State, day: Rundown) -> None:
        worst = max(day.clashes, key=lambda clash: clash.late, default=None)
        if worst is None or worst.late < WORTH_A_WORD or not state.run.begun:
            self._replan.clear()
            return
        from facilitator.agenda.commands import ReplanPreview

        try:
            options = self.context.controls.desk.do(ReplanPreview()).result
        except UserError:  # Meanwhile another command has settled it; the next render shows how.
            return
        item = state.plan.items[worst.item]
        words = self.context.tr(
            "“{title}” has a fixed start and would begin {time} late.",
            title=item.title,
            time=self.context.tr.render(span(whole_minutes(worst.late))),
        )
        self._replan.offer(words, state.plan, options)

    def _move_to_today(self) -> None:
        from facilitator.event.commands import ChangeEvent

        now = self.context.clock.now()
        today = to_datetime(now.wall, self.context.controls.desk.state.event.timezone).date()
        self.context.controls.do(
            ChangeEvent(day=today), self.context.tr("The event is on today now. Ctrl+Z takes it back.")
        )

    def _take(self, option: str) -> None:
        from facilitator.agenda.commands import ReplanApply

        self.context.controls.do(
            ReplanApply(option), self.context.tr("The plan has been changed. Ctrl+Z takes it back.")
        )

    def _offer_start(self) -> None:
        chosen = self._table.current
        self._start.setEnabled(chosen is not None and chosen.state not in (ItemState.RUNNING, ItemState.CUT))

    def _start_selected(self) -> None:
        from facilitator.timer.commands import StartItem

        chosen = self._table.current
        if chosen is not None and self._start.isEnabled():
            self.context.controls.do(
                StartItem(chosen.item.id), self.context.tr("Started “{title}”", title=chosen.item.title)
            )


def _state_tone(each: Row) -> Tone | None:
    return {ItemState.RUNNING: Tone.ACCENT, ItemState.LATER: Tone.PLAIN}.get(each.state)
