"""The OBK-index: 0 among one's own, 100 among strangers, and why somebody sits where they sit."""

from __future__ import annotations

from itertools import combinations

import pytest

from facilitator.teams.measure import measure
from facilitator.teams.model import Person, Rules, Tier
from facilitator.teams.obk import newness, team_index, why_here
from facilitator.teams.problem import build_problem
from tests.teams.instances import random_roster

ME = Person(1, sector=1, organisation="A", role="chef", wishes=("F2", "F1"))
TWIN = Person(2, sector=1, organisation="a ", role="Chef")
STRANGER = Person(3, sector=2, organisation="B", role="jurist")


@pytest.mark.parametrize(
    ("mates", "index"), [([TWIN], 0), ([STRANGER], 100), ([TWIN, STRANGER], 50), ([], 0), ([Person(4)], 100)]
)
def test_the_index_runs_from_the_known_to_the_new(mates: list[Person], index: int) -> None:
    assert newness(ME, mates).index == index


def test_having_met_counts_once_there_have_been_rounds() -> None:
    assert newness(ME, [STRANGER], met=[(1, 3)]).index == 75
    assert newness(ME, [STRANGER], met=[(7, 8)]).index == 100


def test_what_is_not_known_of_a_person_does_not_count() -> None:
    assert newness(Person(1, organisation="A"), [Person(2, sector=1, organisation="A", role="x")]).index == 0


def test_the_tier_counts_exactly_what_the_index_lacks() -> None:
    people = random_roster(4, 10)
    problem = build_problem(people, Rules(teams=2, tiers=(Tier.OBK,)))
    (lacking,) = measure(problem, [number % 2 for number in range(10)])
    familiar = 0
    for parity in (0, 1):
        table = [people[number] for number in range(10) if number % 2 == parity]
        for one, other in combinations(table, 2):
            new = newness(one, [other])
            familiar += sum(1 - count for count in (new.sector, new.organisation, new.role) if count is not None)
    assert lacking == familiar


def test_a_team_has_the_mean_of_its_members() -> None:
    assert team_index([ME, TWIN]) == 0
    assert team_index([ME, STRANGER]) == 100
    assert team_index([]) == 0


def test_why_am_i_here_is_one_sentence() -> None:
    assert str(why_here(ME, [TWIN, STRANGER], "F1")) == (
        "Wish number 2, and 2 table companions, 1 of them from other organisations, OBK-index 50."
    )
    assert str(why_here(ME, [TWIN, STRANGER], "F9")).startswith("Here to mix the team: 2 table companions")
