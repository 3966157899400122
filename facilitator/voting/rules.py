"""What may be done with a ballot, and when: draft → open → closed → revealed. The way back is the Desk's undo.

Pure: each takes the voting state and gives the next, or refuses. Time and what is random come in from outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.common.clock import Duration, Instant
from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.common.texts import Text, text
from facilitator.voting.lot import require_dice
from facilitator.voting.model import Ballot, Card, Method, Option, Phase, Result, Source, Voting
from facilitator.voting.tally import require_fit

CONTEST_DIGITS = 32

STEPS_OF_PODIUM = 3
"""How many places are shown one by one."""


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
        UserError: there is nothing to vote for, or it should have closed already.
        ValueError: the contest is not 32 hex digits, or options are drawn for a ballot that has its own.
    """
    ballot = _in_phase(voting, ballot_id, Phase.DRAFT)
    if len(contest) != CONTEST_DIGITS or not set(contest) <= set("0123456789abcdef"):
        raise ValueError("a contest is 32 hex digits in lower case")
    if drawn is not None:
        if ballot.source is Source.OWN:
            raise ValueError("this ballot has its own options")
        ballot = replace(ballot, options=tuple(drawn))
    if not ballot.options and ballot.method is not Method.TEXT:
        raise UserError(
            text("The ballot “{title}” has no options to vote for.", title=ballot.title),
            text("Add options to the ballot, or what they are drawn from, and open it again."),
        )
    require_consistent(ballot)
    if ballot.closes_at is not None and ballot.closes_at <= now:
        raise UserError(
            text("The time at which the ballot “{title}” closes has passed.", title=ballot.title),
            text("Give it a later time in its settings, and open it again."),
        )
    ends = [] if ballot.closes_at is None else [ballot.closes_at]
    ends += [] if ballot.lasts is None else [Instant(now + ballot.lasts)]
    closes_at = min(ends, default=None)
    return _with(voting, replace(ballot, phase=Phase.OPEN, contest=contest, opened_at=now, closes_at=closes_at))


def close_ballot(voting: Voting, ballot_id: int, now: Instant) -> Voting:
    """The state with this open ballot closed: `now` is the moment that decides which votes were in time.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not open.
    """
    ballot = _in_phase(voting, ballot_id, Phase.OPEN)
    return _with(voting, replace(ballot, phase=Phase.CLOSED, closed_at=now))


def extend_ballot(voting: Voting, ballot_id: int, by: Duration, now: Instant) -> Voting:
    """The state with this open ballot closing that much later, or after that long if it had no end.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not open.
        UserError: it would have closed already.
    """
    ballot = _in_phase(voting, ballot_id, Phase.OPEN)
    closes_at = Instant((now if ballot.closes_at is None else ballot.closes_at) + by)
    if closes_at <= now:
        raise UserError(text("The ballot would be closed by then."), text("Close it instead."))
    return _with(voting, replace(ballot, closes_at=closes_at))


def reveal_result(voting: Voting, ballot_id: int, result: Result) -> Voting:
    """The state with this closed ballot's result for all to see.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not closed.
        ValueError: the result was counted by another rule.
    """
    ballot = _in_phase(voting, ballot_id, Phase.CLOSED)
    require_result_of(ballot, result)
    options = ballot.candidates  # from here on the groups of answers in open text are what the ballot shows
    revealed = _with(voting, replace(ballot, phase=Phase.REVEALED, options=options, unveiled=0))
    return replace(revealed, results={**voting.results, ballot_id: result})


def unveil_place(voting: Voting, ballot_id: int, result: Result) -> Voting:
    """The state with one more place of this closed ballot shown: the third, then the second, then the whole result.

    Places that are shared are shown at once, so that fewer steps may lead to the first one.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not closed.
        ValueError: the result was counted by another rule.
    """
    ballot = _in_phase(voting, ballot_id, Phase.CLOSED)
    require_result_of(ballot, result)
    if ballot.unveiled + 1 >= len(podium(result)):
        return reveal_result(voting, ballot_id, result)
    shown = _with(voting, replace(ballot, unveiled=ballot.unveiled + 1))
    return replace(shown, results={**voting.results, ballot_id: result})


def podium(result: Result) -> tuple[tuple[int, ...], ...]:
    """Who stands on the first three places, from the first on; empty if nobody has won."""
    places: list[tuple[int, ...]] = []
    for group in result.ranking if result.winners else ():
        if sum(map(len, places)) >= STEPS_OF_PODIUM:
            break
        places.append(group)
    return tuple(places)


def put_dice(voting: Voting, ballot_id: int, dice: str) -> Voting:
    """The state with the throw of dice that breaks the ties of this ballot; thrown once, after it has closed.

    Raises:
        NotFound: there is no such ballot.
        Stale: it is not closed, or its ties have been broken already.
        UserError: the dice are not digits.
    """
    ballot = find_ballot(voting, ballot_id)
    if ballot.phase not in (Phase.CLOSED, Phase.REVEALED) or ballot.unveiled:
        raise Stale(_is(ballot), text("A lot is drawn after the ballot has closed, and not in the middle of a reveal."))
    if ballot.dice:
        raise Stale(text("The dice have been thrown for “{title}”: {dice}.", title=ballot.title, dice=ballot.dice))
    require_dice(dice)
    return _with(voting, replace(ballot, dice=dice))


def require_uncounted(ballot: Ballot, *phases: Phase) -> None:
    """Whether what is counted may still change: no dice thrown, no place shown.

    Raises:
        Stale: it may not, or the ballot is in none of these phases.
    """
    if ballot.phase not in phases:
        raise Stale(_is(ballot), _only(phases[-1]))
    if ballot.dice or ballot.unveiled:
        raise Stale(text("What is counted on “{title}” stands fast: its reveal has begun.", title=ballot.title))


def require_result_of(ballot: Ballot, result: Result) -> None:
    """Whether the result is one of this ballot.

    Raises:
        ValueError: it was counted by another rule.
    """
    if (result.method, result.rule) != (ballot.method, ballot.rule):
        raise ValueError("the result belongs to another ballot")


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
            raise UserError(message, text("Change it in the ballot’s settings."))


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
        (
            bool(ballot.shares) and {role for role, _ in ballot.shares} != set(ballot.roles),
            text("Shares must be stated for each group of voters that may vote, and for no other."),
        ),
        (
            not all(0 < share < float("inf") for _, share in ballot.shares),
            text("The share of a group of voters must be more than zero."),
        ),
        (
            bool(ballot.shares) and (bool(ballot.weights) or ballot.straw_poll),
            text("Shares of groups need voting cards, and go with no weight for the single vote."),
        ),
        (ballot.lasts is not None and ballot.lasts <= 0, text("A vote must last for some time.")),
        (
            None not in (ballot.opens_at, ballot.closes_at) and (ballot.opens_at or 0) >= (ballot.closes_at or 0),
            text("The ballot must close after it opens."),
        ),
        (not ballot.roles and not ballot.straw_poll, text("Somebody must be allowed to vote.")),
        (
            ballot.own_team_excluded and ballot.straw_poll,
            text("A straw poll has no voting cards, so it cannot leave out the voter’s own team."),
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
    return replace(
        ballot, phase=Phase.DRAFT, contest="", opened_at=None, closed_at=None, dice="", groups=(), unveiled=0
    )


def _with(voting: Voting, ballot: Ballot) -> Voting:
    return replace(voting, ballots={**voting.ballots, ballot.id: ballot})
