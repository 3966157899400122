"""What the console's clocks show at one moment: pure, so that every clock in the window says the same."""

from __future__ import annotations

from facilitator.agenda.model import Item
from facilitator.agenda.progress import of_day, to_start
from facilitator.common.clock import Duration, Instant, Moment, minutes
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.desk.rundown import Rundown, planned_slots, progress
from facilitator.desk.state import State
from facilitator.timer.rules import remaining
from facilitator.ui.event_day import FULL_DAY, off_its_day
from facilitator.ui.widgets.basics import Tone
from facilitator.ui.wording import digits, lateness

UNKNOWN = "–:–"
"""The digits while there is no time worth telling."""


@frozen
class Face:
    """Digits and their tone, and how far the bar below them has come."""

    digits: str
    tone: Tone | None
    share: float


def face(state: State, now: Moment) -> Face | None:
    """The running item's countdown; None while nothing runs."""
    running = state.run.running
    if running is None:
        return None
    left = remaining(running, now)
    whole = running.length + running.added
    share = 1 - left / whole if whole > 0 else 1.0
    if running.paused_at is not None:
        return Face(digits(left), Tone.PLAIN, share)
    if left <= -FULL_DAY:
        return Face(UNKNOWN, Tone.PLAIN, 1.0)
    if left <= -1000:
        return Face(digits(left), Tone.DANGER, 1.0)
    item = state.plan.items.get(running.item)
    warned = item is not None and left <= max(item.warning, item.danger)
    return Face(digits(left), Tone.WARNING if warned else None, share)


def late_tone(late: Duration) -> Tone:
    """How worrying the lateness is."""
    if late >= minutes(10):
        return Tone.DANGER
    return Tone.WARNING if late >= minutes(0.5) else Tone.GOOD


def lateness_words(state: State, rundown: Rundown, now: Moment) -> tuple[Text, Tone]:
    """The words of the pill beside the clock."""
    if rundown.paused:
        return text("Paused"), Tone.WARNING
    if off_its_day(state, rundown, now):
        return text("Not on its day"), Tone.PLAIN
    return lateness(rundown.late), late_tone(rundown.late)


def first_start(state: State, now: Moment) -> tuple[Item, Instant] | None:
    """The first item of the day that can be started next, and when it is planned; None while nothing can."""
    day = to_start(state.plan, progress(state, now))
    if day is None:
        return None
    item = of_day(state.plan, day)[0]
    return item, planned_slots(state)[item.id].start
