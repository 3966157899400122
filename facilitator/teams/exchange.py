"""Teams bettered by exchanges: two people change places where that helps, or where it does no harm.

A tabu search (Glover 1989). Somebody in a team that lacks something changes places with the best of those who count for
the same sector and the same seat quota; who has left a team stays away from it for a while. On a plateau the search
wanders, and now and then it takes the smallest of losses. The number of steps, not the clock, ends it, so that a seed
repeats; a step takes about half a millisecond.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random

from facilitator.common.frozen import frozen
from facilitator.teams.formation import Solution
from facilitator.teams.formulation import EVENNESS
from facilitator.teams.masks import build_masks, mask_of, team_strain, team_tier
from facilitator.teams.measure import ceilings, measure, members_by_team
from facilitator.teams.problem import Problem
from facilitator.teams.weights import lexicographic_weights

STEPS_PER_PERSON = 25
MOST_TRIED = 40
"""Exchanges looked at in one step."""

TABU_STEPS = (20, 200)
"""For how many steps somebody stays away from a team they have left: at least, at most."""

LOSS_CHANCE = 0.02
"""How often a step that costs a single point of the last tier is taken where none is better."""

ELSEWHERE_CHANCE = 0.1
"""How often the other person may come from another question."""

TIED_CHANCE = 0.8
"""How often it is somebody with a familiar tie in the team who is to leave it."""

STEPS_BETWEEN_LOOKS = 64
"""After so many steps the clock is looked at, and which teams lack something is listed anew."""


def exchanged(
    problem: Problem, start: Solution, seed: int, over: Callable[[], bool], steps_per_person: int = STEPS_PER_PERSON
) -> Solution:
    """Better an allocation that keeps the hard rules, until its bounds are reached or `over` says so."""
    search = _Search(problem, start, Random(seed))
    for number in range(steps_per_person * len(problem.people)):
        if number % STEPS_BETWEEN_LOOKS == 0:
            search.look()
            if over():
                break
        if search.reached:
            break
        search.step(number)
    return Solution(search.best, start.bounds)


@frozen
class _Exchange:
    """One exchange: what it adds to the cost, who comes from which team, and the members of both afterwards."""

    gain: int
    other: int
    away: int
    here: list[int]
    there: list[int]


class _Search:
    """Where everybody sits now, what each team costs, and the best there has been."""

    def __init__(self, problem: Problem, start: Solution, random: Random) -> None:
        self._problem, self._random, self._bounds = problem, random, start.bounds
        self._masks = build_masks(problem)
        self._weights = lexicographic_weights(ceilings(problem))
        self._never = sum(self._weights) * 1000 * max(1, len(problem.people)) ** 2
        self._seats, self._members = list(start.seats), members_by_team(problem, start.seats)
        self._costs = [self._cost(team, group) for team, group in enumerate(self._members)]
        self._away_until: dict[tuple[int, int], int] = {}
        self._bound = frozenset(person for person, _ in (*problem.pinned, *problem.fixed))
        self._alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        for person, one in enumerate(problem.people):
            if person not in self._bound:
                self._alike[one.sector, one.quota].append(person)
        self._alike_here: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        self._here: defaultdict[str | None, list[int]] = defaultdict(list)
        self._lacking: list[int] = []
        self._uneven = False
        self._total = sum(self._costs)
        self._target = sum(weight * low for weight, low in zip(self._weights, start.bounds, strict=True))
        self.best, self._least = tuple(start.seats), self._total

    @property
    def reached(self) -> bool:
        """Whether the best is as good as can be, or there is nothing to better."""
        return self._least <= self._target or not self._lacking

    def look(self) -> None:
        """List the teams that cost something in the first tier that is not at its bound, and who sits at which
        question."""
        values = measure(self._problem, self._seats, self._masks)
        tiers = zip(self._problem.tiers, values, self._bounds, strict=True)
        tier = next((tier for tier, value, low in tiers if value > low), self._problem.tiers[-1])
        self._uneven = tier in EVENNESS
        self._lacking = [
            team
            for team, group in enumerate(self._members)
            if team not in self._problem.closed and team_tier(self._masks, tier, team, group, mask_of(group))
        ]
        self._alike_here.clear()
        self._here.clear()
        for key, people in self._alike.items():
            for person in people:
                question = self._question(person)
                self._alike_here[*key, question].append(person)
                self._here[question].append(person)

    def step(self, number: int) -> None:
        """Make the best exchange of somebody, unless it does harm."""
        team = self._random.choice(self._lacking)
        person = self._random.choice(self._who_may_leave(team))
        if person in self._bound:
            return
        found = self._best_exchange(number, person, team)
        if found is None or found.gain > (self._random.random() < LOSS_CHANCE):
            return
        until = number + self._random.randint(*TABU_STEPS)
        self._away_until[person, team] = self._away_until[found.other, found.away] = until
        self._members[team], self._members[found.away] = found.here, found.there
        self._seats[person], self._seats[found.other] = found.away, team
        self._costs[team], self._costs[found.away] = self._cost(team, found.here), self._cost(found.away, found.there)
        self._total += found.gain
        if self._total < self._least:
            self._least, self.best = self._total, tuple(self._seats)

    def _who_may_leave(self, team: int) -> list[int]:
        members = self._members[team]
        if not self._uneven and self._random.random() < TIED_CHANCE:
            inside = mask_of(members)
            tied = [one for one in members if any((kin & inside).bit_count() > 1 for kin in self._masks.familiar[one])]
            return tied or members
        return members

    def _best_exchange(self, number: int, person: int, team: int) -> _Exchange | None:
        pool = self._pool(person)
        best: _Exchange | None = None
        for other in self._random.sample(pool, min(MOST_TRIED, len(pool))):
            away = self._seats[other]
            if away == team or away in self._problem.closed or self._stays(number, person, away, other, team):
                continue
            here = [*(mate for mate in self._members[team] if mate != person), other]
            there = [*(mate for mate in self._members[away] if mate != other), person]
            gain = self._cost(team, here) + self._cost(away, there) - self._costs[team] - self._costs[away]
            if best is None or gain < best.gain:
                best = _Exchange(gain, other, away, here, there)
                if gain < 0:
                    break
        return best

    def _pool(self, person: int) -> list[int]:
        """Those who may take a person's place: anybody at the question while it is evenness that lacks, else those
        who count for the same sector and quota."""
        one, question = self._problem.people[person], self._question(person)
        if self._uneven:
            return self._here[question]
        if self._random.random() < ELSEWHERE_CHANCE:
            return self._alike[one.sector, one.quota]
        return self._alike_here[one.sector, one.quota, question]

    def _stays(self, number: int, person: int, away: int, other: int, team: int) -> bool:
        until = self._away_until
        return until.get((person, away), 0) > number or until.get((other, team), 0) > number

    def _question(self, person: int) -> str | None:
        return self._problem.slots[self._seats[person]].question

    def _cost(self, team: int, members: Sequence[int]) -> int:
        inside = mask_of(members)
        if team_strain(self._masks, team, members, inside):
            return self._never
        tiers = zip(self._problem.tiers, self._weights, strict=True)
        return sum(weight * team_tier(self._masks, tier, team, members, inside) for tier, weight in tiers)
