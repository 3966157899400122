"""Simulated phones: real HTTP from several loopback addresses, as cheap as Python can make it.

Connections are plain protocols on the quickest event loop there is, without streams, tasks or parsers, so that what is
measured is the server; `bench.votes` holds what these phones can do at most against what they are asked to do.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from bench import Figure

CONNECTIONS = 256
ADDRESSES = 8 if sys.platform == "linux" else 1
"""How many addresses phones come from; elsewhere than on Linux only 127.0.0.1 is ours."""

PATIENCE_SECONDS = 60.0
_AT_ONCE = 500
_LIVE = b"GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

Result = TypeVar("Result")
_Sending = tuple[float, bytes]


def simulate(phones: Coroutine[Any, Any, Result]) -> Result:
    """Run phones to their end."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(phones)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(phones)


def allow_connections() -> None:
    """Allow as many connections as the system lets us."""
    try:
        import resource
    except ImportError:
        return  # Windows sets no such limit
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class Line(asyncio.Protocol):
    """A connection on which one request follows the other."""

    def __init__(self, done: Callable[[Line, int], None]) -> None:
        """`done` is told the status of every answer."""
        self._done = done
        self._came = b""
        self.waiting: deque[_Sending] = deque()
        self.due = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # a stream's always is
        """Keep what it writes to."""
        self.transport = transport

    def send(self, due: float, request: bytes) -> None:
        """Send a request that was due at this time."""
        self.due = due
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Look whether the answer is complete."""
        self._came += data
        head, end, body = self._came.partition(b"\r\n\r\n")
        if not end:
            return
        head = head.lower()
        at = head.index(b"content-length:") + 15
        length = int(head[at : head.find(b"\r", at) if b"\r" in head[at:] else len(head)])
        if len(body) >= length:
            self._came = b""
            self._done(self, int(head[9:12]))


async def connected(port: int, make: Callable[[], asyncio.Protocol], count: int) -> list[Any]:
    """So many connections, from several addresses."""
    loop = asyncio.get_running_loop()
    made: list[Any] = []
    for start in range(0, count, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, count))
        opening = (
            loop.create_connection(make, "127.0.0.1", port, local_addr=(f"127.0.0.{1 + number % ADDRESSES}", 0))
            for number in numbers
        )
        made += [protocol for _, protocol in await asyncio.gather(*opening)]
    return made


async def flood(port: int, requests: Sequence[bytes], connections: int = CONNECTIONS) -> tuple[float, list[int]]:
    """As fast as it goes over so many connections: the seconds it took, and every answer's status."""
    waiting = iter(requests)
    statuses: list[int] = []
    complete = asyncio.Event()

    def done(line: Line, status: int) -> None:
        statuses.append(status)
        if (request := next(waiting, None)) is not None:
            line.send(0, request)
        elif len(statuses) == len(requests):
            complete.set()

    lines = await connected(port, lambda: Line(done), min(connections, len(requests)))
    begun = time.perf_counter()
    for line in lines:
        line.send(0, next(waiting))
    await asyncio.wait_for(complete.wait(), PATIENCE_SECONDS)
    seconds = time.perf_counter() - begun
    for line in lines:
        line.transport.close()
    return seconds, statuses


async def rush(port: int, requests: Sequence[bytes], seconds: float, connections: int) -> float:
    """Everybody votes, evenly over the time: the 99th percentile of how long a vote takes, in ms.

    A vote's time counts from when it was due, also if its connection was still busy with the one before.

    Raises:
        RuntimeError: a vote was refused.
    """
    taken: list[float] = []
    refused: list[int] = []
    complete = asyncio.Event()
    busy: set[Line] = set()

    def done(line: Line, status: int) -> None:
        taken.append(time.perf_counter() - line.due)
        if status != 201:
            refused.append(status)
        busy.discard(line)
        if line.waiting:
            begin(line, line.waiting.popleft())
        elif len(taken) == len(requests):
            complete.set()

    def begin(line: Line, sending: _Sending) -> None:
        if line in busy:
            line.waiting.append(sending)
        else:
            busy.add(line)
            line.send(*sending)

    lines = await connected(port, lambda: Line(done), min(connections, len(requests)))
    loop = asyncio.get_running_loop()
    begun, offset = time.perf_counter(), loop.time() - time.perf_counter()
    for at, request in enumerate(requests):
        due = begun + 0.1 + seconds * at / len(requests)
        loop.call_at(due + offset, begin, lines[at % len(lines)], (due, request))
    await asyncio.wait_for(complete.wait(), PATIENCE_SECONDS + seconds)
    for line in lines:
        line.transport.close()
    if refused:
        raise RuntimeError(f"{len(refused)} votes were refused, the first with {refused[0]}")
    return statistics.quantiles(taken, n=100)[98] * 1000


class _Stream(asyncio.Protocol):
    """A phone's live stream, which counts the states that it is told."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # a stream's always is
        """Ask for the stream."""
        self.transport = transport
        transport.write(_LIVE)

    def data_received(self, data: bytes) -> None:
        """Count what is told."""
        if b"event: state" in data:
            self._told()


class Streams:
    """The live streams of a room."""

    def __init__(self, port: int, phones: int) -> None:
        """None is open yet."""
        self._port = port
        self._phones = phones
        self._streams: list[_Stream] = []
        self._count = 0
        self._all_told = asyncio.Event()

    def expect(self) -> None:
        """From here on, wait until every phone has been told once more."""
        self._count = 0
        self._all_told.clear()

    async def until_told(self) -> None:
        """Wait until every phone has been told."""
        await asyncio.wait_for(self._all_told.wait(), PATIENCE_SECONDS)

    async def come(self) -> None:
        """Open every stream, and wait until all have the state."""
        self.expect()
        self._streams = await connected(self._port, lambda: _Stream(self._told), self._phones)
        await self.until_told()

    def go(self) -> None:
        """Drop every stream without a word, as when a network goes."""
        for stream in self._streams:
            stream.transport.abort()

    def _told(self) -> None:
        self._count += 1
        if self._count == self._phones:
            self._all_told.set()


def generator_figure(able: float, asked: float) -> Figure:
    """What the phones can send a second to a server that does nothing, against the most that any server answered."""
    reference = f"{able:,.0f}/s against a server that does nothing but answer"
    return Figure("simulated phones against the quickest server", able / asked, "times", 1.25, reference, at_least=True)
