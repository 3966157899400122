"""What steers the day, shared by buttons and keys, with the guard against pressing Next twice."""

from __future__ import annotations

from facilitator.agenda.progress import to_start
from facilitator.common.clock import Clock, Instant, Moment, elapsed, whole_seconds
from facilitator.common.texts import Translator
from facilitator.desk.rundown import progress
from facilitator.stage.commands import Blank, Take
from facilitator.timer.commands import AddTime, Next, NextPitch, Pause, Previous, Resume, StartDay, StartedAgo
from facilitator.ui.controls import Controls
from facilitator.ui.wording import clock

DOUBLE_PRESS_MS = 1200
"""A second press of Next within this time is taken for a trembling hand."""


TREMBLE_MS = 400
"""A second press of Blank within this time; a host who wants the picture back at once needs longer."""


class Steering:
    """Turns a press into the command that the host saw fit."""

    def __init__(self, controls: Controls, clock: Clock, tr: Translator) -> None:
        """`clock` tells how long ago Next was pressed."""
        self._controls = controls
        self._clock = clock
        self._tr = tr
        self._pressed: Moment | None = None
        self._blanked: Moment | None = None
        self._taken: Moment | None = None
        self._pitched: Moment | None = None
        self._seen: int | None = None

    def sees(self, item: int | None) -> None:
        """The item that the host sees on the clock: what is pressed is meant for it, even if another hand was quicker.

        With None, what is pressed is meant for whatever runs.
        """
        self._seen = item

    def next(self) -> None:
        """Go to the next item, once."""
        now = self._clock.now()
        if _just(self._pressed, now, DOUBLE_PRESS_MS):
            self._controls.said.emit(self._tr("Next was pressed twice; the second press did nothing."))
            return
        outcome = self._controls.do(Next(self._meant) if self._day_goes_on(now) else StartDay())
        if outcome is None:
            return
        self._pressed = now
        started = outcome.state.run.running
        if started is not None:
            title = outcome.state.plan.items[started.item].title
            self._controls.said.emit(self._tr("Started “{title}”", title=title))
        else:
            self._controls.said.emit(self._tr("The day has ended."))

    def _day_goes_on(self, now: Moment) -> bool:
        """Whether Next stays within the day; after a day has ended it starts the following one, if there is one."""
        state = self._controls.desk.state
        return state.run.ended_at is None or to_start(state.plan, progress(state, now)) is None

    def previous(self) -> None:
        """Go back to the item before."""
        self._controls.do(Previous(self._meant), self._tr("Back to the item before"))

    def pause(self) -> None:
        """Hold the clock, or let it go on."""
        running = self._controls.desk.state.run.running
        if running is not None and running.paused_at is not None:
            self._controls.do(Resume(self._meant), self._tr("The clock goes on."))
        else:
            self._controls.do(Pause(self._meant), self._tr("The clock is paused."))

    def add(self, seconds: int) -> None:
        """Give the running item more time, or take some."""
        minutes = abs(seconds) // 60
        more = self._tr.plural("{count} minute more", "{count} minutes more", minutes)
        less = self._tr.plural("{count} minute less", "{count} minutes less", minutes)
        self._controls.do(AddTime(seconds, self._meant), more if seconds > 0 else less)

    def began_earlier(self, minutes: int = 1) -> None:
        """The running item began so many minutes earlier than the clock says."""
        running = self._controls.desk.state.run.running
        if running is None or running.paused > 0 or running.paused_at is not None:
            self._controls.said.emit(self._tr("The start can be moved while an item runs that has not been paused."))
            return
        now = self._clock.now()
        ago = whole_seconds(elapsed(running.started, now)) + minutes * 60
        began = clock(Instant(now.wall - ago * 1000), self._controls.desk.state.event.timezone)
        self._controls.do(StartedAgo(ago, self._meant), self._tr("It began at {time}.", time=began))

    def next_pitch(self, team: int | None) -> None:
        """Go on to the next phase of the pitches, once; `team` is the one that the host sees on stage."""
        now = self._clock.now()
        if _just(self._pitched, now, DOUBLE_PRESS_MS):
            self._controls.said.emit(self._tr("The key was pressed twice; the second press did nothing."))
        elif self._controls.do(NextPitch(team)) is not None:
            self._pitched = now

    def blank(self) -> None:
        """Blank the projector, or bring back what was there; a trembling hand does not bring it back."""
        now = self._clock.now()
        if _just(self._blanked, now, TREMBLE_MS):
            return
        if self._controls.do(Blank()) is not None:
            self._blanked = now

    def take(self) -> None:
        """Put the prepared scene on the projector, once."""
        now = self._clock.now()
        if _just(self._taken, now, DOUBLE_PRESS_MS):
            self._controls.said.emit(self._tr("Take was pressed twice; the second press did nothing."))
            return
        if self._controls.do(Take(), self._tr("The room sees what was prepared.")) is not None:
            self._taken = now

    @property
    def _meant(self) -> int | None:
        """The item that a press is meant for."""
        running = self._controls.desk.state.run.running
        return self._seen if self._seen is not None else running.item if running else None


def _just(before: Moment | None, now: Moment, within: int) -> bool:
    """Whether something was pressed less than `within` milliseconds ago."""
    return before is not None and 0 <= elapsed(before, now) < within
