"""The instance as a constraint model (CP-SAT): hard rules, and each tier as a linear expression.

One Boolean says whether a person sits in a team. A tier's expression never falls below its true value and equals it
at any optimum, because each auxiliary variable is pushed down by the objective alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from facilitator.teams.hard import quota_limits
from facilitator.teams.measure import fewest_pairs, is_outside
from facilitator.teams.model import Tier
from facilitator.teams.problem import Problem, Share

EVENNESS = (Tier.SECTORS, Tier.QUOTAS, Tier.ORGANISATIONS)
"""Tiers whose arithmetic bound can be demanded outright instead of being paid for."""


@dataclass
class Formulation:
    """A model under construction: `seat[person][team]`, the tiers built so far, and the relaxable rules.

    `guard` holds, for every rule that may be given up, the literals that enforce it where they are true; it stays
    empty for a strict model. `even` are the tiers whose evenness has been demanded.
    """

    problem: Problem
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    seat: list[list[cp_model.IntVar]] = field(default_factory=list)
    tiers: dict[Tier, cp_model.LinearExpr] = field(default_factory=dict)
    guard: dict[str, list[cp_model.IntVar]] = field(default_factory=lambda: defaultdict(list))
    even: set[Tier] = field(default_factory=set)

    def heads(self, people: Iterable[int], team: int) -> cp_model.LinearExpr:
        """How many of some people sit in a team."""
        return cp_model.LinearExpr.sum([self.seat[person][team] for person in people])

    def seats(self, value: cp_model.CpSolver | cp_model.CpSolverSolutionCallback) -> tuple[int, ...]:
        """The team position of each person in a solution."""
        return tuple(
            next(team for team, literal in enumerate(row) if value.boolean_value(literal)) for row in self.seat
        )

    def hint(self, seats: Sequence[int]) -> None:
        """Suggest an allocation to start from."""
        for row, chosen in zip(self.seat, seats, strict=True):
            for team, literal in enumerate(row):
                self.model.add_hint(literal, team == chosen)


def formulate(problem: Problem, *, relaxable: bool = False) -> Formulation:
    """The hard rules of an instance; with `relaxable`, every rule but sizes and locks can be given up at a price."""
    formulation = Formulation(problem)
    model = formulation.model
    for person in range(len(problem.people)):
        row = [model.new_bool_var(f"seat {person} {team}") for team in range(len(problem.slots))]
        model.add_exactly_one(row)
        formulation.seat.append(row)
    _seat_locks(formulation)
    for team, (least, most) in enumerate(problem.sizes):
        if team not in problem.closed:
            model.add_linear_constraint(formulation.heads(range(len(problem.people)), team), least, most)
            _team_rules(formulation, team, relaxable)
    _people_rules(formulation, relaxable)
    return formulation


def _seat_locks(formulation: Formulation) -> None:
    pinned = dict(formulation.problem.pinned)
    for person, row in enumerate(formulation.seat):
        if person in pinned:
            formulation.model.add(row[pinned[person]] == 1)
            continue
        for team in formulation.problem.closed:
            formulation.model.add(row[team] == 0)


def _rule(formulation: Formulation, name: str, relaxable: bool) -> list[cp_model.IntVar]:
    """The enforcement literal of one instance of a rule, as a list that is empty for a strict rule."""
    if not relaxable:
        return []
    literal = formulation.model.new_bool_var(f"rule {name} {len(formulation.guard[name])}")
    formulation.guard[name].append(literal)
    return [literal]


def _team_rules(formulation: Formulation, team: int, relaxable: bool) -> None:
    problem, model = formulation.problem, formulation.model
    for limits, members in zip(problem.rules.quota_ranges, problem.quota_members, strict=True):
        count = formulation.heads(members, team)
        literals = _rule(formulation, f"quota:{limits.label}", relaxable)
        for size, at_size in _size_literals(formulation, team):
            least, most = quota_limits(limits.by_size, size)
            model.add_linear_constraint(count, least, most).only_enforce_if(literals + at_size)
    cap = problem.rules.max_same_organisation
    for share in problem.organisations if cap is not None else ():
        if cap is not None and len(share.members) > cap:
            literals = _rule(formulation, "max_same_organisation", relaxable)
            model.add(formulation.heads(share.members, team) <= cap).only_enforce_if(literals)
    for need in problem.requirements:
        literals = _rule(formulation, f"min_per_team:{need.name}", relaxable)
        model.add(formulation.heads(need.members, team) >= need.least).only_enforce_if(literals)
    if problem.rules.common_languages:
        _common_language(formulation, team, _rule(formulation, "common_language", relaxable))


def _size_literals(formulation: Formulation, team: int) -> list[tuple[int, list[cp_model.IntVar]]]:
    """Each size that a team may have, with the literal that says it does (none where there is one size only)."""
    least, most = formulation.problem.sizes[team]
    if least == most:
        return [(least, [])]
    people = formulation.heads(range(len(formulation.problem.people)), team)
    literals = []
    for size in range(least, most + 1):
        literal = formulation.model.new_bool_var(f"team {team} has {size}")
        formulation.model.add(people == size).only_enforce_if(literal)
        literals.append((size, [literal]))
    formulation.model.add_exactly_one(literal for _, (literal,) in literals)
    return literals


def _common_language(formulation: Formulation, team: int, literals: list[cp_model.IntVar]) -> None:
    """Some language is chosen for the team, and nobody who does not speak it sits there."""
    problem, model = formulation.problem, formulation.model
    silent = {
        language: [person for person, who in enumerate(problem.people) if not who.speaks(language)]
        for language in problem.rules.common_languages
    }
    if not all(silent.values()):
        return
    chosen = {language: model.new_bool_var(f"team {team} speaks {language}") for language in silent}
    model.add_bool_or(list(chosen.values())).only_enforce_if(literals)
    for language, people in silent.items():
        for person in people:
            model.add_bool_or([chosen[language].negated(), formulation.seat[person][team].negated()])


def _people_rules(formulation: Formulation, relaxable: bool) -> None:
    problem, model, seat = formulation.problem, formulation.model, formulation.seat
    for first, *others in problem.together:
        literals = _rule(formulation, "keep_together", relaxable)
        for other in others:
            for mine, theirs in zip(seat[first], seat[other], strict=True):
                model.add(mine == theirs).only_enforce_if(literals)
    for group in problem.apart:
        literals = _rule(formulation, "keep_apart", relaxable)
        for team in range(len(problem.slots)):
            if team not in problem.closed:
                model.add(formulation.heads(group, team) <= 1).only_enforce_if(literals)
    pinned = dict(problem.pinned)
    for person in problem.needs_accessible:
        if person not in pinned:
            literals = _rule(formulation, "needs_accessible", relaxable)
            tables = [seat[person][team] for team, slot in enumerate(problem.slots) if slot.accessible]
            model.add(cp_model.LinearExpr.sum(tables) == 1).only_enforce_if(literals)
    for person, team in problem.fixed:
        if person not in pinned:
            model.add(seat[person][team] == 1).only_enforce_if(_rule(formulation, "fixed", relaxable))


def demand_evenness(formulation: Formulation, tiers: Iterable[Tier]) -> None:
    """Demand the arithmetic bound of evenness tiers outright.

    A count between floor and ceiling of the even share gives no deviation, and no more pairs than must be.
    """
    for tier in tiers:
        formulation.even.add(tier)
        for share in even_shares(formulation.problem, tier):
            for team in range(len(formulation.problem.slots)):
                count = formulation.heads(share.members, team)
                formulation.model.add_linear_constraint(count, share.least, share.most)


def add_tiers(formulation: Formulation, tiers: Iterable[Tier]) -> None:
    """Build the expression of each tier."""
    for tier in tiers:
        formulation.tiers[tier] = _expression(formulation, tier)


def even_shares(problem: Problem, tier: Tier) -> tuple[Share, ...]:
    """The groups that an evenness tier spreads."""
    match tier:
        case Tier.SECTORS:
            return problem.sectors
        case Tier.QUOTAS:
            return problem.quotas
        case _:
            return problem.organisations


def _expression(formulation: Formulation, tier: Tier) -> cp_model.LinearExpr:
    problem = formulation.problem
    match tier:
        case Tier.SECTORS | Tier.QUOTAS:
            return _deviation(formulation, even_shares(problem, tier))
        case Tier.ORGANISATIONS:
            return pairs_within(formulation, problem.organisations)
        case Tier.OUTSIDE_WISHES:
            return _linear(formulation, lambda person, question: int(is_outside(problem, person, question)))
        case Tier.WISH_RANKS:
            return _linear(formulation, lambda person, question: problem.wish_cost[person].get(question or "", 0))
        case Tier.SKILL_GAPS:
            return _gaps(formulation)
        case Tier.OBK:
            return _obk(formulation)


def _linear(formulation: Formulation, cost: Callable[[int, str | None], int]) -> cp_model.LinearExpr:
    literals: list[cp_model.IntVar] = []
    costs: list[int] = []
    for person, row in enumerate(formulation.seat):
        for slot, literal in zip(formulation.problem.slots, row, strict=True):
            price = cost(person, slot.question)
            if price:
                literals.append(literal)
                costs.append(price)
    return cp_model.LinearExpr.weighted_sum(literals, costs)


def _deviation(formulation: Formulation, shares: Iterable[Share]) -> cp_model.LinearExpr:
    model, parts = formulation.model, []
    for share in shares:
        for team, (_, most) in enumerate(formulation.problem.sizes):
            above = model.new_int_var(0, max(0, min(most, len(share.members)) - share.most), "above")
            below = model.new_int_var(0, share.least, "below")
            count = formulation.heads(share.members, team)
            model.add_linear_constraint(below + count - above, share.least, share.most)
            parts += [above, below]
    return cp_model.LinearExpr.sum(parts)


def pairs_within(formulation: Formulation, shares: Iterable[Share]) -> cp_model.LinearExpr:
    """Pairs within teams: c(c − 1)/2 by its tangents between whole numbers, exact at every whole count."""
    model, parts = formulation.model, []
    for share in shares:
        for team, (_, most) in enumerate(formulation.problem.sizes):
            largest = min(most, len(share.members))
            if largest < 2:
                continue
            pairs = model.new_int_var(0, largest * (largest - 1) // 2, "pairs")
            count = formulation.heads(share.members, team)
            for below in range(1, largest):
                model.add(pairs >= below * count - below * (below + 1) // 2)
            parts.append(pairs)
    return cp_model.LinearExpr.sum(parts)


def _obk(formulation: Formulation) -> cp_model.LinearExpr:
    """Familiar ties; those of groups that are even already are a constant and need no variables."""
    problem, constant = formulation.problem, 0
    varying = problem.roles + problem.met
    for tier, shares in ((Tier.SECTORS, problem.sectors), (Tier.ORGANISATIONS, problem.organisations)):
        if tier in formulation.even:
            constant += sum(fewest_pairs(len(share.members), len(problem.slots)) for share in shares)
        else:
            varying += shares
    return pairs_within(formulation, varying) + constant


def _gaps(formulation: Formulation) -> cp_model.LinearExpr:
    model, parts = formulation.model, []
    for holders in formulation.problem.skills:
        for team in range(len(formulation.problem.slots)):
            gap = model.new_bool_var("gap")
            model.add_bool_or([*(formulation.seat[person][team] for person in holders), gap])
            parts.append(gap)
    return cp_model.LinearExpr.sum(parts)
