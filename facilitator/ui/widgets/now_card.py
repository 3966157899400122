"""The card of the running item: what it is, how long it has left, how late the day is, and the keys to steer it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from facilitator.agenda.model import Item
from facilitator.common.clock import Duration, Instant, Moment
from facilitator.common.texts import Text, Translator
from facilitator.desk.rundown import Rundown
from facilitator.desk.state import State
from facilitator.ui.event_day import NEAR
from facilitator.ui.icons import icon
from facilitator.ui.now import UNKNOWN, Face, face, first_start, late_tone, lateness_words
from facilitator.ui.run_words import steered_by
from facilitator.ui.steering import Steering
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.basics import Tone, button, column, label, pill, row, set_tone
from facilitator.ui.widgets.clock_face import ClockFace, ThinBar
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.wording import clock, digits, lateness, length

LARGE_FACE = 190
"""The greatest size of the digits in pixels; they take what room the window has."""


class NowCard(QFrame):
    """Shows the day at one moment."""

    def __init__(self, tr: Translator, theme: Theme, steering: Steering) -> None:
        """`steering` is what the buttons do."""
        super().__init__()
        self._tr = tr
        self.setProperty("role", "card")
        self._caption = label("", "caption")
        self._pill = pill()
        self._pill.setProperty("large", "true")
        self._steered = ElidedLabel()
        self._steered.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._title = label("", "item", wrap=True)
        self._about = ElidedLabel()
        self._earlier = button(
            "",
            steering.began_earlier,
            "history",
            tip=tr("It began a minute earlier than the clock says; press again for more (E)"),
            name=tr("Began a minute earlier"),
        )
        self._stage = ElidedLabel(role="heading")
        self._stage.hide()
        self._face = _Face(theme, LARGE_FACE)
        self._bar = ThinBar(theme, tr("How much of the item has passed"))
        self._previous = button(
            "", steering.previous, "skip-back", tip=tr("Back to the item before (Shift+F5)"), name=tr("Previous item")
        )
        self._pause = button(tr("Pause"), steering.pause, "pause", tip=tr("Pause or resume (P)"))
        self._less = button(
            tr("−1"), lambda: steering.add(-60), tip=tr("One minute less (−)"), name=tr("One minute less")
        )
        self._more = button(
            tr("+1"), lambda: steering.add(60), tip=tr("One minute more (+)"), name=tr("One minute more")
        )
        self._most = button(
            tr("+5"), lambda: steering.add(300), tip=tr("Five minutes more"), name=tr("Five minutes more")
        )
        self._next = button(tr("Next item"), steering.next, "skip-forward", "primary", tip=tr("F5, or Space here"))
        self._next.setMinimumWidth(132)
        self._next.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        layout = column(
            _sharing(row(self._caption, self._steered, self._pill), 1),
            self._title,
            self._about,
            self._stage,
            self._face,
            self._bar,
            6,
            row(
                self._previous,
                self._pause,
                self._less,
                self._more,
                self._most,
                self._earlier,
                None,
                self._next,
                spacing=5,
            ),
            spacing=4,
        )
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setStretchFactor(self._face, 1)
        self.setLayout(layout)

    @property
    def digits(self) -> str:
        """What the clock shows."""
        return self._face.digits

    @property
    def pill_words(self) -> str:
        """What the pill beside the caption says; empty if it is hidden."""
        return "" if self._pill.isHidden() else self._pill.text()

    def focus_next(self) -> None:
        """Put the focus on the button that goes on, so that Space does."""
        self._next.setFocus()

    def show_day(self, state: State, rundown: Rundown, now: Moment) -> None:
        """Show how the day stands."""
        running = rundown.running
        shown = face(state, now)
        for part in (self._previous, self._pause, self._less, self._more, self._most):
            part.setEnabled(running is not None)
        clock_of = state.run.running
        self._earlier.setEnabled(clock_of is not None and clock_of.paused == 0 and clock_of.paused_at is None)
        steered = steered_by(state.run.steering, state.event.timezone)
        self._steered.show_words(self._tr.render(steered) if steered else "")
        self._pause.setText(self._tr("Resume") if rundown.paused else self._tr("Pause"))
        self._pause.setIcon(icon("play" if rundown.paused else "pause"))
        if running is not None and shown is not None:
            zone = state.event.timezone
            order = [each.item.id for each in rundown.rows if not each.item.cut]
            place = order.index(running.item.id) + 1 if running.item.id in order else 0
            self._caption.setText(self._tr("NOW · ITEM {place} OF {count}", place=place, count=len(order)))
            self._title.setText(running.item.title)
            started, ends = running.actual_start, running.expected.end if running.expected else None
            times = f"{clock(started, zone)}–{clock(ends, zone)}" if started is not None and ends is not None else ""
            about = (times, self._tr.render(length(rundown.length or Duration(0))), running.item.speaker)
            self._about.show_words(" · ".join(part for part in about if part))
            self._say(*lateness_words(state, rundown, now))
            self._show_face(shown)
            self._next.setText(self._tr("Next item") if rundown.next else self._tr("End the day"))
        else:
            self._rest(state, now)

    def show_stage(self, words: str) -> None:
        """Say who is on stage, in place of what is known of the item; nothing while nobody pitches."""
        self._stage.show_words(words)
        self._stage.setVisible(bool(words))
        self._about.setVisible(not words)

    @property
    def stage_words(self) -> str:
        """Who is said to be on stage; empty if that is hidden."""
        return "" if self._stage.isHidden() else self._stage.words

    @property
    def steered_words(self) -> str:
        """Who is said to steer."""
        return self._steered.words

    def tick(self, state: State, now: Moment) -> None:
        """Show the present second; everything else stays."""
        shown = face(state, now)
        if shown is not None:
            self._show_face(shown)
        else:
            self._rest(state, now)

    def _rest(self, state: State, now: Moment) -> None:
        """Nothing runs: the day has not begun, has ended, or has no agenda."""
        first = first_start(state, now)
        zone = state.event.timezone
        self._bar.show_share(0)
        self._next.setEnabled(first is not None)
        self._next.setText(self._start_words(state, first))
        self._pill.hide()
        near = first is not None and abs(first[1] - now.wall) < NEAR
        if state.run.ended_at is not None and not near:
            self._caption.setText(self._tr("THE DAY HAS ENDED"))
            self._title.setText(state.event.title)
            self._about.show_words(self._tr("Ended at {time}", time=clock(state.run.ended_at, zone)))
            self._face.show_digits(clock(now.wall, zone), Tone.PLAIN)
        elif first is None:
            self._caption.setText(self._tr("NOTHING PLANNED"))
            self._title.setText(self._tr("There is no agenda yet"))
            self._about.show_words(self._tr("Add items or import a list on the page Plan."))
            self._face.show_digits(UNKNOWN, Tone.PLAIN)
        else:
            item, start = first
            until = Duration(start - now.wall)
            planned_length = self._tr.render(length(item.current_length))
            self._caption.setText(self._tr("FIRST ITEM"))
            self._title.setText(item.title)
            self._about.show_words(
                self._tr("Planned for {time} · {length}", time=clock(start, zone), length=planned_length)
            )
            self._face.show_digits(digits(until) if near else clock(now.wall, zone), Tone.PLAIN)
            if until < 0 and near:
                self._say(lateness(Duration(-until)), late_tone(Duration(-until)))

    def _start_words(self, state: State, first: tuple[Item, Instant] | None) -> str:
        if first is None:
            return self._tr("Next item") if state.run.begun else self._tr("Start the day")
        return self._tr("Start day {number}", number=first[0].day + 1) if first[0].day else self._tr("Start the day")

    def _show_face(self, shown: Face) -> None:
        self._next.setEnabled(True)
        self._face.show_digits(shown.digits, shown.tone)
        self._bar.show_share(shown.share, shown.tone or Tone.ACCENT)

    def _say(self, words: Text, tone: Tone) -> None:
        self._pill.setText(self._tr.render(words))
        set_tone(self._pill, tone)
        self._pill.show()


class _Face(ClockFace):
    """Asks for little and takes what room there is: a page that scrolls would give it all that it asks for."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The least that will do."""
        return self.minimumSizeHint()


def _sharing(layout: QBoxLayout, place: int) -> QBoxLayout:
    """The layout with what room is left given to one of its parts."""
    layout.setStretch(place, 1)
    return layout
