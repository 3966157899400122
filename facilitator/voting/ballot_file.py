"""Reads ballot files, which name candidates where phones send ids. `evidence.py` writes them.

    {"method": "ranked", "candidates": ["A", "B"], "ballots": [{"count": 42, "choices": ["B", "A"]}]}

`choices` is a list of names (ranked, approval), a name (single), name → dots, name → score or name → {criterion:
score} (score), name → [interest, feasibility] (axes), the answer itself (text), or `{"abstain": true}`; an empty list
or object or `null` abstains too. Beside these a file may say `criteria` (names, or objects with `name` and `weight`),
`budget` (dots per voter), `most` (choices per voter), `weights` (role → what its ballots count for), `shares` (role →
what its voters are worth together), `groups` (name → answers, for open text), `dice` (the throw that breaks ties) and,
with each of the ballots, `role`. Other members are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from facilitator.common.errors import Unreadable
from facilitator.common.texts import Text, text
from facilitator.voting.checking import CHOICE_KEYS, checked
from facilitator.voting.choices import Abstention, ChoiceRefused, Choices
from facilitator.voting.lot import require_dice
from facilitator.voting.model import Ballot, Criterion, Group, Method, Option, Role, Rule
from facilitator.voting.tally import Cast, require_fit

SOLE_CRITERION = "score"
"""The criterion that scores belong to where a file gives plain numbers and names no criteria."""

_MOST_BALLOTS = 10**9
_MOST_WEIGHT = 10**6


def read_ballot_file(content: bytes, rule: Rule) -> tuple[Ballot, tuple[Cast, ...]]:
    """The ballot and the cast ballots in a file, to be counted by `rule`; candidates are numbered from 1.

    Raises:
        Unreadable: the file is not a ballot file; the message names the place.
        UserError: the rule does not fit the file's method.
    """
    document = _document(content)
    named = document.get("method")
    if not isinstance(named, str) or named not in list(Method):
        _refuse("method", text("“{found}” is none of {known}.", found=_short(named), known=", ".join(Method)))
    method = Method(named)
    require_fit(method, rule)
    groups = _groups(document.get("groups", {})) if method is Method.TEXT else ()
    candidates = _candidates(document.get("candidates")) if method is not Method.TEXT else ()
    entries = _list(document.get("ballots"), "ballots")
    ballot = Ballot(
        1,
        1,
        "",
        method,
        rule,
        options=tuple(Option(number, name) for number, name in enumerate(candidates, 1)),
        most=_whole(document["most"], "most", 1, _MOST_BALLOTS) if document.get("most") is not None else None,
        budget=_whole(document.get("budget", _MOST_BALLOTS), "budget", 1, _MOST_BALLOTS),
        criteria=_criteria(document.get("criteria"), entries) if method is Method.SCORE else (),
        weights=_weights(document.get("weights", {}), "weights", zero=True),
        shares=_weights(document.get("shares", {}), "shares", zero=False),
        groups=groups,
        dice=_dice(document.get("dice", "")),
    )
    return ballot, tuple(_cast(ballot, entry, f"ballots[{place}]") for place, entry in enumerate(entries))


def _document(content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_members, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise Unreadable(
            text("The ballot file is not text in UTF-8 (byte {place}).", place=error.start),
            text("Save it as UTF-8 and try again."),
        ) from error
    except json.JSONDecodeError as error:
        raise Unreadable(
            text("The ballot file is not JSON: line {line}, column {column}.", line=error.lineno, column=error.colno),
            text("Correct it there and try again."),
        ) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable(text("The ballot file is nested too deeply or holds a number that is too long.")) from error
    if not isinstance(document, dict):
        raise Unreadable(text("The ballot file must be one JSON object with method, candidates and ballots."))
    return document


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(text("“{name}” stands twice in one object of the ballot file.", name=_short(twice)))
    return members


def _no_constant(name: str) -> NoReturn:
    raise Unreadable(text("{name} is not a number that a ballot file may hold.", name=name))


def _candidates(value: object) -> list[str]:
    names = _list(value, "candidates")
    if not names:
        _refuse("candidates", text("There is nobody to vote for."))
    seen: set[str] = set()
    for place, name in enumerate(names):
        if not isinstance(name, str) or not name.strip():
            _refuse(f"candidates[{place}]", text("A candidate is a name."))
        if name in seen:
            _refuse(f"candidates[{place}]", text("“{name}” stands there twice.", name=_short(name)))
        seen.add(name)
    return names


def _criteria(value: object, entries: Sequence[object]) -> tuple[Criterion, ...]:
    """The criteria that the file states, or else all that its ballots use, each with the same weight."""
    if value is None:
        return tuple(Criterion(name) for name in sorted(_used_criteria(entries)))
    criteria: list[Criterion] = []
    for place, stated in enumerate(_list(value, "criteria")):
        where = f"criteria[{place}]"
        name, weight = (stated.get("name"), stated.get("weight", 1)) if isinstance(stated, dict) else (stated, 1)
        if not isinstance(name, str) or not name.strip() or any(name == criterion.name for criterion in criteria):
            _refuse(where, text("A criterion needs a name of its own."))
        criteria.append(Criterion(name, _weight(weight, where, zero=False)))
    if not criteria:
        _refuse("criteria", text("There must be at least one criterion."))
    return tuple(criteria)


def _used_criteria(entries: Sequence[object]) -> set[str]:
    used: set[str] = set()
    for entry in entries:
        choices = entry.get("choices") if isinstance(entry, dict) else None
        for marks in choices.values() if isinstance(choices, dict) else ():
            used |= set(marks) if isinstance(marks, dict) else {SOLE_CRITERION}
    return used or {SOLE_CRITERION}


def _groups(value: object) -> tuple[Group, ...]:
    """The groups of answers by name; an answer stands in one of them at most."""
    if not isinstance(value, dict):
        _refuse("groups", text("The groups must be an object: name and list of answers."))
    seen: set[str] = set()
    groups: list[Group] = []
    for number, (name, given) in enumerate(value.items(), 1):
        texts = _list(given, f"groups.{name}")
        for place, words in enumerate(texts):
            if not isinstance(words, str) or words in seen:
                _refuse(f"groups.{name}[{place}]", text("An answer stands in one group, and there once."))
            seen.add(words)
        groups.append(Group(number, name, tuple(texts)))
    return tuple(groups)


def _dice(value: object) -> str:
    if not isinstance(value, str):
        _refuse("dice", text("“{found}” is not a throw of dice.", found=_short(value)))
    if value:
        require_dice(value)
    return value


def _weights(value: object, where: str, *, zero: bool) -> tuple[tuple[Role, float], ...]:
    if not isinstance(value, dict):
        _refuse(where, text("There must be an object here: role and number."))
    return tuple((_role(name, where), _weight(each, f"{where}.{name}", zero=zero)) for name, each in value.items())


def _role(value: object, where: str) -> Role:
    if not isinstance(value, str) or value not in list(Role):
        _refuse(where, text("“{found}” is none of {known}.", found=_short(value), known=", ".join(Role)))
    return Role(value)


def _weight(value: object, where: str, *, zero: bool) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST_WEIGHT:
        _refuse(where, text("“{found}” is not a weight.", found=_short(value)))
    if not zero and value == 0:
        _refuse(where, text("This weight must be more than zero."))
    return value


def _cast(ballot: Ballot, entry: object, where: str) -> Cast:
    if not isinstance(entry, dict) or "choices" not in entry:
        _refuse(where, text("A ballot is an object with choices."))
    count = _whole(entry.get("count", 1), f"{where}.count", 0, _MOST_BALLOTS)
    role = _role(entry.get("role", Role.PARTICIPANT), f"{where}.role")
    return Cast(_choices(ballot, entry["choices"], f"{where}.choices"), count, role)


def _choices(ballot: Ballot, given: object, where: str) -> Choices:
    if given is None or given == {"abstain": True}:
        return Abstention()
    ids = {option.label: option.id for option in ballot.options}
    key = CHOICE_KEYS[ballot.method]
    if isinstance(given, dict) and set(given) == {key} and key not in ids:
        given = given[key]
    raw: object
    if ballot.method is Method.TEXT:
        raw = given
    elif isinstance(given, dict):
        raw = {str(_id(ids, name, where)): _marks(ballot, marks) for name, marks in given.items()}
    elif isinstance(given, list):
        raw = [_id(ids, name, f"{where}[{place}]") for place, name in enumerate(given)]
    elif isinstance(given, str):
        raw = _id(ids, given, where)
    else:
        _refuse(where, text("“{found}” is not a choice.", found=_short(given)))
    try:
        return checked(ballot, {key: raw})
    except ChoiceRefused as error:
        _refuse(where, error.message)


def _marks(ballot: Ballot, marks: object) -> object:
    """A plain number is a score on the only criterion."""
    if ballot.method is Method.SCORE and not isinstance(marks, dict):
        name = ballot.criteria[0].name if len(ballot.criteria) == 1 else SOLE_CRITERION
        return {name: marks}
    return marks


def _id(ids: Mapping[str, int], name: object, where: str) -> int:
    if not isinstance(name, str) or name not in ids:
        _refuse(where, text("“{name}” is not among the candidates.", name=_short(name)))
    return ids[name]


def _list(value: object, where: str) -> list[Any]:
    if not isinstance(value, list):
        _refuse(where, text("There must be a list here."))
    return value


def _whole(value: object, where: str, lowest: int, highest: int) -> int:
    if type(value) is not int or not lowest <= value <= highest:
        _refuse(
            where, text("“{found}” is not a whole number of at least {lowest}.", found=_short(value), lowest=lowest)
        )
    return value


def _short(value: object) -> str:
    shown = "…" if isinstance(value, dict | list) else str(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"


def _refuse(where: str, what: Text) -> NoReturn:
    raise Unreadable(
        text("{where} in the ballot file: {what}", where=where, what=what), text("Correct it there and try again.")
    )
