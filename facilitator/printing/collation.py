"""The order of names on lists.

Swedish puts å, ä and ö after z, sorts æ as ä, ø as ö and ü as y, and passes over all other accents (Svenska
skrivregler, "Alfabetisk ordning"). English passes over every accent.
"""

from __future__ import annotations

import unicodedata

SortKey = tuple[str, str]
"""Letters that compare in alphabetical order, and the name itself between names that differ in accents only."""

_AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ő": "}", "ü": "y", "ű": "y"}
"""`{`, `|` and `}` are the three characters that follow z in ASCII."""

_SPELT_OUT = {"ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "ø": "o", "œ": "oe"}


def sort_key(name: str, language: str) -> SortKey:
    """Sorts names as the language does; spaces come before letters, hyphens and apostrophes do not count."""
    special = _SPELT_OUT | _AFTER_Z if language == "sv" else _SPELT_OUT
    letters = "".join(special.get(letter) or _base(letter) for letter in unicodedata.normalize("NFC", name.lower()))
    return "".join(letter for letter in letters if letter.isalnum() or letter in " {|}"), name


def initial(name: str, language: str) -> str:
    """The letter under which a name is looked up, in upper case; empty if it begins with none."""
    letters, _ = sort_key(name, language)
    first = letters[:1]
    return {"{": "Å", "|": "Ä", "}": "Ö"}.get(first, first.upper()) if first.strip() else ""


def _base(letter: str) -> str:
    """The letter without its accents."""
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
