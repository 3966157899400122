"""Phone voting: durable votes a second against the same server answering hello, and how long a vote takes.

The phones are real HTTP over loopback with the bodies made beforehand, so that both rates are measured with the same
generator, which is itself held against a server that does nothing. The server is the program's own child process on a
real event file.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from secrets import token_bytes, token_hex

from bench import Figure
from bench.phones import CONNECTIONS, Streams, allow_connections, flood, generator_figure, rush, simulate
from facilitator.common.clock import Instant, Moment, Monotonic
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.store.ballot_box import SCHEMA, BallotBox
from facilitator.voting.cards import card_id, mac, new_secret
from facilitator.voting.model import Ballot, Card, Method, Option, Phase, Role, Rule, Voting
from facilitator.web.handle import Callbacks, PhoneServer

VOTERS = 6_000
PHONES, SECONDS = 1_000, 2.0
LOWEST_RATE, LOWEST_SHARE, LONGEST_P99_MS, LONGEST_TELLING_MS = 3_000, 0.4, 25.0, 300.0
RUSH, CALM = 1, 2
"""The ids of the two ballots."""

_HELLO = """
import uvicorn
async def app(scope, receive, send):
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"hello"})
uvicorn.run(app, port=%d, http="httptools", ws="none", lifespan="off", log_config=None, access_log=False)
"""
_NOTHING = """
import asyncio
try:
    from uvloop import new_event_loop
except ImportError:
    new_event_loop = None
class Nothing(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        self.transport.write(b"HTTP/1.1 200 OK\\r\\ncontent-length: 5\\r\\n\\r\\nhello")
async def serve():
    server = await asyncio.get_running_loop().create_server(Nothing, "127.0.0.1", %d)
    await server.serve_forever()
asyncio.Runner(loop_factory=new_event_loop).run(serve())
"""


def run() -> list[Figure]:
    """All figures, in one run."""
    secrets = [new_secret(token_bytes) for _ in range(VOTERS)]
    allow_connections()
    able, hello = _rate(_NOTHING), _rate(_HELLO)
    with tempfile.TemporaryDirectory() as folder, server(Path(folder) / "bench.hackday", secrets) as (phones, state):
        seconds, statuses = simulate(flood(phones.port, [request(RUSH, secret) for secret in secrets]))
        p99, told = simulate(_calm(phones, state, [request(CALM, secret) for secret in secrets[:PHONES]]))
        with closing(BallotBox(Path(folder) / "bench.hackday")) as box:
            lost = statuses.count(201) - box.turnout(RUSH)
    rate = statuses.count(201) / seconds
    hello = max(hello, _rate(_HELLO))  # before and after: a computer is not equally quick all the time
    beside = f"hello {hello:,.0f}/s, {CONNECTIONS} connections"
    return [
        generator_figure(able, max(hello, rate)),
        Figure("durable votes against hello", rate / hello, "of its rate", LOWEST_SHARE, beside, at_least=True),
        Figure("durable votes", rate, "a second", LOWEST_RATE, f"{VOTERS:,} votes", at_least=True),
        Figure("acknowledged votes that are not in the file", lost, "votes", 0),
        Figure("99th percentile of a vote", p99, "ms", LONGEST_P99_MS, f"{PHONES:,} phones in {SECONDS:g} s, live"),
        Figure(f"until {PHONES:,} phones are told of a change", told, "ms", LONGEST_TELLING_MS),
    ]


class _Clock:
    def now(self) -> Moment:
        return Moment(Instant(time.time_ns() // 1_000_000), Monotonic(time.monotonic_ns() // 1_000_000), "bench")


@contextlib.contextmanager
def server(path: Path, secrets: Sequence[str]) -> Iterator[tuple[PhoneServer, State]]:
    """The phone server on a new event file, with a card for every secret and the two ballots open."""
    ready = threading.Event()
    state = _state(secrets)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchone()
        connection.executescript(SCHEMA)
        connection.execute("CREATE TABLE ballot(id INTEGER PRIMARY KEY, phase, contest, change_until_close)")
        rows = [(ballot.id, ballot.phase, ballot.contest, False) for ballot in state.voting.ballots.values()]
        connection.executemany("INSERT INTO ballot VALUES (?, ?, ?, ?)", rows)
        connection.commit()
    callbacks = Callbacks(lambda command, by: (200, {}), lambda port, pid: ready.set())
    server = PhoneServer(path, _Clock(), callbacks, host="127.0.0.1")
    server.publish(state, 1)
    server.start()
    if not ready.wait(60):
        raise RuntimeError("the phone server did not start")
    yield server, state
    server.stop()


def _state(secrets: Sequence[str]) -> State:
    options = tuple(Option(number, f"Solution {number}") for number in range(1, 17))
    ballots = {
        number: Ballot(
            number, number, "Bench", Method.APPROVAL, Rule.APPROVAL, Phase.OPEN, f"{number:032x}", options=options
        )
        for number in (RUSH, CALM)
    }
    cards = [Card(card_id(secret), secret, None, "", Role.PARTICIPANT) for secret in secrets]
    return State(Event("Bench", date(2026, 1, 1)), voting=Voting(ballots, {card.id: card for card in cards}))


def request(ballot: int, secret: str) -> bytes:
    """A signed vote as it goes over the network."""
    uid, choices = token_hex(16), {"approve": [3, 7, 11]}
    signature = mac(secret, f"{ballot:032x}", uid, choices)
    body = json.dumps({"card": card_id(secret), "uid": uid, "choices": choices, "mac": signature}).encode()
    return _post(f"/api/ballots/{ballot}/votes", body)


def _post(path: str, body: bytes) -> bytes:
    return f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _rate(program: str) -> float:
    """The answers a second of a server for comparison."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", program % port])
    try:
        asyncio.run(_reachable(port))
        seconds, _ = simulate(flood(port, [_post("/", b"x" * 180)] * VOTERS))
    finally:
        process.terminate()
        process.wait()
    return VOTERS / seconds


async def _reachable(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.05)
    raise RuntimeError("the server for comparison did not start")


async def _calm(server: PhoneServer, state: State, requests: Sequence[bytes]) -> tuple[float, float]:
    """A room votes within some seconds, each phone with its stream open; then all are told of a change, both in ms."""
    streams = Streams(server.port, len(requests))
    await streams.come()
    p99 = await rush(server.port, requests, SECONDS, len(requests))
    streams.expect()
    begun = time.perf_counter()
    server.publish(state, 2)
    await streams.until_told()
    told = (time.perf_counter() - begun) * 1000
    streams.go()
    return p99, told


async def read_answer(reader: asyncio.StreamReader) -> int:
    """The status of one answer, whose body is read and dropped."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
    await reader.readexactly(int(length.split(b":")[1]))
    return int(head[9:12])
