"""Parallel items: what runs on tracks of their own beside the plenary, and where they join it again."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.agenda.model import Item, Plan
from facilitator.common.frozen import frozen


@frozen
class Hang:
    """A parallel item and what it hangs on.

    It starts with `anchor`, the plenary's item before it in the order (or the day's first, if it stands before all of
    them), but not before `before`, its predecessor on the same track, has ended. `gatherer` is the plenary's next
    fixed item, where everybody meets again.
    """

    item: Item
    anchor: Item | None
    before: Item | None
    gatherer: Item | None


def hangs(items: Sequence[Item]) -> tuple[Hang, ...]:
    """The parallel items among one day's `items`, which are in order, each with what it hangs on."""
    plenary = [item for item in items if not item.track]
    found: list[Hang] = []
    anchor = plenary[0] if plenary else None
    last: dict[str, Item] = {}
    for item in items:
        if item.track:
            found.append(Hang(item, anchor, last.get(item.track), _gatherer(plenary, anchor)))
            last[item.track] = item
        else:
            if item.fixed and item is not plenary[0]:
                last.clear()  # everybody has met: the tracks begin anew
            anchor = item
    return tuple(found)


def of_day(plan: Plan, day: int) -> tuple[Hang, ...]:
    """The parallel items of a day, without cut ones."""
    return hangs([item for item in plan.in_order() if item.day == day and not item.cut])


def _gatherer(plenary: Sequence[Item], anchor: Item | None) -> Item | None:
    if anchor is None:
        return None
    return next((item for item in plenary if item.fixed and item.position > anchor.position), None)
