"""Results in words and figures: pure, for the page and for whoever reads it aloud."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.common.texts import Text, Translator, text
from facilitator.ui.widgets.result_bars import Bar
from facilitator.voting.model import Ballot, Method, Result, Step, StepKind

STEPS: Mapping[StepKind, Text] = {
    StepKind.TOTALS: text("Totals"),
    StepKind.POINTS: text("Points"),
    StepKind.MEANS: text("Means"),
    StepKind.QUARTILES: text("Medians and quartiles"),
    StepKind.PAIRWISE: text("Pairs: how many prefer the option on the left"),
    StepKind.PATHS: text("Strongest paths"),
    StepKind.ROUND: text("Round {number}"),
    StepKind.BRANCHES: text("Branches"),
    StepKind.RUNOFF: text("Run-off"),
    StepKind.COMBINED: text("Combined by shares"),
    StepKind.LOT: text("Lot"),
}


def bars(ballot: Ballot, result: Result) -> tuple[Bar, ...]:
    """The options from first to last."""
    names = {option.id: option.label for option in ballot.candidates}
    longest = max((abs(number) for number in result.numbers.values()), default=0) or 1
    made: list[Bar] = []
    place = 1
    for group in result.ranking:
        for option in group:
            number = result.numbers.get(option)
            made.append(
                Bar(
                    str(place),
                    names.get(option, str(option)),
                    figure(number),
                    abs(number or 0) / longest,
                    option in result.winners,
                    len(group) > 1,
                )
            )
        place += len(group)
    return tuple(made)


def verdict(ballot: Ballot, result: Result, tr: Translator) -> str:
    """Who has won, a tie said as what it is."""
    names = {option.id: option.label for option in ballot.candidates}
    winners = [names.get(option, str(option)) for option in result.winners]
    if not result.ballots:
        return tr("No votes were cast.")
    if not winners and result.method is Method.TEXT:
        return tr("No answer stands in a group.")
    if not winners:
        return tr("Nobody has won: every ballot abstained.")
    if len(winners) == 1:
        return tr("Winner: {name}", name=winners[0])
    return tr("Shared first place: {names}", names=", ".join(winners))


def figure(number: float | None) -> str:
    """A number of the count, with two decimals only where it has any."""
    if number is None:
        return "–"
    return f"{number:.0f}" if float(number).is_integer() else f"{number:.2f}"


def step_table(ballot: Ballot, step: Step) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A table of the count as headings and rows of text; options stand by name."""
    names = {option.id: option.label for option in ballot.candidates}
    across = step.columns or tuple(names.get(option, str(option)) for option in step.against)
    rows = tuple((names.get(line.option, str(line.option)), *map(figure, line.cells)) for line in step.rows)
    return ("", *across), rows
