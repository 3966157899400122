"""The phone server killed with SIGKILL a hundred times in a storm of votes.

Every vote is sent until it is answered, under the same uid; at the end what was acknowledged is held against the file.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random
from secrets import token_bytes

from bench import Figure
from bench.votes import RUSH, request, server
from facilitator.store.ballot_box import BallotBox
from facilitator.voting.cards import new_secret

KILLS, PHONES = 100, 8
VOTES_BETWEEN = 40
LONGEST_S = 3.0
"""From a kill until the next vote is acknowledged."""

PATIENCE_SECONDS = 20.0
_AGAIN_SECONDS = 0.02


class Storm:
    """Votes from several phones at once, and when the last was acknowledged."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        """Nothing is sent yet."""
        self._port = port
        self._requests = requests
        self._news = threading.Condition()
        self.receipts: dict[int, str] = {}
        self.acknowledged = 0

    def phone(self, number: int) -> None:
        """One phone for many cards."""
        for at in range(number, len(self._requests), PHONES):
            while (receipt := self._sent(self._requests[at])) is None:
                time.sleep(_AGAIN_SECONDS)  # as the page does, if for longer
            with self._news:
                self.receipts[at] = receipt
                self.acknowledged += 1
                self._news.notify_all()

    def until(self, count: int) -> None:
        """Wait until so many votes have been acknowledged.

        Raises:
            RuntimeError: that did not happen.
        """
        with self._news:
            if not self._news.wait_for(lambda: self.acknowledged >= count, PATIENCE_SECONDS):
                raise RuntimeError(f"only {self.acknowledged} votes were acknowledged")

    def _sent(self, whole: bytes) -> str | None:
        """The receipt; None if the server is gone, or cannot be asked just now."""
        head, body = whole.split(b"\r\n\r\n", 1)
        path = head.split(b" ", 2)[1].decode()
        with closing(http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)) as line:
            try:
                line.request("POST", path, body)
                answer = line.getresponse()
                told = answer.read()
            except (OSError, http.client.HTTPException):
                return None
        if answer.status not in (200, 201):
            return None
        receipt: str = json.loads(told)["receipt"]
        return receipt


def run() -> list[Figure]:
    """A hundred kills.

    Raises:
        RuntimeError: the system knows no SIGKILL, or the server did not come back.
    """
    if sys.platform == "win32":
        raise RuntimeError("this system knows no SIGKILL")
    random = Random(1)
    secrets = [new_secret(token_bytes) for _ in range((KILLS + 1) * VOTES_BETWEEN)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bench.hackday"
        with server(file, secrets) as (phones, _), ThreadPoolExecutor(PHONES) as pool:
            storm = Storm(phones.port, [request(RUSH, secret) for secret in secrets])
            sending = [pool.submit(storm.phone, number) for number in range(PHONES)]
            away = []
            for kill in range(KILLS):
                storm.until(kill * VOTES_BETWEEN + random.randrange(VOTES_BETWEEN // 2))
                pid, begun = phones.pid, time.perf_counter()
                if pid is None:
                    raise RuntimeError("the server that has just answered is not there")
                os.kill(pid, signal.SIGKILL)
                storm.until(storm.acknowledged + 2 * PHONES)  # more than can have been under way
                away.append(time.perf_counter() - begun)
            for each in sending:
                each.result(PATIENCE_SECONDS)
        with closing(BallotBox(file)) as box:
            kept, turnout = box.receipts(RUSH), box.turnout(RUSH)
    told = f"{KILLS} kills, {len(storm.receipts):,} votes"
    lost = len(set(storm.receipts.values()) - set(kept))
    return [
        Figure("acknowledged and lost", lost, "votes", 0, told),
        Figure("counted and not sent, or twice", abs(len(kept) - len(secrets)) + abs(turnout - len(kept)), "votes", 0),
        Figure("from a kill until votes are acknowledged again", max(away), "s", LONGEST_S, "worst of all"),
    ]
