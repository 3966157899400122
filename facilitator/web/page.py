"""The phone page: one document that holds its style, script, words and the state, so that one request shows the ballot.

It is to fit into what a server may send before the first acknowledgement, ten segments of 1460 bytes (RFC 6928); the
descriptions of options are therefore asked for only when somebody wants to read them.
"""

from __future__ import annotations

import gzip
import html
import json

from starlette.requests import Request
from starlette.responses import Response

from facilitator.common.frozen import frozen
from facilitator.common.texts import LANGUAGES, Translator
from facilitator.web.lean import lean_script, lean_style
from facilitator.web.page_texts import no_script, page_texts
from facilitator.web.template import digest, filled_in, script_json, source


@frozen
class _Packed:
    """The page as it stands for one state and language."""

    tag: str
    plain: bytes
    packed: bytes


class Page:
    """Makes the page, once for every state and language."""

    def __init__(self) -> None:
        """Reads the page's parts from the resources."""
        style = lean_style(source("app.css"))
        script = lean_script(source("base.js", "phone.js", "app.js"))
        self._template = source("index.html")
        self._parts = {"style": style, "script": script}
        self._translators = {language: Translator(language) for language in LANGUAGES}
        self._texts = {language: page_texts(tr) for language, tr in self._translators.items()}
        self._made: dict[str, _Packed] = {}
        self.policy = (
            "default-src 'none'; connect-src 'self'; img-src data:; "
            f"style-src {digest(style)}; script-src {digest(script)}; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )

    def response(self, request: Request, tag: str, state: bytes, language: str) -> Response:
        """The page with this state in it, packed if the phone can unpack it.

        It speaks `language`, unless the request's `lang` asks for another of ours.
        """
        asked = request.query_params.get("lang", "")
        language = asked if asked in LANGUAGES else language
        headers = {
            "Content-Security-Policy": self.policy,
            "Cache-Control": "no-cache",
            "Content-Language": language,
            "Vary": "Accept-Encoding, Accept-Language",
        }
        made = self._made.get(language)
        if made is None or made.tag != tag:
            made = self._made[language] = self._make(tag, state, language)
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(made.plain, headers=headers, media_type="text/html")
        return Response(made.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type="text/html")

    def _make(self, tag: str, state: bytes, language: str) -> _Packed:
        plain = self._filled_in(tag, json.loads(state), language)
        return _Packed(tag, plain, gzip.compress(plain, 9, mtime=0))

    def _filled_in(self, tag: str, document: dict[str, object], language: str) -> bytes:
        event = document["event"]
        title = event.get("title", "") if isinstance(event, dict) else ""
        values = self._parts | {
            "language": language,
            "title": html.escape(str(title)),
            "tag": html.escape(tag),
            "texts": script_json(self._texts[language]),
            "state": script_json(document),
            "noscript": "".join(_no_script(tr) for tr in self._translators.values()),
        }
        return filled_in(self._template, values).encode()


def _no_script(tr: Translator) -> str:
    words, link = map(html.escape, no_script(tr))
    return f'<p lang="{tr.language}">{words} <a href="/plain?lang={tr.language}">{link}</a></p>'
