"""Jury and audience in one result, each with a stated share, however many voted on either side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from facilitator.voting.counting.outcome import Groups, Number, Outcome, cell, grouped
from facilitator.voting.model import Role, Row, Rule, Step, StepKind

FULL = 100
"""What an option gets that every role holds highest."""

_BY_PLACE = (Rule.SCHULZE, Rule.IRV, Rule.STAR)
"""Rules whose order is not that of their numbers."""


def combine(
    options: Sequence[int], rule: Rule, outcomes: Mapping[Role, Outcome], shares: Mapping[Role, Number]
) -> Outcome:
    """One ranking from those of several roles, 0…100.

    Each role that cast a vote for anything is counted by the ballot's rule, and its figures are normalised so that
    the size of the group does not matter:

    - where the rule ranks by a number (votes, approvals, points, dots, mean, sum of medians, answers), an option gets
      its number as a share of the highest number that any option got from this role (an option without a number, or
      a role whose highest number is 0, gives 0);
    - where it ranks otherwise (Schulze, instant run-off, STAR), an option gets the share of the other options that
      stand behind it, those that share its place counting half.

    An option's figure is the mean of these, weighed by the roles' shares (of those roles that voted), times 100. The
    highest wins; equal figures share their place. All of it in exact fractions.
    """
    voting = [role for role in outcomes if shares.get(role, 0)]
    whole = sum((Fraction(shares[role]) for role in voting), Fraction(0))
    parts = {role: _normalised(options, rule, outcomes[role]) for role in voting}
    figures: dict[int, Number] = {
        option: sum((parts[role][option] * Fraction(shares[role]) for role in voting), Fraction(0)) * FULL / whole
        if whole
        else Fraction(0)
        for option in options
    }
    ranking = grouped(options, lambda option: figures[option])
    rows = tuple(
        Row(option, (*(cell(parts[role][option] * FULL) for role in voting), cell(figures[option])))
        for group in ranking
        for option in group
    )
    said = ", ".join(f"{role} {cell(Fraction(shares[role]) * FULL / whole):.4g} %" for role in voting)
    step = Step(StepKind.COMBINED, rows, (*map(str, voting), "combined"), kept=ranking[0] if ranking else (), note=said)
    steps = tuple(_of_role(step, role) for role in voting for step in outcomes[role].steps)
    return Outcome(ranking, figures, (*steps, step))


def _normalised(options: Sequence[int], rule: Rule, outcome: Outcome) -> dict[int, Fraction]:
    if rule in _BY_PLACE:
        return _by_place(outcome.ranking, len(options))
    highest = max(outcome.numbers.values(), default=0)
    if highest <= 0:
        return dict.fromkeys(options, Fraction(0))
    return {option: Fraction(outcome.numbers.get(option, 0)) / Fraction(highest) for option in options}


def _by_place(ranking: Groups, count: int) -> dict[int, Fraction]:
    """Half a point for each other option on the same place, a whole one for each behind, as a share of all others."""
    shares: dict[int, Fraction] = {}
    before = 0
    for group in ranking:
        behind = count - before - len(group)
        share = (behind + Fraction(len(group) - 1, 2)) / (count - 1) if count > 1 else Fraction(1)
        shares |= dict.fromkeys(group, share)
        before += len(group)
    return shares


def _of_role(step: Step, role: Role) -> Step:
    return replace(step, role=role)
