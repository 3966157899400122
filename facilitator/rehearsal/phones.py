"""A room full of simulated phones, on a thread of their own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import threading
from collections.abc import Sequence
from contextlib import AsyncExitStack

import httpx

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.state import State
from facilitator.rehearsal.ledger import Ledger, votes_due
from facilitator.rehearsal.phone import SimulatedPhone
from facilitator.voting.model import Card

_LOG = logging.getLogger(__name__)

PATIENCE_SECONDS = 30.0
"""How long nothing may move before phones are given up: real time, whatever the rehearsal's clock says."""

_TIMEOUT = httpx.Timeout(10.0, read=30.0)
"""A live stream says something every ten seconds; a phone that hears nothing for thirty connects anew."""

_FILES_PER_PHONE, _OTHER_FILES = 2, 100
"""A phone's live stream and its requests each take a connection."""


def _allow_files(count: int) -> None:
    """Let this process have so many connections and files open, as far as the system lets us."""
    try:
        import resource
    except ImportError:
        return  # Windows sets no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < count:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))


class Phones:
    """All the phones. A context manager: they live inside it."""

    def __init__(self, url: str, cards: Sequence[Card], language: str) -> None:
        """`url` is the phone page's address; `language` the one that phones ask for."""
        self.ledger = Ledger()
        self._url = url
        self._cards = tuple(cards)
        self._language = language
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="simulated phones", daemon=True)

    def __enter__(self) -> Phones:
        """Switch on; returns when every phone has its live stream.

        Raises:
            UserError: some of them do not get through to the server.
        """
        _allow_files(_FILES_PER_PHONE * len(self._cards) + _OTHER_FILES)
        self._thread.start()
        if not self.ledger.wait_connected(len(self._cards), PATIENCE_SECONDS):
            self.__exit__()
            raise UserError(
                text("The simulated phones do not get through to the phone server at {url}.", url=self._url),
                text("See whether another program, such as a firewall, holds connections up."),
            )
        return self

    def __exit__(self, *_: object) -> None:
        """Switch off."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def settle(self, state: State) -> None:
        """Return when every vote that `state` makes phones cast has been answered, or has been given up."""
        self.ledger.wait_done(votes_due(state, self._cards), PATIENCE_SECONDS)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._live())
        finally:
            self._loop.close()

    async def _live(self) -> None:
        plain_http = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # shared, or each client would load its certificates
        async with AsyncExitStack() as stack:
            phones = []
            for number, card in enumerate(self._cards, start=1):
                client = httpx.AsyncClient(
                    base_url=self._url,
                    headers={"Accept-Language": self._language},
                    timeout=_TIMEOUT,
                    trust_env=False,
                    verify=plain_http,
                )
                await stack.enter_async_context(client)
                phones.append(asyncio.create_task(SimulatedPhone(number, card, client, self.ledger).run()))
            await self._stop.wait()
            for phone in phones:
                phone.cancel()
            for end in await asyncio.gather(*phones, return_exceptions=True):
                if not isinstance(end, asyncio.CancelledError):
                    _LOG.error("a simulated phone broke down", exc_info=end)
