"""Connections on which no request arrives: they are ended, others are not."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from facilitator.web import protocol

REQUEST = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
ENOUGH = 10.0


async def _hello(scope: Scope, receive: Receive, send: Send) -> None:
    await asyncio.sleep(0.5)  # longer than a head may take here
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"hello"})


@contextlib.asynccontextmanager
async def _serving() -> AsyncIterator[int]:
    config = uvicorn.Config(_hello, http=protocol.PatientProtocol, ws="none", lifespan="off", log_config=None)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listener]))
        yield listener.getsockname()[1]
        server.should_exit = True
        await serving


async def _sent(*parts: bytes) -> bytes:
    """What comes back until the server ends the connection, for bytes sent with less than a pause between them."""
    async with _serving() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(ConnectionError):  # the server may have had enough by now
            for part in parts:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(0.05)
        answer = b""
        with contextlib.suppress(ConnectionError):
            answer = await asyncio.wait_for(reader.read(), ENOUGH)
        writer.close()
        return answer


@pytest.mark.parametrize("parts", [(), (b"GET",), (b"GET / HTTP/1.1\r\n", *[b"X: y\r\n"] * 8)])
def test_a_head_that_does_not_come_ends_the_connection(
    parts: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    assert asyncio.run(_sent(*parts)) == b""


def test_a_slow_answer_and_a_slow_second_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    answer = asyncio.run(_sent(REQUEST, b"GET / HTT"))
    assert answer.endswith(b"hello")
    assert answer.count(b"200 OK") == 1
