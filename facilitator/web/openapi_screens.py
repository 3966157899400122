"""The part of the interface that screens in browsers use, as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TIME: Schema = {"type": "string", "format": "date-time"}


def _document(members: Schema, required: list[str]) -> Schema:
    common = {
        "version": {"type": "integer"},
        "server_time": _TIME,
        "event": {"type": "object", "properties": {"title": _TEXT, "language": _TEXT, "offset": {"type": "integer"}}},
        "look": {"type": "object", "properties": {"theme": {"enum": ["dark", "light"]}}},
    }
    return {"type": "object", "properties": common | members, "required": [*common, *required]}


SCREEN_SCHEMAS: dict[str, Schema] = {
    "Room": _document(
        {"scene": {"type": "object", "properties": {"name": _TEXT}, "required": ["name"]}},
        ["scene"],
    ),
    "Speaker": _document(
        {
            "day": {"type": "object", "properties": {"phase": _TEXT}, "required": ["phase"]},
            "late": {"type": "integer", "description": "Milliseconds behind the schedule."},
            "message": _TEXT,
            "pitches": {"type": "object"},
        },
        ["day", "late"],
    ),
    "Time": {"type": "object", "properties": {"server_time": _TIME}, "required": ["server_time"]},
}
"""What screens are told. A scene holds what is on show and nothing else; times are milliseconds since 1970."""


def _get(summary: str, kind: str, schema: Schema, *refusals: int, **more: Any) -> Schema:
    problem = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    about = {
        403: "A page of another server asked.",
        404: "It is not on show.",
        421: "The Host header names another server.",
    }
    responses: Schema = {
        str(status): {"description": about[status], **problem} for status in sorted({*refusals, 403, 421})
    }
    responses["200"] = {"description": summary + ".", "content": {kind: {"schema": schema}}}
    return {"get": {"summary": summary, "responses": responses}, **more}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _in_path(name: str) -> list[Schema]:
    return [{"name": name, "in": "path", "required": True, "schema": _TEXT}]


SCREEN_PATHS: dict[str, Schema] = {
    "/screen": _get("The scene on show, in any browser", "text/html", _TEXT),
    "/stage": _get("The clock for whoever speaks", "text/html", _TEXT),
    "/screen.css": _get("The style of those pages", "text/css", _TEXT),
    "/screen.js": _get("The script of those pages", "text/javascript", _TEXT),
    "/screen/fonts/{weight}": _get(
        "A weight of the projector's typeface", "font/ttf", _TEXT, 404, parameters=_in_path("weight")
    ),
    "/screen/code.svg": _get("The code that brings a phone here", "image/svg+xml", _TEXT),
    "/screen/pictures/{key}": _get("A picture that is on show", "image/*", _TEXT, 404, parameters=_in_path("key")),
    "/api/screen/state": _get("What the room sees", "application/json", _ref("Room")),
    "/api/screen/live": _get("What the room sees, again with every change", "text/event-stream", _TEXT),
    "/api/stage/state": _get("What the speaker sees", "application/json", _ref("Speaker")),
    "/api/stage/live": _get("What the speaker sees, again with every change", "text/event-stream", _TEXT),
    "/api/time": _get("The event's time", "application/json", _ref("Time")),
}
"""Their requests, all without a key."""
