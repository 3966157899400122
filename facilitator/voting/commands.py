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
    """Make cards for people who are not on the roster, such as a jury; named `names`."""

    role: Role
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReissueCard:
    """Revoke a lost card and make another in its place; votes cast stay cast."""

    card: str
