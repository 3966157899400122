"""Puts pages together from their parts in the resources."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping

from facilitator.common.resources import resource


def source(*names: str) -> str:
    """The text of files below `resources/web`, one after the other."""
    return "\n".join(resource("web", *name.split("/")).read_text("utf-8") for name in names)


def filled_in(template: str, values: Mapping[str, str]) -> str:
    """The template with every `{{name}}` replaced; what is put in is not looked through again."""
    pieces = template.split("{{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}}")
        filled += [values[name], rest]
    return "".join(filled)


def script_json(document: object) -> str:
    """JSON that may stand in a script element: nothing in it can end the element."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def digest(content: str) -> str:
    """What a Content-Security-Policy names an inline style or script by."""
    hashed = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{hashed}'"
