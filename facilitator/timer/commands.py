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
    """Go back to the item before and start its countdown again; `item` as in `Next`."""

    item: int | None = None


@frozen
class StartItem:
    """Start an item out of order; named by its id or as `{"title": …}`."""

    item: int | Mapping[str, str]


@frozen
class Pause:
    """Hold the clock; `item` as in `Next`. With the id of an item on a track, that track's clock."""

    item: int | None = None


@frozen
class Resume:
    """Let the clock go on; `item` as in `Pause`."""

    item: int | None = None


@frozen
class AddTime:
    """Give the running item more seconds, or take some with a negative number; `item` as in `Pause`."""

    seconds: int
    item: int | None = None


@frozen
class StartedAgo:
    """The running item really started this many seconds ago.

    With the `item` that should have been started and was forgotten, that item starts, that long ago.
    """

    seconds: int
    item: int | None = None


@frozen
class EndTrack:
    """End the item that runs on a track of its own."""

    item: int


@frozen
class ReachEnd:
    """The item's countdown has reached zero: do what it does then (`Item.at_end`), once. Time itself sends this.

    `skip` says that the host passes it over, as after a sleep that lasted beyond the end.
    """

    item: int
    skip: bool = False


@frozen
class DrawPitches:
    """Draw the teams' order by lot; `seed` repeats an earlier draw."""

    seed: int | None = None


@frozen
class OrderPitches:
    """Set the order of the teams that have yet to pitch, next one first; teams left out follow in their old order."""

    teams: tuple[int, ...]


@frozen
class SwapPitches:
    """Let two waiting teams change places."""

    team: int
    other: int


@frozen
class SetPitchTimes:
    """How long each phase takes, in seconds; no `pitch` means an equal share of what the item has left."""

    pitch: int | None = None
    questions: int = 60
    change_over: int = 30


@frozen
class NextPitch:
    """Go on to the next phase: pitch, questions, change-over, then the next team's pitch.

    `team` is the one that the sender saw on stage; when another is there by then, the command is refused as stale.
    """

    team: int | None = None


@frozen
class SkipToTeam:
    """End this team's turn and call the next, whatever the phase."""

    team: int | None = None


@frozen
class PitchAbsent:
    """The team was called and is not there: the next one takes its place on stage."""

    team: int


@frozen
class RequeuePitch:
    """Put a team that was absent, or has had its turn, back in the queue: last, or first with `first`."""

    team: int
    first: bool = False
