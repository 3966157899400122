"""People and rules to form teams of: the model instances on file, and ones drawn at random."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from facilitator.teams.model import Person, QuotaRange, Rules, Team, Teams, TeamSlot
from facilitator.teams.rules_file import parse_rules

DATA = Path(__file__).parent / "data"
INSTANCE = DATA / "skills360_80_seed1"
AGENCY, EXTERNAL = 1, 2


@dataclass(frozen=True, slots=True)
class Instance:
    """A day on file: people, rules, what each reference stands for, the proven optimum and the morning of the day."""

    people: tuple[Person, ...]
    rules: Rules
    references: dict[str, int]
    optimum: dict[str, Any]
    morning: dict[str, Any]

    def optimal_teams(self) -> Teams:
        """The allocation that was proven optimal, as the event's state."""
        members: dict[str, list[int]] = {slot.table: [] for slot in self.rules.slots}
        for reference, table in self.optimum["allocation"].items():
            members[table].append(self.references[reference])
        teams = {
            slot.number: Team(slot.number, slot.table, slot.question, tuple(sorted(members[slot.table])))
            for slot in self.rules.slots
        }
        return Teams(rules=self.rules, teams=teams)

    def people_at_0845(self) -> tuple[Person, ...]:
        """Those who came, walk-ins among them (numbered from 1001)."""
        gone = {self.references[reference] for reference in self.morning["no_shows"]}
        walk_ins = [person_in_row(1001 + i, row) for i, row in enumerate(self.morning["walk_ins"])]
        return (*(person for person in self.people if person.id not in gone), *walk_ins)


@cache
def model_instance() -> Instance:
    """The model day of 80 people with hard rules and its optimum."""
    with (INSTANCE / "participants.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    references = {row["id"]: number for number, row in enumerate(rows, start=1)}
    people = tuple(person_in_row(references[row["id"]], row) for row in rows)
    rules = parse_rules((INSTANCE / "rules.json").read_text(encoding="utf-8"), references, (AGENCY, "agency"))
    optimum, morning = (
        json.loads((INSTANCE / name).read_text(encoding="utf-8")) for name in ("optimum.json", "event_0845.json")
    )
    return Instance(people, rules, references, optimum, morning)


SECTORS = ("Hälsa", "Transport", "Energi", "Utbildning", "Handel")


def person_in_row(number: int, row: dict[str, Any]) -> Person:
    """A person as a row of a list tells of them; lists inside a cell are split at `|`."""

    def several(value: str | list[str]) -> tuple[str, ...]:
        return tuple(value.split("|") if isinstance(value, str) else value)

    return Person(
        id=number,
        sector=SECTORS.index(row["sector"]) + 1,
        quota=AGENCY if row["group"] == "agency" else EXTERNAL,
        organisation=row["organisation"],
        role=row.get("role", ""),
        skills=several(row["skills"]),
        languages=several(row["languages"]),
        wishes=several(row["preferences"]),
        name=row["name"],
    )


@cache
def roster() -> tuple[Person, ...]:
    """The model roster of 80 people, which comes without rules."""
    with (DATA / "roster.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return tuple(
        Person(
            id=number,
            sector=int(row["Sektor"]),
            quota=AGENCY if row["Kvot"] == "myndighet" else EXTERNAL,
            organisation=row["Organisation"],
            role=row["Roll"],
            skills=tuple(one.strip() for one in row["Kompetenser"].split(",")),
            languages=tuple(one.strip() for one in row["Språk"].split(",")),
            wishes=tuple(row["Önskemål"].split()),
            name=f"{row['Förnamn']} {row['Efternamn']}",
        )
        for number, row in enumerate(rows, start=1)
    )


def random_roster(seed: int, count: int = 80) -> tuple[Person, ...]:
    """A roster like the model one: five sectors, two quotas, a few dozen organisations, eight questions."""
    random = Random(seed)
    liked = [random.random() + 0.4 for _ in range(8)]
    people = []
    for number in range(1, count + 1):
        agency, sector = random.random() < 0.5, random.randint(1, 5)
        wishes: list[str] = []
        while len(wishes) < 3:
            wish = f"F{random.choices(range(1, 9), liked)[0]}"
            if wish not in wishes:
                wishes.append(wish)
        people.append(
            Person(
                id=number,
                sector=sector,
                quota=AGENCY if agency else EXTERNAL,
                organisation=f"{'Myndighet' if agency else 'Företag'} {sector}{random.choice('AABCDE')}",
                role=random.choice(["chef", "handläggare", "specialist", "utvecklare", "rekryterare"]),
                skills=tuple(random.sample(["HR", "IT", "design", "ekonomi", "juridik", "data"], random.randint(1, 3))),
                languages=("svenska",),
                wishes=tuple(wishes),
            )
        )
    return tuple(people)


_WORDS = st.sampled_from(["a", "b", "c"])


@st.composite
def small_instances(draw: st.DrawFn) -> tuple[tuple[Person, ...], Rules]:
    """Up to ten people with anything unknown about them, and rules that may well contradict each other."""
    count = draw(st.integers(0, 10))
    some = st.lists(_WORDS, max_size=2, unique=True).map(tuple)
    people = tuple(
        Person(
            id=3 * number + 1,
            sector=draw(st.none() | st.integers(1, 3)),
            quota=draw(st.none() | st.integers(1, 2)),
            organisation=draw(st.sampled_from(["", "A", "B", "C"])),
            role=draw(st.sampled_from(["", "r", "s"])),
            skills=draw(some),
            languages=draw(st.sampled_from([("sv",), ("en",), ("sv", "en"), ()])),
            wishes=draw(st.lists(st.sampled_from(["F1", "F2", "F3"]), max_size=3, unique=True).map(tuple)),
            accessible=draw(st.integers(0, 9)) == 0,
        )
        for number in range(count)
    )
    teams = draw(st.none() | st.integers(1, 4))
    ids = [person.id for person in people]
    groups = st.lists(st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True).map(tuple), max_size=1)
    none: tuple[tuple[int, ...], ...] = ()
    pairs = groups.map(tuple) if count > 2 else st.just(none)
    question = st.sampled_from(["F1", "F2"])
    slots = tuple(TeamSlot(n, f"T{n}", draw(question), n == 1) for n in range(1, (teams or 0) + 1))
    return people, Rules(
        teams=teams,
        slots=slots if draw(st.booleans()) else (),
        quota_ranges=(QuotaRange(1, "one", {2: (0, 2), 3: (1, 2)}),) if draw(st.booleans()) else (),
        max_same_organisation=draw(st.none() | st.integers(1, 2)),
        common_languages=draw(st.sampled_from([(), ("sv",), ("sv", "en")])),
        min_per_team=draw(st.sampled_from([{}, {"a": 1}, {"r": 1}])),
        keep_together=draw(pairs),
        keep_apart=draw(pairs),
        fixed=dict.fromkeys(ids[: draw(st.integers(0, 1))], 1),
    )
