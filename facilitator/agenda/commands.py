"""What can be asked of the agenda."""

from __future__ import annotations

from datetime import time

from facilitator.agenda.model import Item, Kind
from facilitator.common.frozen import frozen


@frozen
class PutAgenda:
    """Replace the whole agenda (an import)."""

    items: tuple[Item, ...]


@frozen
class AddItem:
    """Add an item after another one, or at the end. Lengths in seconds."""

    title: str
    kind: Kind = Kind.TALK
    seconds: int = 600
    least_seconds: int | None = None
    after: int | None = None


@frozen
class ChangeItem:
    """Change what is given of an item; the rest stays. Lengths in seconds."""

    item: int
    title: str | None = None
    kind: Kind | None = None
    seconds: int | None = None
    least_seconds: int | None = None
    start: time | None = None
    fixed: bool | None = None
    speaker: str | None = None
    notes: str | None = None
    priority: int | None = None


@frozen
class MoveItem:
    """Move an item to another place in the order, counted from 0."""

    item: int
    position: int


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
