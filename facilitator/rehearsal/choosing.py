"""What a simulated phone votes for: random, allowed, and the same on every run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
    as_json,
)
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, SCORE_HIGHEST, SCORE_LOWEST, Method

_USUAL_MOST = 3
"""How many options somebody approves of or ranks at most, where the ballot sets no limit."""

_EMPTY_BALLOTS = 0.02
"""The share of voters who hand in an empty ballot."""


def choose(ballot: Mapping[str, Any], own: Collection[int], voter: str) -> dict[str, object]:
    """Choices as JSON for a ballot as phones see it in the public state.

    `own` are the options that the voter may not choose; `voter` is what the chance depends on, beside the ballot's id.
    """
    chance = Random(f"{ballot['id']}|{voter}")  # text seeds are the same in every process, unlike hashes
    options = [int(option["id"]) for option in ballot["options"] if option["id"] not in own]
    if not options or chance.random() < _EMPTY_BALLOTS:
        return as_json(Abstention())
    return as_json(_chosen(Method(ballot["method"]), options, ballot["rules"], chance))


def _chosen(method: Method, options: list[int], rules: Mapping[str, Any], chance: Random) -> Choices:
    match method:
        case Method.SINGLE:
            return Single(chance.choice(options))
        case Method.APPROVAL:
            return Approvals(tuple(sorted(_some(options, rules, chance))))
        case Method.RANKED:
            return Ranking(tuple(_some(options, rules, chance)))
        case Method.SCORE:
            names = [str(name) for name in rules["criteria"]]
            return Scores(
                tuple(
                    (option, tuple((name, chance.randint(SCORE_LOWEST, SCORE_HIGHEST)) for name in names))
                    for option in options
                )
            )
        case Method.DOTS:
            spent = [chance.choice(options) for _ in range(int(rules["budget"]))]
            return Dots(tuple((option, spent.count(option)) for option in options if option in spent))
        case Method.AXES:
            return Places(tuple((option, (_place(chance), _place(chance))) for option in options))


def _some(options: list[int], rules: Mapping[str, Any], chance: Random) -> list[int]:
    most = min(len(options), rules.get("most") or _USUAL_MOST)
    return chance.sample(options, chance.randint(1, most))


def _place(chance: Random) -> int:
    return chance.randint(AXIS_LOWEST, AXIS_HIGHEST)
