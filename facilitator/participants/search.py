"""Finds people by name at the desk, as it is typed.

A letter without a mark finds the same letter with any mark (“asa” finds “Åsa”, “muller” finds “Müller”), so that nobody
is lost to a keyboard without å; a letter typed with its mark finds only itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.participants.model import Participant

_WITHOUT_PARTS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a plain one and a mark."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One person in both forms: as written, and without marks; the name's words each with a blank before it."""

    person: Participant
    written: str
    plain: str


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The people in the form in which they are searched; make it once a roster, search it with every letter."""

    lines: tuple[_Line, ...]

    def find(self, typed: str, most: int | None = None) -> tuple[Participant, ...]:
        """Those in whose name, organisation or reference every typed word occurs, in any order of the words.

        Who has all of them at the beginning of a word of the name comes first; within that, the order of the list.
        Nothing typed finds everybody.
        """
        words = [(word, plain(word) == word) for word in written(typed).split()]
        begins: list[Participant] = []
        within: list[Participant] = []
        for line in self.lines:
            if not all(word in (line.plain if bare else line.written) for word, bare in words):
                continue
            name = line.plain.partition("\n")[0]
            at_start = all(f" {plain(word)}" in name or f"-{plain(word)}" in name for word, _ in words)
            (begins if at_start else within).append(line.person)
        found = begins + within
        return tuple(found if most is None else found[:most])


def name_index(people: Iterable[Participant]) -> NameIndex:
    """The index of these people."""
    return NameIndex(tuple(_line(person) for person in people))


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
    # The name stands first, on a line of its own, so that what begins a word of it is told from the rest.
    whole = f" {person.name}\n{person.organisation}\n{person.reference}"
    form = written(whole)
    return _Line(person, form, plain(form))
