"""The phone server's application: the routes of the public interface, and what stands behind them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from http import HTTPStatus

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from facilitator.common.texts import text
from facilitator.store.ballot_box import BallotBox, BallotBoxWriter, BoxError
from facilitator.voting.model import Phase
from facilitator.web.admission import SentVote, known_card, sent_vote, unknown_ballot
from facilitator.web.board import Board
from facilitator.web.bodies import read_json
from facilitator.web.casting import Casting, Settle
from facilitator.web.guard import Guard
from facilitator.web.limits import Limits
from facilitator.web.live import Live
from facilitator.web.messages import CommandMessage, SelfTestMessage
from facilitator.web.openapi import OPENAPI
from facilitator.web.page import Page
from facilitator.web.plain import PlainForm
from facilitator.web.problems import (
    Problem,
    document_response,
    encoded,
    language_of,
    problem_response,
    unavailable,
    unreadable,
)
from facilitator.web.screens import Screens
from facilitator.web.selftest import SelfTestPage
from facilitator.web.short_ways import ShortWays
from facilitator.web.staff import Commands, require_staff, sender
from facilitator.web.staff_page import StaffPage

_NUMBER = re.compile(r"[0-9]{1,9}")


class Application:
    """The routes, and the few things they share."""

    def __init__(
        self,
        board: Board,
        box: BallotBox,
        writer: BallotBoxWriter[Settle],
        send: Callable[[CommandMessage | SelfTestMessage], None],
    ) -> None:
        """`send` hands a message to the app."""
        self.board = board
        self.live = Live(board.public, lambda: board.tag)
        self._screens = Screens(board, lambda: board.private.language)
        self.room = self._screens.room
        self.streams = (self.live, self.room, self._screens.speaker)
        self.commands = Commands(send)
        self._box = box
        self._page = Page()
        self._staff_page = StaffPage()
        self._limits = Limits(time.monotonic)
        self._casting = Casting(board, writer, self._limits)
        self._plain = PlainForm(board, box, self._cast, self._limited)
        routes = [
            Route("/api/ballots/{ballot}/votes", self.vote, methods=["POST"]),
            Route("/", self.page),
            Route("/api/state", self.state),
            Route("/api/live", self.live, methods=["GET"]),
            Route("/api/me", self.me),
            Route("/api/ballots/{ballot}/details", self.details),
            Route("/api/staff/commands", self.staff_command, methods=["POST"]),
            Route("/api/staff/state", self.staff_state),
            Route("/api/openapi.json", self.openapi),
            Route("/plain", self.plain_entrance, methods=["GET"]),
            Route("/plain", self.plain_ballots, methods=["POST"]),
            Route("/plain/{ballot}", self.plain_vote, methods=["POST"]),
            Route("/staff", self.staff_page),
            Route("/staff.css", self._staff_page.style),
            Route("/staff.js", self._staff_page.script),
            *self._screens.routes(),
            *SelfTestPage(board, self._limits, send).routes(),
        ]
        handlers = {Problem: self._refused, HTTPException: self._unknown, BoxError: self._unusable}
        app = Starlette(routes=routes, exception_handlers=handlers)  # type: ignore[arg-type]  # any handler may take a narrower error
        app.router.redirect_slashes = False
        self.asgi = Guard(app, lambda: board.private.hosts, lambda: board.private.language)
        self.short_ways = ShortWays(board, self._casting, self.live)

    async def page(self, request: Request) -> Response:
        """The phone page, for every role, with the state in it: the phone shows the ballot after one request."""
        return self._page.response(request, self.board.tag, self.board.public(), self._language(request))

    async def state(self, request: Request) -> Response:
        """What everybody may see."""
        return Response(self.board.public(), media_type="application/json")

    async def me(self, request: Request) -> Response:
        """What the holder of a card sees about themselves, or the owner of a device about its straw polls."""
        board = self.board
        scheme, _, card_id = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "card" or not card_id:
            raise Problem(
                HTTPStatus.UNAUTHORIZED,
                "no-card",
                text("This takes a voting card."),
                text("Scan the code on your card, or type it in."),
                headers={"WWW-Authenticate": "Card"},
            )
        try:
            card = known_card(board, card_id)
        except Problem as problem:
            raise self._limited(problem, request, card_id) from problem
        person = board.private.people.get(card.participant) if card.participant is not None else None
        own = {
            str(ballot.id): [option.id for option in ballot.options if option.team == person.team]
            for ballot in board.private.ballots.values()
            if ballot.own_team_excluded and person is not None and person.team is not None
        }
        document = {
            "name": person.name if person else card.name,
            "role": card.role,
            "team": person.team if person else None,
            "table": person.table if person else "",
            "voted": {str(ballot): True for ballot in sorted(self._box.voted(card.roll_key))},
            "own": {ballot: options for ballot, options in own.items() if options},
        }
        return Response(encoded(document), media_type="application/json")

    async def vote(self, request: Request) -> Response:
        """Casts a ballot. The answer leaves after the vote is on disk."""
        sent = sent_vote(await read_json(request))
        receipt, status = await self._cast(request, _ballot_number(request), sent)
        return Response(encoded({"receipt": receipt}), status, media_type="application/json")

    async def details(self, request: Request) -> Response:
        """What there is to read about a ballot's options; kept out of the state, which every change sends to all."""
        ballot = self.board.private.ballots.get(_ballot_number(request))
        if ballot is None or ballot.phase is Phase.DRAFT:
            raise unknown_ballot()
        texts = {str(option.id): option.detail for option in ballot.options if option.detail}
        return Response(encoded({"details": texts}), media_type="application/json")

    async def staff_command(self, request: Request) -> Response:
        """Carries out a command of a hosts' phone."""
        require_staff(request, self.board.private.staff_key, self._limits)
        command = await read_json(request)
        if not isinstance(command, dict) or not isinstance(command.get("type"), str):
            raise unreadable(text("A command is an object with a “type”."), HTTPStatus.UNPROCESSABLE_ENTITY)
        language = self._language(request)
        plain, by = sender(command)
        answer = await self.commands.ask(plain, language, by)
        if answer.status < HTTPStatus.BAD_REQUEST:
            return Response(bytes(answer.body), answer.status, media_type="application/json")
        return document_response(answer.status, msgspec.json.decode(answer.body), language)

    async def staff_state(self, request: Request) -> Response:
        """The whole state that a second host needs."""
        require_staff(request, self.board.private.staff_key, self._limits)
        return Response(self.board.staff(self._box.all_turnouts()), media_type="application/json")

    async def staff_page(self, request: Request) -> Response:
        """The page with which hosts steer the day from their phones; it asks for the staff key itself."""
        return self._staff_page.response(request, self.board.title, self._language(request))

    async def openapi(self, request: Request) -> Response:
        """This interface, described."""
        return Response(encoded(OPENAPI), media_type="application/json")

    async def plain_entrance(self, request: Request) -> Response:
        """Where voting without JavaScript begins."""
        return await self._plain.entrance(request, self._language(request))

    async def plain_ballots(self, request: Request) -> Response:
        """The ballots that are open to the card whose code was sent."""
        return await self._plain.ballots(request, self._language(request))

    async def plain_vote(self, request: Request) -> Response:
        """Casts a ballot that was filled in without JavaScript."""
        return await self._plain.vote(request, _ballot_number(request), self._language(request))

    async def _cast(self, request: Request, number: int, sent: SentVote) -> tuple[str, int]:
        """Put a vote into the box, as `Casting` does."""
        return await self._casting.cast(number, sent, request.headers.get("authorization"), _address(request))

    def _limited(self, problem: Problem, request: Request, card: str | None) -> Problem:
        """The refusal itself, or one for too many tries."""
        return self._casting.limited(problem, _address(request), card)

    def _language(self, request: Request) -> str:
        return language_of(request.headers.get("accept-language"), self.board.private.language)

    async def _refused(self, request: Request, problem: Problem) -> Response:
        return problem_response(problem, self._language(request))

    async def _unusable(self, request: Request, error: BoxError) -> Response:
        return problem_response(unavailable(), self._language(request))

    async def _unknown(self, request: Request, error: HTTPException) -> Response:
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            message = text("This address does not take {method} requests.", method=request.method[:20])
        else:
            message = text("There is nothing at this address.")
        problem = Problem(
            HTTPStatus(error.status_code),
            "unknown-request",
            message,
            text("The interface is described at {address}.", address="/api/openapi.json"),
            headers=error.headers,
        )
        return problem_response(problem, self._language(request))


def _ballot_number(request: Request) -> int:
    """The ballot that the address names; one that cannot exist if it names none."""
    number = request.path_params["ballot"]
    return int(number) if _NUMBER.fullmatch(number) else -1


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
