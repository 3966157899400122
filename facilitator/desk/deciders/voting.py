"""Decides commands about ballots and voting cards."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import BallotClosed, BallotOpened, ResultRevealed
from facilitator.desk.options import draw
from facilitator.desk.ports import BallotBox
from facilitator.desk.state import State
from facilitator.desk.vocabulary import VotingCommand
from facilitator.voting import roll, rules
from facilitator.voting.checking import checked
from facilitator.voting.commands import (
    CloseBallot,
    IssueCards,
    OpenBallot,
    PutBallot,
    ReissueCard,
    RemoveBallot,
    RevealResult,
    RevokeCards,
)
from facilitator.voting.model import Ballot, Result, Role, Source, Voting
from facilitator.voting.roll import Holder
from facilitator.voting.tally import Cast, count

CONTEST_BYTES = 16


def decide(state: State, command: VotingCommand, context: Context) -> Decision:
    """What a command about voting comes to."""
    voting = state.voting
    match command:
        case PutBallot(put=ballot):
            return _put(state, ballot)
        case RemoveBallot(ballot=ballot_id):
            return _with(state, rules.remove_ballot(voting, ballot_id))
        case OpenBallot(ballot=ballot_id):
            return _open(state, ballot_id, context)
        case CloseBallot(ballot=ballot_id):
            closed = rules.close_ballot(voting, ballot_id, context.now.wall)
            return Decision(replace(state, voting=closed), (BallotClosed(ballot_id),))
        case RevealResult(ballot=ballot_id):
            result = counted(rules.find_ballot(voting, ballot_id), context.box)
            revealed = rules.reveal_result(voting, ballot_id, result)
            return Decision(replace(state, voting=revealed), (ResultRevealed(ballot_id),))
        case IssueCards():
            return _with(state, roll.issue_cards(voting, _holders(command), context.random))
        case ReissueCard(card=card):
            reissued, fresh = roll.reissue_card(voting, card, context.random)
            return Decision(replace(state, voting=reissued), result=fresh.id)
        case RevokeCards(participant=participant):
            for held in tuple(voting.cards.values()):
                if held.participant == participant and not held.revoked:
                    voting = roll.revoke_card(voting, held.id)
            return _with(state, voting)


def cast_ballots(ballot: Ballot, box: BallotBox) -> tuple[Cast, ...]:
    """Everything that lies in the box for a ballot."""
    return tuple(Cast(checked(ballot, json.loads(choices)), 1, Role(role)) for role, choices in box.cast(ballot.id))


def counted(ballot: Ballot, box: BallotBox) -> Result:
    """The result of the ballots in the box."""
    return count(ballot, cast_ballots(ballot, box))


def _put(state: State, ballot: Ballot) -> Decision:
    if ballot.id in state.voting.ballots:
        return _with(state, rules.edit_ballot(state.voting, ballot))
    added, put = rules.add_ballot(state.voting, ballot)
    return Decision(replace(state, voting=added), result=put.id)


def _open(state: State, ballot_id: int, context: Context) -> Decision:
    ballot = rules.find_ballot(state.voting, ballot_id)
    drawn = None if ballot.source is Source.OWN else draw(state, ballot)
    contest = context.random(CONTEST_BYTES).hex()
    opened = rules.open_ballot(state.voting, ballot_id, contest, context.now.wall, drawn)
    return Decision(replace(state, voting=opened), (BallotOpened(ballot_id),))


def _holders(command: IssueCards) -> Iterable[Holder]:
    for participant in command.participants:
        yield Holder("", command.role, participant)
    for name in command.names:
        yield Holder(name, command.role)


def _with(state: State, voting: Voting) -> Decision:
    return Decision(replace(state, voting=voting))
