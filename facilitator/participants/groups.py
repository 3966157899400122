"""Sectors and seat quotas as a list names them: found among the event's own, or taken over from the first list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from facilitator.common.errors import NotFound
from facilitator.common.texts import text
from facilitator.participants.model import Quota, Roster, Sector
from facilitator.tables.choices import find_sector, same, without_word

_AGENCY_WORDS = frozenset({
    "myndighet", "myndigheter", "statlig", "statliga", "stat", "staten", "offentlig",
    "agency", "agencies", "state", "government", "public",
})  # fmt: skip
_EXTERNAL_WORDS = frozenset({
    "extern", "externa", "externt", "företag", "näringsliv", "näringslivet", "förening", "föreningar", "privat",
    "privata", "civilsamhälle", "civilsamhället", "övrig", "övriga",
    "external", "business", "company", "companies", "private", "other", "others",
})  # fmt: skip
_ONE_WORD = {"agency": "myndighet", "agencies": "myndighet", "myndigheter": "myndighet", "external": "extern",
             "externa": "extern"}  # fmt: skip
"""Words that name one and the same quota in one list."""


def find_quota(value: str, quotas: Iterable[Quota]) -> Quota | None:
    """The quota that a cell means: by name, or by a word for agencies or for others where one quota fits it."""
    quotas = tuple(quotas)
    wanted = same(value)
    for quota in quotas:
        if same(quota.name) == wanted:
            return quota
    words = set(re.findall(r"\w+", wanted))
    agency = bool(words & _AGENCY_WORDS)
    if agency == bool(words & _EXTERNAL_WORDS):
        return None
    fitting = [quota for quota in quotas if quota.agency is agency]
    return fitting[0] if len(fitting) == 1 else None


def named_sector(roster: Roster, named: int | str) -> Sector:
    """The sector with this id, or of this name.

    Raises:
        NotFound: there is none.
    """
    found = roster.sectors.get(named) if isinstance(named, int) else find_sector(named, roster.sectors.values())
    if found is None:
        raise NotFound(
            text("There is no sector “{name}”.", name=named),
            text("Choose one of: {names}.", names=", ".join(one.name for one in roster.sectors.values())),
        )
    return found


def named_quota(roster: Roster, named: int | str) -> Quota:
    """The seat quota with this id, or of this name.

    Raises:
        NotFound: there is none.
    """
    found = roster.quotas.get(named) if isinstance(named, int) else find_quota(named, roster.quotas.values())
    if found is None:
        raise NotFound(
            text("There is no seat quota “{name}”.", name=named),
            text("Choose one of: {names}.", names=", ".join(one.name for one in roster.quotas.values())),
        )
    return found


def sectors_of(values: Iterable[str]) -> dict[int, Sector]:
    """The sectors that a list names, by id: in the order of their numbers if all have one, else as they first come.

    “Sektor 3” and “3” are one.
    """
    names = _names(values, without_word)
    numbers = {name: re.findall(r"\d+", name) for name in names}
    if all(numbers.values()):
        names.sort(key=lambda name: [int(number) for number in numbers[name]])
    letters = _letters(names)
    return {
        number: Sector(id=number, position=number - 1, name=name, letter=letters[name])
        for number, name in enumerate(names, 1)
    }


def quotas_of(values: Iterable[str]) -> dict[int, Quota]:
    """The quotas that a list names, by id, agencies first, each with as many seats as it has people."""
    values = [value for value in values if value]
    seats = Counter(map(_quota_key, values))
    agencies = {name: bool(set(re.findall(r"\w+", same(name))) & _AGENCY_WORDS) for name in _names(values, _quota_key)}
    in_order = sorted(agencies, key=lambda name: not agencies[name])
    return {
        number: Quota(number, number - 1, name, seats=seats[_quota_key(name)], agency=agencies[name])
        for number, name in enumerate(in_order, 1)
    }


def _quota_key(value: str) -> str:
    return _ONE_WORD.get(same(value), same(value))


def _names(values: Iterable[str], key: Callable[[str], str]) -> list[str]:
    """Each name once, as it is written first."""
    names: dict[str, str] = {}
    for value in values:
        if value:
            names.setdefault(key(value), value)
    return list(names.values())


def _letters(names: list[str]) -> Mapping[str, str]:
    """A short sign for each: its number, else its first letter, else A, B, C…; whichever tells all of them apart."""
    numbers = {name: "".join(re.findall(r"\d+", name)[:1]) for name in names}
    initials = {name: name[:1].upper() for name in names}
    for signs in (numbers, initials):
        if all(signs.values()) and len(set(signs.values())) == len(names):
            return signs
    return {name: chr(ord("A") + index) if index < 26 else str(index + 1) for index, name in enumerate(names)}
