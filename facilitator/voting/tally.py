"""Counts the cast ballots of one ballot by its rule: the same code for the app, the command line and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.voting.choices import Abstention, Approvals, Choices, Dots, Places, Ranking, Scores, Single, Words
from facilitator.voting.combining import combine
from facilitator.voting.counting.axes import axes
from facilitator.voting.counting.borda import borda
from facilitator.voting.counting.groups import groups
from facilitator.voting.counting.irv import irv
from facilitator.voting.counting.means import means
from facilitator.voting.counting.outcome import Number, Outcome, cell
from facilitator.voting.counting.schulze import schulze
from facilitator.voting.counting.star import star
from facilitator.voting.counting.sums import approval, dots, plurality
from facilitator.voting.model import RULES, Ballot, Method, Part, Result, Role, Rule

ChoiceT = TypeVar("ChoiceT")


@frozen
class Cast:
    """Equal ballots of one role: what they chose and how many they are."""

    choices: Choices
    count: int = 1
    role: Role = Role.PARTICIPANT


def require_fit(method: Method, rule: Rule) -> None:
    """Whether the rule can count ballots of this method.

    Raises:
        UserError: it cannot; the message names the rules that can.
    """
    if rule not in RULES[method]:
        raise UserError(
            text("The rule “{rule}” cannot count ballots of the method “{method}”.", rule=rule, method=method),
            text("It can be counted by: {rules}.", rules=", ".join(RULES[method])),
        )


def count(ballot: Ballot, cast: Iterable[Cast]) -> Result:
    """The result of the cast ballots, whose choices `checking.checked` has found allowed.

    A ballot counts for what its role's weight says, once if nothing is said; with a weight of zero it is part of the
    turnout only. If more than one role voted, each is also counted by itself. Where the ballot states what the roles
    are worth together (`shares`), the result is theirs combined. Answers in open text count by their groups.

    Raises:
        UserError: rule and method of the ballot do not fit, or it has no options.
    """
    require_fit(ballot.method, ballot.rule)
    if not ballot.options and ballot.method is not Method.TEXT:
        raise UserError(text("A ballot without options cannot be counted."), text("Add options to it first."))
    votes: dict[Role, dict[Choices, int]] = {}
    for each in cast:
        piles = votes.setdefault(each.role, {})
        piles[each.choices] = piles.get(each.choices, 0) + each.count
    weights = {role: _exact(weight) for role, weight in ballot.shares or ballot.weights}
    unnamed = 0 if ballot.shares else 1
    weighted: dict[Choices, Number] = {}
    for role, piles in votes.items():
        for choices, number in piles.items():
            weighted[choices] = weighted.get(choices, 0) + number * weights.get(role, unnamed)
    outcome = _combined(ballot, votes) if ballot.shares else _outcome(ballot, weighted)
    return Result(
        ballot.method,
        ballot.rule,
        _winners(outcome, weighted),
        outcome.ranking,
        sum(sum(piles.values()) for piles in votes.values()),
        sum(piles.get(Abstention(), 0) for piles in votes.values()),
        _drawn(outcome),
        outcome.steps,
        {role: _part(ballot, votes[role]) for role in Role if role in votes} if len(votes) > 1 else {},
    )


def _combined(ballot: Ballot, votes: Mapping[Role, Mapping[Choices, int]]) -> Outcome:
    shares = {role: _exact(share) for role, share in ballot.shares}
    voted = [role for role in Role if set(votes.get(role, ())) - {Abstention()}]
    outcomes = {role: _outcome(ballot, votes[role]) for role in voted}
    return combine([option.id for option in ballot.candidates], ballot.rule, outcomes, shares)


def _part(ballot: Ballot, piles: Mapping[Choices, int]) -> Part:
    outcome = _outcome(ballot, piles)
    return Part(sum(piles.values()), piles.get(Abstention(), 0), _winners(outcome, piles), _drawn(outcome))


def _exact(weight: float) -> Number:
    """The weight as the decimal that was written, not as its nearest binary fraction."""
    exact = Fraction(str(weight))
    return exact.numerator if exact.denominator == 1 else exact


def _winners(outcome: Outcome, piles: Mapping[Choices, Number]) -> tuple[int, ...]:
    """The first group, or nobody if not one vote was cast for anything."""
    if not outcome.ranking:
        return ()
    return outcome.ranking[0] if any(not isinstance(each, Abstention) and piles[each] for each in piles) else ()


def _drawn(outcome: Outcome) -> dict[int, float]:
    return {option: cell(number) for option, number in outcome.numbers.items()}


def _outcome(ballot: Ballot, piles: Mapping[Choices, Number]) -> Outcome:
    options = [option.id for option in ballot.candidates]
    criteria = [(criterion.name, Fraction(str(criterion.weight))) for criterion in ballot.criteria]
    match ballot.rule:
        case Rule.PLURALITY:
            return plurality(options, _of(Single, piles))
        case Rule.APPROVAL:
            return approval(options, _of(Approvals, piles))
        case Rule.SCHULZE:
            return schulze(options, _of(Ranking, piles))
        case Rule.IRV:
            return irv(options, _of(Ranking, piles))
        case Rule.BORDA:
            return borda(options, _of(Ranking, piles))
        case Rule.MEAN:
            return means(options, _of(Scores, piles), criteria)
        case Rule.STAR:
            return star(options, _of(Scores, piles), criteria)
        case Rule.DOTS:
            return dots(options, _of(Dots, piles))
        case Rule.AXES:
            return axes(options, _of(Places, piles))
        case Rule.GROUPS:
            return groups(ballot.groups, _of(Words, piles))


def _of(kind: type[ChoiceT], piles: Mapping[Choices, Number]) -> Sequence[tuple[ChoiceT, Number]]:
    """The votes that say something and weigh something."""
    return [(choices, weight) for choices, weight in piles.items() if isinstance(choices, kind) and weight]
