"""The page with which hosts steer the day from their own phones: a document, a style and a script, all without secrets.

The document holds nothing of the event but its title; everything else is read with the staff key. Style and script are
kept by the phone, under an address that changes with them.
"""

from __future__ import annotations

import html
import zlib

from starlette.requests import Request
from starlette.responses import Response

from facilitator.common.texts import LANGUAGES, Translator
from facilitator.web.lean import lean_script, lean_style
from facilitator.web.staff_texts import needs_script, staff_texts
from facilitator.web.template import filled_in, script_json, source

SCRIPTS = ("orders", "drawing", "overlooked", "clock", "projector", "pitches", "plan", "votes", "people", "main")

_POLICY = (
    "default-src 'none'; connect-src 'self'; img-src data:; style-src 'self'; script-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}


class StaffPage:
    """Makes the page and its parts."""

    def __init__(self) -> None:
        """Reads the parts from the resources."""
        self._style = lean_style(source("app.css", "staff.css"))
        self._script = lean_script(source("base.js", "phone.js", *(f"staff/{name}.js" for name in SCRIPTS)))
        self._template = source("staff.html")
        translators = {language: Translator(language) for language in LANGUAGES}
        self._texts = {language: script_json(staff_texts(tr)) for language, tr in translators.items()}
        self._noscript = "".join(
            f'<p lang="{language}">{html.escape(needs_script(tr))}</p>' for language, tr in translators.items()
        )
        self._version = f"{zlib.crc32((self._style + self._script).encode()):08x}"

    def response(self, request: Request, title: str, language: str) -> Response:
        """The document in `language`, unless the request's `lang` asks for another of ours."""
        asked = request.query_params.get("lang", "")
        language = asked if asked in LANGUAGES else language
        values = {
            "language": language,
            "title": html.escape(title),
            "version": self._version,
            "texts": self._texts[language],
            "noscript": self._noscript,
        }
        headers = {"Content-Security-Policy": _POLICY, "Content-Language": language, "Vary": "Accept-Language"}
        return Response(filled_in(self._template, values), headers=headers, media_type="text/html")

    async def style(self, request: Request) -> Response:
        """The style."""
        return Response(self._style, headers=_KEPT, media_type="text/css")

    async def script(self, request: Request) -> Response:
        """The script."""
        return Response(self._script, headers=_KEPT, media_type="text/javascript")
