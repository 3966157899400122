"""Live state for phones: Server-Sent Events, one encoded event for all of them.

The phones of a room come by the short way: for each of ten thousand there is its connection and one small object, and
an event is framed once for all (https://html.spec.whatwg.org/multipage/server-sent-events.html). Whoever comes by the
ordinary way, as an ASGI application is called, gets the same.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.types import Message, Receive, Scope, Send

from facilitator.common.frozen import frozen
from facilitator.web.short_way import Call, chunk


@frozen
class Pace:
    """How often streams tell something, in seconds: `pause` is the least time between two events, the first of which is
    told at once; `beat` how often they tell that the server is still here, so that a dead connection is noticed."""

    pause: float
    beat: float


PHONES = Pace(pause=0.25, beat=10.0)
"""At most four events a second for all the phones of a room."""

SCREENS = Pace(pause=0.05, beat=1.0)
"""A few screens, which follow the projector and say within three seconds that they no longer do."""

RETRY_MS = (500, 2500)
"""How soon a phone that lost the connection comes back; each is told its own, or all would come at once."""

_AT_ONCE = 100
_COMMENT = b": still here\n\n"


_HEADERS = ((b"content-type", b"text/event-stream; charset=utf-8"), (b"x-accel-buffering", b"no"))


class _News:
    """Something to tell, as each kind of phone takes it."""

    __slots__ = ("framed", "message")

    def __init__(self, content: bytes) -> None:
        self.framed = chunk(content)
        self.message: Message = {"type": "http.response.body", "body": content, "more_body": True}


class _Phone:
    """An open stream that came by the ordinary way."""

    __slots__ = ("behind", "send")

    def __init__(self, send: Send) -> None:
        self.send = send
        self.behind = False

    def tell(self, news: _News) -> None:
        """Send without waiting. The server's `send` waits before it writes if the phone's buffer is full, and then
        nothing has been written: the phone is skipped, and told the latest state when it can take it."""
        self._push(news.message)

    def end(self) -> None:
        """Send the end of the stream."""
        self._push({"type": "http.response.body", "body": b"", "more_body": False})

    def _push(self, message: Message) -> None:
        sending = self.send(message)
        try:
            sending.send(None)  # type: ignore[attr-defined]  # the server's is a coroutine
        except StopIteration:
            self.behind = False
        else:
            sending.close()  # type: ignore[attr-defined]  # the server's is a coroutine
            self.behind = True


class _Line:
    """An open stream that came by the short way."""

    __slots__ = ("behind", "call")

    def __init__(self, call: Call) -> None:
        self.call = call
        self.behind = False

    def tell(self, news: _News) -> None:
        """Write, unless the phone has not taken what was written before."""
        self.behind = self.call.behind
        if not self.behind:
            self.call.write(news.framed)

    def end(self) -> None:
        """Write the end of the stream."""
        self.call.write(chunk(b""))
        self.call.finish()


class Live:
    """All open streams of one document."""

    def __init__(
        self,
        document: Callable[[], bytes],
        tag: Callable[[], str],
        pace: Pace = PHONES,
        beat: Callable[[], bytes] = lambda: _COMMENT,
    ) -> None:
        """`document` gives the state as JSON on one line, `tag` changes whenever it does, `beat` is what is sent when
        nothing has happened."""
        self._document = document
        self._tag = tag
        self._pace = pace
        self._beat = beat
        self._told = ""
        self._phones: set[_Phone | _Line] = set()
        self._changed = asyncio.Event()
        self._ended = False

    @property
    def count(self) -> int:
        """How many phones listen."""
        return len(self._phones)

    def ways(self) -> dict[str, int]:
        """How many phones that came by the short way listen, by the address of this computer that they came by."""
        return Counter(phone.call.local_address for phone in self._phones if isinstance(phone, _Line))

    def changed(self) -> None:
        """There is a new state to tell."""
        self._changed.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one phone's stream, until it goes.

        A phone that says in `have`, or by Last-Event-ID, that it has the present state is not told it again.
        """
        await send({"type": "http.response.start", "status": 200, "headers": list(_HEADERS)})
        if scope["method"] == "HEAD" or self._ended:
            await send({"type": "http.response.body", "body": b""})
            return
        ids = (value.decode("latin-1") for name, value in scope["headers"] if name == b"last-event-id")
        tag = self._tag()
        await send(_News(self._first(_states(scope["query_string"], *ids))).message)
        phone = _Phone(send)
        if tag != self._tag():
            phone.tell(_News(self._event()))
        self._phones.add(phone)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._phones.discard(phone)

    def open(self, call: Call) -> None:
        """Serve a phone's stream that came by the short way."""
        if self._ended:
            call.start(_HEADERS, chunk(b""))
            call.finish()
            return
        last = call.header(b"last-event-id")
        has = _states(call.url.partition(b"?")[2], *([] if last is None else [last]))
        call.start(_HEADERS, chunk(self._first(has)))
        line = _Line(call)
        self._phones.add(line)
        call.gone = lambda: self._phones.discard(line)

    async def run(self) -> None:
        """Tell phones of changes, and now and then that the server is still here; runs until cancelled."""
        while True:
            try:
                await asyncio.wait_for(self._changed.wait(), self._pace.beat)
            except TimeoutError:
                await self._tell(self._beat())
                continue
            self._changed.clear()
            if self._tag() == self._told:
                continue
            self._told = self._tag()
            await self._tell(self._event())
            await asyncio.sleep(self._pace.pause)

    async def end(self) -> None:
        """End every stream, so that the server can stop; phones come back by themselves."""
        self._ended = True
        for phone in tuple(self._phones):
            phone.end()
        await asyncio.sleep(0)

    async def _tell(self, content: bytes) -> None:
        news = _News(content)
        for index, phone in enumerate(tuple(self._phones), 1):
            if phone in self._phones:
                phone.tell(_News(self._event()) if phone.behind else news)
            if index % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _first(self, has: set[str]) -> bytes:
        """What a phone that has these states is told as it comes."""
        first = b"retry: %d\n\n" % random.randint(*RETRY_MS)
        return first if self._tag() in has else first + self._event()

    def _event(self) -> bytes:
        return b"id: %s\nevent: state\ndata: %s\n\n" % (self._tag().encode(), self._document())


def _states(query: bytes, *last: str) -> set[str]:
    """The states that the phone says it has."""
    return {*last, *(parse_qs(query.decode("latin-1")).get("have", []) if query else ())}
