"""What may be done with a ballot, and when: draft → open → closed → revealed. The way back is the Desk's undo.

Pure: each takes the voting state and gives the next, or refuses. Time and what is random come in from outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.common.clock import Instant
from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.common.texts import Text, text
from facilitator.voting.model import Ballot, Card, Method, Option, Phase, Result, Source, Voting
from facilitator.voting.tally import require_fit

CONTEST_DIGITS = 32


def find_ballot(voting: Voting, ballot_id: int) -> Ballot:
    """The ballot with this id.

    Raises:
        NotFound: there is none.
    """
    ballot = voting.ballots.get(ballot_id)
    if ballot is None:
        raise NotFound(
            text("There is no ballot {ballot} in this event.", ballot=ballot_id),
            text("Choose one of the ballots on the Vote page."),
        )
    return ballot


def add_ballot(voting: Voting, ballot: Ballot) -> tuple[Voting, Ballot]:
    """The state with a new draft at the end, and the draft with its id; those of `ballot` are not looked at.

    Raises:
        UserError: the ballot contradicts itself.
    """
    added = replace(
        _as_draft(ballot),
        id=max(voting.ballots, default=0) + 1,
        position=max((each.position for each in voting.ballots.values()), default=0) + 1,
    )
    require_consistent(added)
    return _with(voting, added), added


def edit_ballot(voting: Voting, ballot: Ballot) -> Voting:
    """The state with the draft of this id replaced.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is no longer a draft.
        UserError: the ballot contradicts itself.
    """
    _in_phase(voting, ballot.id, Phase.DRAFT)
    require_consistent(ballot)
    return _with(voting, _as_draft(ballot))


def remove_ballot(voting: Voting, ballot_id: int) -> Voting:
    """The state without this draft.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is no longer a draft.
    """
    _in_phase(voting, ballot_id, Phase.DRAFT)
    return replace(voting, ballots={key: each for key, each in voting.ballots.items() if key != ballot_id})


def open_ballot(
    voting: Voting, ballot_id: int, contest: str, now: Instant, drawn: Sequence[Option] | None = None
) -> Voting:
    """The state with this draft open for votes.

    `contest` is 32 fresh random hex digits. `drawn` are the options at this moment, for ballots whose source is not
    their own list.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not a draft.
        UserError: there is nothing to vote for.
        ValueError: the contest is not 32 hex digits, or options are drawn for a ballot that has its own.
    """
    ballot = _in_phase(voting, ballot_id, Phase.DRAFT)
    if len(contest) != CONTEST_DIGITS or not set(contest) <= set("0123456789abcdef"):
        raise ValueError("a contest is 32 hex digits in lower case")
    if drawn is not None:
        if ballot.source is Source.OWN:
            raise ValueError("this ballot has its own options")
        ballot = replace(ballot, options=tuple(drawn))
    if not ballot.options:
        raise UserError(
            text("The ballot “{title}” has no options to vote for.", title=ballot.title),
            text("Add options to the ballot, or what they are drawn from, and open it again."),
        )
    require_consistent(ballot)
    return _with(voting, replace(ballot, phase=Phase.OPEN, contest=contest, opened_at=now))


def close_ballot(voting: Voting, ballot_id: int, now: Instant) -> Voting:
    """The state with this open ballot closed: `now` is the moment that decides which votes were in time.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not open.
    """
    ballot = _in_phase(voting, ballot_id, Phase.OPEN)
    return _with(voting, replace(ballot, phase=Phase.CLOSED, closed_at=now))


def reveal_result(voting: Voting, ballot_id: int, result: Result) -> Voting:
    """The state with this closed ballot's result for all to see.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not closed.
        ValueError: the result was counted by another rule.
    """
    ballot = _in_phase(voting, ballot_id, Phase.CLOSED)
    if (result.method, result.rule) != (ballot.method, ballot.rule):
        raise ValueError("the result belongs to another ballot")
    revealed = _with(voting, replace(ballot, phase=Phase.REVEALED))
    return replace(revealed, results={**voting.results, ballot_id: result})


def eligible(voting: Voting, ballot: Ballot) -> tuple[Card, ...]:
    """The electoral roll: the valid cards whose role may vote on this ballot. A straw poll has none."""
    if ballot.straw_poll:
        return ()
    return tuple(card for card in voting.cards.values() if not card.revoked and card.role in ballot.roles)


def require_consistent(ballot: Ballot) -> None:
    """Whether the ballot can be voted on and counted as it stands; options may still be missing.

    Raises:
        UserError: it contradicts itself; the message says where.
    """
    require_fit(ballot.method, ballot.rule)
    for wrong, message in _contradictions(ballot):
        if wrong:
            raise UserError(message, text("Change it in the ballot's settings."))


def _contradictions(ballot: Ballot) -> tuple[tuple[bool, Text], ...]:
    names = [criterion.name.strip() for criterion in ballot.criteria]
    labels = [option.label.strip() for option in ballot.options]
    return (
        (not ballot.title.strip(), text("A ballot needs a title.")),
        (not all(labels), text("Every option needs a label.")),
        (len({option.id for option in ballot.options}) < len(labels), text("Two options have the same number.")),
        (ballot.method is Method.SCORE and not names, text("Scores need at least one criterion.")),
        (not all(names) or len(set(names)) < len(names), text("Every criterion needs a name of its own.")),
        (
            not all(0 < criterion.weight < float("inf") for criterion in ballot.criteria),
            text("The weight of a criterion must be more than zero."),
        ),
        (
            not all(0 <= weight < float("inf") for _, weight in ballot.weights),
            text("What a vote counts for cannot be less than zero."),
        ),
        (ballot.most is not None and ballot.most < 1, text("Voters must be allowed at least one choice.")),
        (ballot.budget < 1, text("Voters must have at least one dot to spend.")),
        (not ballot.roles and not ballot.straw_poll, text("Somebody must be allowed to vote.")),
        (
            ballot.own_team_excluded and ballot.straw_poll,
            text("A straw poll has no voting cards, so it cannot leave out the voter's own team."),
        ),
    )


def _in_phase(voting: Voting, ballot_id: int, wanted: Phase) -> Ballot:
    ballot = find_ballot(voting, ballot_id)
    if ballot.phase is not wanted:
        raise Stale(_is(ballot), _only(wanted))
    return ballot


def _is(ballot: Ballot) -> Text:
    match ballot.phase:
        case Phase.DRAFT:
            return text("The ballot “{title}” has not been opened yet.", title=ballot.title)
        case Phase.OPEN:
            return text("The ballot “{title}” is open.", title=ballot.title)
        case Phase.CLOSED:
            return text("The ballot “{title}” is closed.", title=ballot.title)
        case Phase.REVEALED:
            return text("The result of the ballot “{title}” is revealed.", title=ballot.title)


def _only(wanted: Phase) -> Text:
    if wanted is Phase.DRAFT:
        return text("This can only be done before it opens.")
    if wanted is Phase.OPEN:
        return text("This can only be done while it is open.")
    return text("This can only be done between its closing and the reveal.")


def _as_draft(ballot: Ballot) -> Ballot:
    return replace(ballot, phase=Phase.DRAFT, contest="", opened_at=None, closed_at=None)


def _with(voting: Voting, ballot: Ballot) -> Voting:
    return replace(voting, ballots={**voting.ballots, ballot.id: ballot})
