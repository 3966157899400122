"""The pitch queue on the page Run: who is on stage, who comes when, and how the time is shared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.common.clock import Moment
from facilitator.desk.pitching import Pitches, pitching
from facilitator.desk.state import State
from facilitator.desk.vocabulary import PitchCommand
from facilitator.timer.commands import (
    DrawPitches,
    OrderPitches,
    PitchAbsent,
    RequeuePitch,
    SetPitchTimes,
    SkipToTeam,
    SwapPitches,
)
from facilitator.ui.context import Context
from facilitator.ui.keys import page_key
from facilitator.ui.pitch_words import Place, next_words, order_words, pitch_lines, share_words
from facilitator.ui.steering import Steering
from facilitator.ui.widgets.basics import button, column, row
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.pitch_table import PitchTable
from facilitator.ui.widgets.pitch_times import PitchTimesForm


class PitchPanel(QWidget):
    """Steers the pitches while they run, and prepares their order and times before."""

    def __init__(self, context: Context, steering: Steering) -> None:
        """`steering` is what buttons and keys share."""
        super().__init__()
        self._context, self._steering = context, steering
        self._pitches: Pitches | None = None
        tr = context.tr
        self._share = ElidedLabel(role="strong")
        self._order = ElidedLabel()
        self._table = PitchTable(context.theme, tr)
        self._table.dropped.connect(self._drop)
        self._table.chosen.connect(self._offer)
        self._next = button(
            tr("Next phase"), self.go_on, "presentation", "primary", tip=tr("The next phase of the pitches (F6)")
        )
        self._skip = button(tr("Next team"), self._skip_on, tip=tr("End this team’s turn and call the next (Shift+F6)"))
        self._absent = button(
            tr("Not there"), self._mark_absent, tip=tr("The selected team, or the one on stage, is not there (A)")
        )
        self._again = _icon("rotate-ccw", self._requeue, tr("Queue again"), tr("Put the team back in the queue (U)"))
        self._swap = _icon("refresh-cw", self._swap_two, tr("Swap"), tr("Let the two selected teams change places (W)"))
        self._lots = _icon("shuffle", self._draw, tr("Draw lots"), tr("Draw the order by lot (D)"))
        times = _icon("timer", self._open_times, tr("Times of pitches"), tr("How long each phase takes (H)"))
        self._times = PitchTimesForm(tr, self._set_times, self._table.setFocus)
        said = row(self._share, self._next, spacing=12)
        said.setStretch(0, 1)
        pressing = row(self._skip, self._absent, 8, self._order, self._again, self._swap, self._lots, times, spacing=5)
        pressing.setStretchFactor(self._order, 1)
        layout = column(said, self._times, self._table, pressing, spacing=6)
        layout.setContentsMargins(4, 2, 4, 2)
        self.setLayout(layout)
        for sequence, action in (
            ("A", self._mark_absent),
            ("U", self._requeue),
            ("W", self._swap_two),
            ("D", self._draw),
            ("H", self._open_times),
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Shift+F6", self._skip_on),
        ):
            page_key(self, sequence, action)

    @property
    def share(self) -> str:
        """How the time is said to be shared."""
        return self._share.words

    @property
    def order(self) -> str:
        """How the order is said to have come about."""
        return self._order.words

    def focus_list(self) -> None:
        """Put the focus on the list, at the first team that waits."""
        if self._table.current is None:
            for line in self._table.lines:
                if line.place is Place.WAITING:
                    self._table.choose(line.team)
                    break
        self._table.setFocus()

    def leave_form(self) -> bool:
        """Close the form of times, if it is open; whether it was."""
        if self._times.isHidden():
            return False
        self._times.close_form()
        return True

    def show_pitches(self, state: State, now: Moment) -> Pitches | None:
        """Show the queue as it stands at this moment; None if there are no pitches to come."""
        tr = self._context.tr
        pitches = self._pitches = pitching(state, now)
        if pitches is None:
            self._table.put(())
            self._share.show_words(tr("There are no more pitches today, or no teams yet."))
            self._order.show_words("")
        else:
            self._share.show_words(tr.render(share_words(pitches, state)))
            self._order.show_words(tr.render(order_words(pitches.queue)))
            self._table.put(pitch_lines(pitches, state, tr))
        self._offer()
        return pitches

    def go_on(self) -> None:
        """Go on to the next phase, as the host sees the queue."""
        if self._pitches is not None and self._pitches.running:
            self._steering.next_pitch(self.on_stage)

    @property
    def on_stage(self) -> int | None:
        """The team that the host sees on stage."""
        on_stage = self._pitches.on_stage if self._pitches else None
        return on_stage.team if on_stage else None

    def _offer(self) -> None:
        """Let be pressed what can be done now."""
        pitches, tr = self._pitches, self._context.tr
        queue = pitches.queue if pitches else None
        following = next_words(queue) if queue else None
        running = pitches is not None and pitches.running
        self._next.setText(tr.render(following) if following and running else tr("Next phase"))
        self._next.setEnabled(running and following is not None)
        self._skip.setEnabled(running and queue is not None and (queue.now is not None or bool(queue.waiting)))
        self._absent.setEnabled(self._team_missing() is not None)
        self._again.setEnabled(bool(self._table.chosen_in(Place.ABSENT, Place.DONE)))
        self._swap.setEnabled(len(self._table.chosen_in(Place.WAITING)) == 2)
        self._lots.setEnabled(queue is not None and len(queue.waiting) > 1)

    def _team_missing(self) -> int | None:
        """The team that “not there” is about: the selected one if it waits, otherwise the one on stage."""
        chosen = self._table.chosen_in(Place.WAITING)
        return chosen[0] if len(chosen) == 1 else None if chosen else self.on_stage

    def _do(self, command: PitchCommand, words: str) -> bool:
        return self._context.controls.do(command, words) is not None

    def _skip_on(self) -> None:
        if self._skip.isEnabled():
            self._do(SkipToTeam(self.on_stage), self._context.tr("The next team was called."))

    def _mark_absent(self) -> None:
        team = self._team_missing()
        if team is not None:
            self._do(PitchAbsent(team), self._context.tr("Team {number} is not there.", number=team))

    def _requeue(self) -> None:
        for team in self._table.chosen_in(Place.ABSENT, Place.DONE)[:1]:
            self._do(RequeuePitch(team), self._context.tr("Team {number} is last in the queue now.", number=team))

    def _swap_two(self) -> None:
        chosen = self._table.chosen_in(Place.WAITING)
        if len(chosen) == 2:
            words = self._context.tr("Teams {one} and {two} have changed places.", one=chosen[0], two=chosen[1])
            self._do(SwapPitches(*chosen), words)

    def _draw(self) -> None:
        if self._lots.isEnabled():
            self._do(DrawPitches(), self._context.tr("The order was drawn by lot."))

    def _move(self, step: int) -> None:
        """Move the selected waiting teams one place up or down."""
        chosen = self._table.chosen_in(Place.WAITING)
        waiting = [line.team for line in self._table.lines if line.place is Place.WAITING]
        if chosen:
            first = waiting.index(chosen[0])
            self._place(chosen, max(0, first + step))

    def _drop(self, place: int) -> None:
        self._place(self._table.chosen_in(Place.WAITING), place)

    def _place(self, chosen: tuple[int, ...], place: int) -> None:
        """Put the chosen teams, together, at this place among those who wait."""
        waiting = [line.team for line in self._table.lines if line.place is Place.WAITING]
        rest = [team for team in waiting if team not in chosen]
        order = (*rest[:place], *chosen, *rest[place:])
        if order != tuple(waiting) and self._do(OrderPitches(order), self._context.tr("The order was changed.")):
            with QSignalBlocker(self._table):
                self.show_pitches(self._context.controls.desk.state, self._context.clock.now())

    def _open_times(self) -> None:
        self._times.open_form(self._context.controls.desk.state.run.pitches.times)

    def _set_times(self, command: SetPitchTimes) -> bool:
        return self._do(command, self._context.tr("The times of the pitches were set."))


def _icon(symbol: str, pressed: Callable[[], object], name: str, tip: str) -> QPushButton:
    """A button that says with a drawing what it does."""
    return button("", pressed, symbol, tip=tip, name=name)
