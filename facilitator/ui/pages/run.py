"""The page Run: what runs, what is next, how late we are, and what the room sees.

It is the first page on screen: what it may send, and what it may show later, is loaded when it is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.agenda.model import Kind
from facilitator.common.clock import Moment
from facilitator.desk.rundown import ItemState, Rundown, rundown
from facilitator.desk.state import State
from facilitator.ui.context import Context
from facilitator.ui.event_day import off_its_day
from facilitator.ui.icons import icon
from facilitator.ui.keys import page_key
from facilitator.ui.page import Page
from facilitator.ui.run_words import end_words, item_tip, rundown_lines, start_words
from facilitator.ui.steering import Steering
from facilitator.ui.widgets.basics import button, card, column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.now_card import NowCard
from facilitator.ui.widgets.room_card import RoomCard
from facilitator.ui.widgets.run_deck import RunDeck, Side
from facilitator.ui.widgets.run_notices import RunNotices
from facilitator.ui.widgets.rundown_table import RundownTable
from facilitator.ui.wording import digits, lateness, length

if TYPE_CHECKING:
    from facilitator.ui.widgets.pitch_panel import PitchPanel
    from facilitator.ui.widgets.replan_ways import ReplanWays
    from facilitator.ui.widgets.tracks_panel import TracksPanel

ROOM_WIDTH = 332
NARROW_ROOM_WIDTH = 300
NARROW_BELOW = 860
WORDS_FROM = 1000
"""The page's width from which the rundown's buttons have words; in less room they would widen the page themselves."""
MINUTE_MS = 60_000


class RunPage(Page):
    """Steers the day."""

    def __init__(self, context: Context, steering: Steering) -> None:
        """`steering` is what buttons and keys share."""
        super().__init__(context)
        tr = context.tr
        self._steering = steering
        self._minute = -1
        self._wide = False
        self._to_put_back = False
        self._shown: int | None = None
        self._now = NowCard(tr, context.theme, steering)
        self._next_words = ElidedLabel(role="title")
        self._next_times = label("", "heading")
        following = row(label(tr("NEXT"), "caption"), self._next_words, self._next_times, spacing=12)
        following.setStretchFactor(self._next_words, 1)
        self._next = holder(following)
        self._ends = ElidedLabel()
        self._late_at_end = label("", "strong")
        ends = row(label(tr("END"), "caption"), self._ends, self._late_at_end, spacing=12)
        ends.setStretchFactor(self._ends, 1)
        self._ahead = card(self._next, ends, margin=10, spacing=4)
        self._table = RundownTable(context.theme, tr, self._tip)
        self._table.setMinimumHeight(140)
        self._table.opened.connect(self._start_selected)
        self._table.chosen.connect(self._offer_actions)
        self._deck = RunDeck(tr, self._table, self._tools())
        self._deck.add(Side.PITCHES, self._make_pitches)
        self._deck.add(Side.TRACKS, self._make_tracks)
        self._deck.add(Side.WAYS, self._make_ways)
        self._deck.turned.connect(self._turned)
        self._room = RoomCard(context, steering)
        self._notices = RunNotices(context, lambda: self._turn_to(Side.WAYS))
        left = column(self._now, self._ahead, self._deck, spacing=12)
        left.setStretch(0, 1)
        left.setStretch(2, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(left, 1)
        layout.addLayout(column(self._room, self._notices, None, spacing=12))
        self._fit(NARROW_ROOM_WIDTH)
        self._install_keys()
        self._offer_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the clock the larger part of a small window."""
        super().resizeEvent(event)
        self._wide = self.width() >= WORDS_FROM
        self._fit(ROOM_WIDTH if self.width() >= NARROW_BELOW else NARROW_ROOM_WIDTH)
        self._offer_actions()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What is pressed on another page is meant for whatever runs."""
        super().hideEvent(event)
        self._steering.sees(None)

    def arrive(self) -> None:
        """Space goes on."""
        self._now.focus_next()

    def leave_form(self) -> bool:
        """Close the times of the pitches, or put the ways back away."""
        if self._deck.side is Side.PITCHES and self._pitches.leave_form():
            return True
        if self._deck.side is Side.WAYS:
            self._deck.show_side(Side.RUNDOWN)
            self.arrive()
            return True
        return False

    def render_state(self, state: State) -> None:
        """Show the day as it stands."""
        now = self.context.clock.now()
        self._minute = now.wall // MINUTE_MS
        day = rundown(state, now)
        self._steering.sees(day.running.item.id if day.running else None)
        self._now.show_day(state, day, now)
        self._room.render_state(state)
        self._show_next(state, day)
        self._table.put(rundown_lines(day, state.event.timezone, self.context.tr))
        self._show_end(state, day)
        self._deck.offer(Side.PITCHES, self._has_pitches(state))
        self._deck.offer(Side.TRACKS, any(each.item.track for each in day.today()))
        self._follow(day)
        off = off_its_day(state, day, now)
        self._notices.show_day(state, off)
        self._offer_ways_back(state, day, now, off)
        self._show_side(state, day, now)
        self._show_stage(state, now)
        if self.isVisible():  # not before the first paint
            self._notices.show_overlooked(state, now)
        self._offer_actions()

    def tick(self, state: State, now: Moment) -> None:
        """The clocks move every second, the expected times every minute."""
        self._now.tick(state, now)
        if now.wall // MINUTE_MS != self._minute:
            self.render_state(state)
            return
        self._show_stage(state, now)
        if self._deck.side is Side.PITCHES:
            self._pitches.show_pitches(state, now)
        if state.run.beside:
            from facilitator.timer.rules import remaining

            left = {clock.item: digits(remaining(clock, now)) for clock in state.run.beside}
            self._table.show_clocks(left)
            if self._deck.side is Side.TRACKS:
                self._tracks.show_tracks(state, rundown(state, now), now)
        if state.run.running is None or now.wall // 1000 % 10 == 0:
            self._notices.show_overlooked(state, now)

    def _tools(self) -> QWidget:
        tr = self.context.tr
        self._start = button(
            tr("Start"),
            self._start_selected,
            "play",
            "side",
            tip=tr("Start the selected item out of order (Enter)"),
            name=tr("Start this item"),
        )
        self._cut = button(
            tr("Leave out"),
            self._cut_selected,
            "circle-x",
            "side",
            tip=tr("Cut the selected item, or no longer (X)"),
            name=tr("Cut this item"),
        )
        self._save = button(
            "",
            self._open_menu,
            "download",
            "side",
            tip=tr("Save the run log, the times or the calendar (Ctrl+S)"),
            name=tr("Save…"),
        )
        return holder(row(self._start, self._cut, self._save, spacing=5))

    def _install_keys(self) -> None:
        for sequence, action in (
            ("X", self._cut_selected),
            ("E", self._steering.began_earlier),
            ("G", self._notices.put_right),
            ("Shift+G", self._notices.leave_it),
            ("F6", self._next_pitch),
            ("L", lambda: self._turn_to(Side.RUNDOWN)),
            ("Q", lambda: self._turn_to(Side.PITCHES)),
            ("K", lambda: self._turn_to(Side.TRACKS)),
            ("R", lambda: self._turn_to(Side.WAYS)),
            ("Ctrl+S", self._open_menu),
        ):
            page_key(self, sequence, action)

    def _fit(self, width: int) -> None:
        self._room.setFixedWidth(width)
        self._notices.setFixedWidth(width)

    # What is shown

    def _show_next(self, state: State, day: Rundown) -> None:
        tr = self.context.tr
        following = day.next
        self._next.setVisible(following is not None and day.begun)
        if following is None:
            return
        self._next_words.show_words(following.item.title)
        fixed = tr("fixed") if following.item.fixed else ""
        parts = (
            start_words(following, state.event.timezone),
            tr.render(length(following.item.current_length)),
            fixed,
        )
        self._next_times.setText(" · ".join(part for part in parts if part))

    def _show_end(self, state: State, day: Rundown) -> None:
        words = end_words(day, state.event.timezone)
        self._ahead.setVisible(words is not None)
        if words is None:
            return
        self._ends.show_words(self.context.tr.render(words))
        self._late_at_end.setText(self.context.tr.render(lateness(day.late_at_end)) if day.begun else "")

    def _follow(self, day: Rundown) -> None:
        """Keep the running item in view when it changes, and bring the pitches up with their item."""
        running = day.running.item.id if day.running else None
        if running == self._shown:
            return
        if running is not None:
            self._table.show_row(running)
        first, self._shown = self._shown is None, running
        if day.running is not None and day.running.item.kind is Kind.PITCHES and self._deck.offers(Side.PITCHES):
            self._deck.show_side(Side.PITCHES)
        elif self._deck.side is Side.PITCHES and not first:
            self._deck.show_side(Side.RUNDOWN)

    def _has_pitches(self, state: State) -> bool:
        return bool(state.teams.teams) and any(item.kind is Kind.PITCHES for item in state.plan.to_run())

    def _show_side(self, state: State, day: Rundown, now: Moment) -> None:
        if self._deck.side is Side.PITCHES:
            self._pitches.show_pitches(state, now)
        elif self._deck.side is Side.TRACKS:
            self._tracks.show_tracks(state, day, now)

    def _show_stage(self, state: State, now: Moment) -> None:
        """Who is on stage, below the title of the pitches."""
        if state.run.pitches.now is None:
            self._now.show_stage("")
            return
        from facilitator.desk.pitching import pitching
        from facilitator.ui.pitch_words import stage_words

        pitches = pitching(state, now)
        self._now.show_stage(stage_words(pitches, self.context.tr) if pitches and pitches.running else "")

    def _offer_ways_back(self, state: State, day: Rundown, now: Moment, off: bool) -> None:
        offer = None
        if day.clashes and not off:
            from facilitator.ui.ways_back import ways_back

            offer = ways_back(state, day, now, self.context.tr)
        self._notices.show_danger(offer)
        there = offer is not None and bool(offer.ways)
        self._deck.offer(Side.WAYS, there)
        if offer is not None and there:
            self._ways.offer(offer.ways)

    def _offer_actions(self) -> None:
        line = self._table.item
        self._start.setEnabled(line is not None and line.state not in (ItemState.RUNNING, ItemState.CUT))
        cut = line is not None and line.state is ItemState.CUT
        tr = self.context.tr
        self._start.setText(tr("Start") if self._wide else "")
        self._cut.setText("" if not self._wide else tr("Put back") if cut else tr("Leave out"))
        if cut is not self._to_put_back:
            self._to_put_back = cut
            self._cut.setIcon(icon("rotate-ccw" if cut else "circle-x"))
        self._cut.setEnabled(line is not None and line.state in (ItemState.NEXT, ItemState.LATER, ItemState.CUT))

    # The sides of the deck

    @property
    def _pitches(self) -> PitchPanel:
        return cast("PitchPanel", self._deck.made(Side.PITCHES))

    @property
    def _tracks(self) -> TracksPanel:
        return cast("TracksPanel", self._deck.made(Side.TRACKS))

    @property
    def _ways(self) -> ReplanWays:
        return cast("ReplanWays", self._deck.made(Side.WAYS))

    def _make_pitches(self) -> QWidget:
        from facilitator.ui.widgets.pitch_panel import PitchPanel

        return PitchPanel(self.context, self._steering)

    def _make_tracks(self) -> QWidget:
        from facilitator.ui.widgets.tracks_panel import TracksPanel

        return TracksPanel(self.context)

    def _make_ways(self) -> QWidget:
        from facilitator.ui.widgets.replan_ways import ReplanWays

        return ReplanWays(self.context.tr, self._take)

    def _turned(self) -> None:
        state, now = self.context.controls.desk.state, self.context.clock.now()
        self._show_side(state, rundown(state, now), now)

    def _turn_to(self, side: Side) -> None:
        """Show a side and put the focus into it, if there is something in it."""
        if not self._deck.offers(side):
            return
        self._deck.show_side(side)
        if side is Side.PITCHES:
            self._pitches.focus_list()
        elif side is Side.TRACKS:
            self._tracks.focus_list()
        elif side is Side.WAYS:
            self._ways.focus_first()
        else:
            self._table.setFocus()

    # What is pressed

    def _start_selected(self) -> None:
        from facilitator.timer.commands import StartItem

        line = self._table.item
        if line is not None and self._start.isEnabled():
            words = self.context.tr("Started “{title}”. Ctrl+Z takes it back.", title=self._title(line.key))
            self.context.controls.do(StartItem(line.key), words)

    def _cut_selected(self) -> None:
        from facilitator.agenda.commands import CutItem

        line, tr = self._table.item, self.context.tr
        if line is None or not self._cut.isEnabled():
            return
        cut = line.state is not ItemState.CUT
        title = self._title(line.key)
        words = tr("“{title}” is cut.", title=title) if cut else tr("“{title}” is in the day again.", title=title)
        self.context.controls.do(CutItem(line.key, cut), words)

    def _tip(self, item: int) -> str:
        state = self.context.controls.desk.state
        row = rundown(state, self.context.clock.now()).row(item)
        return item_tip(row, state.event.timezone, self.context.tr) if row else ""

    def _title(self, item: int) -> str:
        return self.context.controls.desk.state.plan.items[item].title

    def _next_pitch(self) -> None:
        if self._deck.offers(Side.PITCHES):
            state, now = self.context.controls.desk.state, self.context.clock.now()
            if self._deck.side is not Side.PITCHES:
                self._pitches.show_pitches(state, now)
            self._pitches.go_on()

    def _take(self, option: str) -> None:
        from facilitator.agenda.commands import ReplanApply

        words = self.context.tr("The plan has been changed. Ctrl+Z takes it back.")
        if self.context.controls.do(ReplanApply(option), words) is not None:
            self._deck.show_side(Side.RUNDOWN)
            self.arrive()

    def _open_menu(self) -> None:
        from facilitator.ui.run_exports import export_menu

        menu = export_menu(self.context, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._save.mapToGlobal(self._save.rect().bottomLeft()))
