"""Requests of hosts' own phones: behind a key, forwarded to the app, answered when it has answered."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
from collections.abc import Callable
from http import HTTPStatus

import msgspec
from starlette.requests import Request

from facilitator.common.texts import text
from facilitator.web.limits import Limits
from facilitator.web.messages import AnswerMessage, CommandMessage
from facilitator.web.problems import Problem, encoded, too_many

PATIENCE_SECONDS = 120.0
"""How long a command may take: forming teams is the slowest."""

STAFF = "staff"
"""Who sends the commands of a host who has given no name."""

LONGEST_NAME = 40
"""Characters of a host's name."""

_RESERVED = frozenset({"host", STAFF, "script", "clock", "program"})
"""What others who send commands are called; no host's phone may pass for one of them."""


def sender(command: dict[str, object]) -> tuple[dict[str, object], str]:
    """The command without `by`, and who sends it: the name that the host has given in that field."""
    given = command.get("by")
    name = " ".join("".join(mark for mark in str(given or "") if mark.isprintable()).split())[:LONGEST_NAME].strip()
    plain = {key: value for key, value in command.items() if key != "by"}
    return plain, STAFF if not name or name.casefold() in _RESERVED else name


class Commands:
    """Commands on their way to the app and back."""

    def __init__(self, send: Callable[[CommandMessage], None]) -> None:
        """`send` hands a message to the app."""
        self._send = send
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[AnswerMessage]] = {}

    async def ask(self, command: object, language: str, by: str = STAFF) -> AnswerMessage:
        """Have the app carry out a command that `by` sends.

        Raises:
            Problem: 503, it does not answer.
        """
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            self._send(CommandMessage(number, msgspec.Raw(encoded(command)), by, language))
            return await asyncio.wait_for(answer, PATIENCE_SECONDS)
        except TimeoutError as error:
            raise Problem(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "no-answer",
                text("The host’s computer has not answered."),
                text("Look at the clock on the screen before you try again: the command may have been carried out."),
                headers={"Retry-After": "5"},
            ) from error
        finally:
            del self._waiting[number]

    def take(self, message: AnswerMessage) -> None:
        """The app has answered."""
        answer = self._waiting.get(message.id)
        if answer is not None and not answer.done():
            answer.set_result(message)


def require_staff(request: Request, key: str, limits: Limits) -> None:
    """Let only holders of the staff key pass. While the lock is on, the right key does not pass either.

    Raises:
        Problem: 401 no key, 403 another one, 429 too many wrong ones.
    """
    address = request.client.host if request.client else ""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "staff" or not given:
        raise Problem(
            HTTPStatus.UNAUTHORIZED,
            "no-key",
            text("This is for hosts, and takes the staff key."),
            text("Open the staff address that the console shows."),
            headers={"WWW-Authenticate": "Staff"},
        )
    waiting = max(limits.staff.wait(address), limits.all_staff.wait(""))
    if waiting:
        raise too_many(waiting)
    if not key or not hmac.compare_digest(_digest(given), _digest(key)):
        limits.staff.take(address)
        limits.all_staff.take("")
        raise Problem(
            HTTPStatus.FORBIDDEN,
            "wrong-key",
            text("That is not the staff key."),
            text("Open the staff address that the console shows."),
        )


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
