"""What is typed for one paper ballot, as choices: pure, so that both keyings are read the same way.

Options go by their numbers on the paper, from 1 in the ballot's order, separated by spaces or commas:

    single, approval, ranked    the options chosen; of ranked ones the best first
    score                       an option, a colon and a score for each criterion: 1:4/5 2:3/-
    dots                        an option, a colon and its dots: 1:3 4:2
    axes                        an option, a colon and interest/feasibility: 1:4/2
    text                        the answer

Nothing at all is a blank paper.
"""

from __future__ import annotations

import json

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, text
from facilitator.voting.model import Ballot, Method


def example(ballot: Ballot) -> Text:
    """How to type one."""
    match ballot.method:
        case Method.SINGLE:
            return text("The number of the option, such as 2. Nothing for a blank paper.")
        case Method.APPROVAL:
            return text("The numbers of the options, such as 1 3. Nothing for a blank paper.")
        case Method.RANKED:
            return text("The numbers of the options, the best first, such as 3 1 2. Nothing for a blank paper.")
        case Method.SCORE:
            return text("Option:scores in the order of the criteria, such as 1:4/5 2:3/-. Nothing for a blank paper.")
        case Method.DOTS:
            return text("Option:dots, such as 1:3 4:2. Nothing for a blank paper.")
        case Method.AXES:
            return text("Option:interest/feasibility, such as 1:4/2. Nothing for a blank paper.")
        case Method.TEXT:
            return text("The answer as it stands on the paper. Nothing for a blank paper.")


def read(ballot: Ballot, typed: str) -> dict[str, object]:
    """The choices that were typed, not yet checked against the ballot.

    Raises:
        UserError: they cannot be read; the message names the part.
    """
    typed = typed.strip()
    if not typed:
        return {"abstain": True}
    parts = typed.replace(",", " ").split()
    match ballot.method:
        case Method.SINGLE:
            return {"one": _option(ballot, typed)}
        case Method.APPROVAL:
            return {"approve": [_option(ballot, part) for part in parts]}
        case Method.RANKED:
            return {"rank": [_option(ballot, part) for part in parts]}
        case Method.SCORE:
            names = [criterion.name for criterion in ballot.criteria]
            return {"scores": {option: _marks(names, value) for option, value in _pairs(ballot, parts)}}
        case Method.DOTS:
            return {"dots": {option: _number(value) for option, value in _pairs(ballot, parts)}}
        case Method.AXES:
            pairs = _pairs(ballot, parts)
            return {"axes": {option: [_number(each) for each in value.split("/")] for option, value in pairs}}
        case Method.TEXT:
            return {"text": typed}


def shown(ballot: Ballot, choices: str) -> str:
    """Choices (JSON) as they would be typed; for showing a difference. Empty for a blank paper."""
    if not choices:
        return "–"
    raw = json.loads(choices)
    numbers = {str(option.id): str(place) for place, option in enumerate(ballot.options, 1)}
    key, value = next(iter(raw.items()))
    if key == "abstain":
        return ""
    if key == "text":
        return str(value)
    if isinstance(value, int):
        return numbers[str(value)]
    if isinstance(value, list):
        return " ".join(numbers[str(each)] for each in value)
    names = [criterion.name for criterion in ballot.criteria]
    return " ".join(f"{numbers[option]}:{_said(mark, names)}" for option, mark in value.items())


def _said(mark: object, names: list[str]) -> str:
    if isinstance(mark, dict):
        return "/".join(str(mark.get(name, "-")) for name in names)
    return "/".join(map(str, mark)) if isinstance(mark, list) else str(mark)


def _option(ballot: Ballot, typed: str) -> int:
    place = _number(typed)
    if not 1 <= place <= len(ballot.options):
        raise UserError(
            text("There is no option {number} on this ballot.", number=place),
            text("Type a number from 1 to {last}.", last=len(ballot.options)),
        )
    return ballot.options[place - 1].id


def _pairs(ballot: Ballot, parts: list[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for part in parts:
        number, colon, value = part.partition(":")
        if not colon or not value:
            raise UserError(
                text("“{part}” is not an option, a colon and a value.", part=part[:20]),
                text("Type it as the example shows."),
            )
        option = str(_option(ballot, number))
        if option in dict(pairs):
            raise UserError(text("Option {number} stands there twice.", number=number))
        pairs.append((option, value))
    return pairs


def _marks(names: list[str], value: str) -> dict[str, int]:
    marks = value.split("/")
    if len(marks) > len(names):
        raise UserError(text("There are more scores than criteria in “{part}”.", part=value[:20]))
    return {name: _number(mark) for name, mark in zip(names, marks, strict=False) if mark not in ("", "-")}


def _number(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or len(typed) > 6:
        raise UserError(text("“{part}” is not a number.", part=typed[:20]), text("Type it as the example shows."))
    return int(typed)
