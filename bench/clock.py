"""The projector's clock under stress: how late each second is seen, and how soon a key's effect is.

The whole program runs on a virtual screen with its projector filling it, while eighty phones with live streams vote
once a second each and every core is kept busy by another program. `python -m bench.clock 600` runs for ten minutes.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from secrets import token_hex
from typing import Any

from bench import Figure
from bench.display import display
from bench.votes import read_answer
from facilitator.app.session import Session
from facilitator.app.templates import create
from facilitator.timer.commands import StartDay
from facilitator.voting.cards import card_id, mac
from facilitator.voting.commands import OpenBallot, PutBallot
from facilitator.voting.model import Ballot, Method, Option, Role, Rule

SECONDS = 60
PHONES = 80
LONGEST_P99_MS, LONGEST_KEY_P95_MS = 150.0, 100.0
_FIRST_S = 1.0
_ACCEPTED = (200, 201)
_BARE = """
import select, sys, time
while True:
    boundary = time.monotonic() // 1 + 1
    if select.select([sys.stdin], [], [], boundary - time.monotonic())[0]:
        break
    print((time.monotonic() - boundary) * 1000)
"""
"""A program that only waits for every second and says how late it woke, in ms, until its input ends."""


def run(seconds: int = SECONDS) -> list[Figure]:
    """All figures, in one run of so many seconds and half a minute for the keys.

    Raises:
        RuntimeError: there is no screen, or the program ended early.
    """
    with display() as environment, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clock.hackday"
        secrets, ballot = _event(path)
        command = [sys.executable, "-m", "bench.clock_window", str(path), str(seconds)]
        with (
            subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program,
            _busy(),
            subprocess.Popen([sys.executable, "-c", _BARE], stdout=subprocess.PIPE, stdin=subprocess.PIPE) as bare,
        ):
            told: dict[str, Any] = asyncio.run(_room(program, ballot, secrets))
            late = [float(line) for line in bare.communicate()[0].split()]
    delays, keys = told["delays"], told["keys"]
    under = f"a bare timer beside it {_quantile(late, 99):.0f} ms; {told['votes']:,} votes from {PHONES} phones"
    return [
        Figure(
            "a second is seen after its boundary, 99th percentile",
            _quantile(delays, 99),
            "ms",
            LONGEST_P99_MS,
            f"{len(delays)} seconds, latest {max(delays):.0f} ms, median {statistics.median(delays):.0f} ms; {under}",
        ),
        Figure("seconds skipped", told["skipped"], "seconds", 0),
        Figure("seconds shown twice", told["twice"], "seconds", 0),
        Figure(
            "key to the projector's frame, 95th percentile",
            _quantile(keys, 95),
            "ms",
            LONGEST_KEY_P95_MS,
            f"{len(keys)} keys, latest {max(keys):.0f} ms, median {statistics.median(keys):.0f} ms",
        ),
        Figure("votes that were refused", told["refused"], "votes", 0),
    ]


def _event(path: Path) -> tuple[list[str], Ballot]:
    """The sample event with the day begun and a ballot open, whose votes may be changed: its cards and the ballot."""
    create(path, sample=True, language="en")
    options = tuple(Option(number, f"Solution {number}") for number in range(1, 17))
    draft = Ballot(0, 0, "Bench", Method.APPROVAL, Rule.APPROVAL, options=options, change_until_close=True)
    with Session(path) as session:
        session.desk.do(StartDay())
        number = session.desk.do(PutBallot(draft)).result
        state = session.desk.do(OpenBallot(number)).state
        cards = [card.secret for card in state.voting.cards.values() if card.role is Role.PARTICIPANT]
        return cards[:PHONES], state.voting.ballots[number]


async def _room(program: subprocess.Popen[str], ballot: Ballot, secrets: Sequence[str]) -> dict[str, Any]:
    """Vote for as long as the program measures; what it tells, with how many votes were answered."""
    port = json.loads(await _line(program))["port"]
    statuses: list[int] = []
    phones = [asyncio.create_task(_phone(port, ballot, secret, statuses)) for secret in secrets]
    measured = json.loads(await _line(program))
    for phone in phones:
        phone.cancel()
    await asyncio.gather(*phones, return_exceptions=True)
    refused = sum(status not in _ACCEPTED for status in statuses)
    return {**measured, "votes": len(statuses), "refused": refused}


async def _line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    line = await asyncio.to_thread(program.stdout.readline)
    if not line:
        raise RuntimeError("the program ended before it had measured anything")
    return line


async def _phone(port: int, ballot: Ballot, secret: str, statuses: list[int]) -> None:
    """One phone: follows the live stream, and changes its vote every second."""
    await asyncio.sleep(random.uniform(0, _FIRST_S))
    live, asking = await asyncio.open_connection("127.0.0.1", port)
    asking.write(b"GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    following = asyncio.create_task(_follow(live))
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while True:
            writer.write(_vote(ballot, secret))
            statuses.append(await read_answer(reader))
            await asyncio.sleep(1)
    finally:
        following.cancel()
        asking.close()
        writer.close()


async def _follow(live: asyncio.StreamReader) -> None:
    while await live.read(65_536):
        pass


def _vote(ballot: Ballot, secret: str) -> bytes:
    uid, choices = token_hex(16), {"approve": random.sample(range(1, 17), 3)}
    signature = mac(secret, ballot.contest, uid, choices)
    body = json.dumps({"card": card_id(secret), "uid": uid, "choices": choices, "mac": signature}).encode()
    head = f"POST /api/ballots/{ballot.id}/votes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


@contextlib.contextmanager
def _busy() -> Iterator[None]:
    """Another program on every core, at the usual priority."""
    spinning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()


def _quantile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


if __name__ == "__main__":
    for figure in run(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS):
        sys.stdout.write(f"  {figure}\n")
