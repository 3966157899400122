"""The HTTP protocol of the phone server: uvicorn's, with a limit on how long a request may take to arrive.

Without it, connections that never finish a request's head would use up the server one by one. Bodies have a limit of
their own, where they are read, and idle connections are ended by uvicorn.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
"""How long a request's head may take, from the opening of the connection or from its own first byte."""


class PatientProtocol(HttpToolsProtocol):
    """One connection; ends it when a request's head does not arrive in time."""

    _deadline: asyncio.TimerHandle | None = None
    _head_begun = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """The first request has to come."""
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """There is nothing left to wait for."""
        self._head_is_here()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A head that begins here and does not end here has to come, on a connection that is kept as well."""
        super().data_received(data)
        if self._head_begun:
            self._expect_head()

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._head_begun = True

    def on_headers_complete(self) -> None:
        """The head is here."""
        self._head_is_here()
        super().on_headers_complete()

    def _expect_head(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def _too_late(self) -> None:
        self._deadline = None
        if self.cycle is not None and not self.cycle.response_complete:
            self._expect_head()  # the answer to the request before is still on its way
        else:
            self.transport.close()

    def _head_is_here(self) -> None:
        self._head_begun = False
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
