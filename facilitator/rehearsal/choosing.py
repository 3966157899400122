"""What a simulated phone votes for: random, allowed, and the same on every run.

The room leans towards some options, as rooms do; otherwise every result would be a crowd in the middle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from random import Random
from typing import Any

from facilitator.voting.choices import (
    Abstention,
    Approvals,
    Choices,
    Dots,
    Places,
    Ranking,
    Scores,
    Single,
    Words,
    as_json,
)
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, SCORE_HIGHEST, SCORE_LOWEST, Method

_USUAL_MOST = 3
"""How many options somebody approves of or ranks at most, where the ballot sets no limit."""

_EMPTY_BALLOTS = 0.02
"""The share of voters who hand in an empty ballot."""

_SPREAD = 0.3
"""How far voters differ: the standard deviation of their marks, as a share of the range."""

_ANSWERS = ("Tid", "Mod", "Förtroende")
"""What voters answer in open text."""

_FINE = 1000
"""A range fine enough to put options in order."""


def choose(ballot: Mapping[str, Any], own: Collection[int], voter: str) -> dict[str, object]:
    """Choices as JSON for a ballot as phones see it in the public state.

    `own` are the options that the voter may not choose; `voter` is what the chance depends on, beside the ballot's id.
    """
    # Text seeds are the same in every process, unlike hashes.
    chance = Random(f"{ballot['id']}|{voter}")
    options = [int(option["id"]) for option in ballot["options"] if option["id"] not in own]
    if (not options and ballot["method"] != Method.TEXT) or chance.random() < _EMPTY_BALLOTS:
        return as_json(Abstention())
    room = _Room(ballot["id"], chance)
    return as_json(_chosen(Method(ballot["method"]), options, ballot["rules"], room))


class _Room:
    """What the voter makes of an option: what the whole room makes of it, and some chance."""

    def __init__(self, ballot: int, chance: Random) -> None:
        self._ballot = ballot
        self._chance = chance

    def mark(self, option: int, aspect: str, lowest: int, highest: int) -> int:
        """A whole number for one aspect of an option."""
        leaning = lowest + (highest - lowest) * Random(f"{self._ballot}|{option}|{aspect}").random()
        return min(highest, max(lowest, round(self._chance.gauss(leaning, _SPREAD * (highest - lowest)))))

    def answer(self) -> str:
        """Some words."""
        return self._chance.choice(_ANSWERS)

    def some(self, options: list[int], most: int) -> list[int]:
        """At least one and at most `most` options, the dearest first."""
        marks = {option: (self.mark(option, "", 0, _FINE), self._chance.random()) for option in options}
        return sorted(options, key=lambda option: marks[option], reverse=True)[: self._chance.randint(1, most)]


def _chosen(method: Method, options: list[int], rules: Mapping[str, Any], room: _Room) -> Choices:
    most = min(len(options), rules.get("most") or _USUAL_MOST)
    match method:
        case Method.SINGLE:
            return Single(room.some(options, 1)[0])
        case Method.APPROVAL:
            return Approvals(tuple(sorted(room.some(options, most))))
        case Method.RANKED:
            return Ranking(tuple(room.some(options, most)))
        case Method.SCORE:
            return Scores(tuple((option, _scores(option, rules["criteria"], room)) for option in options))
        case Method.DOTS:
            liked = room.some(options, min(len(options), int(rules["budget"])))
            each, rest = divmod(int(rules["budget"]), len(liked))
            return Dots(tuple((option, each + (place < rest)) for place, option in enumerate(liked)))
        case Method.AXES:
            return Places(tuple((option, _place(option, room)) for option in options))
        case Method.TEXT:
            return Words(room.answer())


def _scores(option: int, criteria: Iterable[str], room: _Room) -> tuple[tuple[str, int], ...]:
    return tuple((name, room.mark(option, name, SCORE_LOWEST, SCORE_HIGHEST)) for name in criteria)


def _place(option: int, room: _Room) -> tuple[int, int]:
    return (
        room.mark(option, "interest", AXIS_LOWEST, AXIS_HIGHEST),
        room.mark(option, "feasibility", AXIS_LOWEST, AXIS_HIGHEST),
    )
