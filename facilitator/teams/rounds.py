"""Table rounds in which nobody meets twice, or as few do as can be.

Each earlier table becomes a group of whom every new table takes at most one. Rounds are drawn up one after the other;
where a round cannot avoid a repeat, it has as few as the search finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ortools.sat.python import cp_model

from facilitator.teams.first_teams import first_teams
from facilitator.teams.formulation import demand_evenness, formulate, pairs_within
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import fewest_pairs
from facilitator.teams.model import Person, Rules, Team, Tier
from facilitator.teams.problem import Problem, build_problem
from facilitator.teams.search import Deadline, interleaved, single

EVEN_LIMIT = 1.5
"""Deterministic limit of the try to have sectors, quotas and organisations even in a round without repeats."""

STRICT_LIMIT = 6.0
"""The same for a round without repeats however mixed."""

FEWEST_LIMIT = 6.0
"""The same for a round with the fewest repeats."""

ROUND_TIERS = (Tier.SECTORS, Tier.QUOTAS, Tier.ORGANISATIONS, Tier.OBK)


def draw_rounds(
    people: Sequence[Person], rules: Rules, count: int, seed: int, deadline: Deadline
) -> tuple[tuple[Team, ...], ...]:
    """So many rounds for these people; sizes, accessible tables, common languages and people apart are heeded."""
    met = list(rules.met)
    rounds: list[tuple[Team, ...]] = []
    for number in range(count):
        problem = build_problem(people, _round_rules(rules, met))
        teams = problem.teams_of(_one_round(problem, seed + number, deadline))
        rounds.append(teams)
        met += [team.members for team in teams if len(team.members) > 1]
    return tuple(rounds)


def repeated_meetings(rounds: Iterable[Iterable[Team]], met: Iterable[Iterable[int]] = ()) -> int:
    """How often two people share a table who have met before."""
    seen = {pair for group in met for pair in combinations(sorted(group), 2)}
    repeats = 0
    for teams in rounds:
        pairs = {pair for team in teams for pair in combinations(sorted(team.members), 2)}
        repeats += len(pairs & seen)
        seen |= pairs
    return repeats


def fewest_repeats(rounds: Sequence[Sequence[Team]]) -> int:
    """A bound on the repeats of that many rounds of these sizes, by counting.

    There are only so many pairs of people to meet; and the people of one table spread over fewer tables must
    share some in every later round.
    """
    if not rounds:
        return 0
    sizes = [len(team.members) for team in rounds[0]]
    people, teams = sum(sizes), sum(1 for size in sizes if size)
    meetings = len(rounds) * sum(size * (size - 1) // 2 for size in sizes)
    by_round = sum(fewest_pairs(size, teams) for size in sizes) * (len(rounds) - 1)
    return max(meetings - people * (people - 1) // 2, by_round, 0)


def _round_rules(rules: Rules, met: Sequence[tuple[int, ...]]) -> Rules:
    return replace(
        rules,
        tiers=ROUND_TIERS,
        quota_ranges=(),
        max_same_organisation=None,
        min_per_team={},
        keep_together=(),
        fixed={},
        met=tuple(met),
    )


def _one_round(problem: Problem, seed: int, deadline: Deadline) -> tuple[int, ...]:
    start = first_teams(problem, seed)
    for tiers, limit in ((ROUND_TIERS[:3], EVEN_LIMIT), (ROUND_TIERS[:1], EVEN_LIMIT), ((), STRICT_LIMIT)):
        found = _without_repeats(problem, tiers, seed, limit, deadline)
        if found is not None:
            return found
    formulation = formulate(problem)
    formulation.model.minimize(pairs_within(formulation, problem.met))
    if broken_rules(problem, start):
        solver = single(seed, deadline.left, FEWEST_LIMIT)
    else:
        formulation.hint(start)
        solver = interleaved(seed, deadline.left, FEWEST_LIMIT)
    if solver.solve(formulation.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return formulation.seats(solver)
    return start


def _without_repeats(
    problem: Problem, even: Sequence[Tier], seed: int, limit: float, deadline: Deadline
) -> tuple[int, ...] | None:
    formulation = formulate(problem)
    demand_evenness(formulation, even)
    for share in problem.met:
        for team in range(len(problem.slots)):
            formulation.model.add(formulation.heads(share.members, team) <= 1)
    solver = single(seed, deadline.left, limit)
    if solver.solve(formulation.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return formulation.seats(solver)
    return None
