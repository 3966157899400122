"""How the agenda is edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from facilitator.agenda.checking import checked
from facilitator.agenda.commands import AddItem, ChangeItem
from facilitator.agenda.model import Item, Plan
from facilitator.agenda.warnings import has_usual_warnings, usual_warnings, with_warnings
from facilitator.common.clock import Duration, seconds
from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import text

_AS_GIVEN = (
    *("title", "kind", "start", "fixed", "speaker", "notes", "priority"),
    *("day", "track", "scene", "at_end", "end_scene", "sound"),
)
"""The fields that a change puts in as they are."""


def put(items: Iterable[Item], scenes: Collection[str]) -> Plan:
    """A plan of these items in this order, day after day, numbered anew.

    Raises:
        UserError: an item is not possible, or there is none.
    """
    by_day = sorted(items, key=lambda item: item.day)
    numbered = [replace(item, id=index + 1, position=index) for index, item in enumerate(by_day)]
    if not numbered:
        raise UserError(text("The agenda has no items."), text("Choose a list with at least one row."))
    return Plan({item.id: checked(item, scenes) for item in numbered})


def add(plan: Plan, command: AddItem, scenes: Collection[str]) -> tuple[Plan, int]:
    """The plan with a new item, and the item's id."""
    order = list(plan.in_order())
    identifier = max(plan.items, default=0) + 1
    place = len(order)
    if command.after is not None:
        place = order.index(find(plan, command.after)) + 1
    day = command.day
    if day is None:
        day = order[place - 1].day if order else 0
    length = seconds(command.seconds)
    least = length if command.least_seconds is None else seconds(command.least_seconds)
    item = Item(identifier, 0, command.title, command.kind, length, least, day=day, track=command.track.strip())
    order.insert(place, checked(with_warnings(item), scenes))
    return _renumbered(order), identifier


def insert(
    plan: Plan, items: Sequence[Item], after: int | None, scenes: Collection[str]
) -> tuple[Plan, tuple[int, ...]]:
    """The plan with these items after another one or at the end, each on its day, and their new ids.

    Raises:
        NotFound: there is no item to put them after.
        UserError: one of them is not possible.
    """
    order = list(plan.in_order())
    place = len(order) if after is None else order.index(find(plan, after)) + 1
    first = max(plan.items, default=0) + 1
    fresh = [
        checked(replace(item, id=first + index, scheduled_start=None, scheduled_length=None), scenes)
        for index, item in enumerate(items)
    ]
    return _renumbered([*order[:place], *fresh, *order[place:]]), tuple(item.id for item in fresh)


def change(plan: Plan, command: ChangeItem, scenes: Collection[str], among: Sequence[int] = ()) -> Plan:
    """The plan with what the command gives of an item, or of each item `among`, in place of what was there.

    Raises:
        NotFound: there is no such item.
        UserError: what comes of it is not possible.
    """
    items = dict(plan.items)
    for identifier in among or (command.item,):
        items[identifier] = checked(_changed(find(plan, identifier), command), scenes)
    return _renumbered(sorted(items.values(), key=lambda item: item.position))


def _changed(item: Item, command: ChangeItem) -> Item:
    given: dict[str, Any] = {name: getattr(command, name) for name in _AS_GIVEN if getattr(command, name) is not None}
    if command.track is not None:
        given["track"] = command.track.strip()
    if command.follows:
        given["start"] = None
    if "start" in given or command.day is not None:
        given["scheduled_start"] = None
    if command.seconds is not None:
        length = seconds(command.seconds)
        given |= {
            "length": length,
            "least_length": Duration(min(item.least_length, length)),
            "scheduled_length": None,
        }
        if has_usual_warnings(item):
            given["warning"], given["danger"] = usual_warnings(length)
    for name, count in (
        ("least_length", command.least_seconds),
        ("warning", command.warning_seconds),
        ("danger", command.danger_seconds),
    ):
        if count is not None:
            given[name] = seconds(count)
    return replace(item, **given)


def move(plan: Plan, identifiers: Sequence[int], position: int) -> Plan:
    """The plan with items, in their order, at another place, counted from 0 among those that stay.

    Their printed starts go, since the order now decides; fixed ones keep theirs. An item that comes to stand among
    those of another day belongs to that day.

    Raises:
        NotFound: there is no such item.
    """
    chosen = {find(plan, identifier).id for identifier in identifiers}
    stay = [item for item in plan.in_order() if item.id not in chosen]
    place = max(0, min(position, len(stay)))
    first = stay[place - 1].day if place else 0
    last = stay[place].day if place < len(stay) else None
    moved = [_moved(item, first, last) for item in plan.in_order() if item.id in chosen]
    return _renumbered([*stay[:place], *moved, *stay[place:]])


def _moved(item: Item, first: int, last: int | None) -> Item:
    """The item at a place between items of the days `first` and `last`."""
    day = max(first, item.day if last is None else min(item.day, last))
    return replace(item, day=day, start=item.start if item.fixed else None, scheduled_start=None)


def cut(plan: Plan, identifiers: Iterable[int], passed_over: bool) -> Plan:
    """The plan with items passed over when their turn comes, or no longer.

    Raises:
        NotFound: there is no such item.
    """
    changed = {identifier: replace(find(plan, identifier), cut=passed_over) for identifier in identifiers}
    return replace(plan, items={**plan.items, **changed})


def remove(plan: Plan, identifiers: Iterable[int]) -> Plan:
    """The plan without these items.

    Raises:
        NotFound: there is no such item.
    """
    gone = {find(plan, identifier).id for identifier in identifiers}
    return _renumbered([item for item in plan.in_order() if item.id not in gone])


def find(plan: Plan, identifier: int) -> Item:
    """The item with this id.

    Raises:
        NotFound: there is none.
    """
    if identifier not in plan.items:
        raise NotFound(
            text("There is no agenda item {item}.", item=identifier), text("Look at the plan for the right one.")
        )
    return plan.items[identifier]


def find_by_title(plan: Plan, title: str) -> Item:
    """The first item with this title, upper and lower case alike.

    Raises:
        NotFound: there is none.
    """
    wanted = title.strip().casefold()
    for item in plan.in_order():
        if item.title.strip().casefold() == wanted:
            return item
    raise NotFound(
        text("There is no agenda item “{title}”.", title=title), text("Look at the plan for the right name.")
    )


def _renumbered(order: Iterable[Item]) -> Plan:
    """The items in this order, but day after day."""
    by_day = sorted(order, key=lambda item: item.day)
    return Plan({item.id: replace(item, position=index) for index, item in enumerate(by_day)})
