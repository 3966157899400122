"""The tracks beside the plenary on the page Run: each with its own clock to start, pause, lengthen and end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Moment
from facilitator.desk.rundown import Rundown
from facilitator.desk.state import State
from facilitator.timer.commands import AddTime, EndTrack, Next, Pause, Resume, StartItem
from facilitator.ui.context import Context
from facilitator.ui.keys import page_key
from facilitator.ui.track_words import TrackLine, track_lines
from facilitator.ui.widgets.basics import button, column, row
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel


class TracksPanel(QWidget):
    """What is pressed is about the selected track; the plenary's own keys never are."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        self._context = context
        tr = context.tr
        self._lines: RowsModel[TrackLine] = RowsModel(
            (
                Column(tr("Track"), lambda line: line.track, 130, strong=True, tip=lambda line: line.track),
                Column(tr("Item"), lambda line: line.title, tip=lambda line: line.title),
                Column(tr("Clock"), lambda line: line.clock, 100, right=True, tone=lambda line: line.tone),
                Column(tr("State"), lambda line: line.words, 110),
            ),
            lambda line: line.item,
            self,
            faint=lambda line: not line.running,
        )
        self._table = Table(self._lines, context.theme, tr("Tracks"))
        self._table.chosen.connect(self._offer)
        self._table.opened.connect(self._start_selected)
        self._start = button(tr("Start"), self._start_selected, "play", tip=tr("Start it beside the plenary (Enter)"))
        self._pause = button(tr("Pause"), self._hold, "pause", tip=tr("Pause or resume this track (Alt+P)"))
        self._less = button(
            tr("−1"),
            lambda: self._add(-60),
            tip=tr("One minute less (Alt+−)"),
            name=tr("One minute less on this track"),
        )
        self._more = button(
            tr("+1"), lambda: self._add(60), tip=tr("One minute more (Alt++)"), name=tr("One minute more on this track")
        )
        self._next = button(
            "",
            self._go_on,
            "skip-forward",
            tip=tr("End it and start what follows on this track (Alt+N)"),
            name=tr("Next on this track"),
        )
        self._end = button(tr("End it"), self._stop, "square", tip=tr("End it; the track waits then (Alt+End)"))
        pressing = row(self._start, self._pause, self._less, self._more, self._next, self._end, None, spacing=5)
        layout = column(self._table, pressing, spacing=6)
        layout.setContentsMargins(4, 2, 4, 2)
        self.setLayout(layout)
        for sequence, action in (
            ("Alt+P", self._hold),
            ("Alt+N", self._go_on),
            ("Alt+-", lambda: self._add(-60)),
            ("Alt++", lambda: self._add(60)),
            ("Alt+=", lambda: self._add(60)),
            ("Alt+End", self._stop),
        ):
            page_key(self, sequence, action)

    @property
    def lines(self) -> tuple[TrackLine, ...]:
        """What it shows."""
        return self._lines.rows

    def focus_list(self) -> None:
        """Put the focus on the list."""
        if self._table.current is None and self.lines:
            self._table.choose(self.lines[0].item)
        self._table.setFocus()

    def choose(self, item: int) -> None:
        """Select an item."""
        self._table.choose(item)

    def show_tracks(self, state: State, day: Rundown, now: Moment) -> None:
        """Show what runs and waits at this moment."""
        self._lines.put(track_lines(state, day, now, self._context.tr))
        self._offer()

    def _offer(self) -> None:
        line, tr = self._table.current, self._context.tr
        running = line is not None and line.running
        self._start.setEnabled(line is not None and not running)
        for part in (self._pause, self._less, self._more, self._next, self._end):
            part.setEnabled(running)
        self._pause.setText(tr("Resume") if line is not None and line.paused else tr("Pause"))

    @property
    def _running(self) -> TrackLine | None:
        """The selected line if its item runs."""
        line = self._table.current
        return line if line is not None and line.running else None

    def _start_selected(self) -> None:
        line = self._table.current
        if line is not None and not line.running:
            words = self._context.tr("Started “{title}”", title=line.title)
            self._context.controls.do(StartItem(line.item), words)

    def _hold(self) -> None:
        line, tr = self._running, self._context.tr
        if line is not None:
            words = (
                tr("{track} goes on.", track=line.track) if line.paused else tr("{track} is paused.", track=line.track)
            )
            self._context.controls.do(Resume(line.item) if line.paused else Pause(line.item), words)

    def _add(self, seconds: int) -> None:
        line, tr = self._running, self._context.tr
        if line is not None:
            more = tr("One minute more in {track}", track=line.track)
            less = tr("One minute less in {track}", track=line.track)
            self._context.controls.do(AddTime(seconds, line.item), more if seconds > 0 else less)

    def _go_on(self) -> None:
        line = self._running
        if line is not None:
            self._context.controls.do(Next(line.item), self._context.tr("{track} went on.", track=line.track))

    def _stop(self) -> None:
        line = self._running
        if line is not None:
            self._context.controls.do(EndTrack(line.item), self._context.tr("Ended “{title}”", title=line.title))
