"""Ten thousand phones on one server: votes in a rush, how soon all are told, what a phone costs, a storm of returns.

The phones are simulated in this process, on the same cores as the server, so that every figure is the server's at its
worst. Each has its live stream open; votes go over connections of their own, which several phones share.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from secrets import token_bytes

from bench import Figure
from bench.phones import Streams, allow_connections, flood, rush, simulate
from bench.votes import CALM, RUSH, request, server
from facilitator.desk.state import State
from facilitator.store.ballot_box import BallotBox
from facilitator.voting.cards import new_secret
from facilitator.web.handle import PhoneServer

PHONES = 10_000
RUSHES = ((CALM, 10.0, 100.0), (RUSH, 2.0, 500.0))
"""Ballot, seconds within which everybody votes on it, and the longest 99th percentile in ms."""

VOTING_CONNECTIONS = 2_000
LONGEST_TELLING_MS, MOST_KIB, LONGEST_RETURN_S = 300.0, 20.0, 3.0

SYNC_MS = 4
SLOW_VOTES, SLOW_ALONE, SLOW_CONNECTIONS = 3_000, 150, 64
LOWEST_GAIN = 10.0
_SLOW_SYNC = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static int late(const char *name, int file) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, name);
    usleep(%d * 1000);
    return real(file);
}
int fsync(int file) { return late("fsync", file); }
int fdatasync(int file) { return late("fdatasync", file); }
"""


def run() -> list[Figure]:
    """All figures, in one run; those of a slow disk only where there is a C compiler to slow it down with."""
    allow_connections()
    secrets = [new_secret(token_bytes) for _ in range(PHONES)]
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder) / "bench.hackday", secrets) as (phones, state),
    ):
        figures = simulate(_room(phones, state, secrets))
        with closing(BallotBox(Path(folder) / "bench.hackday")) as box:
            lost = sum(PHONES - box.turnout(ballot) for ballot, _, _ in RUSHES)
    figures.append(Figure("acknowledged votes of the rushes that are not in the file", lost, "votes", 0))
    return figures + _slow_disk(secrets)


async def _room(phones: PhoneServer, state: State, secrets: Sequence[str]) -> list[Figure]:
    room = Streams(phones.port, PHONES)
    before = _resident_kib(phones.pid)
    await room.come()
    kib = (_resident_kib(phones.pid) - before) / PHONES
    figures = []
    for ballot, seconds, longest in RUSHES:
        p99 = await rush(phones.port, [request(ballot, secret) for secret in secrets], seconds, VOTING_CONNECTIONS)
        beside = f"{PHONES:,} phones in {seconds:g} s, all live"
        figures.append(Figure("99th percentile of a vote", p99, "ms", longest, beside))
    telling = []
    for version in (2, 3, 4):
        room.expect()
        begun = time.perf_counter()
        phones.publish(state, version)
        await room.until_told()
        telling.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.5)
    room.go()
    begun = time.perf_counter()
    await room.come()
    returned = time.perf_counter() - begun
    room.go()
    figures += [
        Figure(f"until {PHONES:,} phones are told of a change", statistics.median(telling), "ms", LONGEST_TELLING_MS),
        Figure(f"until {PHONES:,} phones that come back at once have the state", returned, "s", LONGEST_RETURN_S),
    ]
    if before:
        figures.append(Figure("memory of the server for a phone", kib, "KiB", MOST_KIB))
    return figures


def _slow_disk(secrets: Sequence[str]) -> list[Figure]:
    """Votes a second with every sync delayed: many phones at once against one that waits for each of its votes."""
    compiler = shutil.which("cc")
    if compiler is None or os.name != "posix":
        return []
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder) / "slow.c", Path(folder) / "slow.so"
        source.write_text(_SLOW_SYNC % SYNC_MS, "ascii")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
        os.environ["LD_PRELOAD"] = str(library)
        try:
            with server(Path(folder) / "bench.hackday", secrets) as (phones, _):
                del os.environ["LD_PRELOAD"]
                together = [request(RUSH, secret) for secret in secrets[:SLOW_VOTES]]
                alone = [request(CALM, secret) for secret in secrets[:SLOW_ALONE]]
                at_once, _ = simulate(flood(phones.port, together, SLOW_CONNECTIONS))
                one_by_one, _ = simulate(flood(phones.port, alone, 1))
        finally:
            os.environ.pop("LD_PRELOAD", None)
    rate, reference = SLOW_VOTES / at_once, SLOW_ALONE / one_by_one
    beside = f"{rate:,.0f}/s against {reference:,.0f}/s with a commit per vote"
    return [
        Figure(
            f"gain of batches, sync {SYNC_MS} ms slower", rate / reference, "times", LOWEST_GAIN, beside, at_least=True
        )
    ]


def _resident_kib(pid: int | None) -> float:
    """The memory that a process holds; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024
