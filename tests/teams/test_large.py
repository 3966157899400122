"""Days solved in parts: a part is worth what the whole says it is, and parts only ever better the whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.teams.first_teams import first_teams
from facilitator.teams.hard import broken_rules
from facilitator.teams.large import improve_in_parts, restricted
from facilitator.teams.measure import measure
from facilitator.teams.model import Person, Rules, Tier
from facilitator.teams.problem import build_problem
from facilitator.teams.solver import Deadline
from facilitator.teams.wish_bounds import bounds_with_wishes
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


def test_the_bounds_on_wishes_lie_below_the_proven_optimum() -> None:
    _, outside, ranks, _ = bounds_with_wishes(DAY, 1, Deadline(30))
    assert outside <= model_instance().optimum["tiers"]["T2"]
    assert ranks > 0


def test_with_places_for_every_first_wish_the_bounds_are_what_teams_reach() -> None:
    people = [Person(number, wishes=("F1", "F2") if number < 10 else ("F2", "F1")) for number in range(20)]
    problem = build_problem(people, Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)))
    assert bounds_with_wishes(problem, 1, Deadline(30)) == (0, 0)
    popular = [Person(number, wishes=("F1", "F2") if number < 16 else ("F2", "F1")) for number in range(20)]
    problem = build_problem(popular, Rules(tiers=(Tier.OUTSIDE_WISHES, Tier.WISH_RANKS)))
    assert bounds_with_wishes(problem, 1, Deadline(30)) == (0, 6)
    assert improve_in_parts(problem, first_teams(problem, 1), 1, Deadline(30)).bounds == (0, 6)
