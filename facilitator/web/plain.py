"""Voting without JavaScript: a form takes the card's code, and the server signs the vote as a phone would have done.

The code crosses the network, which the pages say. From there on everything is as for every other vote: the same
checks, the same limits, the same ballot box, and one number per form, so that a form sent twice counts once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import LANGUAGES, Translator
from facilitator.store.ballot_box import BallotBox
from facilitator.voting.cards import card_id, mac, normalised
from facilitator.voting.choices import ChoiceRefused
from facilitator.voting.model import Card, Phase
from facilitator.web.admission import SentVote, known_card, sent_vote, unknown_ballot
from facilitator.web.board import Board
from facilitator.web.bodies import read_form
from facilitator.web.plain_form import Fields, choices_of
from facilitator.web.plain_page import Offer, PlainPage
from facilitator.web.problems import Problem

Cast = Callable[[Request, int, SentVote], Awaitable[tuple[str, int]]]
"""Puts a vote into the box and gives its receipt, with a status that does not matter here; raises `Problem`."""

Limited = Callable[[Problem, Request, str | None], Problem]
"""The refusal itself, or one for too many tries."""


class PlainForm:
    """Answers the requests of the form."""

    def __init__(self, board: Board, box: BallotBox, cast: Cast, limited: Limited) -> None:
        """`cast` and `limited` are what votes of phones pass too."""
        self._board = board
        self._box = box
        self._cast = cast
        self._limited = limited
        self._page = PlainPage()

    async def entrance(self, request: Request, language: str) -> Response:
        """Where the code is typed in."""
        return self._page.entrance(self._board.title, _asked(request, language))

    async def ballots(self, request: Request, language: str) -> Response:
        """The ballots that are open to the card whose code was sent."""
        language = _asked(request, language)
        try:
            card = self._card(request, await read_form(request))
        except UserError as refusal:
            return self._refused(refusal, language)
        return self._ballots(card, language)

    async def vote(self, request: Request, number: int, language: str) -> Response:
        """Casts the vote that was filled in. The page leaves after the vote is on disk."""
        language = _asked(request, language)
        try:
            form = await read_form(request)
            card = self._card(request, form)
        except UserError as refusal:
            return self._refused(refusal, language)
        ballot = self._board.private.ballots.get(number)
        if ballot is None or ballot.straw_poll or ballot.phase is Phase.DRAFT:
            return self._refused(unknown_ballot(), language)
        uid = "".join(form.get("uid", ())[-1:])
        try:
            choices = choices_of(ballot, form)
            signature = mac(card.secret, ballot.contest, uid, choices)
            sent = sent_vote({"card": card.id, "uid": uid, "choices": choices, "mac": signature})
            receipt, _ = await self._cast(request, number, sent)
        except (ChoiceRefused, Problem) as refusal:
            return self._ballots(card, language, _Refused(number, refusal, uid, form))
        return self._page.receipt(self._board.title, language, card.secret, ballot, receipt)

    def _card(self, request: Request, form: Fields) -> Card:
        """The card whose code was sent.

        Raises:
            UserError: that is no code, or the card is not known here or no longer good.
        """
        identifier = card_id(normalised("".join(form.get("code", ())[-1:])))
        try:
            return known_card(self._board, identifier)
        except Problem as problem:
            raise self._limited(problem, request, identifier) from problem

    def _ballots(self, card: Card, language: str, refused: _Refused | None = None) -> Response:
        """The card's ballots; the one that was refused says why, and keeps what was filled in."""
        offers = list(self._offers(card))
        status = HTTPStatus.OK
        if refused is not None:
            if refused.ballot not in {offer.ballot.id for offer in offers}:
                return self._refused(refused.why, language)
            status = _status(refused.why)
            words = Translator(language).render(refused.why.text())
            offers = [
                replace(offer, trouble=words, uid=refused.uid, filled_in=refused.form)
                if offer.ballot.id == refused.ballot
                else offer
                for offer in offers
            ]
        person = self._board.private.people.get(card.participant) if card.participant is not None else None
        name = person.name if person else card.name
        return self._page.ballots(self._board.title, language, name, card.secret, offers, status)

    def _offers(self, card: Card) -> Iterator[Offer]:
        """The open ballots on which this card may vote."""
        voted = self._box.voted(card.roll_key)
        person = self._board.private.people.get(card.participant) if card.participant is not None else None
        for ballot in self._board.private.ballots.values():
            if ballot.phase is not Phase.OPEN or ballot.straw_poll or card.role not in ballot.roles:
                continue
            own = person.team if person is not None and ballot.own_team_excluded else None
            options = [option for option in ballot.options if own is None or option.team != own]
            if ballot.shuffled:
                options.sort(key=lambda option: hashlib.sha256(f"{card.id}|{option.id}".encode()).digest())
            yield Offer(ballot, tuple(options), ballot.id in voted)

    def _refused(self, refusal: UserError, language: str) -> Response:
        words = Translator(language).render(refusal.text())
        return self._page.entrance(self._board.title, language, words, _status(refusal))


@frozen
class _Refused:
    """A vote that did not go into the box, and why."""

    ballot: int
    why: UserError
    uid: str
    form: Fields


def _status(refusal: UserError) -> HTTPStatus:
    return refusal.status if isinstance(refusal, Problem) else HTTPStatus.UNPROCESSABLE_ENTITY


def _asked(request: Request, language: str) -> str:
    """The language that the address asks for, if it is one of ours."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else language
