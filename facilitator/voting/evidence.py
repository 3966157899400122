"""Says ballots and results with the options' names: the ballot file that anybody can count again, and the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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
    canonical,
)
from facilitator.voting.model import Ballot, Method, Result, Role, Step
from facilitator.voting.tally import Cast


def candidate_names(ballot: Ballot) -> dict[int, str]:
    """A name of its own for every option: its label, with the option's id where two have the same label."""
    often = Counter(option.label for option in ballot.candidates)
    taken = {label for label, times in often.items() if times == 1}
    names: dict[int, str] = {}
    for option in ballot.candidates:
        name = option.label
        if often[name] > 1:
            name = f"{option.label} ({option.id})"
            while name in taken:
                name += "*"
            taken.add(name)
        names[option.id] = name
    return names


def written(ballot: Ballot, cast: Sequence[Cast]) -> dict[str, object]:
    """The ballot file of cast ballots, in an order that says nothing about when or by whom they were cast.

    It is the same however the options are numbered, so that whoever reads the file finds the same list. Reasons stand
    by themselves, apart from the places that they were given for.
    """
    names = candidate_names(ballot)
    piles: Counter[tuple[Role, Choices]] = Counter()
    for each in cast:
        piles[each.role, _bare(each.choices)] += each.count
    reasons = _reasons(cast, names)
    document: dict[str, object] = {
        "method": str(ballot.method),
        "rule": str(ballot.rule),
        "candidates": [names[option.id] for option in ballot.candidates],
    }
    if ballot.method is Method.TEXT:
        document["groups"] = {group.name: list(group.texts) for group in ballot.groups}
    if ballot.criteria:
        document["criteria"] = [{"name": criterion.name, "weight": criterion.weight} for criterion in ballot.criteria]
    if ballot.method is Method.DOTS:
        document["budget"] = ballot.budget
    if ballot.most is not None:
        document["most"] = ballot.most
    if ballot.weights:
        document["weights"] = {str(role): weight for role, weight in ballot.weights}
    if ballot.shares:
        document["shares"] = {str(role): share for role, share in ballot.shares}
    if ballot.dice:
        document["dice"] = ballot.dice
    lines: list[dict[str, object]] = [
        {"count": number, "role": str(role), "choices": _named(choices, names)}
        for (role, choices), number in piles.items()
    ]
    document["ballots"] = sorted(lines, key=lambda line: (str(line["role"]), canonical(line["choices"])))
    if reasons:
        document["reasons"] = reasons
    return document


def _bare(choices: Choices) -> Choices:
    return Places(choices.places) if isinstance(choices, Places) else choices


def _reasons(cast: Iterable[Cast], names: Mapping[int, str]) -> dict[str, list[str]]:
    """What was written about each option, in the order of the alphabet."""
    found: dict[str, list[str]] = {}
    for each in cast:
        for option, reason in each.choices.reasons if isinstance(each.choices, Places) else ():
            found.setdefault(names[option], []).extend([reason] * each.count)
    return {name: sorted(found[name]) for name in names.values() if name in found}


def named(ballot: Ballot, choices: Choices) -> object:
    """The choices of one ballot as the ballot file says them."""
    return _named(choices, candidate_names(ballot))


def answer(ballot: Ballot, result: Result) -> dict[str, object]:
    """The result as `tally --json` prints it."""
    names = candidate_names(ballot)
    return {
        "method": str(result.method),
        "rule": str(result.rule),
        "winners": _all(result.winners, names),
        "ranking": [_all(group, names) for group in result.ranking],
        "steps": [_step(step, names) for step in result.steps],
        "ballots": result.ballots,
        "abstentions": result.abstentions,
        "numbers": {names[option]: number for option, number in result.numbers.items()},
    }


def _named(choices: Choices, names: Mapping[int, str]) -> object:
    match choices:
        case Abstention():
            return {"abstain": True}
        case Single(option):
            return names[option]
        case Approvals(options):
            return [name for option, name in names.items() if option in options]
        case Ranking(options):
            return _all(options, names)
        case Scores(scores):
            return {names[option]: dict(marks) for option, marks in scores}
        case Dots(dots):
            return {names[option]: count for option, count in dots}
        case Places(places):
            return {names[option]: list(place) for option, place in places}
        case Words(words):
            return words


def _step(step: Step, names: Mapping[int, str]) -> dict[str, object]:
    document: dict[str, object] = {"kind": str(step.kind)}
    if step.role is not None:
        document["role"] = str(step.role)
    document |= {"against": _all(step.against, names)} if step.against else {"columns": list(step.columns)}
    document["rows"] = [{"option": names[row.option], "cells": list(row.cells)} for row in step.rows]
    for name, options in (("kept", step.kept), ("removed", step.removed), ("tied", step.tied)):
        if options:
            document[name] = _all(options, names)
    if step.rest:
        document["rest"] = step.rest
    if step.note:
        document["note"] = step.note
    return document


def _all(options: Sequence[int], names: Mapping[int, str]) -> list[str]:
    return [names[option] for option in options]
