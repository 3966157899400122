"""Parallel items: which of them start with a plenary item, follow each other on a track, and end when all gather."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.agenda.model import Item, Plan
from facilitator.desk.state import State


def starting_with(state: State, plenary: Item) -> Iterator[Item]:
    """The track items that start with a plenary item: the first on each track that hangs on it and is idle.

    What has run before is not run again by itself.
    """
    run, plan = state.run, state.plan
    busy = {plan.items[clock.item].track for clock in run.beside if clock.item in plan.items}
    for item in _hanging_on(plan, plenary):
        if item.track in busy or item.cut:
            continue
        if item.id not in run.actuals:
            busy.add(item.track)
            yield item


def next_on_track(state: State, item: Item) -> Item | None:
    """What follows an item on its track before all gather, as far as its plenary item has begun; None if nothing."""
    begun = True
    for other in state.plan.in_order():
        if other.position <= item.position or other.day != item.day:
            continue
        if not other.track and not other.cut:
            if other.fixed:
                return None
            begun = other.id in state.run.actuals
        elif begun and other.track == item.track and not other.cut:
            return other
    return None


def before_on_track(plan: Plan, item: Item) -> Item | None:
    """What comes before an item on its track on the same day; None if nothing."""
    earlier = [
        other
        for other in plan.in_order()
        if other.position < item.position and (other.track, other.day) == (item.track, item.day) and not other.cut
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


def _hanging_on(plan: Plan, plenary: Item) -> Iterator[Item]:
    """The track items between a plenary item and the next, cut or not."""
    for item in plan.in_order():
        if item.position <= plenary.position:
            continue
        if not item.track or item.day != plenary.day:
            return
        yield item
