"""How the agenda is edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.agenda.commands import AddItem, ChangeItem
from facilitator.agenda.model import Item, Plan
from facilitator.common.clock import Duration, seconds
from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import text

LONGEST_ITEM = seconds(24 * 3600)
LONGEST_TITLE = 200


def put(items: Iterable[Item]) -> Plan:
    """A plan of these items in this order, numbered anew.

    Raises:
        UserError: an item is not possible, or there is none.
    """
    numbered = [replace(item, id=index + 1, position=index) for index, item in enumerate(items)]
    if not numbered:
        raise UserError(text("The agenda has no items."), text("Choose a list with at least one row."))
    return Plan({item.id: _checked(item) for item in numbered})


def add(plan: Plan, command: AddItem) -> tuple[Plan, int]:
    """The plan with a new item, and the item's id."""
    order = list(plan.in_order())
    identifier = max(plan.items, default=0) + 1
    length = seconds(command.seconds)
    least = length if command.least_seconds is None else seconds(command.least_seconds)
    item = Item(identifier, 0, command.title, command.kind, length, least)
    place = len(order)
    if command.after is not None:
        place = order.index(find(plan, command.after)) + 1
    order.insert(place, _checked(item))
    return _renumbered(order), identifier


def change(plan: Plan, command: ChangeItem) -> Plan:
    """The plan with what the command gives of an item in place of what was there."""
    item = find(plan, command.item)
    given = {
        name: getattr(command, name)
        for name in ("title", "kind", "start", "fixed", "speaker", "notes", "priority")
        if getattr(command, name) is not None
    }
    changed = replace(item, **given)
    if command.seconds is not None:
        length = seconds(command.seconds)
        changed = replace(
            changed, length=length, least_length=Duration(min(changed.least_length, length)), scheduled_length=None
        )
    if command.least_seconds is not None:
        changed = replace(changed, least_length=seconds(command.least_seconds))
    return replace(plan, items={**plan.items, item.id: _checked(changed)})


def move(plan: Plan, identifier: int, position: int) -> Plan:
    """The plan with an item at another place; its printed start goes, since the order now decides."""
    order = list(plan.in_order())
    item = find(plan, identifier)
    order.remove(item)
    if not item.fixed:
        item = replace(item, start=None)
    order.insert(max(0, min(position, len(order))), item)
    return _renumbered(order)


def remove(plan: Plan, identifier: int) -> Plan:
    """The plan without an item."""
    item = find(plan, identifier)
    return _renumbered([other for other in plan.in_order() if other.id != item.id])


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
    return Plan({item.id: replace(item, position=index) for index, item in enumerate(order)})


def _checked(item: Item) -> Item:
    if not item.title.strip():
        raise UserError(text("An agenda item needs a title."), text("Write one and try again."))
    if len(item.title) > LONGEST_TITLE:
        raise UserError(text("The title “{title}…” is too long.", title=item.title[:40]), text("Shorten it."))
    if not 0 <= item.length <= LONGEST_ITEM:
        raise UserError(
            text("“{title}” must last between 0 minutes and 24 hours.", title=item.title), text("Change its length.")
        )
    if not 0 <= item.least_length <= item.length:
        raise UserError(
            text("The least length of “{title}” must lie between 0 and its length.", title=item.title),
            text("Change one of the two."),
        )
    if item.fixed and item.start is None:
        raise UserError(text("“{title}” has a fixed start, but no start.", title=item.title), text("Give it a start."))
    if not 1 <= item.priority <= 5:
        raise UserError(text("A priority is a number from 1 to 5."), text("Choose one of them."))
    return item
