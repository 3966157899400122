"""Which ballot the scenes of a vote are about, the same on the projector and on screens in browsers."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.common.clock import minutes, seconds
from facilitator.desk.state import State
from facilitator.voting.model import Ballot, Phase

CLOSES_SOON, CLOSES_NOW = minutes(1), seconds(15)
"""What is left of a vote that closes by itself when its countdown changes its look, and changes it again."""


def to_vote_on(state: State) -> Ballot | None:
    """The ballot that the ballot scene shows: the one asked for, else the one opened last, else the next draft."""
    ballots = state.voting.ballots.values()
    return (
        _asked_for(state)
        or _latest(ballot for ballot in ballots if ballot.phase is Phase.OPEN)
        or _latest(ballot for ballot in ballots if ballot.opened_at is not None)
        or min(ballots, key=lambda ballot: ballot.position, default=None)
    )


def to_reveal(state: State) -> Ballot | None:
    """The ballot that the results scene shows: the one asked for, else the revealed one that was opened last, else the
    one opened last, whose result is still to come."""
    ballots = state.voting.ballots.values()
    return (
        _asked_for(state)
        or _latest(ballot for ballot in ballots if ballot.phase is Phase.REVEALED)
        or _latest(ballot for ballot in ballots if ballot.opened_at is not None)
    )


def _asked_for(state: State) -> Ballot | None:
    return None if state.stage.ballot is None else state.voting.ballots.get(state.stage.ballot)


def _latest(ballots: Iterable[Ballot]) -> Ballot | None:
    return max(ballots, key=lambda ballot: (ballot.opened_at or 0, ballot.position), default=None)
