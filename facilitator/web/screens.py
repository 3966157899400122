"""Requests of screens in browsers: the room's scenes on a second screen, and the clock for whoever speaks.

Both are read without a key, so they hold nothing that is not on show in the room or printed in the agenda.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from facilitator.common.resources import resource
from facilitator.common.texts import text
from facilitator.web.board import Board
from facilitator.web.codes import code_drawing
from facilitator.web.live import SCREENS, Live
from facilitator.web.problems import Problem, encoded
from facilitator.web.screen_page import KEPT, ScreenPage

CODE_SECONDS = 60
"""How long a browser keeps a code: a scene is drawn anew with every vote that comes in."""

_PNG = b"\x89PNG"
_FONTS = {weight: f"Inter-{weight.title()}.ttf" for weight in ("bold", "medium")} | {"semibold": "Inter-SemiBold.ttf"}


class Screens:
    """The pages `/screen` and `/stage`, their streams, and what they show beside words."""

    def __init__(self, board: Board, language: Callable[[], str]) -> None:
        """`language` is the event's."""
        self._board = board
        self._language = language
        self._page = ScreenPage()
        self.room = Live(board.room, lambda: board.room_tag, SCREENS, self._beat)
        self.speaker = Live(board.speaker, lambda: board.speaker_tag, SCREENS, self._beat)

    def routes(self) -> list[Route]:
        """Where these are found."""
        return [
            Route("/screen", self.screen_page, methods=["GET"]),
            Route("/stage", self.stage_page, methods=["GET"]),
            Route("/screen.css", self._page.style, methods=["GET"]),
            Route("/screen.js", self._page.script, methods=["GET"]),
            Route("/screen/fonts/{weight}", self.font, methods=["GET"]),
            Route("/screen/code.svg", self.code, methods=["GET"]),
            Route("/screen/pictures/{key}", self.picture, methods=["GET"]),
            Route("/api/screen/state", self.room_state, methods=["GET"]),
            Route("/api/screen/live", self.room, methods=["GET"]),
            Route("/api/stage/state", self.speaker_state, methods=["GET"]),
            Route("/api/stage/live", self.speaker, methods=["GET"]),
            Route("/api/time", self.time, methods=["GET"]),
        ]

    async def screen_page(self, request: Request) -> Response:
        """What the room sees, for a second screen."""
        return self._page.response(request, self._board.title, self._language(), "screen")

    async def stage_page(self, request: Request) -> Response:
        """The clock for whoever speaks."""
        return self._page.response(request, self._board.title, self._language(), "stage")

    async def room_state(self, request: Request) -> Response:
        """What the room sees."""
        return Response(self._board.room(), media_type="application/json")

    async def speaker_state(self, request: Request) -> Response:
        """What the speaker sees."""
        return Response(self._board.speaker(), media_type="application/json")

    async def time(self, request: Request) -> Response:
        """The event's time, by which a browser finds how far its own clock is off."""
        return Response(encoded({"server_time": self._board.time()}), media_type="application/json")

    async def font(self, request: Request) -> Response:
        """A weight of the typeface in which the projector writes."""
        name = _FONTS.get(request.path_params["weight"])
        if name is None:
            raise _missing()
        return Response(resource("fonts", name).read_bytes(), headers=KEPT, media_type="font/ttf")

    async def code(self, request: Request) -> Response:
        """The code that brings a phone here: to the address that the host chose, or else the one used just now."""
        address = self._board.address or f"http://{request.headers.get('host', '')}/"
        headers = {"Cache-Control": f"private, max-age={CODE_SECONDS}"}
        return Response(code_drawing(address), headers=headers, media_type="image/svg+xml")

    async def picture(self, request: Request) -> Response:
        """A picture while the room sees it."""
        data = self._board.pictures.get(request.path_params["key"])
        if data is None:
            raise _missing()
        return Response(data, headers=KEPT, media_type="image/png" if data.startswith(_PNG) else "image/jpeg")

    def _beat(self) -> bytes:
        return b"event: beat\ndata: %s\n\n" % encoded(self._board.time())


def _missing() -> Problem:
    return Problem(HTTPStatus.NOT_FOUND, "not-on-show", text("There is nothing at this address."))
