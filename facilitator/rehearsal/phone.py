"""One simulated phone: opens the page, listens to the live state, and votes when it may."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import httpx

from facilitator.rehearsal.choosing import choose
from facilitator.rehearsal.ledger import Due, Ledger
from facilitator.voting.cards import mac
from facilitator.voting.model import Card

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
"""Seconds between tries; each pause is twice the one before."""

_TRY_AGAIN = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_STORED = (HTTPStatus.CREATED, HTTPStatus.OK)


@dataclass(slots=True)
class _Pauses:
    """Pauses that grow until something works."""

    seconds: float = _FIRST_PAUSE

    async def pause(self, at_least: float = 0.0) -> None:
        await asyncio.sleep(max(self.seconds, at_least))
        self.seconds = min(2 * self.seconds, _LONGEST_PAUSE)


class SimulatedPhone:
    """A phone with a voting card. `number` counts from 1 and is all that its choices depend on."""

    def __init__(self, number: int, card: Card, client: httpx.AsyncClient, ledger: Ledger) -> None:
        """`client` knows the server's address; nothing is sent before `run`."""
        self._number = number
        self._card = card
        self._client = client
        self._ledger = ledger
        self._begun: set[Due] = set()
        self._votes: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Do what a phone does, until cancelled; a server that is gone is asked again until it is back."""
        try:
            await self._get("/")
            self._see(await self._get("/api/state"))
            await self._listen()
        finally:
            for vote in self._votes:
                vote.cancel()
            await asyncio.gather(*self._votes, return_exceptions=True)

    async def _listen(self) -> None:
        """Keep the live stream open, and open it again when it ends."""
        pauses = _Pauses()
        while True:
            try:
                async with self._client.stream("GET", "/api/live", headers={"Accept": "text/event-stream"}) as stream:
                    if stream.status_code == HTTPStatus.OK:
                        self._ledger.connected(self._number)
                        async for document in _events(stream):
                            pauses = _Pauses()
                            self._see(document)
            except httpx.TransportError:
                pass  # the server went away; the next try finds out whether it is back
            await pauses.pause()

    async def _get(self, path: str, headers: Mapping[str, str] | None = None) -> str:
        pauses = _Pauses()
        while True:
            try:
                answer = await self._client.get(path, headers=headers)
            except httpx.TransportError:
                await pauses.pause()
                continue
            if answer.status_code == HTTPStatus.OK:
                return answer.text
            await pauses.pause(_retry_after(answer))

    def _see(self, document: str) -> None:
        """Vote on what is open, once for each opening of a ballot."""
        for ballot in _decoded(document)["ballots"]:
            due = Due(self._number, ballot["id"], ballot["contest"])
            rules = ballot["rules"]
            may_vote = rules["straw_poll"] or self._card.role in rules["roles"]
            if ballot["state"] == "open" and may_vote and due not in self._begun:
                self._begun.add(due)
                vote = asyncio.create_task(self._vote(due, ballot))
                self._votes.add(vote)
                vote.add_done_callback(self._votes.discard)

    async def _vote(self, due: Due, ballot: Mapping[str, Any]) -> None:
        """Cast a vote, and send it again under the same number until the server has answered it."""
        body = {"uid": secrets.token_hex(16)}
        body |= await self._filled_in(ballot, body["uid"])
        headers = {"Authorization": f"Device phone-{self._number:016d}"} if ballot["rules"]["straw_poll"] else None
        self._ledger.casting(due)
        pauses = _Pauses()
        while True:
            try:
                answer = await self._client.post(f"/api/ballots/{due.ballot}/votes", json=body, headers=headers)
            except httpx.TransportError:
                await pauses.pause()
                continue
            if answer.status_code in _STORED:
                self._ledger.cast(due)
                return
            if answer.status_code not in _TRY_AGAIN:
                self._ledger.turned_down(due, _detail(answer))
                return
            await pauses.pause(_retry_after(answer))

    async def _filled_in(self, ballot: Mapping[str, Any], uid: str) -> dict[str, Any]:
        voter = f"{self._card.role}|{self._number}"
        if ballot["rules"]["straw_poll"]:
            return {"card": None, "choices": choose(ballot, (), voter)}
        own: list[int] = []
        if ballot["rules"]["own_team_excluded"]:
            me = json.loads(await self._get("/api/me", {"Authorization": f"Card {self._card.id}"}))
            own = [option["id"] for option in ballot["options"] if option.get("team") == me["team"] is not None]
            own += me.get("own", {}).get(str(ballot["id"]), [])
        choices = choose(ballot, own, voter)
        signature = mac(self._card.secret, ballot["contest"], uid, choices)
        return {"card": self._card.id, "choices": choices, "mac": signature}


async def _events(stream: httpx.Response) -> AsyncIterator[str]:
    """The data of the events `state`; the server writes each document on one line."""
    async for line in stream.aiter_lines():
        if line.startswith("data:"):
            yield line.removeprefix("data:").strip()


@lru_cache(maxsize=8)
def _decoded(document: str) -> dict[str, Any]:
    """The public state. All phones get the same one, so it is decoded once; nobody changes it."""
    state: dict[str, Any] = json.loads(document)
    return state


def _retry_after(answer: httpx.Response) -> float:
    seconds = answer.headers.get("retry-after", "")
    return float(seconds) if seconds.isdecimal() else 0.0


def _detail(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"{answer.status_code} {answer.reason_phrase}"
