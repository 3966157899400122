"""What starts and ends when an item starts: the plenary, the tracks beside it, the day, whoever is on stage."""

from __future__ import annotations

from dataclasses import replace

from facilitator.agenda.model import Item
from facilitator.agenda.progress import of_day
from facilitator.common.clock import Moment
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.decision import Decision
from facilitator.desk.events import DayEnded, Event, ItemEnded, ItemStarted
from facilitator.desk.state import State
from facilitator.desk.tracks import gathered_by, starting_with
from facilitator.timer import pitches, rules


def start(state: State, item: Item, now: Moment) -> Decision:
    """Start an item: in the plenary, or if it has a track, there. A cut item is no longer cut then.

    Raises:
        UserError: it belongs on a track, and nothing runs in the plenary.
    """
    if item.cut:
        item = replace(item, cut=False)
        state = replace(state, plan=replace(state.plan, items={**state.plan.items, item.id: item}))
    return _start_beside(state, item, now) if item.track else _start_plenary(state, item, now)


def end_day(state: State, now: Moment) -> Decision:
    """End everything that runs, and the day."""
    run = rules.end_day(_off_stage(state).run, now)
    events: tuple[Event, ...] = (*(ItemEnded(clock.item) for clock in state.run.clocks), DayEnded())
    return Decision(replace(state, run=run), events)


def end_beside(state: State, item: int, now: Moment) -> Decision:
    """End an item that runs beside the plenary; its track is idle then."""
    return Decision(replace(state, run=rules.stop_beside(state.run, item, now)), (ItemEnded(item),))


def _start_plenary(state: State, item: Item, now: Moment) -> Decision:
    events: list[Event] = [] if state.run.running is None else [ItemEnded(state.run.running.item)]
    state = _off_stage(state)
    run = state.run
    for gathered in gathered_by(state, item):
        run = rules.stop_beside(run, gathered, now)
        events.append(ItemEnded(gathered))
    run = rules.start(run, item.id, item.current_length, now)
    events.append(ItemStarted(item.id))
    state = replace(state, run=run)
    if item.length == 0 and item.id == of_day(state.plan, item.day)[-1].id:  # the day ends with the start of its end
        ended = end_day(state, now)
        return Decision(ended.state, (*events, *ended.events))
    for beside in starting_with(state, item, now):
        run = rules.start_beside(run, beside.id, beside.current_length, now)
        events.append(ItemStarted(beside.id))
    return Decision(replace(state, run=run), tuple(events))


def _start_beside(state: State, item: Item, now: Moment) -> Decision:
    if state.run.running is None:
        raise UserError(
            text("“{title}” runs beside the plenary, and nothing runs there.", title=item.title),
            text("Start an item of the plenary first."),
        )
    run = state.run
    events: list[Event] = []
    for clock in run.beside:
        if clock.item == item.id or state.plan.items[clock.item].track == item.track:
            run = rules.stop_beside(run, clock.item, now)
            events.append(ItemEnded(clock.item))
    run = rules.start_beside(run, item.id, item.current_length, now)
    return Decision(replace(state, run=run), (*events, ItemStarted(item.id)))


def _off_stage(state: State) -> State:
    """The state with nobody on stage, since the item that they pitched in ends."""
    if state.run.pitches.now is None:
        return state
    return replace(state, run=replace(state.run, pitches=pitches.interrupted(state.run.pitches)))
