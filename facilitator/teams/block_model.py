"""People divided among blocks of teams, as a constraint model: a relaxation of dividing them among the teams.

A block may hold whatever its teams hold together. Each tier's expression is at most what the teams of the same
people can cost, so that its least value is a bound on theirs; with blocks of one team it is what that team costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from facilitator.teams.blocks import Block
from facilitator.teams.hard import quota_limits
from facilitator.teams.measure import is_outside
from facilitator.teams.model import Tier
from facilitator.teams.problem import Group, Problem, Share

WISHES = (Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)
"""Tiers without a floor that could be demanded: how well wishes can be met is only known once it is solved."""


class BlockModel:
    """A model under construction, with the hard rules as far as blocks can break them."""

    def __init__(self, problem: Problem, blocks: Sequence[Block]) -> None:
        """One Boolean says whether a person sits in a block."""
        self.problem, self.blocks = problem, blocks
        self.model = cp_model.CpModel()
        self.inside = [[self.model.new_bool_var("") for _ in blocks] for _ in problem.people]
        for row in self.inside:
            self.model.add_exactly_one(row)
        for at, block in enumerate(blocks):
            self.model.add_linear_constraint(self.heads(range(len(problem.people)), at), block.least, block.most)
            self._block_rules(at, block)
        self._people_rules()

    def heads(self, people: Iterable[int], at: int) -> cp_model.LinearExpr:
        """How many of some people sit in a block."""
        return cp_model.LinearExpr.sum([self.inside[person][at] for person in people])

    def chosen(self, solver: cp_model.CpSolver) -> tuple[int, ...]:
        """The block of each person in a solution."""
        return tuple(next(at for at, one in enumerate(row) if solver.boolean_value(one)) for row in self.inside)

    def keep_to(self, places: Sequence[frozenset[int]]) -> None:
        """Let everybody sit only in some of the blocks."""
        for row, possible in zip(self.inside, places, strict=True):
            for at, literal in enumerate(row):
                if at not in possible:
                    self.model.add(literal == 0)

    def hint(self, chosen: Sequence[int]) -> None:
        """Suggest a division to start from."""
        for row, block in zip(self.inside, chosen, strict=True):
            for at, literal in enumerate(row):
                self.model.add_hint(literal, at == block)

    def demand_floor(self, tier: Tier) -> None:
        """Demand what arithmetic promises of a tier: even shares, the fewest pairs, no more gaps than must be."""
        problem, teams = self.problem, len(self.problem.slots)
        match tier:
            case Tier.SECTORS | Tier.QUOTAS:
                for share in problem.sectors if tier is Tier.SECTORS else problem.quotas:
                    self._share_out(share.members, share.least, share.most)
            case Tier.ORGANISATIONS | Tier.OBK:
                for share in _paired(problem, tier):
                    least, rest = divmod(len(share.members), teams)
                    self._share_out(share.members, least, least + bool(rest))
            case Tier.SKILL_GAPS:
                for holders in problem.skills:
                    enough = len(holders) >= teams
                    self._share_out(holders, int(enough), len(problem.people) if enough else 1)
            case _:
                raise ValueError(tier)

    def cost(self, tier: Tier) -> cp_model.LinearExpr:
        """What a tier costs at least; its auxiliary variables are right only while it is held down."""
        problem = self.problem
        match tier:
            case Tier.SECTORS | Tier.QUOTAS:
                return self._deviation(problem.sectors if tier is Tier.SECTORS else problem.quotas)
            case Tier.ORGANISATIONS | Tier.OBK:
                return self._pairs(_paired(problem, tier))
            case Tier.SKILL_GAPS:
                return self._gaps()
            case Tier.OUTSIDE_WISHES | Tier.WISH_RANKS:
                return self._wishes(tier)

    def _share_out(self, people: Group, least: int, most: int) -> None:
        for at, block in enumerate(self.blocks):
            self.model.add_linear_constraint(self.heads(people, at), least * block.size, most * block.size)

    def _block_rules(self, at: int, block: Block) -> None:
        problem = self.problem
        for limits, members in zip(problem.rules.quota_ranges, problem.quota_members, strict=True):
            ranges = [
                [quota_limits(limits.by_size, size) for size in range(low, high + 1)]
                for low, high in (problem.sizes[team] for team in block.teams)
            ]
            least = sum(min(low for low, _ in of_team) for of_team in ranges)
            most = sum(max(high for _, high in of_team) for of_team in ranges)
            self.model.add_linear_constraint(self.heads(members, at), least, most)
        cap = problem.rules.max_same_organisation
        for share in problem.organisations if cap is not None else ():
            if cap is not None and len(share.members) > cap * block.size:
                self.model.add(self.heads(share.members, at) <= cap * block.size)
        for need in problem.requirements:
            self.model.add(self.heads(need.members, at) >= need.least * block.size)
        for group in problem.apart:
            if len(group) > block.size:
                self.model.add(self.heads(group, at) <= block.size)

    def _people_rules(self) -> None:
        problem = self.problem
        block_of = {team: at for at, block in enumerate(self.blocks) for team in block.teams}
        for first, *others in problem.together:
            for other in others:
                for mine, theirs in zip(self.inside[first], self.inside[other], strict=True):
                    self.model.add(mine == theirs)
        pinned = dict(problem.fixed) | dict(problem.pinned)
        for person, team in pinned.items():
            self.model.add(self.inside[person][block_of[team]] == 1)
        reachable = {block_of[team] for team, slot in enumerate(problem.slots) if slot.accessible}
        for person in problem.needs_accessible:
            if person not in pinned:
                self.model.add_exactly_one(self.inside[person][at] for at in reachable)

    def _deviation(self, shares: Iterable[Share]) -> cp_model.LinearExpr:
        parts = []
        for share in shares:
            for at, block in enumerate(self.blocks):
                above = self.model.new_int_var(0, len(share.members), "above")
                below = self.model.new_int_var(0, share.least * block.size, "below")
                count = below + self.heads(share.members, at) - above
                self.model.add_linear_constraint(count, share.least * block.size, share.most * block.size)
                parts += [above, below]
        return cp_model.LinearExpr.sum(parts)

    def _pairs(self, shares: Iterable[Share]) -> cp_model.LinearExpr:
        """Pairs within the teams of a block when a group is spread evenly over them: convex, by its tangents."""
        parts = []
        for share in shares:
            for at, block in enumerate(self.blocks):
                together = -(-min(len(share.members), block.most) // block.size)
                if together < 2:
                    continue
                pairs = self.model.new_int_var(0, block.size * together * (together - 1) // 2, "pairs")
                count = self.heads(share.members, at)
                for low in range(1, together):
                    self.model.add(pairs >= low * count - block.size * (low * (low + 1) // 2))
                parts.append(pairs)
        return cp_model.LinearExpr.sum(parts)

    def _gaps(self) -> cp_model.LinearExpr:
        parts = []
        for holders in self.problem.skills:
            for at, block in enumerate(self.blocks):
                gaps = self.model.new_int_var(0, block.size, "gaps")
                self.model.add(gaps + self.heads(holders, at) >= block.size)
                parts.append(gaps)
        return cp_model.LinearExpr.sum(parts)

    def _wishes(self, tier: Tier) -> cp_model.LinearExpr:
        literals: list[cp_model.IntVar] = []
        prices: list[int] = []
        for row, costs in zip(self.inside, self.prices(tier), strict=True):
            for literal, price in zip(row, costs, strict=True):
                if price:
                    literals.append(literal)
                    prices.append(price)
        return cp_model.LinearExpr.weighted_sum(literals, prices)

    def prices(self, tier: Tier) -> list[list[int]]:
        """What each person costs in each block at least, in a tier about wishes."""
        slots = self.problem.slots
        questions = [sorted({slots[team].question for team in block.teams}, key=str) for block in self.blocks]
        return [
            [min(self._price(tier, person, question) for question in asked) for asked in questions]
            for person in range(len(self.problem.people))
        ]

    def _price(self, tier: Tier, person: int, question: str | None) -> int:
        if tier is Tier.OUTSIDE_WISHES:
            return int(is_outside(self.problem, person, question))
        return self.problem.wish_cost[person].get(question or "", 0)


def _paired(problem: Problem, tier: Tier) -> tuple[Share, ...]:
    """The groups whose pairs a tier counts."""
    if tier is Tier.ORGANISATIONS:
        return problem.organisations
    return problem.sectors + problem.organisations + problem.roles + problem.met
