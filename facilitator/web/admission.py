"""Decides whether a vote that a phone sent may go into the ballot box."""

from __future__ import annotations

import hashlib
import re
from http import HTTPStatus

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.store.ballot_box import Vote
from facilitator.voting.cards import genuine
from facilitator.voting.checking import checked
from facilitator.voting.choices import ChoiceRefused, as_json, canonical
from facilitator.voting.model import Ballot, Card, Phase
from facilitator.voting.receipts import receipt
from facilitator.web.board import Board
from facilitator.web.problems import Problem, unreadable

UNKNOWN_CARD, WRONG_MAC = "unknown-card", "wrong-mac"
"""Codes of the refusals that may be guessing, and are limited."""

_UID = re.compile(r"[0-9a-fA-F]{32}")
_DEVICE = re.compile(r"[0-9A-Za-z_-]{16,64}")
_MEMBERS = {"card", "uid", "choices", "mac"}


@frozen
class SentVote:
    """A vote as it came; nothing about it has been checked but its shape."""

    card: str | None
    uid: str
    choices: object
    mac: str


def sent_vote(body: object) -> SentVote:
    """The vote in a decoded body.

    Raises:
        Problem: 422, it has another shape.
    """
    if not isinstance(body, dict):
        raise _shape(text("A vote is a JSON object."))
    card, uid, mac = body.get("card"), body.get("uid"), body.get("mac")
    if not body.keys() <= _MEMBERS or "choices" not in body:
        raise _shape(text("A vote has the members card, uid, choices and mac, and no others."))
    if card is not None and not isinstance(card, str):
        raise _shape(text("The member card must be the id of a card, or null."))
    if not isinstance(uid, str) or not _UID.fullmatch(uid):
        raise _shape(text("The member uid must be 32 hexadecimal digits."))
    if mac is not None and not isinstance(mac, str):
        raise _shape(text("The member mac must be hexadecimal digits."))
    return SentVote(card, uid, body["choices"], mac or "")


def admitted(board: Board, number: int, sent: SentVote, device: str | None) -> Vote:
    """The vote as it goes into the box.

    The box itself has the last word on whether the ballot is open. A vote for a ballot that looks closed from here is
    admitted too if all else is right, because it may be the retry of one that was counted in time.

    Raises:
        Problem: 404 no such ballot, 403 no right to vote on it, 409 not open, 422 choices that are not allowed.
    """
    ballot = board.private.ballots.get(number)
    if ballot is None:
        raise unknown_ballot()
    said = ""
    if ballot.straw_poll:
        voter, role, own_team = _device_voter(ballot, sent, device), ballot.roles[0], None
    else:
        said = _said(sent)
        card = _card(board, ballot, sent, said)
        person = board.private.people.get(card.participant) if card.participant is not None else None
        voter, role, own_team = card.roll_key, card.role, person.team if person else None
    if ballot.phase is Phase.DRAFT:
        raise _not_opened(ballot)
    try:
        choices = checked(ballot, sent.choices, own_team)
    except ChoiceRefused as refusal:
        if ballot.phase is not Phase.OPEN:
            raise closed() from refusal
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "choice-refused", refusal.message, refusal.remedy) from refusal
    plain = as_json(choices)
    # Choices that are as they were sent have the form over which the mac was made; no number was anything but a number.
    kept = said if said and plain == sent.choices else canonical(plain)
    return Vote(ballot.id, ballot.contest, voter, receipt(ballot.contest, sent.uid), role, kept)


def unknown_ballot() -> Problem:
    """404: there is no such ballot."""
    return Problem(
        HTTPStatus.NOT_FOUND,
        "unknown-ballot",
        text("There is no such ballot."),
        text("Reload the page to see the ballots."),
    )


def closed() -> Problem:
    """409: too late."""
    return Problem(
        HTTPStatus.CONFLICT, "closed", text("This ballot is closed."), text("Votes can no longer be cast or changed.")
    )


def known_card(board: Board, card: str) -> Card:
    """The card with this id, if it is still good.

    Raises:
        Problem: 403, it is not on the roll, or was replaced.
    """
    found = board.cards.get(card)
    if found is None:
        raise Problem(
            HTTPStatus.FORBIDDEN,
            UNKNOWN_CARD,
            text("This voting card is not known here."),
            text("Check the code on your card, or ask a host for help."),
        )
    if found.revoked:
        raise Problem(
            HTTPStatus.FORBIDDEN,
            "revoked-card",
            text("This voting card has been replaced by a new one."),
            text("Use your new card, or ask a host for help."),
        )
    return found


def device_of(authorization: str | None) -> str | None:
    """The device id in an Authorization header, if there is a proper one."""
    scheme, _, device = (authorization or "").partition(" ")
    return device if scheme.lower() == "device" and _DEVICE.fullmatch(device) else None


def _said(sent: SentVote) -> str:
    """The choices in the form over which the mac is made; empty if they have none."""
    try:
        return canonical(sent.choices)
    except ChoiceRefused:
        return ""


def _card(board: Board, ballot: Ballot, sent: SentVote, said: str) -> Card:
    if sent.card is None:
        raise Problem(
            HTTPStatus.FORBIDDEN,
            UNKNOWN_CARD,
            text("This ballot takes a voting card."),
            text("Scan the code on your card, or type it in."),
        )
    card = known_card(board, sent.card)
    if ballot.phase is Phase.DRAFT:
        raise _not_opened(ballot)
    if not said or not genuine(card.secret, ballot.contest, sent.uid, said, sent.mac):
        raise Problem(
            HTTPStatus.FORBIDDEN,
            WRONG_MAC,
            text("The vote is not signed by this voting card."),
            text("Check the code on your card and vote again."),
        )
    if card.role not in ballot.roles:
        raise Problem(
            HTTPStatus.FORBIDDEN,
            "not-eligible",
            text("Your voting card is not for this ballot."),
            text("Ask a host if you think it should be."),
        )
    return card


def _device_voter(ballot: Ballot, sent: SentVote, device: str | None) -> str:
    if sent.card is not None:
        raise _shape(text("This is a straw poll: it takes no voting card."))
    if device is None:
        raise Problem(
            HTTPStatus.FORBIDDEN,
            "no-device",
            text("A straw poll takes the random number of your device."),
            text("Reload the page and vote again."),
        )
    digest = hashlib.sha256(f"device|{ballot.contest}|{device}".encode()).hexdigest()
    return f"device:{digest[:32]}"


def _not_opened(ballot: Ballot) -> Problem:
    return Problem(
        HTTPStatus.CONFLICT,
        "not-opened",
        text("The ballot “{title}” has not been opened.", title=ballot.title),
        text("Wait until the host opens it."),
    )


def _shape(reason: Text) -> Problem:
    return unreadable(reason, HTTPStatus.UNPROCESSABLE_ENTITY)
