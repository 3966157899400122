"""Days solved in parts: a part is worth what the whole says it is, and parts only ever better the whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.teams.first_teams import first_teams
from facilitator.teams.hard import broken_rules
from facilitator.teams.large import improve_in_parts, restricted
from facilitator.teams.measure import measure
from facilitator.teams.model import Rules
from facilitator.teams.problem import build_problem
from facilitator.teams.solver import Deadline
from tests.teams.instances import model_instance, random_roster

DAY = build_problem(model_instance().people, model_instance().rules)
SEATS = first_teams(DAY, 1)


@settings(deadline=None, max_examples=30)
@given(st.sets(st.integers(0, 15)))
def test_two_parts_are_worth_the_whole(chosen: set[int]) -> None:
    total = [0] * len(DAY.tiers)
    for teams in (sorted(chosen), sorted(set(range(16)) - chosen)):
        people = [person for person, team in enumerate(SEATS) if team in teams]
        part = restricted(DAY, people, teams)
        seats = [teams.index(SEATS[person]) for person in people]
        assert broken_rules(part, seats) == ()
        total = [so_far + more for so_far, more in zip(total, measure(part, seats), strict=True)]
    assert tuple(total) == measure(DAY, SEATS)


def test_parts_only_better_the_whole_and_a_seed_repeats() -> None:
    problem = build_problem(random_roster(5, 100), Rules())
    start = first_teams(problem, 1)
    told: list[tuple[int, ...]] = []

    def tell(seats: object, bounds: object) -> None:
        assert isinstance(seats, tuple)
        told.append(measure(problem, seats))

    first = improve_in_parts(problem, start, 1, Deadline(120), tell)
    assert broken_rules(problem, first.seats) == ()
    assert told == sorted(set(told), reverse=True)
    assert told[0] < measure(problem, start)
    assert first.seats == improve_in_parts(problem, start, 1, Deadline(120)).seats
