"""Turns the fields of a plain HTML form into choices, in the shape that phones send; whether the ballot allows them is
for the same check to say as for every other vote.

Fields: `one`, `approve` (repeated), and for each option id `rank.ID`, `dots.ID`, `score.ID.N` (N the place of the
criterion, from 0), `axes.ID.0` and `axes.ID.1`; `abstain` for a blank vote. A field left empty says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitator.common.texts import text
from facilitator.voting.choices import ChoiceRefused
from facilitator.voting.model import Ballot, Method, Option

Fields = Mapping[str, Sequence[str]]
"""A decoded form: every value that came under a name."""

_DIGITS = 6


def choices_of(ballot: Ballot, fields: Fields) -> dict[str, object]:
    """The choices that were filled in.

    Raises:
        ChoiceRefused: nothing was, or what was says nothing that could be checked.
    """
    if fields.get("abstain"):
        return {"abstain": True}
    found = _filled_in(ballot, fields)
    if not all(found.values()):
        raise ChoiceRefused(text("You have not chosen anything yet. To abstain, use “Vote blank”."))
    return found


def _filled_in(ballot: Ballot, fields: Fields) -> dict[str, object]:
    match ballot.method:
        case Method.SINGLE:
            return {"one": _number(_one(fields, "one"))}
        case Method.APPROVAL:
            return {"approve": [_number(value) for value in fields.get("approve", ())]}
        case Method.RANKED:
            return {"rank": _order(ballot.options, fields)}
        case Method.DOTS:
            return {"dots": dict(_given(fields, [(option.id, f"dots.{option.id}") for option in ballot.options]))}
        case Method.SCORE:
            names = [criterion.name for criterion in ballot.criteria]
            return {"scores": _per_option(ballot.options, fields, "score", names)}
        case Method.AXES:
            return {"axes": _pairs(ballot.options, fields)}
        case Method.TEXT:
            return {"text": _one(fields, "text")}


def _order(options: Iterable[Option], fields: Fields) -> list[int]:
    places: dict[int, Option] = {}
    for option in options:
        value = _number(_one(fields, f"rank.{option.id}"))
        if value == "":
            continue
        if not isinstance(value, int) or value < 1:
            raise ChoiceRefused(text("“{value}” for “{option}” is not a place.", value=value, option=option.label))
        if value in places:
            raise ChoiceRefused(
                text("“{one}” and “{other}” have the same place.", one=places[value].label, other=option.label)
            )
        places[value] = option
    return [places[place].id for place in sorted(places)]


def _per_option(
    options: Iterable[Option], fields: Fields, prefix: str, names: Sequence[str]
) -> dict[str, dict[str, object]]:
    given = {
        str(option.id): dict(_given(fields, [(name, f"{prefix}.{option.id}.{at}") for at, name in enumerate(names)]))
        for option in options
    }
    return {option: marks for option, marks in given.items() if marks}


def _pairs(options: Iterable[Option], fields: Fields) -> dict[str, list[object]]:
    found = _per_option(options, fields, "axes", ("interest", "feasibility"))
    if any(len(place) == 1 for place in found.values()):
        raise ChoiceRefused(text("Give both numbers where you have given one."))
    return {option: list(place.values()) for option, place in found.items()}


def _given(fields: Fields, wanted: Iterable[tuple[int | str, str]]) -> Iterable[tuple[str, object]]:
    for key, name in wanted:
        value = _number(_one(fields, name))
        if value != "":
            yield str(key), value


def _one(fields: Fields, name: str) -> str:
    values = fields.get(name, ())
    return values[-1].strip() if values else ""


def _number(value: str) -> int | str:
    """A whole number where one was written; otherwise the words, for the check to name."""
    bare = value.removeprefix("-")
    return int(value) if bare.isascii() and bare.isdigit() and len(bare) <= _DIGITS else value
