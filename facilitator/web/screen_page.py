"""The pages for screens in browsers: one document for both, a style and a script, all without anything of the event
but its title. Style and script are kept by the browser, under an address that changes with them."""

from __future__ import annotations

import html
import zlib

from starlette.requests import Request
from starlette.responses import Response

from facilitator.common.texts import LANGUAGES, Translator
from facilitator.web.lean import lean_script, lean_style
from facilitator.web.screen_texts import needs_script, screen_texts
from facilitator.web.template import filled_in, script_json, source

SCRIPTS = ("time", "fitting", "colours", "marks", "furniture", "clock", "lists", "votes", "room", "speaker", "main")

KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
"""What never changes under its address."""

_POLICY = (
    "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


class ScreenPage:
    """Makes the pages and their parts."""

    def __init__(self) -> None:
        """Reads the parts from the resources."""
        self._style = lean_style(source("screen.css"))
        self._script = lean_script(source("base.js", *(f"screen/{name}.js" for name in SCRIPTS)))
        self._template = source("screen.html")
        translators = {language: Translator(language) for language in LANGUAGES}
        self._texts = {language: script_json(screen_texts(tr)) for language, tr in translators.items()}
        self._noscript = "".join(
            f'<p lang="{language}">{html.escape(needs_script(tr))}</p>' for language, tr in translators.items()
        )
        self._version = f"{zlib.crc32((self._style + self._script).encode()):08x}"

    def response(self, request: Request, title: str, language: str, stream: str) -> Response:
        """The document that follows a stream, “screen” or “stage”. It speaks `language`, the room's, unless the
        request's `lang` asks for another of ours."""
        asked = request.query_params.get("lang", "")
        language = asked if asked in LANGUAGES else language
        values = {
            "language": language,
            "title": html.escape(title),
            "version": self._version,
            "stream": stream,
            "texts": self._texts[language],
            "noscript": self._noscript,
        }
        headers = {"Content-Security-Policy": _POLICY, "Content-Language": language}
        return Response(filled_in(self._template, values), headers=headers, media_type="text/html")

    async def style(self, request: Request) -> Response:
        """The style."""
        return Response(self._style, headers=KEPT, media_type="text/css")

    async def script(self, request: Request) -> Response:
        """The script."""
        return Response(self._script, headers=KEPT, media_type="text/javascript")
