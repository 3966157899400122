"""The fields of a ballot in plain HTML: inputs that need no script, with what was filled in before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from facilitator.voting.model import (
    AXIS_HIGHEST,
    AXIS_LOWEST,
    LONGEST_TEXT,
    SCORE_HIGHEST,
    SCORE_LOWEST,
    Ballot,
    Method,
    Option,
)
from facilitator.web.plain_form import Fields


def fields(ballot: Ballot, options: Sequence[Option], words: dict[str, str], filled_in: Fields) -> str:
    """The inputs for these options of a ballot. `words` are the phone page's."""
    match ballot.method:
        case Method.SINGLE:
            rows = [_choice("radio", "one", option, filled_in) for option in options]
        case Method.APPROVAL:
            rows = [_choice("checkbox", "approve", option, filled_in) for option in options]
        case Method.RANKED:
            most = len(options) if ballot.most is None else ballot.most
            rows = [_number(_named(option), f"rank.{option.id}", 1, most, filled_in) for option in options]
        case Method.DOTS:
            rows = [_number(_named(option), f"dots.{option.id}", 0, ballot.budget, filled_in) for option in options]
        case Method.SCORE:
            names = [criterion.name for criterion in ballot.criteria]
            rows = [_group(option, "score", names, SCORE_LOWEST, SCORE_HIGHEST, filled_in) for option in options]
        case Method.AXES:
            names = [words["interest"], words["feasibility"]]
            rows = [_group(option, "axes", names, AXIS_LOWEST, AXIS_HIGHEST, filled_in) for option in options]
        case Method.TEXT:
            rows = [_answer(words["textHint"], filled_in)]
    return f"<fieldset><legend>{escape(hint(ballot, words))}</legend>{''.join(rows)}</fieldset>"


def hint(ballot: Ballot, words: dict[str, str]) -> str:
    """How such a ballot is filled in."""
    match ballot.method:
        case Method.SINGLE:
            return words["singleHint"]
        case Method.APPROVAL | Method.RANKED if ballot.most is not None:
            return words[f"{ballot.method}Most"].format(most=ballot.most)
        case Method.APPROVAL | Method.RANKED:
            return words[f"{ballot.method}Any"]
        case Method.DOTS:
            return words["dotsHint"].format(budget=ballot.budget)
        case _:
            return words[f"{ballot.method}Hint"]


def _choice(kind: str, name: str, option: Option, filled_in: Fields) -> str:
    checked = " checked" if str(option.id) in filled_in.get(name, ()) else ""
    return (
        f'<label class="opt"><input type="{kind}" name="{name}" value="{option.id}"{checked}>'
        f"<span>{_named(option)}</span></label>"
    )


def _number(label: str, name: str, lowest: int, highest: int, filled_in: Fields) -> str:
    value = escape("".join(filled_in.get(name, ())[-1:]))
    return (
        f'<label class="opt"><span>{label}</span><input type="number" inputmode="numeric" name="{name}" '
        f'min="{lowest}" max="{highest}" value="{value}"></label>'
    )


def _group(option: Option, prefix: str, names: Iterable[str], lowest: int, highest: int, filled_in: Fields) -> str:
    inputs = "".join(
        _number(escape(name), f"{prefix}.{option.id}.{at}", lowest, highest, filled_in) for at, name in enumerate(names)
    )
    return f'<fieldset class="item"><legend>{_named(option)}</legend>{inputs}</fieldset>'


def _answer(label: str, filled_in: Fields) -> str:
    value = escape("".join(filled_in.get("text", ())[-1:]))
    return f'<textarea name="text" rows="5" maxlength="{LONGEST_TEXT}" aria-label="{escape(label)}">{value}</textarea>'


def _named(option: Option) -> str:
    detail = f"<small>{escape(option.detail)}</small>" if option.detail else ""
    return f"<strong>{escape(option.label)}</strong>{detail}"
