"""Which ballot a scene is about, and what its method asks of the voter."""

from __future__ import annotations

from facilitator.common.texts import Text, plural_text, text
from facilitator.desk.state import State
from facilitator.voting.model import Ballot, Method, Phase


def to_vote_on(state: State) -> Ballot | None:
    """The ballot that the ballot scene shows: the one asked for, else the one opened last, else the next draft."""
    ballots = state.voting.ballots
    if state.stage.ballot is not None and state.stage.ballot in ballots:
        return ballots[state.stage.ballot]
    return (
        _latest([ballot for ballot in ballots.values() if ballot.phase is Phase.OPEN])
        or _latest([ballot for ballot in ballots.values() if ballot.opened_at is not None])
        or min(ballots.values(), key=lambda ballot: ballot.position, default=None)
    )


def to_reveal(state: State) -> Ballot | None:
    """The ballot that the results scene shows: the one asked for, else the revealed one that was opened last, else the
    one opened last, whose result is still to come."""
    ballots = state.voting.ballots
    if state.stage.ballot is not None and state.stage.ballot in ballots:
        return ballots[state.stage.ballot]
    return _latest([ballot for ballot in ballots.values() if ballot.phase is Phase.REVEALED]) or _latest(
        [ballot for ballot in ballots.values() if ballot.opened_at is not None]
    )


def _latest(ballots: list[Ballot]) -> Ballot | None:
    return max(ballots, key=lambda ballot: (ballot.opened_at or 0, ballot.position), default=None)


def instruction(ballot: Ballot) -> Text:
    """What the voter does, in one sentence."""
    match ballot.method:
        case Method.SINGLE:
            return text("Choose one.")
        case Method.APPROVAL if ballot.most is not None:
            return plural_text("Approve of one at most.", "Approve of up to {count}.", ballot.most)
        case Method.APPROVAL:
            return text("Approve of as many as you like.")
        case Method.RANKED if ballot.most is not None:
            return plural_text("Name your favourite.", "Rank up to {count}, your favourite first.", ballot.most)
        case Method.RANKED:
            return text("Rank them, your favourite first.")
        case Method.SCORE:
            return text("Give each a score from 0 to 5.")
        case Method.DOTS:
            return plural_text("Place your dot.", "Share out {count} dots.", ballot.budget)
        case Method.AXES:
            return text("Place each by how interesting and how feasible it is.")
        case Method.TEXT:
            return text("Answer in your own words.")
