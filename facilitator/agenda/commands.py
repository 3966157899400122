"""What can be asked of the agenda."""

from __future__ import annotations

from datetime import time

from facilitator.agenda.model import AtEnd, Item, Kind
from facilitator.common.frozen import frozen


@frozen
class PutAgenda:
    """Replace the whole agenda (an import)."""

    items: tuple[Item, ...]


@frozen
class AddItem:
    """Add an item after another one, or at the end. Lengths in seconds.

    Without a `day` it belongs to the day of the item before it, with one and no `after` it ends that day.
    """

    title: str
    kind: Kind = Kind.TALK
    seconds: int = 600
    least_seconds: int | None = None
    after: int | None = None
    day: int | None = None
    track: str = ""


@frozen
class InsertItems:
    """Add whole items, in this order and on their days, after another one or at the end, in one step.

    They get ids of their own; what a re-plan had made of them is left behind.
    """

    items: tuple[Item, ...]
    after: int | None = None


@frozen
class ChangeItem:
    """Change what is given of an item; the rest stays. Lengths in seconds.

    `follows` takes a start away that the printed agenda shows: the item then follows the one before.
    """

    item: int
    title: str | None = None
    kind: Kind | None = None
    seconds: int | None = None
    least_seconds: int | None = None
    start: time | None = None
    follows: bool = False
    fixed: bool | None = None
    speaker: str | None = None
    notes: str | None = None
    priority: int | None = None
    day: int | None = None
    track: str | None = None
    warning_seconds: int | None = None
    danger_seconds: int | None = None
    scene: str | None = None
    at_end: AtEnd | None = None
    end_scene: str | None = None
    sound: bool | None = None


@frozen
class ChangeItems:
    """Make the same change to several items, in one step; `change.item` is not looked at."""

    items: tuple[int, ...]
    change: ChangeItem


@frozen
class MoveItem:
    """Move an item to another place in the order, counted from 0."""

    item: int
    position: int


@frozen
class MoveItems:
    """Move several items together, in their order, to another place, counted from 0 among those that stay."""

    items: tuple[int, ...]
    position: int


@frozen
class RemoveItems:
    """Take several items off the agenda, in one step."""

    items: tuple[int, ...]


@frozen
class CutItem:
    """Pass an item over when its turn comes, or no longer."""

    item: int
    cut: bool = True


@frozen
class CutItems:
    """Pass several items over when their turn comes, or no longer, in one step."""

    items: tuple[int, ...]
    cut: bool = True


@frozen
class RemoveItem:
    """Take an item off the agenda."""

    item: int


@frozen
class ReplanPreview:
    """Ask which ways there are to get back on time. Changes nothing."""


@frozen
class ReplanApply:
    """Take one of the ways of the preview, by its name or by its number counted from 1."""

    option: str | int
