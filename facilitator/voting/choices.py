"""What a voter chose, once it has been found allowed: one type per method, the same for phones, paper and files.

All are hashable and in a fixed order that says nothing about how they were filled in, so that equal choices are
equal values. As JSON they have the shapes that phones send:

    single    {"one": id}                          dots   {"dots": {"ID": n}}
    approval  {"approve": [id, …]}                 axes   {"axes": {"ID": [interest, feasibility]}}
    ranked    {"rank": [id, …]}                    any    {"abstain": true}
    score     {"scores": {"ID": {"CRITERION": n}}}      text   {"text": "…"}

On two axes `"reasons": {"ID": "…"}` may stand beside `"axes"`.
"""

from __future__ import annotations

import json
from typing import TypeAlias

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text


@frozen
class Abstention:
    """An empty ballot: it counts in the turnout and nowhere else."""


@frozen
class Single:
    """The one option chosen."""

    option: int


@frozen
class Approvals:
    """The options approved of, by id; never empty."""

    options: tuple[int, ...]


@frozen
class Ranking:
    """Options from most to least preferred; those left out rank below, level with each other. Never empty."""

    options: tuple[int, ...]


@frozen
class Scores:
    """Per option, by id, its scores 0…5 as (criterion, score) in the ballot's order of criteria.

    A criterion or an option that is left out was not scored, which is not the same as zero.
    """

    scores: tuple[tuple[int, tuple[tuple[str, int], ...]], ...]


@frozen
class Dots:
    """Per option, by id, the dots spent on it; always more than none."""

    dots: tuple[tuple[int, int], ...]


@frozen
class Places:
    """Per option, by id, its place 1…5 on the axes interest and feasibility, and the reasons that were given."""

    places: tuple[tuple[int, tuple[int, int]], ...]
    reasons: tuple[tuple[int, str], ...] = ()


@frozen
class Words:
    """An answer in open text; never empty, and without white space at its ends."""

    words: str


Choices: TypeAlias = Abstention | Single | Approvals | Ranking | Scores | Dots | Places | Words


class ChoiceRefused(UserError):
    """The ballot does not allow these choices; the message names the one that offends."""


def as_json(choices: Choices) -> dict[str, object]:
    """The choices as a JSON object in the shape that phones send."""
    match choices:
        case Abstention():
            return {"abstain": True}
        case Single(option):
            return {"one": option}
        case Approvals(options):
            return {"approve": list(options)}
        case Ranking(options):
            return {"rank": list(options)}
        case Scores(scores):
            return {"scores": {str(option): dict(marks) for option, marks in scores}}
        case Dots(dots):
            return {"dots": {str(option): count for option, count in dots}}
        case Places(places, reasons):
            axes: dict[str, object] = {"axes": {str(option): list(place) for option, place in places}}
            return axes | ({"reasons": {str(option): reason for option, reason in reasons}} if reasons else {})
        case Words(words):
            return {"text": words}


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(choices: object) -> str:
    """JSON with sorted keys, no spaces and non-ASCII characters as they are: the form that a vote's mac is made over.

    `choices` is what a phone sent, decoded but not yet checked.

    Raises:
        ChoiceRefused: it is nested too deeply, or holds a number too long, to be choices at all.
    """
    try:
        return _CANONICAL.encode(choices)
    except (RecursionError, TypeError, ValueError) as error:
        raise ChoiceRefused(text("These choices cannot be read."), text("Reload the page and vote again.")) from error
