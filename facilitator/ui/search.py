"""Search as you type, as Swedes spell: å, ä and ö are letters of their own; other accents do not matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_OWN_LETTERS = "åäö"


def fold(words: str) -> str:
    """The words in the form in which they are compared, however they were typed or composed."""
    folded: list[str] = []
    for sign in unicodedata.normalize("NFC", unicodedata.normalize("NFC", words).casefold()):
        if sign in _OWN_LETTERS:
            folded.append(sign)
        else:
            folded += [part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part)]
    return "".join(folded).replace("ı", "i").replace("ø", "ö").replace("æ", "ä").replace("ł", "l")


def matches(search: str, places: Iterable[str]) -> bool:
    """Whether every word of the search occurs somewhere in the places."""
    whole = fold(" ".join(places))
    return all(part in whole for part in fold(search).split())
