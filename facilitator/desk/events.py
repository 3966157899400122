"""What has happened: the desk's one way out. Listeners get them in order, after they are on disk."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.desk.state import State


@frozen
class ItemStarted:
    """An agenda item began."""

    item: int


@frozen
class ItemEnded:
    """An agenda item came to its end."""

    item: int


@frozen
class ItemReachedEnd:
    """An item's countdown came to zero, and what the item does then is to be done."""

    item: int


@frozen
class TeamOnStage:
    """A team was called to pitch."""

    team: int


@frozen
class ItemLengthened:
    """An item was given another length in the plan, by `seconds` more (or fewer, if negative)."""

    item: int
    seconds: int


@frozen
class DayEnded:
    """The last item is over."""


@frozen
class AgendaReplaced:
    """The agenda was imported anew; ids of items mean something else than before. `before` maps old ids to titles."""

    before: tuple[tuple[int, str], ...]


@frozen
class ItemRemoved:
    """An item was taken off the agenda."""

    item: int


@frozen
class PeopleAdded:
    """People came onto the roster with a seat, or got one."""

    people: tuple[int, ...]


@frozen
class ParticipantRemoved:
    """A person was taken off the roster."""

    participant: int


@frozen
class SeatLost:
    """A person gave up their seat and waits for another."""

    participant: int


@frozen
class TeamsSeated:
    """There are new teams."""


@frozen
class BallotOpened:
    """The room may vote."""

    ballot: int


@frozen
class BallotClosed:
    """The vote is over."""

    ballot: int


@frozen
class PlaceUnveiled:
    """One more place of a counted ballot may be shown; the first is still to come."""

    ballot: int


@frozen
class ResultRevealed:
    """A ballot was counted and may be shown."""

    ballot: int


Event = (
    ItemStarted
    | ItemEnded
    | ItemReachedEnd
    | TeamOnStage
    | ItemLengthened
    | DayEnded
    | AgendaReplaced
    | ItemRemoved
    | PeopleAdded
    | ParticipantRemoved
    | SeatLost
    | TeamsSeated
    | BallotOpened
    | BallotClosed
    | PlaceUnveiled
    | ResultRevealed
)


@frozen
class Published:
    """What listeners are told: the new state, which slices of it changed, what happened, and what to tell the host."""

    version: int
    state: State
    touched: frozenset[str]
    events: tuple[Event, ...]
    notices: tuple[Text, ...] = ()
