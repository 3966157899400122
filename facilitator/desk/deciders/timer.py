"""Decides commands about the clock: which item runs, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.agenda.model import Item
from facilitator.agenda.rules import find, find_by_title
from facilitator.common.clock import seconds
from facilitator.common.errors import Stale, UserError
from facilitator.common.texts import text
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import DayEnded, Event, ItemEnded, ItemStarted
from facilitator.desk.state import State
from facilitator.desk.vocabulary import TimerCommand
from facilitator.timer import rules
from facilitator.timer.commands import AddTime, Next, Pause, Previous, Resume, StartDay, StartedAgo, StartItem


def decide(state: State, command: TimerCommand, context: Context) -> Decision:
    """What a command about the clock comes to."""
    now = context.now
    match command:
        case StartDay():
            return _start_day(state, context)
        case Next(item=seen):
            return _next(state, seen, context)
        case Previous():
            return _previous(state, context)
        case StartItem(item=named):
            return _start(state, _named(state, named), context)
        case Pause():
            return Decision(replace(state, run=rules.pause(state.run, now)))
        case Resume():
            return Decision(replace(state, run=rules.resume(state.run, now)))
        case AddTime(seconds=added):
            return Decision(replace(state, run=rules.add_time(state.run, seconds(added), now)))
        case StartedAgo(seconds=ago):
            return Decision(replace(state, run=rules.started_ago(state.run, seconds(ago), now)))


def _start_day(state: State, context: Context) -> Decision:
    if state.run.begun:
        raise UserError(text("The day has already been started."), text("Use Next to go on."))
    order = state.plan.to_run()
    if not order:
        raise UserError(text("The agenda is empty."), text("Import an agenda or add an item first."))
    return _start(state, order[0], context)


def _next(state: State, seen: int | None, context: Context) -> Decision:
    running = state.run.running
    if seen is not None and (running is None or running.item != seen):
        raise Stale(text("Another item has been started meanwhile."), text("Look at the clock and press again."))
    if state.run.ended_at is not None:
        raise UserError(text("The day has ended."), text("Start an item from the plan to go on all the same."))
    if not state.run.begun:
        return _start_day(state, context)
    order = state.plan.to_run()
    position = state.plan.items[running.item].position if running and running.item in state.plan.items else -1
    following = next((item for item in order if item.position > position), None)
    if following is None:
        events: tuple[Event, ...] = (*_ended(state), DayEnded())
        return Decision(replace(state, run=rules.end_day(state.run, context.now)), events)
    return _start(state, following, context)


def _previous(state: State, context: Context) -> Decision:
    running = state.run.running
    order = state.plan.to_run()
    if running is not None:
        position = state.plan.items[running.item].position if running.item in state.plan.items else 0
        before = [item for item in order if item.position < position]
    else:
        # The end lasts no time: to go back to it would end the day once more.
        before = [item for item in order if item.id in state.run.actuals and not _is_end(state, item)]
    if not before:
        raise UserError(text("There is no item before this one."))
    return _start(state, before[-1], context)


def _start(state: State, item: Item, context: Context) -> Decision:
    if item.cut:
        item = replace(item, cut=False)
        state = replace(state, plan=replace(state.plan, items={**state.plan.items, item.id: item}))
    run = rules.start(state.run, item.id, item.current_length, context.now)
    events: tuple[Event, ...] = (*_ended(state), ItemStarted(item.id))
    if _is_end(state, item):
        run = rules.end_day(run, context.now)
        events += (ItemEnded(item.id), DayEnded())
    return Decision(replace(state, run=run), events)


def _is_end(state: State, item: Item) -> bool:
    """Whether the day ends with the start of this item."""
    return item.length == 0 and item.id == state.plan.to_run()[-1].id


def _ended(state: State) -> tuple[Event, ...]:
    return () if state.run.running is None else (ItemEnded(state.run.running.item),)


def _named(state: State, named: int | Mapping[str, str]) -> Item:
    if isinstance(named, int):
        return find(state.plan, named)
    if set(named) != {"title"}:
        raise UserError(text("An item is named by its id, or by its title as {example}.", example='{"title": "Lunch"}'))
    return find_by_title(state.plan, named["title"])
