"""Rosters and lists of people, made for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from facilitator.participants.model import Attendance, Participant, Quota, Roster, Sector
from facilitator.participants.reading import Reading, read
from facilitator.tables.reading import read_table
from facilitator.tables.writing import csv_bytes

SECTORS = {10 + n: Sector(10 + n, n, f"Sektor {n + 1}", str(n + 1)) for n in range(5)}
QUOTAS = {7: Quota(7, 0, "Statliga myndigheter", 40, agency=True), 8: Quota(8, 1, "Externa parter", 40)}
EMPTY = Roster(sectors=SECTORS, quotas=QUOTAS)
"""An event with sectors and quotas, whose ids are not their numbers, and nobody on the list."""

HEADINGS = (
    "id",
    "Förnamn",
    "Efternamn",
    "Organisation",
    "Sektor",
    "Kvot",
    "Roll",
    "Kompetenser",
    "Språk",
    "Önskemål",
    "E-post",
)

_LETTERS = "abdeinorståäöéüÅÄÖ"
_words = st.text(_LETTERS, min_size=1, max_size=6)
_lists = st.lists(st.sampled_from(("IT", "HR", "juridik", "språk och lärande", "åäö")), max_size=3, unique=True).map(
    tuple
)
_codes = st.lists(st.sampled_from(("F1", "F2", "F3", "C10")), max_size=3, unique=True).map(tuple)


def _numbered(everybody: list[Participant]) -> tuple[Participant, ...]:
    """The people with ids, and with addresses and references of their own where they have any."""
    return tuple(
        replace(
            person,
            id=number,
            email=person.email and f"person{number}@example.org",
            reference=person.reference and f"P{number:04}",
        )
        for number, person in enumerate(everybody, 1)
    )


def people() -> st.SearchStrategy[tuple[Participant, ...]]:
    """Up to eight people, no two of them with the same name in the same organisation."""
    person = st.builds(
        Participant,
        id=st.just(0),
        first_name=_words,
        last_name=st.one_of(st.just(""), _words),
        organisation=st.sampled_from(("", "Myndighet 1A", "Företag 2B, öst", '"Förening" 3; C')),
        sector=st.sampled_from((None, *SECTORS)),
        quota=st.sampled_from((None, *QUOTAS)),
        role=st.sampled_from(("", "chef", "handläggare på fältet")),
        skills=_lists,
        languages=_lists,
        wishes=_codes,
        email=st.sampled_from(("", "own")),
        reference=st.sampled_from(("", "own")),
        attendance=st.just(Attendance.REGISTERED),
        walk_in=st.just(False),
    )
    return st.lists(person, min_size=1, max_size=8, unique_by=lambda one: (one.name.casefold(), one.organisation)).map(
        _numbered
    )


def row(person: Participant, joint: str = ", ") -> tuple[str, ...]:
    """The person as a row below `HEADINGS`."""
    return (
        person.reference,
        person.first_name,
        person.last_name,
        person.organisation,
        "" if person.sector is None else SECTORS[person.sector].name,
        "" if person.quota is None else QUOTAS[person.quota].name,
        person.role,
        joint.join(person.skills),
        joint.join(person.languages),
        joint.join(person.wishes),
        person.email,
    )


def read_rows(rows: Sequence[Sequence[str]], roster: Roster = EMPTY, headings: Sequence[str] = HEADINGS) -> Reading:
    """What a list with these rows means for the roster."""
    return read(read_table(csv_bytes(headings, rows), "list.csv"), roster)


def read_text(content: str, roster: Roster = EMPTY, chosen: Mapping[str, str | None] | None = None) -> Reading:
    """What a list with this content means for the roster."""
    return read(read_table(content.encode(), "list.csv"), roster, chosen)


def imported(reading: Reading, roster: Roster = EMPTY) -> Roster:
    """The roster after the import."""
    return Roster(
        people={**roster.people, **{person.id: person for person in reading.people}},
        sectors={**roster.sectors, **{sector.id: sector for sector in reading.sectors}},
        quotas={**roster.quotas, **{quota.id: quota for quota in reading.quotas}},
    )
