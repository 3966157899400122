"""The best of all allocations by trying every one: slow, obvious, and written apart from the product's own code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from facilitator.teams.hard import broken_rules
from facilitator.teams.model import Person
from facilitator.teams.problem import Problem


def best_values(problem: Problem) -> tuple[int, ...] | None:
    """The tiers of the best allocation in which every hard rule holds, or None if there is none."""
    return min((tier_values(problem, seats) for seats in _allocations(problem)), default=None)


def _allocations(problem: Problem) -> Iterator[tuple[int, ...]]:
    for seats in product(range(len(problem.slots)), repeat=len(problem.people)):
        counts = Counter(seats)
        sizes_kept = all(low <= counts[team] <= high for team, (low, high) in enumerate(problem.sizes))
        if sizes_kept and not broken_rules(problem, seats):
            yield seats


def tier_values(problem: Problem, seats: Sequence[int]) -> tuple[int, ...]:
    """All seven tiers, straight from their definitions."""
    people, teams = problem.people, len(problem.slots)
    tables = [[people[i] for i, seat in enumerate(seats) if seat == team] for team in range(teams)]
    any_sector = any(person.sector is not None for person in people)
    sectors = [person.sector for person in people if any_sector]
    quotas = [person.quota for person in people if person.quota is not None]
    skills = {skill for person in people for skill in person.skills}
    questions = [slot.question for slot in problem.slots]
    seated = [(person, questions[seat]) for person, seat in zip(people, seats, strict=True)]
    asked = any(questions)
    return (
        sum(_off(sectors.count(s), teams, sum(p.sector == s for p in table)) for table in tables for s in set(sectors)),
        sum(_off(quotas.count(q), teams, sum(p.quota == q for p in table)) for table in tables for q in set(quotas)),
        sum(_same(a.organisation, b.organisation) for table in tables for a, b in combinations(table, 2)),
        sum(bool(person.wishes) and asked and question not in person.wishes for person, question in seated),
        sum(person.wishes.index(question) for person, question in seated if question in person.wishes),
        sum(all(skill not in person.skills for person in table) for table in tables for skill in skills),
        sum(_familiar(a, b, any_sector) for table in tables for a, b in combinations(table, 2)),
    )


def _off(total: int, teams: int, count: int) -> int:
    return max(total // teams - count, count - -(-total // teams), 0)


def _same(one: str, other: str) -> bool:
    return bool(one) and one == other


def _familiar(one: Person, other: Person, any_sector: bool) -> int:
    alike = [any_sector and one.sector == other.sector, _same(one.organisation, other.organisation)]
    return sum([*alike, _same(one.role, other.role)])
