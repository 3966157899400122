"""Decides commands about the clock: which item runs, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.agenda.model import AtEnd, Item
from facilitator.agenda.progress import of_day
from facilitator.agenda.rules import find, find_by_title
from facilitator.common.clock import Moment, seconds, to_datetime, whole_seconds
from facilitator.common.errors import Stale, UserError
from facilitator.common.texts import text
from facilitator.desk.deciders.starting import end_beside, end_day, start
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import ItemReachedEnd
from facilitator.desk.state import State
from facilitator.desk.tracks import before_on_track, next_on_track
from facilitator.desk.vocabulary import TimerCommand
from facilitator.timer import pitches, rules
from facilitator.timer.commands import (
    AddTime,
    EndTrack,
    Next,
    Pause,
    Previous,
    ReachEnd,
    Resume,
    StartDay,
    StartedAgo,
    StartItem,
)
from facilitator.timer.model import Run


def decide(state: State, command: TimerCommand, context: Context) -> Decision:
    """What a command about the clock comes to."""
    now = context.now
    match command:
        case StartDay():
            return _start_day(state, now)
        case Next(item=seen):
            return _next(state, seen, now)
        case Previous(item=seen):
            return _previous(state, seen, now)
        case StartItem(item=named):
            return start(state, _named(state, named), now)
        case Pause(item=seen):
            _refuse_if_gone(state, seen)
            return _held(state, rules.pause(state.run, now, seen), now)
        case Resume(item=seen):
            _refuse_if_gone(state, seen)
            return _held(state, rules.resume(state.run, now, seen), now)
        case AddTime(seconds=added, item=seen):
            _refuse_if_gone(state, seen)
            return Decision(replace(state, run=rules.add_time(state.run, seconds(added), now, seen)))
        case StartedAgo():
            return _started_ago(state, command, now)
        case EndTrack(item=seen):
            return _end_track(state, seen, now)
        case ReachEnd():
            return _reach_end(state, command, now)


def _start_day(state: State, now: Moment) -> Decision:
    if state.run.running is not None:
        raise UserError(text("The day has already been started."), text("Use Next to go on."))
    order = state.plan.to_run()
    if not order:
        raise UserError(text("The agenda is empty."), text("Import an agenda or add an item first."))
    ahead = [item for item in order if item.day > _latest_day(state)]
    if not ahead:
        raise UserError(
            text("Every day of the event has been run."), text("Start an item from the plan to go on all the same.")
        )
    calendar_day = (to_datetime(now.wall, state.event.timezone).date() - state.event.day).days
    meant = [item for item in ahead if item.day == calendar_day]
    return start(state, (meant or ahead)[0], now)


def _next(state: State, seen: int | None, now: Moment) -> Decision:
    if seen is not None and _is_beside(state.run, seen):
        return _next_on_track(state, seen, now)
    running = state.run.running
    _refuse_if_gone(state, seen)
    if state.run.ended_at is not None:
        if any(item.day > _latest_day(state) for item in state.plan.to_run()):
            raise UserError(text("The day has ended."), text("Start the next day when it comes."))
        raise UserError(text("The day has ended."), text("Start an item from the plan to go on all the same."))
    if not state.run.begun:
        return _start_day(state, now)
    item = state.plan.items.get(running.item) if running else None
    order = of_day(state.plan, item.day) if item else state.plan.to_run()
    following = next((one for one in order if item is None or one.position > item.position), None)
    return end_day(state, now) if following is None else start(state, following, now)


def _next_on_track(state: State, seen: int, now: Moment) -> Decision:
    following = next_on_track(state, find(state.plan, seen))
    return end_beside(state, seen, now) if following is None else start(state, following, now)


def _previous(state: State, seen: int | None, now: Moment) -> Decision:
    _refuse_if_gone(state, seen)
    clock = state.run.clock(seen)
    item = state.plan.items.get(clock.item) if clock else None
    if item is not None and item.track:
        previous = before_on_track(state.plan, item)
        before = [] if previous is None else [previous]
    elif item is not None:
        before = [one for one in of_day(state.plan, item.day) if one.position < item.position]
    else:
        # The end lasts no time: to go back to it would end the day once more.
        order = of_day(state.plan, _latest_day(state))
        before = [one for one in order if one.id in state.run.actuals and not (one.length == 0 and one == order[-1])]
    if not before:
        raise UserError(text("There is no item before this one."))
    return start(state, before[-1], now)


def _held(state: State, run: Run, now: Moment) -> Decision:
    """Whoever is on stage has their clock held and let go with the item."""
    held = run.running is not None and run.running.paused_at is not None
    queue = pitches.held(run.pitches, now) if held else pitches.released(run.pitches, now)
    return Decision(replace(state, run=replace(run, pitches=queue)))


def _started_ago(state: State, command: StartedAgo, now: Moment) -> Decision:
    item = command.item
    started = Decision(state)
    if item is not None and state.run.clock(item) is None:
        forgotten = find(state.plan, item)
        if item in state.run.actuals:
            _refuse_if_gone(state, item)
        started = start(state, forgotten, now)
        if started.state.run.clock(item) is None:
            raise UserError(text("“{title}” lasts no time.", title=forgotten.title), text("Use Next to go on."))
    run = started.state.run
    clock = run.clock(item)
    track = state.plan.items[clock.item].track if clock and clock.item in state.plan.items else ""
    among = {one.id for one in state.plan.items.values() if one.track == track}
    return replace(
        started,
        state=replace(started.state, run=rules.started_ago(run, seconds(command.seconds), now, item, among)),
    )


def _end_track(state: State, seen: int, now: Moment) -> Decision:
    _refuse_if_gone(state, seen)
    if not _is_beside(state.run, seen):
        raise UserError(text("This item runs in the plenary."), text("Use Next to go on."))
    return end_beside(state, seen, now)


def _reach_end(state: State, command: ReachEnd, now: Moment) -> Decision:
    _refuse_if_gone(state, command.item)
    clock = state.run.clock(command.item)
    if clock is None or clock.end_done:
        return Decision(state)
    left = rules.remaining(clock, now)
    if left > 0:
        raise UserError(
            text("{seconds} s are left on the clock.", seconds=whole_seconds(left)), text("Use Next to go on now.")
        )
    state = replace(state, run=rules.reach_end(state.run, command.item))
    if command.skip:
        return Decision(state)
    reached = ItemReachedEnd(command.item)
    if find(state.plan, command.item).at_end is not AtEnd.NEXT:
        return Decision(state, (reached,))
    gone_on = _next(state, command.item, now)
    return replace(gone_on, events=(reached, *gone_on.events))


def _latest_day(state: State) -> int:
    """The day of the event that has been started last, counted from 0; −1 before the first."""
    begun = [state.plan.items[key].day for key in state.run.actuals if key in state.plan.items]
    return max(begun, default=-1)


def _is_beside(run: Run, item: int) -> bool:
    return any(clock.item == item for clock in run.beside)


def _refuse_if_gone(state: State, seen: int | None) -> None:
    """Refuse a command that was meant for an item which no longer runs.

    Raises:
        Stale: says what runs instead.
    """
    if seen is None or state.run.clock(seen) is not None:
        return
    running = state.run.running
    item = state.plan.items.get(running.item) if running else None
    if item is None:
        raise Stale(text("Nothing is running any more."), text("Look at the clock and press again."))
    raise Stale(
        text("Another item has been started meanwhile."),
        text("“{title}” is on the clock. Look at it and press again.", title=item.title),
    )


def _named(state: State, named: int | Mapping[str, str]) -> Item:
    if isinstance(named, int):
        return find(state.plan, named)
    if set(named) != {"title"}:
        raise UserError(text("An item is named by its id, or by its title as {example}.", example='{"title": "Lunch"}'))
    return find_by_title(state.plan, named["title"])
