"""Paper ballots, keyed in by two people who do not see what the other one types; what both typed alike is counted."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.errors import NotFound, Stale, UserError
from facilitator.common.texts import text
from facilitator.voting.checking import checked
from facilitator.voting.choices import as_json, canonical
from facilitator.voting.model import Paper, Phase, Role, Voting
from facilitator.voting.rules import find_ballot, require_uncounted

FIRST, SECOND = 1, 2
"""The two keyings."""

_LARGEST_SERIAL = 99_999


def key_paper(voting: Voting, ballot_id: int, serial: int, keying: int, role: Role, choices: object) -> Voting:
    """The state with one of the two keyings of a paper put in, or put right.

    Papers may be keyed in while the ballot is open and after it has closed, until the reveal begins or dice are thrown.

    Raises:
        NotFound: there is no such ballot.
        Stale: the ballot is not open yet, or its reveal has begun.
        ChoiceRefused: the ballot does not allow the choices.
        UserError: the serial, the keying or the role is none of this ballot.
    """
    ballot = find_ballot(voting, ballot_id)
    require_uncounted(ballot, Phase.OPEN, Phase.CLOSED)
    if not 1 <= serial <= _LARGEST_SERIAL:
        raise UserError(text("A paper’s number is a whole number from 1."), text("Write one on the paper."))
    if keying not in (FIRST, SECOND):
        raise UserError(text("A paper is keyed in twice: the first or the second time."))
    if role not in ballot.roles and not ballot.straw_poll:
        raise UserError(text("Voters of this kind may not vote on “{title}”.", title=ballot.title))
    typed = canonical(as_json(checked(ballot, choices)))
    before = find_paper(voting, ballot_id, serial)
    paper = before or Paper(max(voting.papers, default=0) + 1, ballot_id, serial, role)
    if before is not None and before.role is not role:
        raise UserError(
            text("Paper {serial} has been keyed in for other voters.", serial=serial),
            text("Remove it, and key it in again."),
        )
    put = replace(paper, first=typed) if keying == FIRST else replace(paper, second=typed)
    return replace(voting, papers={**voting.papers, put.id: put})


def remove_paper(voting: Voting, ballot_id: int, serial: int) -> Voting:
    """The state without a paper that was keyed in by mistake.

    Raises:
        NotFound: there is no such ballot or paper.
        Stale: the ballot's reveal has begun.
    """
    require_uncounted(find_ballot(voting, ballot_id), Phase.OPEN, Phase.CLOSED)
    paper = find_paper(voting, ballot_id, serial)
    if paper is None:
        raise NotFound(text("There is no paper {serial} on this ballot.", serial=serial))
    return replace(voting, papers={key: each for key, each in voting.papers.items() if key != paper.id})


def find_paper(voting: Voting, ballot_id: int, serial: int) -> Paper | None:
    """The paper of this number; None if none has been keyed in."""
    return next((each for each in voting.papers.values() if (each.ballot, each.serial) == (ballot_id, serial)), None)


def require_settled(voting: Voting, ballot_id: int) -> None:
    """Whether every paper has been keyed in twice, alike.

    Raises:
        Stale: some have not; the message names the first ones.
    """
    open_ones = [str(paper.serial) for paper in voting.papers_of(ballot_id) if not paper.agreed]
    if open_ones:
        raise Stale(
            text("Paper ballots are not keyed in twice alike yet: {numbers}.", numbers=", ".join(open_ones[:8])),
            text("Key them in again, or remove them."),
        )
