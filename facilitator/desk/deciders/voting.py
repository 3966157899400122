"""Decides commands about ballots and voting cards."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.common.clock import seconds
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import BallotClosed, BallotOpened, PlaceUnveiled, ResultRevealed
from facilitator.desk.options import draw
from facilitator.desk.ports import BallotBox
from facilitator.desk.state import State
from facilitator.desk.vocabulary import VotingCommand
from facilitator.voting import grouping, papers, roll, rules
from facilitator.voting.checking import checked
from facilitator.voting.choices import Choices, Places, Words
from facilitator.voting.commands import (
    BreakTies,
    CloseBallot,
    ExtendBallot,
    GroupTexts,
    IssueCards,
    KeyPaper,
    NameGroup,
    OpenBallot,
    PutBallot,
    ReissueCard,
    RemoveBallot,
    RemovePaper,
    RevealResult,
    RevokeCards,
    UngroupTexts,
)
from facilitator.voting.evidence import named, written
from facilitator.voting.lot import broken_by_lot
from facilitator.voting.model import Ballot, Phase, Result, Role, Source, Voting
from facilitator.voting.receipts import box_digest
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
        case ExtendBallot(ballot=ballot_id, seconds=more):
            return _with(state, rules.extend_ballot(voting, ballot_id, seconds(more), context.now.wall))
        case RevealResult(ballot=ballot_id, step=step):
            return _reveal(state, ballot_id, context, step=step)
        case BreakTies(ballot=ballot_id, dice=dice):
            return _with(state, _with_ties_broken(voting, ballot_id, dice, context))
        case GroupTexts(ballot=ballot_id, texts=texts, name=name):
            given = {words for words, _ in answers(voting, rules.find_ballot(voting, ballot_id), context.box)}
            return _with(state, grouping.group_texts(voting, ballot_id, texts, name, given))
        case UngroupTexts(ballot=ballot_id, texts=texts):
            return _with(state, grouping.ungroup_texts(voting, ballot_id, texts))
        case NameGroup(ballot=ballot_id, group=group, name=name):
            return _with(state, grouping.name_group(voting, ballot_id, group, name))
        case KeyPaper():
            keyed = papers.key_paper(
                voting, command.ballot, command.serial, command.keying, command.role, dict(command.choices)
            )
            return _with(state, keyed)
        case RemovePaper(ballot=ballot_id, serial=serial):
            return _with(state, papers.remove_paper(voting, ballot_id, serial))
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


def cast_ballots(voting: Voting, ballot: Ballot, box: BallotBox) -> tuple[Cast, ...]:
    """Everything that counts for a ballot: what lies in the box, and the papers that were keyed in twice alike."""
    from_phones = tuple((role, choices) for role, choices in box.cast(ballot.id))
    on_paper = tuple((paper.role, paper.first) for paper in voting.papers_of(ballot.id) if paper.agreed)
    return tuple(
        Cast(checked(ballot, json.loads(choices)), 1, Role(role)) for role, choices in (*from_phones, *on_paper)
    )


def counted(voting: Voting, ballot: Ballot, box: BallotBox) -> Result:
    """The result of the ballots in the box and on paper, its ties broken if dice were thrown."""
    cast = cast_ballots(voting, ballot, box)
    result = count(ballot, cast)
    return broken_by_lot(ballot, cast, result, ballot.dice) if ballot.dice else result


def answers(voting: Voting, ballot: Ballot, box: BallotBox) -> tuple[tuple[str, int], ...]:
    """The answers in open text with how often each was given, in the order of the alphabet: for the host's eyes."""
    given = Counter(each.choices.words for each in cast_ballots(voting, ballot, box) if isinstance(each.choices, Words))
    return tuple(sorted(given.items(), key=lambda each: (each[0].casefold(), each[0])))


def reasons(voting: Voting, ballot: Ballot, box: BallotBox) -> Mapping[int, tuple[str, ...]]:
    """What was written about each option on the axes, in the order of the alphabet: for the host's eyes."""
    found: dict[int, list[str]] = {}
    for each in cast_ballots(voting, ballot, box):
        for option, reason in each.choices.reasons if isinstance(each.choices, Places) else ():
            found.setdefault(option, []).append(reason)
    return {option: tuple(sorted(words, key=str.casefold)) for option, words in found.items()}


def ballot_file(voting: Voting, ballot: Ballot, box: BallotBox) -> dict[str, Any]:
    """The evidence of a closed ballot: what `tally` counts again, and the figures of the electoral roll.

    `box` is the digest of the box as it was counted. Of paper ballots it tells only how many were counted. The
    published list stands there if the ballot has one.
    """
    document = {"title": ballot.title, **written(ballot, cast_ballots(voting, ballot, box))}
    keyed = voting.papers_of(ballot.id)
    document["roll"] = {"eligible": len(rules.eligible(voting, ballot)), "voted": box.turnout(ballot.id)}
    if known := voting.digest_of(ballot.id):
        document["box"] = known
    if keyed:
        document["paper"] = {"counted": sum(paper.agreed for paper in keyed), "keyed_in": len(keyed)}
    if ballot.receipts_listed and ballot.phase is Phase.REVEALED:
        document["published"] = [
            {"receipt": receipt, "choices": named(ballot, choices)} for receipt, choices in published(ballot, box)
        ]
    return document


def digest(ballot: Ballot, box: BallotBox) -> str:
    """What the box of a closed ballot comes to; another one later tells that the box has been changed."""
    cast = zip(box.receipts(ballot.id), box.cast(ballot.id), strict=True)
    return box_digest((receipt, role, choices) for receipt, (role, choices) in cast)


def published(ballot: Ballot, box: BallotBox) -> tuple[tuple[str, Choices], ...]:
    """The list in which voters find their ballot by its receipt, in the order of the receipts."""
    cast = (checked(ballot, json.loads(choices)) for _, choices in box.cast(ballot.id))
    return tuple(zip(box.receipts(ballot.id), cast, strict=True))


def _reveal(state: State, ballot_id: int, context: Context, *, step: bool) -> Decision:
    voting = state.voting
    ballot = rules.find_ballot(voting, ballot_id)
    papers.require_settled(voting, ballot_id)
    result = voting.results[ballot_id] if ballot.unveiled else counted(voting, ballot, context.box)
    reveal = rules.unveil_place if step else rules.reveal_result
    digests = {**dict(voting.digests), ballot_id: digest(ballot, context.box)}
    after = replace(state, voting=replace(reveal(voting, ballot_id, result), digests=tuple(sorted(digests.items()))))
    whole = after.voting.ballots[ballot_id].phase is Phase.REVEALED
    return Decision(after, (ResultRevealed(ballot_id) if whole else PlaceUnveiled(ballot_id),))


def _with_ties_broken(voting: Voting, ballot_id: int, dice: str, context: Context) -> Voting:
    papers.require_settled(voting, ballot_id)
    thrown = rules.put_dice(voting, ballot_id, dice)
    if ballot_id not in voting.results:
        return thrown
    again = counted(thrown, thrown.ballots[ballot_id], context.box)
    return replace(thrown, results={**thrown.results, ballot_id: again})


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
