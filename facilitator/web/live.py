"""Live state for phones: Server-Sent Events, one encoded event for all of them.

Written as a plain ASGI application that keeps one coroutine and no task of its own per phone, which is what ten
thousand of them can afford (https://html.spec.whatwg.org/multipage/server-sent-events.html).
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.types import Message, Receive, Scope, Send

PAUSE_SECONDS = 0.25
"""The least time between two events: at most four a second."""

COMMENT_SECONDS = 10.0
"""How often phones hear something although nothing happens, so that a dead connection is noticed."""

RETRY_MS = (500, 2500)
"""How soon a phone that lost the connection comes back; each is told its own, or all would come at once."""

_AT_ONCE = 100
_COMMENT = b": still here\n\n"


class _Phone:
    """An open stream."""

    __slots__ = ("behind", "send")

    def __init__(self, send: Send) -> None:
        self.send = send
        self.behind = False

    def push(self, message: Message) -> None:
        """Send without waiting. The server's `send` waits before it writes if the phone's buffer is full, and then
        nothing has been written: the phone is skipped, and told the latest state when it can take it."""
        sending = self.send(message)
        try:
            sending.send(None)  # type: ignore[attr-defined]  # the server's is a coroutine
        except StopIteration:
            self.behind = False
        else:
            sending.close()  # type: ignore[attr-defined]  # the server's is a coroutine
            self.behind = True


class Live:
    """All open streams."""

    def __init__(self, document: Callable[[], bytes], tag: Callable[[], str]) -> None:
        """`document` gives the public state as JSON on one line, `tag` changes whenever it does."""
        self._document = document
        self._tag = tag
        self._phones: set[_Phone] = set()
        self._changed = asyncio.Event()
        self._ended = False

    @property
    def count(self) -> int:
        """How many phones listen."""
        return len(self._phones)

    def changed(self) -> None:
        """There is a new state to tell."""
        self._changed.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one phone's stream, until it goes.

        A phone that says in `have`, or by Last-Event-ID, that it has the present state is not told it again.
        """
        headers = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"x-accel-buffering", b"no")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if scope["method"] == "HEAD" or self._ended:
            await send({"type": "http.response.body", "body": b""})
            return
        has = _has(scope)
        first = b"retry: %d\n\n" % random.randint(*RETRY_MS)
        tag = self._tag()
        await send(_body(first if tag in has else first + self._event()))
        phone = _Phone(send)
        if tag != self._tag():
            phone.push(_body(self._event()))
        self._phones.add(phone)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._phones.discard(phone)

    async def run(self) -> None:
        """Tell phones of changes, and now and then that the server is still here; runs until cancelled."""
        while True:
            try:
                await asyncio.wait_for(self._changed.wait(), COMMENT_SECONDS)
            except TimeoutError:
                await self._tell(_COMMENT)
            else:
                self._changed.clear()
                await self._tell(self._event())
                await asyncio.sleep(PAUSE_SECONDS)

    async def end(self) -> None:
        """End every stream, so that the server can stop; phones come back by themselves."""
        self._ended = True
        for phone in tuple(self._phones):
            phone.push({"type": "http.response.body", "body": b"", "more_body": False})
        await asyncio.sleep(0)

    async def _tell(self, chunk: bytes) -> None:
        message = _body(chunk)
        for index, phone in enumerate(tuple(self._phones), 1):
            if phone in self._phones:
                phone.push(_body(self._event()) if phone.behind else message)
            if index % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _event(self) -> bytes:
        return b"id: %s\nevent: state\ndata: %s\n\n" % (self._tag().encode(), self._document())


def _body(chunk: bytes) -> Message:
    return {"type": "http.response.body", "body": chunk, "more_body": True}


def _has(scope: Scope) -> set[str]:
    """The states that the phone says it has."""
    said = parse_qs(scope["query_string"].decode("latin-1")).get("have", [])
    return {*said, *(value.decode("latin-1") for name, value in scope["headers"] if name == b"last-event-id")}
