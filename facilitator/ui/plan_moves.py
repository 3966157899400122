"""Where items land that are moved about on the plan, dragged or by key: from lines on screen to one command."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from facilitator.agenda.commands import ChangeItem, ChangeItems, MoveItem, MoveItems
from facilitator.agenda.model import Item
from facilitator.ui.plan_rows import PlanRow

Move = MoveItem | MoveItems | ChangeItems


def dropped(rows: Sequence[PlanRow], chosen: Collection[int], place: int) -> Move | None:
    """What moves the chosen items to the line before the row at `place`; None if they are there already.

    Just below a day's heading they are the first of that day, just above it the last of the day before.
    """
    items = [row.item for row in rows if not row.heading]
    moved = [item for item in items if item.id in chosen]
    if not moved:
        return None
    day = rows[max(0, min(place, len(rows)) - 1)].item.day
    before = [row.item for row in rows[:place] if not row.heading and row.item.id not in chosen]
    stay = [item for item in items if item.id not in chosen]
    order = [*before, *moved, *stay[len(before) :]]
    if order == items and all(item.day == day for item in moved):
        return None
    identifiers = tuple(item.id for item in moved)
    all_come = _days_after_move(moved, before, stay[len(before) :]) == [day] * len(moved)
    one_way = all(item.day < day for item in moved) or all(item.day > day for item in moved)
    if all_come or not one_way:
        return MoveItem(identifiers[0], len(before)) if len(moved) == 1 else MoveItems(identifiers, len(before))
    return ChangeItems(identifiers, ChangeItem(0, day=day, follows=not any(item.fixed for item in moved)))


def stepped(rows: Sequence[PlanRow], chosen: Collection[int], step: int) -> Move | None:
    """What moves the chosen items together one line up (−1) or down (+1); None if they are at the end of the plan."""
    places = [place for place, row in enumerate(rows) if not row.heading and row.item.id in chosen]
    if not places:
        return None
    if step < 0:
        return dropped(rows, chosen, places[0] - 1) if places[0] > 0 else None
    return dropped(rows, chosen, places[-1] + 2) if places[-1] + 1 < len(rows) else None


def _days_after_move(moved: Sequence[Item], before: Sequence[Item], after: Sequence[Item]) -> list[int]:
    """The days that the items come to by the order alone: their own, as far as their neighbours allow it."""
    first = before[-1].day if before else 0
    last = after[0].day if after else None
    return [max(first, item.day if last is None else min(item.day, last)) for item in moved]
