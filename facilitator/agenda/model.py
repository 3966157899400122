"""The plan of the day: agenda items in order, with their lengths and fixed starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import time
from enum import StrEnum

from facilitator.common.clock import Duration, Instant, minutes
from facilitator.common.frozen import frozen


class Kind(StrEnum):
    """What happens during an item; decides the scene and the reactions."""

    TALK = "talk"
    BREAK = "break"
    TEAMS = "teams"
    WORK = "work"
    PITCHES = "pitches"
    VOTE = "vote"
    RESULTS = "results"
    END = "end"


class AtEnd(StrEnum):
    """What time itself does when an item's countdown reaches zero."""

    STAY = "stay"
    """Nothing: the clock counts on, over time."""
    NEXT = "next"
    """The next item starts."""
    BALLOT = "ballot"
    """The ballots of this item open, which otherwise open at its start."""
    SCENE = "scene"
    """The scene `end_scene` is shown."""


@frozen
class Item:
    """One agenda item (programpunkt).

    `length` and `least_length` are the planned ones. `start` is the local time that the printed agenda shows; an item
    without one follows the item before. A `fixed` item never starts before its `start`. `priority` says how dear the
    item's minutes are: items with a low one give way first (1 lowest, 5 highest). After a re-plan `scheduled_start` and
    `scheduled_length` hold the new plan; `cut` items are passed over.

    `day` counts the days of the event from 0. Items with a `track` (a table's or a room's name) run beside the plenary
    on clocks of their own, from the plenary item before them on; the plenary's next fixed item gathers everybody.
    `warning` and `danger` are what is left on the clock when its look changes; what is usual for a length is said in
    `facilitator.agenda.warnings`. `scene` names what is shown at the start in place of what is usual for the kind;
    `at_end` happens once, at zero. `sound` says whether warning and end are heard.
    """

    id: int
    position: int
    title: str
    kind: Kind
    length: Duration
    least_length: Duration
    start: time | None = None
    fixed: bool = False
    speaker: str = ""
    notes: str = ""
    priority: int = 3
    scheduled_start: Instant | None = None
    scheduled_length: Duration | None = None
    cut: bool = False
    day: int = 0
    track: str = ""
    warning: Duration = minutes(5)
    danger: Duration = minutes(1)
    scene: str = ""
    at_end: AtEnd = AtEnd.STAY
    end_scene: str = ""
    sound: bool = True

    @property
    def current_length(self) -> Duration:
        """The length that counts now: the re-planned one if there is one."""
        return self.length if self.scheduled_length is None else self.scheduled_length


@frozen
class Slot:
    """A start and an end, as instants."""

    start: Instant
    end: Instant


@frozen
class Plan:
    """The whole agenda."""

    items: Mapping[int, Item] = field(default_factory=dict)

    def in_order(self) -> tuple[Item, ...]:
        """The items as they follow each other, cut ones included."""
        return tuple(sorted(self.items.values(), key=lambda item: item.position))

    def to_run(self) -> tuple[Item, ...]:
        """The plenary's items as they follow each other, over all days, without cut ones."""
        return tuple(item for item in self.in_order() if not item.cut and not item.track)
