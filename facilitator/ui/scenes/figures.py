"""The numbers of a result as people read them."""

from __future__ import annotations

from facilitator.common.texts import Text, Translator, text
from facilitator.voting.combining import FULL
from facilitator.voting.model import SCORE_HIGHEST, Result, Rule, StepKind

_UNITS = {
    Rule.PLURALITY: text("votes"),
    Rule.APPROVAL: text("approvals"),
    Rule.SCHULZE: text("comparisons won"),
    Rule.IRV: text("votes in the last round that each was part of"),
    Rule.BORDA: text("points"),
    Rule.MEAN: text("mean score, 0–5"),
    Rule.STAR: text("points; the two highest met in a final"),
    Rule.DOTS: text("dots"),
    Rule.AXES: text("medians of all votes"),
    Rule.GROUPS: text("answers"),
}


def unit(rule: Rule) -> Text:
    """What the numbers count."""
    return _UNITS[rule]


def figure(number: float | None, rule: Rule, tr: Translator) -> str:
    """The number with the decimals that its kind has; a dash where there is none."""
    if number is None:
        return "–"
    if rule is not Rule.MEAN and number == int(number):
        return str(int(number))
    words = f"{number:.2f}" if rule is Rule.MEAN else f"{number:.1f}"
    return words.replace(".", ",") if tr.language == "sv" else words


def is_combined(result: Result) -> bool:
    """Whether its numbers are those of several groups of voters together, 0…100."""
    return any(step.kind is StepKind.COMBINED for step in result.steps)


def full_bar(result: Result) -> float:
    """The number that fills a bar."""
    if is_combined(result):
        return float(FULL)
    if result.rule is Rule.MEAN:
        return float(SCORE_HIGHEST)
    return max((abs(number) for number in result.numbers.values()), default=0.0) or 1.0
