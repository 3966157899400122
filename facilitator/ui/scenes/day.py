"""How the day stands, as the room's clock tells it."""

from __future__ import annotations

from enum import StrEnum

from facilitator.agenda.model import Item, Kind
from facilitator.common.clock import Duration, Instant, minutes, seconds, to_datetime
from facilitator.common.frozen import frozen
from facilitator.desk.rundown import Rundown, rundown
from facilitator.timer.rules import remaining
from facilitator.ui.scenes.countdown import until_tick
from facilitator.ui.scenes.view import SceneView

_DAY_MS = minutes(24 * 60)
_MINUTE_MS = minutes(1)


class Phase(StrEnum):
    """What the clock has to say."""

    NO_PLAN = "no-plan"
    BEFORE = "before"
    SOON = "soon"
    RUNNING = "running"
    LAST_MINUTES = "last-minutes"
    NEARLY_OVER = "nearly-over"
    OVER = "over"
    PAUSED = "paused"
    UNTIMED = "untimed"
    BETWEEN = "between"
    ENDED = "ended"


COUNTING = (Phase.BEFORE, Phase.RUNNING, Phase.LAST_MINUTES, Phase.NEARLY_OVER, Phase.OVER)
"""The phases in which seconds go by on the clock."""


@frozen
class Coming:
    """An item that is yet to start, and when it will as it looks now."""

    item: Item
    start: Instant


@frozen
class Beside:
    """An item that runs beside the plenary, and how it stands."""

    item: Item
    phase: Phase
    left: Duration


@frozen
class Day:
    """The clock's content.

    `left` is the time to the end of the item, or to the first one while the day has not begun; `gone` the share of the
    item's time that has gone by, 0…1; `ends` when the item will end; `days_left` counts midnights while there is more
    than a day to go.
    """

    phase: Phase
    item: Item | None = None
    left: Duration | None = None
    gone: float | None = None
    ends: Instant | None = None
    next: Coming | None = None
    days_left: int = 0


def day(view: SceneView) -> Day:
    """How the day stands at the view's moment."""
    state = view.state
    seen = rundown(state, view.now)
    coming = _coming(seen)
    if seen.ended:
        return Day(Phase.ENDED)
    if seen.running is not None:
        return _running(seen, coming)
    if coming is None:
        return Day(Phase.NO_PLAN if not seen.rows else Phase.ENDED)
    if seen.begun:
        return Day(Phase.BETWEEN, item=coming.item, next=coming)
    start = seen.rows[0].scheduled.start if seen.next is None else seen.next.scheduled.start
    left = Duration(start - view.now.wall)
    if left <= 0:
        return Day(Phase.SOON, item=coming.item, next=coming)
    zone = state.event.timezone
    days_left = (to_datetime(start, zone).date() - to_datetime(view.now.wall, zone).date()).days
    return Day(Phase.BEFORE, item=coming.item, left=left, next=coming, days_left=days_left if left > _DAY_MS else 0)


def beside(view: SceneView) -> tuple[Beside, ...]:
    """What runs on tracks of its own, by the tracks' names."""
    items = view.state.plan.items
    found = []
    for running in view.state.run.beside:
        item, left = items.get(running.item), remaining(running, view.now)
        if item is not None:
            found.append(Beside(item, phase(running.paused_at is not None, left, item.warning, item.danger), left))
    return tuple(sorted(found, key=lambda one: (one.item.track, one.item.position)))


def phase(paused: bool, left: Duration, warning: Duration, danger: Duration) -> Phase:
    """How a clock stands that has so much left; a threshold of zero is none."""
    if paused:
        return Phase.PAUSED
    if left <= seconds(-1):
        return Phase.OVER
    if danger and left <= danger:
        return Phase.NEARLY_OVER
    return Phase.LAST_MINUTES if warning and left <= warning else Phase.RUNNING


def stays(view: SceneView) -> Duration:
    """How long the clock remains true: until its next second, or the next minute of the clock on the wall."""
    ticks = [Duration(_MINUTE_MS - view.now.wall % _MINUTE_MS)]
    now = day(view)
    if now.phase in COUNTING and now.left is not None and not now.days_left:
        ticks.append(until_tick(now.left))
    ticks += [until_tick(one.left) for one in beside(view) if one.phase in COUNTING]
    return min(ticks)


def _coming(seen: Rundown) -> Coming | None:
    if seen.next is None or seen.next.expected is None:
        return None
    return Coming(seen.next.item, seen.next.expected.start)


def _running(seen: Rundown, coming: Coming | None) -> Day:
    row, left, length = seen.running, seen.remaining, seen.length
    if row is None or left is None or length is None:
        raise ValueError("nothing is running")
    if row.item.kind is Kind.END:
        return Day(Phase.ENDED, item=row.item)
    if length <= 0 or left <= -_DAY_MS:
        return Day(Phase.UNTIMED, item=row.item, next=coming)
    gone = min(1.0, max(0.0, 1 - left / length))
    ends = row.expected.end if row.expected is not None else None
    return Day(phase(seen.paused, left, row.item.warning, row.item.danger), row.item, left, gone, ends, coming)
