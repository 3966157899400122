"""Texts for people: said in English in the code, rendered in the reader's language at the edge.

The core returns `Text` (what is meant, with its values); windows, phones, paper and the command line each render it
with the `Translator` of whoever reads it. Catalogues are gettext's, in `resources/texts`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import field
from functools import cache

from facilitator.common.catalogue import Catalogue
from facilitator.common.frozen import frozen
from facilitator.common.resources import resource

LANGUAGES = ("sv", "en")
DEFAULT_LANGUAGE = "sv"


@frozen
class Text:
    """A translatable sentence: its English form with `{named}` places, and the values that go there."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int = 0

    def __str__(self) -> str:
        """The English sentence, for logs and failing tests."""
        chosen = self.message if self.plural is None or self.count == 1 else self.plural
        return chosen.format(**self.values)


def text(message: str, **values: object) -> Text:
    """A sentence to be translated later; `message` is found by the extraction tool and must be a literal."""
    return Text(message, values)


def plural_text(singular: str, plural: str, count: int, **values: object) -> Text:
    """A sentence that depends on a number; `{count}` stands for it."""
    return Text(singular, {"count": count, **values}, plural, count)


class Translator:
    """Renders texts in one language; missing translations show the English sentence."""

    def __init__(self, language: str) -> None:
        """`language` is one of `LANGUAGES`; any other falls back to English."""
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = _catalogue(self.language)

    def __call__(self, message: str, **values: object) -> str:
        """Translate and fill in a literal message."""
        return self.render(Text(message, values))

    def plural(self, singular: str, plural: str, count: int, **values: object) -> str:
        """Translate a message that depends on a number."""
        return self.render(plural_text(singular, plural, count, **values))

    def render(self, sentence: Text) -> str:
        """The sentence in this language; values that are texts are rendered too."""
        if sentence.plural is None:
            pattern = self._catalogue.gettext(sentence.message)
        else:
            pattern = self._catalogue.ngettext(sentence.message, sentence.plural, sentence.count)
        values = {
            name: self.render(value) if isinstance(value, Text) else value for name, value in sentence.values.items()
        }
        return pattern.format(**values)


@cache
def _catalogue(language: str) -> Catalogue:
    try:
        return Catalogue(resource("texts", language, "LC_MESSAGES", "facilitator.mo").read_bytes())
    except FileNotFoundError:
        return Catalogue()


def system_language() -> str:
    """The interface language: English if the system is set to English, otherwise Swedish."""
    set_to = [os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)]
    if not set_to and sys.platform in ("win32", "darwin"):  # elsewhere Python reads an unset locale as American English
        import locale

        set_to = [locale.getlocale()[0] or ""]
    name = set_to[0] if set_to else ""
    return "en" if name.lower().startswith("en") else DEFAULT_LANGUAGE
