"""What can be asked of ballots and voting cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    """Count a closed ballot and show the result; with `step` one place at a time, the third first."""

    ballot: int
    step: bool = False


@frozen
class ExtendBallot:
    """Let an open ballot close so many seconds later; one without an end closes so many seconds from now."""

    ballot: int
    seconds: int


@frozen
class BreakTies:
    """Draw for the shared places of a closed ballot, with the dice that were thrown in the room, as digits."""

    ballot: int
    dice: str


@frozen
class GroupTexts:
    """Put answers in open text into the group of this name; a new name makes a new group."""

    ballot: int
    texts: tuple[str, ...]
    name: str


@frozen
class UngroupTexts:
    """Take answers in open text out of their groups."""

    ballot: int
    texts: tuple[str, ...]


@frozen
class NameGroup:
    """Give a group of answers another name."""

    ballot: int
    group: int
    name: str


@frozen
class KeyPaper:
    """Put in what one of two people (`keying` 1 or 2) read on the paper ballot with this number."""

    ballot: int
    serial: int
    keying: int
    choices: Mapping[str, Any]
    role: Role = Role.PARTICIPANT


@frozen
class RemovePaper:
    """Take a paper that was keyed in by mistake off the list."""

    ballot: int
    serial: int


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
