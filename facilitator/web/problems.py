"""Refusals as RFC 9457 problem documents, in the language of the phone."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from facilitator.common.errors import UserError
from facilitator.common.texts import LANGUAGES, Text, Translator, text

_RANGE = re.compile(r"\s*([A-Za-z]{1,8}|\*)(?:-[A-Za-z0-9-]{1,35})?\s*(?:;\s*q=([0-9.]{1,5}))?\s*")


class Problem(UserError):
    """A request that is refused: the HTTP status, and a `code` by which the phone page knows what to do."""

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        message: Text,
        remedy: Text | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """`headers` are sent along with the answer."""
        super().__init__(message, remedy)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})


def too_many(seconds: float) -> Problem:
    """A refusal for now: too many tries, come back in so many seconds."""
    wait = max(1, math.ceil(seconds))
    return Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        "too-many",
        text("Too many tries."),
        text("Wait {seconds} seconds and try again.", seconds=wait),
        headers={"Retry-After": str(wait)},
    )


def unavailable() -> Problem:
    """A vote or an answer that could not be had from the event file; nothing was counted."""
    return Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        text("The host’s computer cannot save right now, so your vote has not been counted yet."),
        text("Your phone tries again by itself; keep this page open."),
        headers={"Retry-After": "2"},
    )


def unreadable(reason: Text, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> Problem:
    """A body that is not what it should be."""
    return Problem(status, "unreadable", reason, text("Reload the page and try again."))


def language_of(accepted: str | None, default: str) -> str:
    """The language to answer in: the first of ours that the Accept-Language header asks for, by weight.

    A header that cannot be read, or asks for none of ours, gives the default.
    """
    best, weight = default, 0.0
    for part in (accepted or "")[:200].split(","):
        match = _RANGE.fullmatch(part)
        if match is None or match[1].lower() not in LANGUAGES:
            continue
        try:
            quality = float(match[2] or 1)
        except ValueError:
            continue
        if quality > weight:
            best, weight = match[1].lower(), quality
    return best


def problem_response(problem: Problem, language: str) -> Response:
    """The refusal as a response."""
    document = {"detail": Translator(language).render(problem.text()), "code": problem.code}
    return document_response(problem.status, document, language, problem.headers)


def document_response(
    status: int, members: Mapping[str, object], language: str, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem document with these members besides type, title and status."""
    document = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, **members}
    return Response(
        encoded(document),
        status,
        {"Content-Language": language, "Vary": "Accept-Language", **(headers or {})},
        "application/problem+json",
    )


def encoded(document: object) -> bytes:
    """JSON for the network; half a character that somebody sent us goes back as an escape, never as an error."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
