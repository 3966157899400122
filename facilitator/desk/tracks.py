"""Parallel items while the day runs: which start with a plenary item, which follow, which end when all gather."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.agenda.model import Item, Plan
from facilitator.agenda.tracks import Hang, of_day
from facilitator.common.clock import Instant, Moment
from facilitator.desk.rundown import scheduled_slots
from facilitator.desk.state import State


def starting_with(state: State, plenary: Item, now: Moment) -> Iterator[Item]:
    """The items that start beside a plenary item: the first on each idle track that hangs on it.

    One with a start of its own waits for that, unless it is planned for the same time or earlier. What has run before
    is not run again by itself.
    """
    busy = _busy(state)
    for hang in of_day(state.plan, plenary.day):
        item = hang.item
        if hang.anchor is None or hang.anchor.id != plenary.id or item.track in busy or item.id in state.run.actuals:
            continue
        busy.add(item.track)
        if item.start is None or _starts_at(state, hang) <= now.wall:
            yield item


def waiting_for_their_start(state: State) -> Iterator[tuple[Item, Instant]]:
    """The next item of each idle track, if it has a start of its own to wait for, and when that is."""
    running = state.run.running
    if running is None or running.item not in state.plan.items:
        return
    busy = _busy(state)
    for hang in of_day(state.plan, state.plan.items[running.item].day):
        item = hang.item
        if item.track in busy or item.id in state.run.actuals or not _has_begun(state, hang):
            continue
        busy.add(item.track)
        if item.start is not None:
            yield item, _starts_at(state, hang)


def next_on_track(state: State, item: Item) -> Item | None:
    """What follows an item on its track before all gather, as far as its plenary item has begun; None if nothing."""
    for hang in of_day(state.plan, item.day):
        if hang.item.position > item.position and hang.item.track == item.track:
            return hang.item if _has_begun(state, hang) and _gather_together(state.plan, item, hang) else None
    return None


def before_on_track(plan: Plan, item: Item) -> Item | None:
    """What comes before an item on its track on the same day; None if nothing."""
    earlier = [
        hang.item
        for hang in of_day(plan, item.day)
        if hang.item.position < item.position and hang.item.track == item.track
    ]
    return earlier[-1] if earlier else None


def gathered_by(state: State, plenary: Item) -> tuple[int, ...]:
    """The items beside the plenary that end when a plenary item starts: a fixed start lies between, or another day."""
    fixed = [item.position for item in state.plan.to_run() if item.fixed and item.position <= plenary.position]
    return tuple(
        clock.item
        for clock in state.run.beside
        if (item := state.plan.items.get(clock.item)) is None
        or item.day != plenary.day
        or any(position > item.position for position in fixed)
    )


def _busy(state: State) -> set[str]:
    return {state.plan.items[clock.item].track for clock in state.run.beside if clock.item in state.plan.items}


def _has_begun(state: State, hang: Hang) -> bool:
    """Whether the plenary item that this hangs on has begun, and everybody has not met again since."""
    gathered = hang.gatherer is not None and hang.gatherer.id in state.run.actuals
    return hang.anchor is not None and hang.anchor.id in state.run.actuals and not gathered


def _gather_together(plan: Plan, item: Item, hang: Hang) -> bool:
    gatherer = next((one.gatherer for one in of_day(plan, item.day) if one.item.id == item.id), None)
    return gatherer == hang.gatherer


def _starts_at(state: State, hang: Hang) -> Instant:
    """When an item with a start of its own begins; with its plenary item, if both are planned for the same time."""
    slots = scheduled_slots(state)
    start = slots[hang.item.id].start
    if hang.anchor is None or start > slots[hang.anchor.id].start:
        return start
    return Instant(0)
