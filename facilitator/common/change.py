"""A change of state as plain data: which values were put in the place of which.

A state is made of slices, a slice of fields. A field that is a mapping holds entities by key; any other field is one
value, kept under the key "".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen


@frozen
class Entry:
    """One value replaced; None stands for "not there"."""

    slice: str
    field: str
    key: str
    before: Any
    after: Any

    def inverse(self) -> Entry:
        """The entry that takes this one back."""
        return Entry(self.slice, self.field, self.key, self.after, self.before)


def difference(name: str, before: Any, after: Any) -> list[Entry]:
    """What has to be replaced to get from one value of the slice `name` to another; both are the same dataclass."""
    entries: list[Entry] = []
    if before is after:
        return entries
    for spec in fields(before):
        old, new = getattr(before, spec.name), getattr(after, spec.name)
        if old is new:
            continue
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            entries += [Entry(name, spec.name, str(key), value, None) for key, value in old.items() if key not in new]
            entries += [
                Entry(name, spec.name, str(key), old.get(key), value)
                for key, value in new.items()
                if old.get(key) != value
            ]
        elif old != new:
            entries.append(Entry(name, spec.name, "", old, new))
    return entries


@frozen
class Mark:
    """What undo and redo need to know of a step before they choose it; `command` is the command's type."""

    version: int
    command: str
    undoable: bool
    undoes: int | None = None
    redoes: int | None = None


@frozen
class Step:
    """One line of the event's history.

    `command` is the command as JSON data, `by` who sent it. `undoes` and `redoes` name the version that this line
    takes back or brings again; `undoable` says whether undo may choose it. `unrecorded` is put in place with the
    entries, but the history keeps nothing of it.
    """

    version: int
    at: Instant
    by: str
    command: Mapping[str, Any]
    entries: tuple[Entry, ...]
    undoable: bool = True
    undoes: int | None = None
    redoes: int | None = None
    unrecorded: tuple[Entry, ...] = ()

    @property
    def mark(self) -> Mark:
        """The step without what it changed."""
        return Mark(self.version, str(self.command["type"]), self.undoable, self.undoes, self.redoes)
