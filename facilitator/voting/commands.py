"""What can be asked of ballots and voting cards."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.voting.model import Ballot, Role


@dataclass(frozen=True, slots=True)
class PutBallot:
    """Add a ballot (id 0), or replace a draft."""

    put: Ballot


@dataclass(frozen=True, slots=True)
class RemoveBallot:
    """Take a draft off the list."""

    ballot: int


@dataclass(frozen=True, slots=True)
class OpenBallot:
    """Let the room vote."""

    ballot: int


@dataclass(frozen=True, slots=True)
class CloseBallot:
    """End the vote; what has been acknowledged by then counts."""

    ballot: int


@dataclass(frozen=True, slots=True)
class RevealResult:
    """Count a closed ballot and show the result."""

    ballot: int


@dataclass(frozen=True, slots=True)
class IssueCards:
    """Make cards: for these participants of the roster, or for `names` who are not on it, such as a jury."""

    role: Role
    names: tuple[str, ...] = ()
    participants: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RevokeCards:
    """Take a participant's cards off the electoral roll; votes cast stay cast."""

    participant: int


@dataclass(frozen=True, slots=True)
class ReissueCard:
    """Revoke a lost card and make another in its place; votes cast stay cast."""

    card: str
