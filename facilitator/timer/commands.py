"""What can be asked of the clock. Lengths are whole seconds, as scripts and phones write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartDay:
    """Start the first item of the day."""


@dataclass(frozen=True, slots=True)
class Next:
    """End the running item and start the next; after the last one the day ends.

    `item` is the item that the sender saw running; when another one runs by then, the command is refused as stale.
    """

    item: int | None = None


@dataclass(frozen=True, slots=True)
class Previous:
    """Go back to the item before and start its countdown again."""


@dataclass(frozen=True, slots=True)
class StartItem:
    """Start an item out of order; named by its id or as `{"title": …}`."""

    item: int | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold the clock."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class AddTime:
    """Give the running item more seconds, or take some with a negative number."""

    seconds: int


@dataclass(frozen=True, slots=True)
class StartedAgo:
    """The running item really started this many seconds ago."""

    seconds: int
