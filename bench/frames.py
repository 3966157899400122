"""The console's frames while ten thousand phones vote: their interval with the phone server at work and at rest."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from secrets import token_bytes

from bench import Figure
from bench.display import display
from bench.phones import Streams, allow_connections, rush, simulate
from bench.votes import CALM, request, server
from facilitator.app.templates import create
from facilitator.voting.cards import new_secret
from facilitator.web.handle import PhoneServer

PHONES, SECONDS = 10_000, 10.0
CONNECTIONS = 2_000
MOST_SLOWED = 1.15


class Console:
    """A console that paints, in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Returns when frames come.

        Raises:
            RuntimeError: it did not start.
        """
        self._process = process
        assert process.stdout is not None
        if process.stdout.readline() != "ready\n":
            raise RuntimeError("the console did not start")

    def frames(self) -> list[float]:
        """End it: when each of its frames was shown, in seconds of the monotonic clock."""
        told: list[float] = json.loads(self._process.communicate(timeout=60)[0])
        return told


@contextmanager
def console(folder: Path) -> Iterator[Console]:
    """A console on an event of its own."""
    path = folder / "console.hackday"
    create(path, sample=True)
    with display() as environment:
        command = [sys.executable, "-m", "bench.console_frames", str(path)]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        try:
            yield Console(process)
        finally:
            process.kill()
            process.communicate()


def run() -> list[Figure]:
    """The 99th percentile of the interval between two frames, at work against at rest, in one run."""
    allow_connections()
    secrets = [new_secret(token_bytes) for _ in range(PHONES)]
    requests = [request(CALM, secret) for secret in secrets]
    with tempfile.TemporaryDirectory() as name, console(Path(name)) as window:
        at_rest = time.monotonic()
        time.sleep(SECONDS)
        rested = time.monotonic()
        with server(Path(name) / "bench.hackday", secrets) as (phones, _):
            begun, ended = simulate(_votes(phones, requests))
        frames = window.frames()
    rest, work = _p99(frames, at_rest, rested), _p99(frames, begun, ended)
    beside = f"{work:.1f} ms against {rest:.1f} ms without a server"
    return [
        Figure("console's frame interval while 10,000 phones vote", work / rest, "of it at rest", MOST_SLOWED, beside)
    ]


async def _votes(phones: PhoneServer, requests: list[bytes]) -> tuple[float, float]:
    """When the votes began and ended, with every phone's stream open."""
    streams = Streams(phones.port, PHONES)
    await streams.come()
    begun = time.monotonic()
    await rush(phones.port, requests, SECONDS, CONNECTIONS)
    ended = time.monotonic()
    streams.go()
    return begun, ended


def _p99(frames: list[float], begun: float, ended: float) -> float:
    """The 99th percentile of the intervals between frames in a time, in ms."""
    within = [frame for frame in frames if begun <= frame <= ended]
    return statistics.quantiles([after - before for before, after in pairwise(within)], n=100)[98] * 1000
