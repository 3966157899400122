"""When the rules contradict: which of them clash, and the teams that give up the fewest.

First counting, then an elastic model in which every rule but sizes and locks may be given up at a price (the fewest
broken places, then the tiers), then, where counting named nothing, a smallest set of rules that clash: the rules are
assumed by name, the solver's core is taken and thinned out one rule at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ortools.sat.python import cp_model

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.teams.checks import contradictions
from facilitator.teams.formation import Solution, unproven
from facilitator.teams.formulation import formulate
from facilitator.teams.hard import broken_rules
from facilitator.teams.model import BrokenRule
from facilitator.teams.problem import UNSEATED, Problem
from facilitator.teams.search import Deadline, interleaved, single
from facilitator.teams.words import rule_words

ELASTIC_LIMIT = 8.0
"""Deterministic limit of the search for the teams that break the fewest rules."""

COUNTED_LIMIT = 0.5
"""The same where counting has named the clash: the host is to change the rules, and need not wait for more."""

CORE_LIMIT = 4.0


@frozen
class Compromise:
    """The teams that break the fewest rules, if sizes and locks allow any at all, and the rules that clash."""

    solution: Solution | None
    clashing: tuple[BrokenRule, ...]


def compromise(problem: Problem, start: Sequence[int], seed: int, deadline: Deadline) -> Compromise:
    """The teams that break the fewest rules; they may turn out to break none, and then nothing clashes."""
    counted = contradictions(problem)
    solution = _fewest_broken(problem, start, seed, deadline, COUNTED_LIMIT if counted else ELASTIC_LIMIT)
    if solution is not None and not broken_rules(problem, solution.seats):
        return Compromise(solution, ())
    if solution is None:
        return Compromise(None, counted or (BrokenRule("size", text("Sizes and locked seats leave no room.")),))
    return Compromise(solution, counted or _clash(problem, seed, deadline))


def _fewest_broken(
    problem: Problem, start: Sequence[int], seed: int, deadline: Deadline, limit: float
) -> Solution | None:
    formulation = formulate(problem, relaxable=True)
    kept = [literal for literals in formulation.guard.values() for literal in literals]
    formulation.model.maximize(cp_model.LinearExpr.sum(kept))
    if _sizes_and_locks_kept(problem, start):
        formulation.hint(start)
        solver = interleaved(seed, deadline.left, limit)
    else:
        solver = single(seed, deadline.left, limit)
    if solver.solve(formulation.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return unproven(problem, formulation.seats(solver))


def _sizes_and_locks_kept(problem: Problem, seats: Sequence[int]) -> bool:
    """Whether an allocation satisfies the elastic model, in which nothing else is required."""
    counts = Counter(seats)
    return (
        all(least <= counts[team] <= most for team, (least, most) in enumerate(problem.sizes))
        and all(seats[person] == team for person, team in problem.pinned)
        and UNSEATED not in counts
    )


def _clash(problem: Problem, seed: int, deadline: Deadline) -> tuple[BrokenRule, ...]:
    """A smallest set of rules that cannot hold at once; nothing when the time does not suffice to find one."""
    core = _core(problem, None, seed, deadline)
    if not core:
        return ()
    for rule in sorted(core):
        thinner = _core(problem, core - {rule}, seed, deadline)
        if thinner is not None:
            core = thinner
    names = sorted(core)
    if not names:
        return ()
    if len(names) == 1:
        return (
            BrokenRule(names[0], text("This rule cannot be kept at every table: {rule}.", rule=rule_words(names[0]))),
        )
    listed = Text(
        ", ".join(f"{{rule{i}}}" for i in range(len(names))),
        {f"rule{i}": rule_words(name) for i, name in enumerate(names)},
    )
    why = text("These rules cannot all be kept; give up one of them: {rules}.", rules=listed)
    return tuple(BrokenRule(name, why) for name in names)


def _core(problem: Problem, assumed: frozenset[str] | None, seed: int, deadline: Deadline) -> frozenset[str] | None:
    """Rules that clash among those assumed (all where None), or None if they do not or nobody knows in time."""
    formulation = formulate(problem, relaxable=True)
    model = formulation.model
    literal_of: dict[int, str] = {}
    for name, literals in formulation.guard.items():
        if assumed is not None and name not in assumed:
            continue
        whole = model.new_bool_var(f"rule {name}")
        for literal in literals:
            model.add_implication(whole, literal)
        model.add_assumption(whole)
        literal_of[whole.index] = name
    solver = single(seed, deadline.left, CORE_LIMIT)
    if solver.solve(model) != cp_model.INFEASIBLE:
        return None
    return frozenset(
        literal_of[index] for index in solver.sufficient_assumptions_for_infeasibility() if index in literal_of
    )
