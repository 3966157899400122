"""Checks the choices that arrive from outside against the ballot that they are for.

What arrives is any JSON at all. Nothing is bent into shape: a number written as text, a fraction or a boolean is
refused like an option that is not on the ballot, because a voter must be able to rely on what was counted.
"""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.texts import Text, text
from facilitator.voting.choices import (
    Abstention,
    Approvals,
    ChoiceRefused,
    Choices,
    Dots,
    Places,
    Ranking,
    Scores,
    Single,
    Words,
)
from facilitator.voting.model import (
    AXIS_HIGHEST,
    AXIS_LOWEST,
    LONGEST_REASON,
    LONGEST_TEXT,
    SCORE_HIGHEST,
    SCORE_LOWEST,
    Ballot,
    Method,
    Option,
)

CHOICE_KEYS: Mapping[Method, str] = {
    Method.SINGLE: "one",
    Method.APPROVAL: "approve",
    Method.RANKED: "rank",
    Method.SCORE: "scores",
    Method.DOTS: "dots",
    Method.AXES: "axes",
    Method.TEXT: "text",
}
"""What the choices of each method stand under."""

_SHOWN = 40
"""How many characters of an offending value a message repeats."""


def checked(ballot: Ballot, raw: object, own_team: int | None = None) -> Choices:
    """The choices in `raw`, decoded JSON, as far as `ballot` allows them.

    An empty list or object is an abstention, as is `{"abstain": true}`. `own_team` is the number of the voter's
    team, which matters only to a ballot that excludes one's own.

    Raises:
        ChoiceRefused: the ballot does not allow them; the message names the first choice that offends.
    """
    reasons = None
    if isinstance(raw, dict) and ballot.reasons and ballot.method is Method.AXES and set(raw) == {"axes", "reasons"}:
        reasons, raw = raw["reasons"], {"axes": raw["axes"]}
    if not isinstance(raw, dict) or len(raw) != 1:
        raise ChoiceRefused(text("A vote holds one kind of choice."), _again())
    key, value = next(iter(raw.items()))
    if key == "abstain" and value is True:
        return Abstention()
    wanted = CHOICE_KEYS[ballot.method]
    if key != wanted:
        raise ChoiceRefused(
            text("This ballot is answered with “{wanted}”, not with “{found}”.", wanted=wanted, found=_shown(key)),
            _again(),
        )
    own = own_team if ballot.own_team_excluded else None
    open_to = {option.id: option for option in ballot.options if own is None or option.team != own}
    match ballot.method:
        case Method.SINGLE:
            return Single(_option(ballot, open_to, value))
        case Method.APPROVAL:
            approved = _list(ballot, open_to, value)
            return Approvals(tuple(sorted(approved))) if approved else Abstention()
        case Method.RANKED:
            ranked = _list(ballot, open_to, value)
            return Ranking(ranked) if ranked else Abstention()
        case Method.SCORE:
            return _scores(ballot, _per_option(ballot, open_to, value))
        case Method.DOTS:
            return _dots(ballot, _per_option(ballot, open_to, value))
        case Method.AXES:
            places = _places(_per_option(ballot, open_to, value))
            return places if reasons is None else _with_reasons(places, _per_option(ballot, open_to, reasons))
        case Method.TEXT:
            return _words(value)


def _option(ballot: Ballot, open_to: Mapping[int, Option], value: object) -> int:
    if type(value) is int:
        if value in open_to:
            return value
        for option in ballot.options:
            if option.id == value:
                raise ChoiceRefused(
                    text("“{option}” is your own team’s and cannot be chosen by you.", option=option.label)
                )
    raise ChoiceRefused(text("“{option}” is not an option of this ballot.", option=_shown(value)), _again())


def _list(ballot: Ballot, open_to: Mapping[int, Option], value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ChoiceRefused(text("The choices must be a list of options."), _again())
    if len(value) > len(ballot.options):
        raise ChoiceRefused(text("There are more choices than options."), _again())
    chosen: list[int] = []
    for each in value:
        option = _option(ballot, open_to, each)
        if option in chosen:
            raise ChoiceRefused(text("“{option}” is chosen twice.", option=open_to[option].label))
        chosen.append(option)
    if ballot.most is not None and len(chosen) > ballot.most:
        raise ChoiceRefused(
            text("At most {most} options may be chosen, not {count}.", most=ballot.most, count=len(chosen))
        )
    return tuple(chosen)


def _per_option(ballot: Ballot, open_to: Mapping[int, Option], value: object) -> list[tuple[Option, object]]:
    """The members of a JSON object whose keys are option ids, in the order of the ids."""
    if not isinstance(value, dict):
        raise ChoiceRefused(text("The choices must name the options that they are for."), _again())
    ids = {str(option.id): option.id for option in ballot.options}
    for name in value:
        _option(ballot, open_to, ids.get(name, name))
    return [(open_to[ids[name]], value[name]) for name in sorted(value, key=lambda name: ids[name])]


def _scores(ballot: Ballot, given: list[tuple[Option, object]]) -> Choices:
    names = [criterion.name for criterion in ballot.criteria]
    scores: list[tuple[int, tuple[tuple[str, int], ...]]] = []
    for option, marks in given:
        if not isinstance(marks, dict):
            raise ChoiceRefused(
                text("The scores of “{option}” must name their criteria.", option=option.label), _again()
            )
        for name, mark in marks.items():
            if name not in names:
                raise ChoiceRefused(text("“{criterion}” is not a criterion of this ballot.", criterion=_shown(name)))
            if type(mark) is not int or not SCORE_LOWEST <= mark <= SCORE_HIGHEST:
                raise ChoiceRefused(
                    text(
                        "“{value}” for “{option}”, {criterion}, is not a score from {lowest} to {highest}.",
                        value=_shown(mark),
                        option=option.label,
                        criterion=name,
                        lowest=SCORE_LOWEST,
                        highest=SCORE_HIGHEST,
                    )
                )
        if marks:
            scores.append((option.id, tuple((name, marks[name]) for name in names if name in marks)))
    return Scores(tuple(scores)) if scores else Abstention()


def _dots(ballot: Ballot, given: list[tuple[Option, object]]) -> Choices:
    dots: list[tuple[int, int]] = []
    for option, count in given:
        if type(count) is not int or not 0 <= count <= ballot.budget:
            raise ChoiceRefused(
                text(
                    "“{value}” for “{option}” is not a number of dots from 0 to {budget}.",
                    value=_shown(count),
                    option=option.label,
                    budget=ballot.budget,
                )
            )
        if count:
            dots.append((option.id, count))
    spent = sum(count for _, count in dots)
    if spent > ballot.budget:
        raise ChoiceRefused(
            text("{spent} dots are spent, and there are only {budget}.", spent=spent, budget=ballot.budget)
        )
    return Dots(tuple(dots)) if dots else Abstention()


def _places(given: list[tuple[Option, object]]) -> Choices:
    places: list[tuple[int, tuple[int, int]]] = []
    for option, place in given:
        if (
            not isinstance(place, list)
            or len(place) != 2
            or not all(type(step) is int and AXIS_LOWEST <= step <= AXIS_HIGHEST for step in place)
        ):
            raise ChoiceRefused(
                text(
                    "“{value}” for “{option}” is not two numbers from {lowest} to {highest}.",
                    value=_shown(place),
                    option=option.label,
                    lowest=AXIS_LOWEST,
                    highest=AXIS_HIGHEST,
                )
            )
        places.append((option.id, (place[0], place[1])))
    return Places(tuple(places)) if places else Abstention()


def _with_reasons(places: Choices, given: list[tuple[Option, object]]) -> Choices:
    placed = {option for option, _ in places.places} if isinstance(places, Places) else set()
    reasons: list[tuple[int, str]] = []
    for option, reason in given:
        if not isinstance(reason, str) or len(reason) > LONGEST_REASON:
            raise ChoiceRefused(
                text("The reason for “{option}” may have {most} characters.", option=option.label, most=LONGEST_REASON),
                text("Shorten it and vote again."),
            )
        if not reason.strip():
            continue
        if option.id not in placed:
            raise ChoiceRefused(text("There is a reason for “{option}”, but no place.", option=option.label))
        reasons.append((option.id, reason.strip()))
    return Places(places.places, tuple(reasons)) if isinstance(places, Places) else places


def _words(value: object) -> Choices:
    if not isinstance(value, str):
        raise ChoiceRefused(text("The answer must be text."), _again())
    if len(value) > LONGEST_TEXT:
        raise ChoiceRefused(
            text("The answer has {count} characters; {most} are allowed.", count=len(value), most=LONGEST_TEXT),
            text("Shorten it and vote again."),
        )
    words = value.strip()
    return Words(words) if words else Abstention()


def _again() -> Text:
    return text("Reload the page and vote again.")


def _shown(value: object) -> str:
    """The value as a message may repeat it: never long, and nothing nested is unfolded."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, int) and not -(10**_SHOWN) < value < 10**_SHOWN:
        return "…"
    shown = str(value)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
