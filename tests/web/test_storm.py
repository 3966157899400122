"""The server killed in a storm of votes: what was acknowledged is counted, and nothing twice."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from facilitator.store.ballot_box import BallotBox
from facilitator.voting.cards import card_id, new_secret
from facilitator.voting.model import Card, Role
from facilitator.voting.receipts import receipt

from .day import Served, cast, contest

VOTERS, KILLS, PHONES = 600, 5, 8


class Counter:
    """Repeatable random bytes."""

    def __init__(self) -> None:
        self.at = 0

    def __call__(self, count: int) -> bytes:
        self.at += 1
        return (self.at * 0x9E3779B97F4A7C15).to_bytes(16, "big")[-count:]


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
@pytest.mark.usefixtures("_alone")
def test_a_server_killed_in_a_storm_loses_nothing_and_counts_nothing_twice(tmp_path: Path) -> None:
    source = Counter()
    secrets = [new_secret(source) for _ in range(VOTERS)]
    served = Served(tmp_path / "day.hackday")
    cards = {card_id(secret): Card(card_id(secret), secret, None, "", Role.PARTICIPANT) for secret in secrets}
    served.state = replace(served.state, voting=replace(served.state.voting, cards=cards))
    served.start()
    acknowledged: dict[str, str] = {}

    def phone(number: int) -> None:
        """One phone for many cards: sends each vote until it is answered, under the same uid."""
        with httpx.Client(base_url=served.url, timeout=30, trust_env=False) as client:
            for at in range(number, VOTERS, PHONES):
                while True:
                    with contextlib.suppress(httpx.TransportError):
                        answer = cast(client, 1, secrets[at], f"{at:032x}", {"one": 10 + at % 4})
                        if answer.status_code in (200, 201):
                            acknowledged[f"{at:032x}"] = answer.json()["receipt"]
                            break
                        assert answer.status_code == 503, answer.text

    with ThreadPoolExecutor(PHONES + 1) as pool:
        storm = [pool.submit(phone, number) for number in range(PHONES)]
        for kill in range(1, KILLS + 1):
            served.until(lambda: served.turnouts.get(1, 0) >= kill * VOTERS // (KILLS + 2))  # noqa: B023  # called within the turn
            readied, pid = served.readied, served.server.pid
            if pid is not None:
                os.kill(pid, signal.SIGKILL)
            served.until(lambda: served.readied > readied)  # noqa: B023  # called within the turn
        for each in storm:
            each.result(120)
    served.until(lambda: served.turnouts.get(1) == VOTERS)
    served.server.stop()
    with closing(BallotBox(served.file)) as box:
        assert box.receipts(1) == sorted(acknowledged.values())
        assert len(acknowledged) == VOTERS == box.turnout(1)
    assert all(kept == receipt(contest(1), uid) for uid, kept in acknowledged.items())
    assert served.readied == KILLS + 1
