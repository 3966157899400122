"""The self-test that a phone runs before the doors open: page, live stream and sending, each with how long it took.

The phone measures; the server passes on what it says, together with what only the server knows: where the phone is,
and by which of this computer's addresses it came.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from http import HTTPStatus

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from facilitator.common.texts import LANGUAGES, Translator, text
from facilitator.event.network import SLOW_MS, SelfTest
from facilitator.web.board import Board
from facilitator.web.bodies import read_json
from facilitator.web.lean import lean_script, lean_style
from facilitator.web.limits import Limits
from facilitator.web.messages import SelfTestMessage
from facilitator.web.problems import encoded, language_of, too_many, unreadable
from facilitator.web.template import digest, filled_in, script_json, source

LONGEST_MS = 600_000.0
"""What a phone may say that something took; more is no measurement."""


class _Times(msgspec.Struct, forbid_unknown_fields=True):
    """What a phone measured, in ms; None: the live stream told nothing."""

    page: float
    send: float
    stream: float | None


class SelfTestPage:
    """The page and its two requests."""

    def __init__(self, board: Board, limits: Limits, tell: Callable[[SelfTestMessage], None]) -> None:
        """`tell` passes a result on to the app."""
        self._board = board
        self._limits = limits
        self._tell = tell
        style, script = lean_style(source("app.css", "selftest.css")), lean_script(source("selftest.js"))
        self._style, self._script, self._template = style, script, source("selftest.html")
        self._texts = {language: _texts(Translator(language)) for language in LANGUAGES}
        self._policy = (
            f"default-src 'none'; connect-src 'self'; img-src data:; style-src {digest(style)}; "
            f"script-src {digest(script)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )

    def routes(self) -> list[Route]:
        """Where these are found."""
        return [
            Route("/selftest", self.page, methods=["GET"]),
            Route("/api/selftest/echo", self.echo, methods=["POST"]),
            Route("/api/selftest", self.result, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """The page; the test begins when it is open."""
        asked = request.query_params.get("lang", "")
        accepted = language_of(request.headers.get("accept-language"), self._board.private.language)
        language = asked if asked in LANGUAGES else accepted
        texts = self._texts[language]
        values = {name: html.escape(words) for name, words in texts.items()}
        values |= {
            "language": language,
            "style": self._style,
            "script": self._script,
            "texts": script_json({**texts, "slow": SLOW_MS}),
        }
        headers = {"Content-Security-Policy": self._policy, "Content-Language": language, "Vary": "Accept-Language"}
        return Response(filled_in(self._template, values), headers=headers, media_type="text/html")

    async def echo(self, request: Request) -> Response:
        """Takes a body of any kind, as long as a vote's, and answers: what a vote costs but for the disk."""
        await read_json(request)
        return Response(b"{}", media_type="application/json")

    async def result(self, request: Request) -> Response:
        """Takes what the phone measured, and tells the phone where it is and the host what it found."""
        waiting = self._limits.new_devices.take(request.client.host if request.client else "")
        if waiting:
            raise too_many(waiting)
        try:
            times = msgspec.convert(await read_json(request), _Times)
        except (msgspec.ValidationError, UnicodeError) as error:  # half a character has no UTF-8
            raise _shape() from error
        measured = [times.page, times.send, *([] if times.stream is None else [times.stream])]
        if not all(0 <= time <= LONGEST_MS for time in measured):
            raise _shape()
        server = request.scope.get("server")
        phone, by = request.client.host if request.client else "", str(server[0]) if server else ""
        test = SelfTest(phone, by, times.page, times.send, times.stream)
        self._tell(SelfTestMessage(test))
        return Response(encoded({"passed": test.passed, "phone": phone, "by": by}), media_type="application/json")


def _shape() -> Exception:
    return unreadable(
        text("A self-test has the members page, send and stream, in milliseconds."), HTTPStatus.UNPROCESSABLE_ENTITY
    )


def _texts(tr: Translator) -> dict[str, str]:
    return {
        "title": tr("Self-test"),
        "lead": tr("This phone tries out what every phone in the room will do."),
        "pageName": tr("Opening a page"),
        "sendName": tr("Sending a vote"),
        "streamName": tr("Being told of changes"),
        "testing": tr("Testing …"),
        "took": tr("{ms} ms", ms="{ms}"),
        "failed": tr("Does not work"),
        "passed": tr("Everything works. Phones in this place can vote."),
        "slowly": tr("It works, but slowly: the room may have to wait."),
        "noStream": tr("This phone is not told of changes. Turn off VPN and data saver, and test again."),
        "unreached": tr("The host’s computer does not answer. Is this phone still on the right Wi-Fi?"),
        "where": tr("This phone: {phone}. It came by {by}.", phone="{phone}", by="{by}"),
        "again": tr("Test again"),
        "noscript": tr("The self-test needs JavaScript."),
    }
