"""What can be asked of the clock. Lengths are whole seconds, as scripts and phones write them."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.frozen import frozen


@frozen
class StartDay:
    """Start the first item of the day."""


@frozen
class Next:
    """End the running item and start the next; after the last one the day ends.

    `item` is the item that the sender saw running; when another one runs by then, the command is refused as stale.
    """

    item: int | None = None


@frozen
class Previous:
    """Go back to the item before and start its countdown again."""


@frozen
class StartItem:
    """Start an item out of order; named by its id or as `{"title": …}`."""

    item: int | Mapping[str, str]


@frozen
class Pause:
    """Hold the clock."""


@frozen
class Resume:
    """Let the clock go on."""


@frozen
class AddTime:
    """Give the running item more seconds, or take some with a negative number."""

    seconds: int


@frozen
class StartedAgo:
    """The running item really started this many seconds ago."""

    seconds: int
