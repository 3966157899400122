"""Countdowns as pure functions of a state and a moment.

remaining = length + added − active time, where active time is what passed since the start less the pauses.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, elapsed, minutes, whole_seconds
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.timer.model import Actual, Run, Running

LONGEST_ADDED = minutes(24 * 60)


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
    """End what runs and start `item` now. Starting an item again restarts its countdown and keeps its first start."""
    ended = stop(run, now)
    earlier = ended.actuals.get(item)
    first = earlier.started if earlier else now.wall
    actuals = {**ended.actuals, item: Actual(item, first)}
    return Run(Running(item, now, length), actuals, None)


def stop(run: Run, now: Moment) -> Run:
    """End what runs, if anything does; the day goes on without a running item."""
    if run.running is None:
        return run
    item = run.running.item
    actuals = {**run.actuals, item: replace(run.actuals[item], ended=now.wall)}
    return replace(run, running=None, actuals=actuals)


def end_day(run: Run, now: Moment) -> Run:
    """End what runs and the day with it."""
    return replace(stop(run, now), ended_at=now.wall)


def pause(run: Run, now: Moment) -> Run:
    """Hold the clock.

    Raises:
        UserError: nothing runs, or the clock is held already.
    """
    running = _running(run)
    if running.paused_at is not None:
        raise UserError(text("The clock is already paused."), text("Resume it to go on."))
    return replace(run, running=replace(running, paused_at=now))


def resume(run: Run, now: Moment) -> Run:
    """Let the clock go on.

    Raises:
        UserError: nothing runs, or the clock is not held.
    """
    running = _running(run)
    if running.paused_at is None:
        raise UserError(text("The clock is not paused."), text("There is nothing to resume."))
    paused = Duration(running.paused + elapsed(running.paused_at, now))
    return replace(run, running=replace(running, paused=paused, paused_at=None))


def add_time(run: Run, added: Duration, now: Moment) -> Run:
    """Give the running item more time, or take some with a negative `added`.

    Raises:
        UserError: nothing runs, more would be taken than is left, or more than a day would be given.
    """
    running = _running(run)
    left = remaining(running, now)
    if abs(running.added + added) > LONGEST_ADDED:
        raise UserError(text("No more than a day can be added to an item."), text("Start another item instead."))
    if added < 0 and left + added < 0:
        raise UserError(
            text("Only {seconds} s are left on the clock.", seconds=max(0, whole_seconds(left))),
            text("Take less, or go to the next item."),
        )
    return replace(run, running=replace(running, added=Duration(running.added + added)))


def started_ago(run: Run, ago: Duration, now: Moment) -> Run:
    """Say that the running item really started `ago` before now; the item before then ended at that time.

    Raises:
        UserError: nothing runs, `ago` is negative or more than a day, or it reaches back beyond the start of the item
            before.
    """
    running = _running(run)
    if ago > LONGEST_ADDED:
        raise UserError(text("No item runs for more than a day."), text("Give a shorter time."))
    if ago < 0:
        raise UserError(text("An item cannot have started in the future."), text("Give a number of seconds from 0 up."))
    began = Instant(now.wall - ago)
    previous = _before(run, running.item)
    if previous is not None and began < previous.started:
        raise UserError(
            text("The item before started later than that."), text("Give a shorter time, or use Previous first.")
        )
    shifted = Moment(began, Monotonic(now.mono - ago), now.boot)
    actuals = {**run.actuals, running.item: Actual(running.item, began)}
    if previous is not None:
        actuals[previous.item] = replace(previous, ended=began)
    moved = replace(running, started=shifted, paused=Duration(0), paused_at=now if running.paused_at else None)
    return replace(run, running=moved, actuals=actuals)


def _before(run: Run, item: int) -> Actual | None:
    others = [actual for actual in run.actuals.values() if actual.item != item and actual.ended is not None]
    return max(others, key=lambda actual: (actual.ended or 0, actual.started), default=None)


def _running(run: Run) -> Running:
    if run.running is None:
        raise UserError(text("Nothing is running."), text("Start the day or an item first."))
    return run.running
