"""Countdowns as pure functions of a state and a moment.

remaining = length + added − active time, where active time is what passed since the start less the pauses.

Rules that take an `item` are about the clock that it runs on: the plenary's, or one beside it. Without one they are
about the plenary's.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, elapsed, minutes, seconds, whole_seconds
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.timer.model import Actual, Run, Running

LONGEST_ADDED = minutes(24 * 60)

_AT_ONCE = seconds(2)
"""An item that ended no longer than this before another began was followed by it at once."""


def active(running: Running, now: Moment) -> Duration:
    """How long the item has run, pauses not counted."""
    until = running.paused_at or now
    return Duration(elapsed(running.started, until) - running.paused)


def remaining(running: Running, now: Moment) -> Duration:
    """What is left on the clock; negative once the item runs over."""
    return Duration(running.length + running.added - active(running, now))


def expected_end(running: Running, now: Moment) -> Instant:
    """When the item will end if it goes on from now without a pause: never earlier than now."""
    return Instant(now.wall + max(0, remaining(running, now)))


def start(run: Run, item: int, length: Duration, now: Moment) -> Run:
    """End what runs in the plenary and start `item` there now.

    Starting an item again restarts its countdown and keeps its first start. What runs beside it goes on.
    """
    ended = stop(run, now)
    return replace(ended, running=Running(item, now, length), actuals=_begun(ended, item, now), ended_at=None)


def start_beside(run: Run, item: int, length: Duration, now: Moment) -> Run:
    """Start `item` on a clock of its own beside the plenary, after the others there."""
    return replace(run, beside=(*run.beside, Running(item, now, length)), actuals=_begun(run, item, now))


def stop(run: Run, now: Moment) -> Run:
    """End what runs in the plenary, if anything does; the day goes on without a running item."""
    if run.running is None:
        return run
    return replace(run, running=None, actuals=_ended(run, run.running.item, now))


def stop_beside(run: Run, item: int, now: Moment) -> Run:
    """End an item that runs beside the plenary, if it does."""
    left = tuple(clock for clock in run.beside if clock.item != item)
    if len(left) == len(run.beside):
        return run
    return replace(run, beside=left, actuals=_ended(run, item, now))


def end_day(run: Run, now: Moment) -> Run:
    """End everything that runs and the day with it."""
    for clock in run.beside:
        run = stop_beside(run, clock.item, now)
    return replace(stop(run, now), ended_at=now.wall)


def pause(run: Run, now: Moment, item: int | None = None) -> Run:
    """Hold the clock.

    Raises:
        UserError: nothing runs, or the clock is held already.
    """
    clock = _clock(run, item, now)
    if clock.paused_at is not None:
        raise UserError(text("The clock is already paused."), text("Resume it to go on."))
    return _with(run, replace(clock, paused_at=now))


def resume(run: Run, now: Moment, item: int | None = None) -> Run:
    """Let the clock go on.

    Raises:
        UserError: nothing runs, or the clock is not held.
    """
    clock = _clock(run, item, now)
    if clock.paused_at is None:
        raise UserError(text("The clock is not paused."), text("There is nothing to resume."))
    paused = Duration(clock.paused + elapsed(clock.paused_at, now))
    return _with(run, replace(clock, paused=paused, paused_at=None))


def add_time(run: Run, added: Duration, now: Moment, item: int | None = None) -> Run:
    """Give the running item more time, or take some with a negative `added`.

    Raises:
        UserError: nothing runs, more would be taken than is left, or more than a day would be given.
    """
    clock = _clock(run, item, now)
    left = remaining(clock, now)
    if abs(clock.added + added) > LONGEST_ADDED:
        raise UserError(text("No more than a day can be added to an item."), text("Start another item instead."))
    if added < 0 and left + added < 0:
        raise UserError(
            text("Only {seconds} s are left on the clock.", seconds=max(0, whole_seconds(left))),
            text("Take less, or go to the next item."),
        )
    return _with(run, replace(clock, added=Duration(clock.added + added)))


def started_ago(
    run: Run, ago: Duration, now: Moment, item: int | None = None, among: Container[int] | None = None
) -> Run:
    """Say that the running item really started `ago` before now; the item before, if it led up to it, ended then.

    `among` are the items of the same track, of which one may be the item before; without it, any may.

    Raises:
        UserError: nothing runs, `ago` is negative or more than a day, or it reaches back beyond the start of the item
            before.
    """
    clock = _clock(run, item, now)
    if ago > LONGEST_ADDED:
        raise UserError(text("No item runs for more than a day."), text("Give a shorter time."))
    if ago < 0:
        raise UserError(text("An item cannot have started in the future."), text("Give a number of seconds from 0 up."))
    began = Instant(now.wall - ago)
    previous = _before(run, clock.item, among)
    if previous is not None and began < previous.started:
        raise UserError(
            text("The item before started later than that."), text("Give a shorter time, or use Previous first.")
        )
    actuals = {**run.actuals, clock.item: Actual(clock.item, began)}
    if previous is not None and previous.ended is not None:
        followed_at_once = abs(clock.started.wall - previous.ended) <= _AT_ONCE
        if followed_at_once or previous.ended > began:
            actuals[previous.item] = replace(previous, ended=began)
    shifted = Moment(began, Monotonic(now.mono - ago), now.boot)
    moved = replace(clock, started=shifted, paused=Duration(0), paused_at=now if clock.paused_at else None)
    return replace(_with(run, moved), actuals=actuals)


def reach_end(run: Run, item: int) -> Run:
    """Take note that what the item does at zero has been done, or passed over."""
    clock = run.clock(item)
    return run if clock is None else _with(run, replace(clock, end_done=True))


def _begun(run: Run, item: int, now: Moment) -> dict[int, Actual]:
    earlier = run.actuals.get(item)
    return {**run.actuals, item: Actual(item, earlier.started if earlier else now.wall)}


def _ended(run: Run, item: int, now: Moment) -> dict[int, Actual]:
    return {**run.actuals, item: replace(run.actuals[item], ended=now.wall)}


def _before(run: Run, item: int, among: Container[int] | None) -> Actual | None:
    """What ended last; of items that began and ended at one moment, the one that first began after the others."""
    others = [
        actual
        for actual in reversed(tuple(run.actuals.values()))
        if actual.item != item and actual.ended is not None and (among is None or actual.item in among)
    ]
    return max(others, key=lambda actual: (actual.ended or 0, actual.started), default=None)


def _clock(run: Run, item: int | None, now: Moment) -> Running:
    clock = run.clock(item)
    if clock is None:
        raise UserError(text("Nothing is running."), text("Start the day or an item first."))
    return _anchored(clock, now)


def _anchored(clock: Running, now: Moment) -> Running:
    """The clock with its moments in terms of what both clocks show now, in this boot.

    If the wall clock has been set since the item started, the monotonic clock still knows how long it has run; after
    the next restart of the computer only the wall clock will be left to ask. And if there has been a restart, this
    makes the monotonic clock count from now on.
    """
    paused_at = None if clock.paused_at is None else _seen_from(clock.paused_at, now)
    return replace(clock, started=_seen_from(clock.started, now), paused_at=paused_at)


def _seen_from(past: Moment, now: Moment) -> Moment:
    ago = elapsed(past, now)
    return Moment(Instant(now.wall - ago), Monotonic(now.mono - ago), now.boot)


def _with(run: Run, clock: Running) -> Run:
    if run.running is not None and run.running.item == clock.item:
        return replace(run, running=clock)
    return replace(run, beside=tuple(clock if one.item == clock.item else one for one in run.beside))
