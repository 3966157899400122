"""The interface for phones as an OpenAPI 3.1 document, which the tests hold against the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.voting.model import (
    AXIS_HIGHEST,
    AXIS_LOWEST,
    LONGEST_REASON,
    LONGEST_TEXT,
    SCORE_HIGHEST,
    SCORE_LOWEST,
)
from facilitator.web.openapi_screens import SCREEN_PATHS, SCREEN_SCHEMAS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_FLAG: Schema = {"type": "boolean"}
_TIME: Schema = {"type": ["string", "null"], "format": "date-time"}
_HEX_32: Schema = {"type": "string", "pattern": "^[0-9a-fA-F]{32}$"}
_REFUSALS = {
    400: "The request is not valid JSON.",
    401: "The Authorization header is missing.",
    403: "The card, its mac, its role or the key does not allow this.",
    404: "There is nothing of that kind.",
    408: "The body took too long to arrive.",
    409: "The event stands differently: closed, never opened, or already voted.",
    413: "The body is larger than 16 KiB.",
    422: "The body has another shape, or the ballot does not allow a choice, which is named.",
    429: "Too many tries; Retry-After says how long to wait.",
    500: "The command failed in a way that nobody foresaw; nothing was changed.",
    503: "Nothing can be saved just now; Retry-After says how long to wait. Nothing was counted.",
}
_EVERYWHERE = (403, 421)
_UNREADABLE = (400, 403, 408, 413, 422, 429)


def _object(members: Mapping[str, Schema], *optional: str) -> Schema:
    required = [name for name in members if name not in optional]
    return {"type": "object", "properties": dict(members), "required": required}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _only(key: str, schema: Schema) -> Schema:
    return {"type": "object", "properties": {key: schema}, "required": [key], "additionalProperties": False}


def _per_option(schema: Schema) -> Schema:
    return {"type": "object", "additionalProperties": schema}


def _answer(description: str, schema: Schema, kind: str = "application/json") -> Schema:
    return {"description": description, "content": {kind: {"schema": schema}}}


def _operation(summary: str, success: Mapping[int, Schema], *refusals: int, **more: Any) -> Schema:
    problems = {
        str(status): _answer(
            _REFUSALS.get(status, "The Host header names another server."), _ref("Problem"), "application/problem+json"
        )
        for status in sorted({*refusals, *_EVERYWHERE})
    }
    responses = problems | {str(status): answer for status, answer in success.items()}
    return {"summary": summary, "responses": responses, **more}


def _pages(description: str, *refusals: int) -> dict[int, Schema]:
    """Answers of the form without JavaScript: refusals are pages too."""
    return {
        200: _answer(description, _TEXT, "text/html"),
        **{status: _answer(_REFUSALS[status], _TEXT, "text/html") for status in refusals},
    }


_PLACES: Schema = _per_option(
    {
        "type": "array",
        "items": {**_NUMBER, "minimum": AXIS_LOWEST, "maximum": AXIS_HIGHEST},
        "minItems": 2,
        "maxItems": 2,
    }
)
_MILLISECONDS: Schema = {"type": "number", "minimum": 0, "maximum": 600_000}
_SELF_TEST = _object(
    {
        "page": _MILLISECONDS,
        "send": _MILLISECONDS,
        "stream": {"type": ["number", "null"], "description": "Null: the live stream told nothing."},
    }
)
_SELF_TESTED = _object({"passed": _FLAG, "phone": _TEXT, "by": _TEXT})
_CHOICES: Schema = {
    "oneOf": [
        _only("one", _NUMBER),
        _only("approve", _list(_NUMBER)),
        _only("rank", _list(_NUMBER)),
        _only("scores", _per_option(_per_option({**_NUMBER, "minimum": SCORE_LOWEST, "maximum": SCORE_HIGHEST}))),
        _only("dots", _per_option({**_NUMBER, "minimum": 0})),
        _only("axes", _PLACES),
        _object({"axes": _PLACES, "reasons": _per_option({**_TEXT, "maxLength": LONGEST_REASON})}),
        _only("text", {**_TEXT, "maxLength": LONGEST_TEXT}),
        _only("abstain", {"const": True}),
    ]
}
_BALLOT = _object(
    {
        "id": _NUMBER,
        "title": _TEXT,
        "method": {"enum": ["single", "approval", "ranked", "score", "dots", "axes", "text"]},
        "state": {"enum": ["open", "closed", "revealed"]},
        "contest": _TEXT,
        "options": _list(_object({"id": _NUMBER, "label": _TEXT, "team": _NUMBER}, "team")),
        "rules": {"type": "object"},
        "closes_at": _TIME,
        "result": {"type": "object"},
    },
    "closes_at",
    "result",
)
_STATE = _object(
    {
        "version": _NUMBER,
        "server_time": {"type": "string", "format": "date-time"},
        "event": _object({"title": _TEXT}),
        "now": {
            "oneOf": [
                {"type": "null"},
                _object({"item": _NUMBER, "title": _TEXT, "ends_at": _TIME, "paused": _FLAG}),
            ]
        },
        "next": {"oneOf": [{"type": "null"}, _object({"item": _NUMBER, "title": _TEXT, "starts_at": _TIME})]},
        "ballots": _list(_ref("Ballot")),
        "pitches": _object({"now": {"type": ["integer", "null"]}, "turns": _list(_list(_NUMBER))}),
    },
    "pitches",
)
_STAFF_STATE = _object(
    {
        "version": _NUMBER,
        "server_time": {"type": "string", "format": "date-time"},
        "rundown": _list({"type": "object"}),
        "participants": _list({"type": "object"}),
        "sectors": _list(_object({"id": _NUMBER, "name": _TEXT})),
        "quotas": _list(_object({"id": _NUMBER, "name": _TEXT})),
        "teams": _list({"type": "object"}),
        "ballots": _list(
            _object(
                {
                    "id": _NUMBER,
                    "title": _TEXT,
                    "method": _TEXT,
                    "state": {"enum": ["draft", "open", "closed", "revealed"]},
                    "change_until_close": _FLAG,
                    "turnout": _object({"cast": _NUMBER, "eligible": _NUMBER}),
                    "closes_at": {
                        "type": ["string", "null"],
                        "format": "date-time",
                        "description": "When it closes by itself.",
                    },
                    "unveiled": {"type": "integer", "description": "Places shown before the reveal, the third first."},
                    "result": {"type": "object"},
                },
                "result",
            )
        ),
    }
)
_VOTE = _object(
    {
        "card": {"type": ["string", "null"], "description": "The card's id; null in a straw poll."},
        "uid": {**_HEX_32, "description": "Chosen by the phone, and kept for every retry."},
        "choices": _CHOICES,
        "mac": {"type": "string", "description": "HMAC-SHA-256 of vote|CONTEST|UID|CHOICES; not in a straw poll."},
    },
    "card",
    "mac",
)
_ME = _object(
    {
        "name": _TEXT,
        "role": {"enum": ["participant", "jury", "guest"]},
        "team": {"type": ["integer", "null"]},
        "table": _TEXT,
        "voted": _per_option({"const": True}),
        "own": _per_option(_list(_NUMBER)),
    }
)
_PROBLEM = _object({"type": _TEXT, "title": _TEXT, "status": _NUMBER, "detail": _TEXT, "code": _TEXT}, "code")
_RECEIPT = _object({"receipt": _TEXT})

OPENAPI: Schema = {
    "openapi": "3.1.0",
    "info": {"title": "Facilitator, for phones", "version": "1"},
    "paths": {
        "/": {
            "get": _operation("The phone page", {200: _answer("The page, for every role.", _TEXT, "text/html")}),
        },
        "/plain": {
            "get": _operation("Voting without JavaScript", {200: _answer("A form for the code.", _TEXT, "text/html")}),
            "post": _operation("The open ballots of a card, as forms", _pages("The forms.", *_UNREADABLE)),
        },
        "/plain/{ballot}": {
            "parameters": [{"name": "ballot", "in": "path", "required": True, "schema": _NUMBER}],
            "post": _operation(
                "Casts a ballot filled in as a form", _pages("The receipt.", *_UNREADABLE, 404, 409, 503)
            ),
        },
        "/staff": {
            "get": _operation(
                "The page for hosts' phones", {200: _answer("The page, which asks for the key.", _TEXT, "text/html")}
            ),
        },
        "/staff.css": {"get": _operation("The style of that page", {200: _answer("The style.", _TEXT, "text/css")})},
        "/staff.js": {
            "get": _operation("The script of that page", {200: _answer("The script.", _TEXT, "text/javascript")})
        },
        "/api/state": {"get": _operation("What everybody may see", {200: _answer("The state.", _ref("State"))})},
        "/api/live": {
            "get": _operation(
                "The state, again with every change",
                {200: _answer("Events named state, whose data is the state.", _TEXT, "text/event-stream")},
                parameters=[
                    {
                        "name": "have",
                        "in": "query",
                        "schema": _TEXT,
                        "description": "The id of an event that need not be sent again.",
                    }
                ],
            )
        },
        "/api/me": {
            "get": _operation(
                "What a card's holder sees about themselves",
                {200: _answer("Name, team, table, and which ballots are cast.", _ref("Me"))},
                401,
                429,
                503,
                security=[{"card": []}],
            )
        },
        "/api/ballots/{ballot}/votes": {
            "parameters": [{"name": "ballot", "in": "path", "required": True, "schema": _NUMBER}],
            "post": _operation(
                "Casts a ballot",
                {
                    200: _answer("This vote had been counted already.", _ref("Receipt")),
                    201: _answer("The vote is on disk.", _ref("Receipt")),
                },
                *(400, 404, 408, 409, 413, 422, 429, 503),
                requestBody={"required": True, "content": {"application/json": {"schema": _ref("Vote")}}},
                security=[{}, {"device": []}],
            ),
        },
        "/api/ballots/{ballot}/details": {
            "parameters": [{"name": "ballot", "in": "path", "required": True, "schema": _NUMBER}],
            "get": _operation(
                "What there is to read about a ballot's options",
                {200: _answer("Texts by option id.", _object({"details": _per_option(_TEXT)}))},
                404,
            ),
        },
        "/api/staff/commands": {
            "post": _operation(
                "Carries out a host's command",
                {200: _answer("Done.", _object({"version": _NUMBER, "result": {}}))},
                *(400, 401, 404, 408, 409, 413, 422, 429, 500, 503),
                requestBody={
                    "required": True,
                    "content": {"application/json": {"schema": _object({"type": _TEXT})}},
                },
                security=[{"staff": []}],
            )
        },
        "/api/staff/state": {
            "get": _operation(
                "The whole state that a second host needs",
                {200: _answer("The state.", _ref("StaffState"))},
                *(401, 429, 503),
                security=[{"staff": []}],
            )
        },
        "/selftest": {
            "get": _operation("The self-test", {200: _answer("A page that tests the way here.", _TEXT, "text/html")})
        },
        "/api/selftest/echo": {
            "post": _operation(
                "Takes any JSON and does nothing with it",
                {200: _answer("It came.", {"type": "object"})},
                *_UNREADABLE,
                requestBody={"required": True, "content": {"application/json": {"schema": {}}}},
            )
        },
        "/api/selftest": {
            "post": _operation(
                "Tells the host what a self-test measured, in milliseconds",
                {200: _answer("Whether it passed, and where the phone is.", _SELF_TESTED)},
                *_UNREADABLE,
                requestBody={"required": True, "content": {"application/json": {"schema": _SELF_TEST}}},
            )
        },
        **SCREEN_PATHS,
        "/api/openapi.json": {
            "get": _operation("This description", {200: _answer("OpenAPI 3.1.", {"type": "object"})})
        },
    },
    "components": {
        "schemas": {
            "State": _STATE,
            "StaffState": _STAFF_STATE,
            "Ballot": _BALLOT,
            "Vote": _VOTE,
            "Receipt": _RECEIPT,
            "Me": _ME,
            "Problem": _PROBLEM,
            **SCREEN_SCHEMAS,
        },
        "securitySchemes": {
            name.lower(): {"type": "apiKey", "in": "header", "name": "Authorization", "description": f"{name} {value}"}
            for name, value in (("Card", "CARD_ID"), ("Staff", "KEY"), ("Device", "ID"))
        },
    },
}
