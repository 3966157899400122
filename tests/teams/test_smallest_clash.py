"""Rules that contradict: what is named is a smallest set that cannot be kept, by trying every set of rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from facilitator.teams import api
from facilitator.teams.model import Person, QuotaRange, Rules, TeamSlot
from facilitator.teams.problem import build_problem
from tests.teams import brute_force

SWEDE, ENGLISH = ("sv",), ("en",)
LANGUAGES = ("sv", "en")
EMPTY: dict[str, dict[str, object]] = {
    "common_language": {"common_languages": ()},
    "keep_together": {"keep_together": ()},
    "keep_apart": {"keep_apart": ()},
    "fixed": {"fixed": {}},
    "needs_accessible": {"needs_accessible": ()},
    "max_same_organisation": {"max_same_organisation": None},
    "quota": {"quota_ranges": ()},
    "min_per_team": {"min_per_team": {}},
}
"""What each kind of rule is without."""

TABLES = (TeamSlot(1, "A", None, True), TeamSlot(2, "B"))


def crowd(*each: dict[str, object]) -> list[Person]:
    return [replace(Person(n, name=f"P{n}"), **one) for n, one in enumerate(each)]  # type: ignore[arg-type]


PLAIN: dict[str, object] = {}
MIXED = crowd({"languages": SWEDE}, {"languages": ENGLISH}, {"languages": SWEDE}, {"languages": ENGLISH})
HOLDERS = crowd({"skills": ("x",)}, {"skills": ("x",)}, PLAIN, PLAIN)
COLLEAGUES = crowd({"organisation": "A"}, {"organisation": "A"}, PLAIN, PLAIN)
QUOTAS = crowd({"quota": 1}, {"quota": 1}, {"quota": 2}, {"quota": 2})
ONE_EACH = (QuotaRange(1, "q", {2: (1, 1)}),)

CASES = {
    "language and together": (MIXED, Rules(teams=2, common_languages=LANGUAGES, keep_together=((0, 1),))),
    "language and apart": (MIXED, Rules(teams=2, common_languages=LANGUAGES, keep_apart=((0, 2),))),
    "language and fixed": (MIXED, Rules(teams=2, slots=TABLES, common_languages=LANGUAGES, fixed={0: 1, 1: 1})),
    "skill and together": (HOLDERS, Rules(teams=2, min_per_team={"x": 1}, keep_together=((0, 1),))),
    "skill and apart": (HOLDERS, Rules(teams=2, min_per_team={"x": 1}, keep_apart=((0, 2), (0, 3)))),
    "organisation and together": (COLLEAGUES, Rules(teams=2, max_same_organisation=1, keep_together=((0, 1),))),
    "quota and together": (QUOTAS, Rules(teams=2, quota_ranges=ONE_EACH, keep_together=((0, 1),))),
    "quota and fixed": (QUOTAS, Rules(teams=2, slots=TABLES, quota_ranges=ONE_EACH, fixed={0: 1, 1: 1})),
    "accessible and together": (
        crowd(PLAIN, PLAIN, PLAIN, PLAIN),
        Rules(teams=2, slots=TABLES, needs_accessible=(0, 1), keep_together=((0, 2),)),
    ),
    "three at once": (
        crowd({"skills": ("x",)}, {"skills": ("x",)}, PLAIN, PLAIN, PLAIN, PLAIN),
        Rules(teams=2, slots=TABLES, min_per_team={"x": 1}, keep_together=((0, 2), (1, 3)), fixed={2: 1, 3: 1}),
    ),
}


def feasible(people: list[Person], rules: Rules, kinds: set[str]) -> bool:
    """Whether any allocation keeps the rules of these kinds."""
    fields = {key: value for kind in EMPTY.keys() - kinds for key, value in EMPTY[kind].items()}
    kept = replace(rules, **fields)  # type: ignore[arg-type]
    return brute_force.best_values(build_problem(people, kept)) is not None


@pytest.mark.parametrize("name", CASES)
def test_what_is_named_clashes_and_any_one_of_it_given_up_mends_it(name: str) -> None:
    people, rules = CASES[name]
    assert not feasible(people, rules, set(EMPTY))
    formation = api.form(people, rules, seed=1)
    named = {broken.rule.split(":")[0] for broken in formation.broken_rules if "give up one of them" in str(broken.why)}
    asked = {kind for kind in EMPTY if getattr(rules, next(iter(EMPTY[kind]))) != next(iter(EMPTY[kind].values()))}
    clashing = [
        set(kinds)
        for count in range(1, len(asked) + 1)
        for kinds in combinations(sorted(asked), count)
        if not feasible(people, rules, set(kinds))
    ]
    smallest = [kinds for kinds in clashing if not any(other < kinds for other in clashing)]
    assert named in smallest
    assert all(feasible(people, rules, named - {kind}) for kind in named)
