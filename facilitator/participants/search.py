"""Finds people, and whatever else has a name, as it is typed.

A letter without a mark finds the same letter with any mark (“asa” finds “Åsa”, “muller” finds “Müller”), so that nobody
is lost to a keyboard without å; a letter typed with its mark finds only itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from facilitator.common.frozen import frozen
from facilitator.participants.model import Participant

_WITHOUT_PARTS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a plain one and a mark."""


@frozen
class _Line:
    """All that one person is found by, as written and without marks; `name` is the name alone, without marks."""

    person: Participant
    written: str
    plain: str
    name: str


@frozen
class NameIndex:
    """The people in the form in which they are searched; make it once a roster, search it with every letter."""

    lines: tuple[_Line, ...]

    def find(self, typed: str, most: int | None = None) -> tuple[Participant, ...]:
        """Those in whose name, organisation, address or reference every typed word occurs, in any order of the words.

        Who has all of them at the beginning of a word of the name comes first; within that, the order of the list.
        Nothing typed finds everybody.
        """
        words = written(typed).split()
        lines = list(self.lines)
        for word in words:
            if plain(word) == word:
                lines = [line for line in lines if word in line.plain]
            else:
                lines = [line for line in lines if word in line.written]
        starts = [(f" {plain(word)}", f"-{plain(word)}") for word in words]
        begins: list[Participant] = []
        within: list[Participant] = []
        for line in lines:
            at_start = all(any(start in line.name for start in either) for either in starts)
            (begins if at_start else within).append(line.person)
        found = begins + within
        return tuple(found if most is None else found[:most])


def name_index(people: Iterable[Participant]) -> NameIndex:
    """The index of these people."""
    return NameIndex(tuple(_line(person) for person in people))


def matches(typed: str, places: Iterable[str]) -> bool:
    """Whether every typed word occurs somewhere in the places."""
    whole = written("\n".join(places))
    bare = plain(whole)
    return all(word in (bare if plain(word) == word else whole) for word in written(typed).split())


def written(words: str) -> str:
    """The words in lower case, however their marks were typed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", words).casefold())


def plain(words: str) -> str:
    """Written words without marks."""
    if words.isascii():
        return words
    parts = unicodedata.normalize("NFD", words.translate(_WITHOUT_PARTS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _line(person: Participant) -> _Line:
    name = f" {written(person.name)}"
    form = f"{name}\n{written(person.organisation)}\n{written(person.email)}\n{written(person.reference)}"
    return _Line(person, form, plain(form), plain(name))
