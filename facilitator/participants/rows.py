"""What one row of a list says about a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.participants.cells import LONGEST_LINE, LONGEST_NAME, address, codes, entries
from facilitator.participants.groups import find_quota
from facilitator.participants.headings import NAME_FIELDS
from facilitator.participants.model import Quota, Sector
from facilitator.tables.choices import find_sector, same, suggestion
from facilitator.tables.headings import Columns
from facilitator.tables.model import Row
from facilitator.tables.problems import Problem, row_problems

N = TypeVar("N", Sector, Quota)

_TOTAL = re.compile(
    r"(?:grand |sub)?(?:total|totalt|totals|totalsumma|summa|sum|delsumma|antal|count)\W*"
    r"(?:(?:antal )?(?:deltagare|personer|anmälda|participants|people|persons))?[\W\d]*"
)
"""What a last row that counts the others holds where the name should be: “Totalt”, “Summa: 80”, “Antal deltagare”."""


@frozen
class Draft:
    """The fields of `Participant` that a row gives; an empty cell gives nothing."""

    row: int
    given: Mapping[str, Any]
    name: str
    whole_name: bool
    """Whether the name stood in one column, so that where it is split is a guess."""

    def cell(self, field: str) -> str:
        """A given text in its form for comparing; empty if it is not given."""
        return same(self.given.get(field, ""))


class Groups:
    """The event's sectors and quotas; what a cell means is worked out once, for a list names each of them often."""

    def __init__(self, sectors: Mapping[int, Sector], quotas: Mapping[int, Quota]) -> None:
        """Both by id."""
        self.sectors, self.quotas = _in_order(sectors), _in_order(quotas)
        self.sector = cache(lambda value: find_sector(value, self.sectors))
        self.quota = cache(lambda value: find_quota(value, self.quotas))


def draft(row: Row, columns: Columns, groups: Groups) -> tuple[Draft, list[Problem]]:
    """What the row gives, and what is wrong with it."""
    problems = list(row_problems(row, columns))

    def wrong(field: str, problem: Text) -> None:
        problems.append(Problem(row.number, columns.heading(field), columns.value(row, field), problem))

    first, last, whole = _name(row, columns)
    given: dict[str, Any] = {}
    if first or last:
        given.update(first_name=first or last, last_name=last if first else "")
    else:
        wrong(next(field for field in NAME_FIELDS if field in columns), text("The name is missing."))
    if _TOTAL.fullmatch(same(f"{first} {last}")):
        problem = text("This row counts the others and is nobody; take it out of the list.")
        wrong(next(field for field in NAME_FIELDS if columns.value(row, field)), problem)
    if len(first) + len(last) > LONGEST_NAME:
        problem = text("The name is longer than {count} characters.", count=LONGEST_NAME)
        wrong(next((field for field in NAME_FIELDS if columns.value(row, field)), "name"), problem)

    for field in ("reference", "organisation", "role"):
        line = columns.line(row, field)
        if len(line) > LONGEST_LINE:
            wrong(field, text("The cell is longer than {count} characters.", count=LONGEST_LINE))
        elif line:
            given[field] = line
    for field, read in (("skills", entries), ("languages", entries), ("wishes", codes)):
        found = read(columns.values(row, field))
        if found:
            given[field] = found

    email = columns.line(row, "email")
    if email:
        found_address = address(email)
        if found_address:
            given["email"] = found_address
        else:
            wrong("email", text("This is not an e-mail address."))
    value = columns.line(row, "sector")
    if value:
        sector = groups.sector(value)
        if sector is None:
            names = [one.name for one in groups.sectors]
            wrong("sector", text("There is no such sector. {suggestion}", suggestion=suggestion(value, names)))
        else:
            given["sector"] = sector.id
    value = columns.line(row, "quota")
    if value:
        quota = groups.quota(value)
        if quota is None:
            names = [one.name for one in groups.quotas]
            wrong("quota", text("There is no such quota. {suggestion}", suggestion=suggestion(value, names)))
        else:
            given["quota"] = quota.id
    return Draft(row.number, given, f"{first} {last}".strip(), whole), problems


def _in_order(options: Mapping[int, N]) -> tuple[N, ...]:
    return tuple(sorted(options.values(), key=lambda one: one.position))


def _name(row: Row, columns: Columns) -> tuple[str, str, bool]:
    """First name, last name, and whether they had to be told apart in one cell.

    “Ek, Anna” is last name first; otherwise the last word is the last name. A column “Name” beside one of last names
    holds first names, and a heading “Name” over two columns has the first names in the first.
    """
    first, last, name = (columns.line(row, field) for field in ("first_name", "last_name", "name"))
    if "last_name" in columns and "first_name" not in columns:
        first = name
    if first or last or "name" not in columns:
        return first, last, False
    parts = [" ".join(part.split()) for part in columns.values(row, "name")]
    if len(parts) > 1:
        return parts[0], " ".join(parts[1:]), False
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        if first and last:
            return first, last, True
    first, _, last = name.rpartition(" ")
    return (first, last, True) if first else (last, "", True)
