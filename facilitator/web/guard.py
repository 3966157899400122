"""What every request passes first: the right host, no foreign origin; and what every answer carries."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Collection
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from facilitator.common.texts import text
from facilitator.web.problems import Problem, language_of, problem_response

DEFAULT_HEADERS = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""What every answer carries that does not say otherwise."""


class Guard:
    """Wraps the server's application.

    The Host check keeps a foreign web page from reaching the server under a name of its own (DNS rebinding); the Origin
    check keeps it from sending requests in a phone's name. Both see to it that no cookie or login is ever missed.
    """

    def __init__(self, app: ASGIApp, hosts: Callable[[], Collection[str]], language: Callable[[], str]) -> None:
        """`hosts` gives the names by which the server may be called besides IP addresses, `language` the event's."""
        self._app = app
        self._hosts = hosts
        self._language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *(pair for pair in DEFAULT_HEADERS if pair[0] not in present),
                ]
            await send(message)

        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        try:
            if not allowed_host(host, self._hosts()):
                raise Problem(
                    HTTPStatus.MISDIRECTED_REQUEST,
                    "wrong-host",
                    text("This server does not answer under that name."),
                    text("Use the address that the host shows."),
                )
            if not own_origin(headers.get("origin"), host):
                raise Problem(
                    HTTPStatus.FORBIDDEN,
                    "foreign-origin",
                    text("Requests from other web pages are not answered."),
                    text("Use the address that the host shows."),
                )
        except Problem as problem:
            language = language_of(headers.get("accept-language"), self._language())
            await problem_response(problem, language)(scope, receive, sending)
            return
        await self._app(scope, receive, sending)


def own_origin(origin: str | None, host: str) -> bool:
    """Whether a request comes from one of our own pages, or from no page at all."""
    return origin is None or origin.lower() == f"http://{host}".lower()


def allowed_host(host: str, names: Collection[str]) -> bool:
    """Whether a Host header names this server: an IP address, localhost, or one of `names`, with any port."""
    return _allowed(host, tuple(names))


@lru_cache(64)  # phones come by a few names, again and again
def _allowed(host: str, names: tuple[str, ...]) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    name = name.rstrip(".")
    return name == "localhost" or _is_address(name) or name in {known.lower().rstrip(".") for known in names}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
