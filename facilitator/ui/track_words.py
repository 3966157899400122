"""What runs beside the plenary, and what is to run there, in words."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.clock import Moment
from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.rundown import ItemState, Rundown
from facilitator.desk.state import State
from facilitator.timer.rules import remaining
from facilitator.ui.now import face
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.wording import clock


@frozen
class TrackLine:
    """One item on a track: `clock` is its own countdown if it runs, otherwise when it is expected to begin."""

    item: int
    track: str
    title: str
    clock: str
    tone: Tone | None
    words: str
    running: bool
    paused: bool


def track_lines(state: State, day: Rundown, now: Moment, tr: Translator) -> tuple[TrackLine, ...]:
    """What runs on tracks, and then what is still to run there, in order."""
    lines = []
    for row in day.today():
        item = row.item
        if not item.track or row.state in (ItemState.DONE, ItemState.PASSED, ItemState.CUT):
            continue
        running = state.run.clock(item.id)
        if running is None:
            begins = tr("from {time}", time=clock(row.expected.start, state.event.timezone)) if row.expected else ""
            lines.append(TrackLine(item.id, item.track, item.title, begins, Tone.PLAIN, tr("Waiting"), False, False))
        else:
            seen = face(replace(state, run=replace(state.run, running=running)), now)
            paused = running.paused_at is not None
            words = tr("Paused") if paused else tr("Over time") if remaining(running, now) <= -1000 else tr("Running")
            figures, tone = (seen.digits, seen.tone or Tone.ACCENT) if seen else ("", None)
            lines.append(TrackLine(item.id, item.track, item.title, figures, tone, words, True, paused))
    return tuple(sorted(lines, key=lambda line: not line.running))
