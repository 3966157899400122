"""What can be asked of the teams. A participant is named by id or by the reference of the imported list."""

from __future__ import annotations

from typing import Any

from facilitator.common.frozen import frozen
from facilitator.teams.model import Move, Rules, Team, TierValue


@frozen
class FormTeams:
    """Form teams of everybody who has a seat; slow, so the desk works it out before it decides.

    `rules` is a rules document, kept in the event when given; `seconds` limits the search.
    """

    rules: dict[str, Any] | None = None
    seed: int | None = None
    seconds: float | None = None


@frozen
class RepairTeams:
    """Seat those who came and drop those who did not with the fewest moves; slow like `FormTeams`.

    `option` chooses from the list of trade-offs, counted from 1: the first has the fewest moves.
    """

    option: int = 1
    seconds: float | None = None


@frozen
class SeatTeams:
    """Put these teams in the place of the present ones: what forming, repairing and imports end in."""

    teams: tuple[Team, ...]
    tiers: tuple[TierValue, ...]
    rules: Rules
    seed: int
    moves: tuple[Move, ...] = ()


@frozen
class SeatRounds:
    """Keep these table rounds in the event."""

    rounds: tuple[tuple[Team, ...], ...]


@frozen
class MoveParticipant:
    """Move a person to a team by hand; `team` None takes them out of theirs."""

    participant: int | str
    team: int | None


@frozen
class Unseat:
    """Take somebody who is no longer on the list out of their team, whatever is locked."""

    participant: int


@frozen
class SwapParticipants:
    """Let two people change places."""

    participant: int | str
    other: int | str


@frozen
class LockParticipant:
    """Keep a person where they are, or let them move again."""

    participant: int | str
    locked: bool = True


@frozen
class LockTeam:
    """Keep a team as it is, or let it change again."""

    team: int
    locked: bool = True
