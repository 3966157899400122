"""Reads request bodies: limited in size and time, and strict about JSON and forms."""

from __future__ import annotations

import asyncio
import json
from http import HTTPStatus
from typing import Any, NoReturn
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from facilitator.common.texts import text
from facilitator.web.problems import Problem, unreadable

LARGEST = 16 * 1024
"""Bytes; the largest ballot that can be cast is far smaller."""

_MOST_FIELDS = 1_000

PATIENCE_SECONDS = 10.0
"""How long a phone may take to send a body."""


async def read_json(request: Request) -> object:
    """The request's body as JSON.

    Raises:
        Problem: 413 too large, 408 too slow, 400 not JSON.
    """
    return decode(await _body(request))


async def read_form(request: Request) -> dict[str, list[str]]:
    """The request's body as the fields of an HTML form, empty ones too.

    Raises:
        Problem: 413 too large, 408 too slow, 400 not a form.
    """
    try:
        words = (await _body(request)).decode("utf-8")
        return parse_qs(words, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise unreadable(text("The form could not be read.")) from error


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "0")
    if not declared.isascii() or not declared.isdigit() or int(declared[:10]) > LARGEST:
        raise _too_large()
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            body = await _read(request)
    except TimeoutError as error:
        raise Problem(
            HTTPStatus.REQUEST_TIMEOUT,
            "slow",
            text("The request took too long to arrive."),
            text("Try again."),
            headers={"Connection": "close"},
        ) from error
    except ClientDisconnect as error:
        raise unreadable(text("The connection ended before the request was complete.")) from error
    return body


def decode(body: bytes) -> object:
    """Strict JSON: UTF-8, no NaN or infinity, no key twice, no bottomless nesting, no endless numbers.

    Raises:
        Problem: 400, it is something else.
    """
    try:
        return _STRICT.decode(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise unreadable(text("The request is not valid JSON.")) from error


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a key stands twice")
    return members


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_STRICT = json.JSONDecoder(object_pairs_hook=_members, parse_constant=_no_constant)


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise _too_large()
    return bytes(body)


def _too_large() -> Problem:
    return Problem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "too-large",
        text("The request is larger than any vote can be."),
        text("Reload the page and try again."),
        headers={"Connection": "close"},
    )
