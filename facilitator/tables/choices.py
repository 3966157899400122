"""Finds which of a few named things a cell means, and what was probably meant if none fits."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from facilitator.common.texts import Text, text


class Numbered(Protocol):
    """Something in an ordered, named and lettered list, such as a sector."""

    @property
    def id(self) -> int:
        """Its number in the event."""
        ...

    @property
    def position(self) -> int:
        """Its place in the order."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def letter(self) -> str:
        """The short sign for it."""
        ...


N = TypeVar("N", bound=Numbered)

_NUMBER = re.compile(r"\d+")
_SECTOR_WORD = re.compile(r"^(?:sektorn?|sector|sekt|s(?=\W*\d))\W*(?=\w)", re.IGNORECASE)


def same(value: str) -> str:
    """The form in which two ways of writing a name are compared: lower case, single blanks."""
    return " ".join(value.casefold().split())


def without_word(value: str) -> str:
    """The sector's name in its form for comparing, without the word “sector”: “Sektor 3” and “3” are the same."""
    return same(_SECTOR_WORD.sub("", value.strip()))


def find_sector(value: str, options: Iterable[N]) -> N | None:
    """The sector that a cell means: by its name, its letter, or its number.

    “3”, “Sektor 3” and “Sector 3” mean the one whose letter or name has the number 3; if no sector has numbers, the
    third one.
    """
    options = sorted(options, key=lambda option: option.position)
    wanted = same(value)
    short = without_word(value)
    for option in options:
        if wanted == same(option.name):
            return option
    for option in options:
        if short in (same(option.letter), without_word(option.name)):
            return option
    if not short.isdecimal():
        return None
    numbers = [_NUMBER.findall(f"{option.letter} {option.name}") for option in options]
    if any(numbers):
        return next(
            (option for option, own in zip(options, numbers, strict=True) if own and int(own[0]) == int(short)), None
        )
    return options[int(short) - 1] if 1 <= int(short) <= len(options) else None


def nearest(value: str, names: Sequence[str]) -> str | None:
    """The name that is spelt most like the value, if any comes near."""
    by_form = {same(name): name for name in names}
    close = difflib.get_close_matches(same(value), by_form, n=1, cutoff=0.5)
    return by_form[close[0]] if close else None


def suggestion(value: str, names: Sequence[str]) -> Text:
    """A sentence that says what could stand instead: the nearest name, or else all of them."""
    close = nearest(value, names)
    if close is not None:
        return text("Did you mean “{name}”?", name=close)
    if not names:
        return text("The event has none; add them first.")
    return text("Choose one of: {names}.", names=", ".join(names))
