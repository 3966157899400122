"""What can be asked of ballots and voting cards."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.voting.model import Ballot, Role


@frozen
class PutBallot:
    """Add a ballot (id 0), or replace a draft."""

    put: Ballot


@frozen
class RemoveBallot:
    """Take a draft off the list."""

    ballot: int


@frozen
class OpenBallot:
    """Let the room vote."""

    ballot: int


@frozen
class CloseBallot:
    """End the vote; what has been acknowledged by then counts."""

    ballot: int


@frozen
class RevealResult:
    """Count a closed ballot and show the result."""

    ballot: int


@frozen
class IssueCards:
    """Make cards: for these participants of the roster, or for `names` who are not on it, such as a jury."""

    role: Role
    names: tuple[str, ...] = ()
    participants: tuple[int, ...] = ()


@frozen
class RevokeCards:
    """Take a participant's cards off the electoral roll; votes cast stay cast."""

    participant: int


@frozen
class ReissueCard:
    """Revoke a lost card and make another in its place; votes cast stay cast."""

    card: str
