"""The short way of the two requests that a whole room makes at once: a vote, and the live stream.

A request that came whole, in one piece, needs no task, no coroutine and none of the messages that ASGI puts between
server and application; its answer is written straight to the connection. Everything else about it is the same. A
request that comes in parts, or with anything unusual, takes the ordinary way (uvicorn, Starlette), where there is
patience for it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, TypeAlias

from starlette.responses import Response

from facilitator.web.bodies import LARGEST
from facilitator.web.guard import DEFAULT_HEADERS
from facilitator.web.protocol import PatientProtocol

_LOG = logging.getLogger(__name__)
_STATUS_LINES = {status: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() for status in HTTPStatus}
_NEVER_AWAITED = asyncio.Event()


@lru_cache(64)
def _lines(headers: tuple[tuple[bytes, bytes], ...]) -> bytes:
    return b"".join(b"%s: %s\r\n" % pair for pair in headers)


_DEFAULTS = _lines(DEFAULT_HEADERS)


class Call:
    """A request that came whole, and the connection on which its answer leaves.

    uvicorn takes it for the cycle of request and response that it keeps for each connection: `keep_alive`,
    `disconnected`, `response_complete` and `message_event` are what it sets and reads there.
    """

    __slots__ = (
        "_protocol",
        "_way",
        "body",
        "disconnected",
        "gone",
        "headers",
        "keep_alive",
        "message_event",
        "response_complete",
        "url",
    )

    def __init__(self, protocol: ShortProtocol, way: Way, url: bytes, headers: Mapping[bytes, bytes]) -> None:
        """`gone` is called when the connection is lost before the answer is complete."""
        self._protocol = protocol
        self._way = way
        self.url = url
        self.headers = headers
        self.body = b""
        self.keep_alive = True
        self.disconnected = False
        self.response_complete = False
        self.message_event = _NEVER_AWAITED
        self.gone: Callable[[], None] | None = None

    @property
    def address(self) -> str:
        """The address that it came from."""
        client = self._protocol.client
        return client[0] if client else ""

    @property
    def local_address(self) -> str:
        """The address of this computer that it came by."""
        server = self._protocol.server
        return server[0] if server else ""

    @property
    def behind(self) -> bool:
        """Whether what was written before still waits to be taken."""
        return self._protocol.flow.write_paused

    def header(self, name: bytes) -> str | None:
        """A header's value."""
        value = self.headers.get(name)
        return None if value is None else value.decode("latin-1")

    def go(self) -> None:
        """Serve it."""
        try:
            self._way(self)
        except Exception:  # noqa: BLE001  (a mistake in one request must end that one, and no other)
            _LOG.exception("a request failed")
            self.keep_alive = False
            self.answer(Response(b"", HTTPStatus.INTERNAL_SERVER_ERROR))

    def answer(self, response: Response) -> None:
        """Answer with a response, and with what every answer carries."""
        own = {name for name, _ in response.raw_headers}
        defaults = tuple(pair for pair in DEFAULT_HEADERS if pair[0] not in own)
        self._reply(HTTPStatus(response.status_code), _lines((*response.raw_headers, *defaults)), bytes(response.body))

    def answer_json(self, status: HTTPStatus, body: bytes) -> None:
        """Answer with JSON."""
        head = b"content-length: %d\r\ncontent-type: application/json\r\n%s" % (len(body), _DEFAULTS)
        self._reply(status, head, body)

    def start(self, headers: tuple[tuple[bytes, bytes], ...], content: bytes) -> None:
        """Begin an answer that goes on: its head, and the first of it, framed as `chunk` does."""
        head = b"%s%stransfer-encoding: chunked\r\n" % (_lines(headers), _DEFAULTS)
        self.write(b"%s%s%s\r\n%s" % (_STATUS_LINES[HTTPStatus.OK], self._common(), head, content))

    def write(self, content: bytes) -> None:
        """Write this, unless nobody is there."""
        if not self.disconnected:
            self._protocol.transport.write(content)

    def finish(self) -> None:
        """The answer is complete."""
        self.response_complete = True
        if self.disconnected:
            return
        if not self.keep_alive:
            self._protocol.transport.close()
        self._protocol.on_response_complete()

    def lost(self) -> None:
        """The connection is gone."""
        if self.gone is not None and not self.response_complete:
            self.gone()

    def _reply(self, status: HTTPStatus, head: bytes, body: bytes) -> None:
        self.write(b"%s%s%s\r\n%s" % (_STATUS_LINES[status], self._common(), head, body))
        self.finish()

    def _common(self) -> bytes:
        """The lines that uvicorn gives every answer."""
        date = _lines(tuple(self._protocol.server_state.default_headers))  # the same for a second
        return date if self.keep_alive else date + b"connection: close\r\n"


Way: TypeAlias = Callable[[Call], None]
"""Serves a call; must not wait."""

Find: TypeAlias = Callable[[bytes, bytes, Mapping[bytes, bytes]], Way | None]
"""The short way for a method, an address and headers, if there is one."""


def chunk(content: bytes) -> bytes:
    """Content as a part of an answer whose length nobody knows; empty content ends it."""
    return b"%x\r\n%s\r\n" % (len(content), content)


class ShortProtocol(PatientProtocol):
    """One connection."""

    def __init__(self, find: Find, **given: Any) -> None:
        """`find` knows the short ways; the rest is uvicorn's."""
        super().__init__(**given)
        self._find = find
        self._call: Call | None = None

    def data_received(self, data: bytes) -> None:
        """A request that is not complete with this takes the ordinary way."""
        super().data_received(data)
        call, self._call = self._call, None
        if call is not None and not self.transport.is_closing():
            super().on_headers_complete()
            if call.body:
                super().on_body(call.body)

    def connection_lost(self, exc: Exception | None) -> None:
        """Whoever still writes has to know."""
        cycle: object = self.cycle
        super().connection_lost(exc)
        if isinstance(cycle, Call):
            cycle.lost()

    def on_headers_complete(self) -> None:
        """The head is here: wait for the rest of what may take the short way."""
        free = self.cycle is None or self.cycle.response_complete
        self._call = self._short() if free else None
        if self._call is None:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body."""
        if self._call is None:
            super().on_body(body)
        else:
            self._call.body += body

    def on_message_complete(self) -> None:
        """The request is complete."""
        call, self._call = self._call, None
        if call is None:
            super().on_message_complete()
            return
        self._head_is_here()
        self.cycle = call  # type: ignore[assignment]  # it is all of a cycle that uvicorn looks at
        call.go()

    def _short(self) -> Call | None:
        """The request as a call, if there is a short way for it and nothing about it is unusual."""
        parser, headers = self.parser, dict(self.headers)
        way = self._find(parser.get_method(), self.url, headers)
        if way is None or self.expect_100_continue or b"transfer-encoding" in headers:
            return None
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length[:10]) > LARGEST:
            return None
        if parser.get_http_version() != "1.1" or not parser.should_keep_alive():
            return None
        return Call(self, way, self.url, headers)
