"""Days like the model one, drawn from a seed: other people, and other rules of every kind, as documents.

A variant is what would lie in two files: the rows of a list of people and a rules document. Each has one feature that
the model day lacks; the rest is as there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from facilitator.teams.model import Person, Rules
from facilitator.teams.rules_file import read_rules
from tests.teams.instances import AGENCY, SECTORS, person_in_row

Row = dict[str, Any]
Document = dict[str, Any]

SKILLS = ("facilitering", "data", "design", "utveckling", "juridik", "kommunikation")
ROLES = ("chef", "handläggare", "specialist", "rekryterare", "utredare")
LANGUAGES = (
    *[("sv", "en")] * 10,
    *[("sv",)] * 5,
    *(("sv", "en", "fi"), ("sv", "pl"), ("en", "ar"), ("en",), ("sv", "uk")),
)
ALL = ["sectors", "quotas", "organisations", "outside_wishes", "wish_ranks", "skill_gaps", "obk"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One day: people as rows of a list, rules as a document, and groups who have sat together before."""

    name: str
    rows: list[Row]
    document: Document
    met: list[list[str]]

    def people(self) -> tuple[Person, ...]:
        """The people as the product reads them."""
        return tuple(person_in_row(number, row) for number, row in enumerate(self.rows, start=1))

    def rules(self) -> Rules:
        """The rules as the product reads them."""
        known = {row["id"]: number for number, row in enumerate(self.rows, start=1)}
        read = read_rules(self.document, known, (AGENCY, "agency"))
        return replace(read, met=tuple(tuple(known[one] for one in group) for group in self.met))

    def described(self) -> dict[str, Any]:
        """The day for the second solver, which reads the same words."""
        return {"people": self.rows, "rules": self.document, "met": self.met}


def variant(name: str) -> Variant:
    """The day of that name."""
    random = Random(name)
    day = _usual_day(random, PEOPLE.get(name, 80))
    CHANGES[name](random, day)
    return day


def _usual_day(random: Random, count: int) -> Variant:
    liked = [random.random() + 0.4 for _ in range(8)]
    rows = [_row(number, random, liked) for number in range(1, count + 1)]
    ids = [row["id"] for row in rows]
    hard = {
        "agency_per_team": {"4": [1, 3], "5": [2, 3]},
        "max_same_organisation_per_team": 1,
        "common_language_one_of": ["sv", "en"],
        "min_per_team": {"facilitering": 1},
        "keep_together": _strangers(random, rows, [2, 2]),
        "keep_apart": [random.sample(ids, 2) for _ in range(5)],
        "needs_accessible": random.sample(ids, 2),
        "fixed_seat": {},
    }
    document = {
        "tiers": ALL,
        "teams": 16,
        "team_size": [5, 5],
        "skills": list(SKILLS),
        "team_challenge": {f"L{1 + i}": f"C{1 + i // 2}" for i in range(16)},
        "accessible_tables": ["L1", "L5", "L9", "L13"],
        "hard": hard,
    }
    return Variant("", rows, document, [])


def _row(number: int, random: Random, liked: list[float]) -> Row:
    agency = number % 2 == 1
    letters = "AABBCDEFGHIJKLM" if agency else "ABCDEFGHIJKLMNOPQ"
    wishes: list[str] = []
    while len(wishes) < 3:
        wish = f"C{random.choices(range(1, 9), liked)[0]}"
        if wish not in wishes:
            wishes.append(wish)
    return {
        "id": f"P{number:04}",
        "name": f"Person {number}",
        "organisation": f"{'Myndighet' if agency else 'Företag'} {random.choice(letters)}",
        "sector": random.choices(SECTORS, [13, 18, 22, 15, 12])[0],
        "group": "agency" if agency else "external",
        "role": random.choice(ROLES),
        "skills": random.sample(SKILLS, random.choice([1, 1, 2, 2, 3])),
        "languages": list(random.choice(LANGUAGES)),
        "preferences": wishes,
    }


def _strangers(random: Random, rows: list[Row], sizes: list[int]) -> list[list[str]]:
    """Groups of people of different organisations and sectors who share a language, nobody in two of them."""
    speakers = [row for row in rows if "sv" in row["languages"]]
    random.shuffle(speakers)
    groups: list[list[str]] = []
    for size in sizes:
        group: list[Row] = []
        for row in list(speakers):
            new = all(row["organisation"] != one["organisation"] and row["sector"] != one["sector"] for one in group)
            if new and len(group) < size:
                group.append(row)
                speakers.remove(row)
        groups.append([one["id"] for one in group])
    return groups


def _as_usual(random: Random, day: Variant) -> None:
    """Nothing but other people."""


def _role_in_each(random: Random, day: Variant) -> None:
    for row in random.sample(day.rows, 12):
        row["role"] = "chef"
    day.document["hard"]["min_per_team"] = {"facilitering": 1, "chef": 1}


def _two_skills_in_each(random: Random, day: Variant) -> None:
    day.document["hard"]["min_per_team"] = {"facilitering": 1, "data": 1}
    for row in day.rows[:24]:
        row["skills"] = sorted({*row["skills"], "facilitering" if int(row["id"][1:]) % 2 else "data"})


def _sizes_differ(random: Random, day: Variant) -> None:
    day.document["team_size"] = [4, 5]
    day.document["hard"]["agency_per_team"] = {"4": [2, 2], "5": [2, 3]}


def _loose_sizes(random: Random, day: Variant) -> None:
    day.document["team_size"] = [3, 6]
    day.document["hard"]["agency_per_team"] = {"4": [1, 3], "6": [2, 4]}


def _teams_per_question(random: Random, day: Variant) -> None:
    asked = ["C1"] * 4 + ["C2"] * 3 + ["C3"] * 3 + ["C5"] * 2 + ["C6"] * 2 + ["C7", "C8"]
    day.document["team_challenge"] = {f"L{1 + i}": question for i, question in enumerate(asked)}


def _few_wishes(random: Random, day: Variant) -> None:
    for row in day.rows:
        row["preferences"] = row["preferences"][: random.randint(0, 3)]


def _two_of_an_organisation(random: Random, day: Variant) -> None:
    day.document["hard"]["max_same_organisation_per_team"] = 2
    for row in random.sample([row for row in day.rows if row["group"] == "agency"], 22):
        row["organisation"] = "Myndighet A"


def _three_languages(random: Random, day: Variant) -> None:
    day.document["hard"]["common_language_one_of"] = ["sv", "en", "fi"]
    bound = {one for group in day.document["hard"]["keep_together"] for one in group}
    free = [row for row in day.rows if row["id"] not in bound]
    for row in random.sample(free, 12):
        row["languages"] = ["en"]
    for row in random.sample([row for row in free if row["languages"] != ["en"]], 8):
        row["languages"] = ["fi", "en"]


def _much_together_and_apart(random: Random, day: Variant) -> None:
    hard = day.document["hard"]
    hard["keep_together"] = _strangers(random, day.rows, [3, 3, 2, 2, 2])
    bound = {one for group in hard["keep_together"] for one in group}
    free = [row["id"] for row in day.rows if row["id"] not in bound]
    hard["keep_apart"] = [random.sample(free, size) for size in (8, 6, 4, 3, 2, 2)]


def _many_seats_fixed(random: Random, day: Variant) -> None:
    hard = day.document["hard"]
    ids = [row["id"] for row in day.rows if row["id"] not in {one for two in hard["keep_together"] for one in two}]
    hard["fixed_seat"] = {one: f"L{1 + i}" for i, one in enumerate(random.sample(ids, 12))}
    free = [one for one in ids if one not in hard["fixed_seat"]]
    hard["needs_accessible"] = random.sample(free, 9)
    day.document["accessible_tables"] = ["L2", "L3", "L16"]


def _met_before(random: Random, day: Variant) -> None:
    ids = [row["id"] for row in day.rows]
    random.shuffle(ids)
    day.met.extend([ids[5 * i : 5 * i + 5] for i in range(16)])


def _other_order(random: Random, day: Variant) -> None:
    day.document["tiers"] = ["outside_wishes", "skill_gaps", "sectors", "organisations", "wish_ranks", "obk", "quotas"]
    day.document["hard"]["max_same_organisation_per_team"] = None


CHANGES: dict[str, Callable[[Random, Variant], None]] = {
    "other people": _as_usual,
    "a role in each team": _role_in_each,
    "two skills in each team": _two_skills_in_each,
    "teams of four and five": _sizes_differ,
    "teams of three to six": _loose_sizes,
    "teams per question": _teams_per_question,
    "few wishes": _few_wishes,
    "two of an organisation": _two_of_an_organisation,
    "three languages": _three_languages,
    "together and apart": _much_together_and_apart,
    "fixed seats": _many_seats_fixed,
    "met before": _met_before,
    "other order of tiers": _other_order,
}
"""What each variant does to the usual day, by its name."""

PEOPLE = {"teams of four and five": 75, "teams of three to six": 77}
"""How many people come, where it is not 80."""
