"""From an allocation to what is shown and kept: teams, tiers, moves, broken rules, the time it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field

from facilitator.common.frozen import frozen
from facilitator.teams.hard import broken_rules
from facilitator.teams.measure import floor_bounds, tier_values
from facilitator.teams.model import BrokenRule, Formation, Move, Progress, Team, Teams
from facilitator.teams.problem import Problem


@frozen
class Solution:
    """An allocation, the bound of each tier, and whether it is proven optimal."""

    seats: tuple[int, ...]
    bounds: tuple[int, ...]
    optimal: bool = False


def unproven(problem: Problem, seats: Sequence[int]) -> Solution:
    """An allocation of which nothing is known but what arithmetic says."""
    return Solution(tuple(seats), floor_bounds(problem))


@frozen
class Job:
    """One request on its way: the instance, the teams there were before, the seed, and when it began."""

    problem: Problem
    current: Teams | None
    seed: int
    clock: Callable[[], float] = time.monotonic
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """The time it has taken so far, to the millisecond."""
        return round(self.clock() - self.began, 3)

    def formation(self, solution: Solution, contradictions: tuple[BrokenRule, ...] = ()) -> Formation:
        """The answer: what clashes, if anything, stands before the places where rules are broken."""
        teams = self.problem.teams_of(solution.seats)
        before = tuple(self.current.teams.values()) if self.current is not None else ()
        return Formation(
            teams=teams,
            tiers=tier_values(self.problem, solution.seats, solution.bounds, optimal=solution.optimal),
            moves=moves_between(before, teams) if before else (),
            broken_rules=(*contradictions, *broken_rules(self.problem, solution.seats)),
            seconds=self.seconds,
            seed=self.seed,
        )

    def refusal(self, contradictions: tuple[BrokenRule, ...]) -> Formation:
        """The answer when sizes and locks leave no allocation at all."""
        return Formation((), (), (), contradictions, self.seconds, self.seed)

    def progress(self, seats: Sequence[int], bounds: Sequence[int]) -> Progress:
        """The best so far."""
        return Progress(self.problem.teams_of(seats), tier_values(self.problem, seats, bounds), self.seconds)


def moves_between(before: Iterable[Team], after: Iterable[Team]) -> tuple[Move, ...]:
    """Who changes place from one allocation to another, in the order of their numbers."""
    old = {member: team.number for team in before for member in team.members}
    new = {member: team.number for team in after for member in team.members}
    return tuple(
        Move(person, old.get(person), new.get(person))
        for person in sorted(old.keys() | new.keys())
        if old.get(person) != new.get(person)
    )
