"""Rosters that the program has never seen, and the lists they come in."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

FIRST = ("Åsa", "Örjan", "Märta", "Çelik", "Zoë", "Nils-Åke", "Ingrid", "Lovisa", "Ömer", "Fatima")
LAST = ("Granvik", "Hedlund", "Östberg", "Ahlqvist", "Bäckmo", "Nyfors", "Kvarnsjö", "Almdal")
SECTORS = ("Hälsa", "Transport", "Energi", "Utbildning", "Handel")
SKILLS = ("facilitering", "data", "design", "utveckling", "juridik", "kommunikation")

ENGLISH_HEADINGS = (
    "First name",
    "Last name",
    "Organization",
    "Sector",
    "Group",
    "Role",
    "Skills",
    "Languages",
    "Email",
)
MORNING_HEADINGS = ("id", "name", "organisation", "sector", "group", "skills", "languages", "preferences")

Row = Sequence[str]


def names(count: int) -> list[tuple[str, str]]:
    """So many different people."""
    return [(first, last) for last in LAST for first in FIRST][:count]


def english(count: int = 80, seed: int = 7) -> list[Row]:
    """Rows under `ENGLISH_HEADINGS`; every tenth person has no sector."""
    draw = random.Random(seed)
    rows: list[Row] = []
    for number, (first, last) in enumerate(names(count)):
        agency = number % 2 == 0
        organisation = f"{'Agency' if agency else 'Company'} {number % 37}"
        sector = "" if number % 10 == 9 else str(1 + number % 5)
        skills = "; ".join(draw.sample(SKILLS, 2))
        rows.append((first, last, organisation, sector, "agency" if agency else "external", "lead", skills,
                     "svenska, engelska", f"p{number}@example.org"))  # fmt: skip
    return rows


def morning(count: int = 80, seed: int = 11) -> list[Row]:
    """Rows under `MORNING_HEADINGS`, with ids, sectors by name, and lists split at `|`."""
    draw = random.Random(seed)
    rows: list[Row] = []
    for number, (first, last) in enumerate(names(count)):
        agency = number % 2 == 0
        organisation = f"{'Myndighet' if agency else 'Företag'} {number // 2 % 20}"
        skills = [*(["facilitering"] if number % 3 == 0 else []), *draw.sample(SKILLS[1:], 2)]
        wishes = [f"C{wish}" for wish in draw.sample(range(1, 9), 3)]
        rows.append((f"Q{number + 1:03}", f"{first} {last}", organisation, SECTORS[number % 5],
                     "agency" if agency else "external", "|".join(skills), "sv|en", "|".join(wishes)))  # fmt: skip
    return rows


def written(path: Path, headings: Row, rows: Iterable[Row], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A list as a spreadsheet program would save it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(headings)
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def as_json(path: Path, document: Any) -> Path:
    """A JSON file."""
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


RULES: dict[str, Any] = {
    "tiers": ["sectors", "outside_wishes", "wish_ranks"],
    "instance": "a note that means nothing to the program",
    "teams": 16,
    "team_size": [5, 5],
    "team_challenge": {f"L{number}": f"C{(number + 1) // 2}" for number in range(1, 17)},
    "accessible_tables": ["L1", "L5"],
    "hard": {
        "agency_per_team": {"4": [1, 3], "5": [2, 3]},
        "max_same_organisation_per_team": 1,
        "common_language_one_of": ["sv", "en"],
        "min_per_team": {"facilitering": 1},
        "keep_together": [["Q003", "Q010"]],
        "keep_apart": [["Q001", "Q002"]],
        "needs_accessible": ["Q005"],
        "fixed_seat": {"Q007": "L10"},
    },
}
"""Rules for `morning`, which names people by the ids of the list."""

ABSENT = tuple(f"Q{number:03}" for number in (1, 4, 6, 9, 17, 20, 31, 33, 40, 52, 61, 80))

WALK_INS: list[dict[str, Any]] = [
    {
        "id": f"W{number}",
        "name": name,
        "organisation": f"Ny organisation {number}",
        "sector": SECTORS[number],
        "group": "agency" if number else "external",
        "skills": ["juridik"],
        "languages": ["sv"],
        "preferences": ["C4", "C2"],
    }
    for number, name in enumerate(("Ebba Nykommen", "Karim Oväntad", "Siv Senare"))
]
