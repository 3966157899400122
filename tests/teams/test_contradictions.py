"""Rules that cannot be kept are named, with the numbers that clash and the fewest places to give way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.teams import api
from facilitator.teams.model import Person, QuotaRange, Rules, TeamSlot
from tests.teams.instances import model_instance


def reasons(people: list[Person], rules: Rules) -> dict[str, str]:
    """Each broken rule with the first reason given for it."""
    found: dict[str, str] = {}
    for broken in api.form(people, rules, seed=1).broken_rules:
        found.setdefault(broken.rule, str(broken.why))
    return found


def crowd(count: int, **of_each: object) -> list[Person]:
    return [replace(Person(number, name=f"P{number}"), **of_each) for number in range(count)]  # type: ignore[arg-type]


def test_fourteen_facilitators_for_sixteen_teams() -> None:
    day = model_instance()
    holders = [person.id for person in day.people if "facilitering" in person.skills]
    lay = set(holders[14:])
    people = [
        replace(one, skills=tuple(s for s in one.skills if s != "facilitering")) if one.id in lay else one
        for one in day.people
    ]
    formation = api.form(people, day.rules, seed=1)
    first = formation.broken_rules[0]
    assert first.rule == "min_per_team:facilitering"
    assert "14 with facilitering, 16 teams" in str(first.why)
    assert [broken.rule for broken in formation.broken_rules[1:]] == ["min_per_team:facilitering"] * 2
    assert sorted(member for team in formation.teams for member in team.members) == [one.id for one in people]


@pytest.mark.parametrize(
    ("people", "rules", "rule", "part"),
    [
        (crowd(9), Rules(teams=2, size=(5, 5)), "size", "9 people, and 2 teams that hold 10 to 10"),
        (crowd(3), Rules(teams=0), "size", "no team"),
        (crowd(6, organisation="A"), Rules(teams=2, max_same_organisation=2), "max_same_organisation", "6 people from"),
        (crowd(4, languages=("en",)), Rules(teams=2, common_languages=("sv",)), "common_language", "P0 speaks none"),
        (crowd(6), Rules(teams=3, keep_together=((0, 1), (1, 2))), "keep_together", "P0, P1, P2 are to sit together"),
        (crowd(4), Rules(teams=2, keep_together=((0, 1),), keep_apart=((1, 0),)), "keep_apart", "both together and"),
        (crowd(4), Rules(teams=2, keep_apart=((0, 1, 2),)), "keep_apart", "there are 2 teams"),
        (crowd(4), Rules(teams=2, fixed={0: 1, 1: 1, 2: 1}), "fixed", "3 people have fixed"),
        (crowd(4), Rules(teams=2, fixed={0: 1, 1: 2}, keep_together=((0, 1),)), "keep_together", "different tables"),
        (crowd(4), Rules(teams=2, needs_accessible=(0,)), "needs_accessible", "such tables have 0 seats"),
        (
            crowd(4, quota=1),
            Rules(teams=2, quota_ranges=(QuotaRange(1, "agencies", {2: (0, 1)}),)),
            "quota:agencies",
            "4 people of the quota agencies, and teams that need 0 to 2",
        ),
        (
            crowd(4),
            Rules(teams=2, slots=(TeamSlot(1, "A", None, True), TeamSlot(2, "B")), needs_accessible=(0,), fixed={0: 2}),
            "needs_accessible",
            "fixed seat is at table B",
        ),
    ],
)
def test_counting_names_the_contradiction(people: list[Person], rules: Rules, rule: str, part: str) -> None:
    assert part in reasons(people, rules)[rule]


def test_rules_that_clash_only_together_are_named_together_and_no_others() -> None:
    people = [
        Person(0, name="A", skills=("x",), languages=("sv",)),
        Person(1, name="B", skills=("x",), languages=("en",)),
        Person(2, name="C", languages=("sv",)),
        Person(3, name="D", languages=("en",)),
    ]
    rules = Rules(teams=2, common_languages=("sv", "en"), keep_together=((0, 3),), min_per_team={"x": 1})
    formation = api.form(people, rules, seed=1)
    clashing = {broken.rule for broken in formation.broken_rules if "give up one of them" in str(broken.why)}
    assert clashing == {"common_language", "keep_together"}
    assert len({broken.rule for broken in formation.broken_rules if "give up one of" not in str(broken.why)}) == 1


def test_somebody_whose_languages_nobody_wrote_down_fits_everywhere() -> None:
    people = [*crowd(3, languages=("sv",)), Person(3, name="Walk-in")]
    formation = api.form(people, Rules(teams=2, common_languages=("sv", "en")), seed=1)
    assert formation.broken_rules == ()
    assert sorted(len(team.members) for team in formation.teams) == [2, 2]
