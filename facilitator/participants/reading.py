"""Reads a list of people against the roster: who is new, who has changed, and what has to be mended first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitator.common.errors import Unreadable
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.participants.groups import quotas_of, sectors_of
from facilitator.participants.headings import NAME_FIELDS, SYNONYMS
from facilitator.participants.matching import duplicates, match
from facilitator.participants.model import Participant, Quota, Roster, Sector
from facilitator.participants.rows import Draft, Groups, draft
from facilitator.tables.choices import same
from facilitator.tables.headings import Columns, understand
from facilitator.tables.model import Table
from facilitator.tables.problems import Problem
from facilitator.tables.watch import Watch


@frozen
class Reading:
    """What was understood of a list of people. If there are problems, none of it may be imported.

    `people` are those to add and to update, in the order of the list; `sectors` and `quotas` come with them only if the
    event has none of its own. `headings` says which heading was taken for which field, `ignored` names the columns
    that mean nothing here.
    """

    people: tuple[Participant, ...]
    sectors: tuple[Sector, ...] = ()
    quotas: tuple[Quota, ...] = ()
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    headings: Mapping[str, str | None] | None = None
    ignored: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


def read(
    table: Table, roster: Roster, chosen: Mapping[str, str | None] | None = None, watch: Watch | None = None
) -> Reading:
    """The people in a table; `chosen` says, where the host knows better, which field a heading stands for.

    `watch` can stop it.

    People who are on the roster keep their id, attendance and whatever the list does not give: a missing column or an
    empty cell takes nothing away.

    Raises:
        Unreadable: no column holds names, or there are no rows.
        Stopped: the watch said so.
    """
    watch = watch or Watch()
    table, columns = understand(table, SYNONYMS, chosen)
    if not any(field in columns for field in NAME_FIELDS):
        raise Unreadable(
            text("No column holds names. The headings are: {headings}.", headings=_listed(table.headings)),
            text("Call a column “Name”, or two “First name” and “Last name”."),
        )
    sectors = roster.sectors or sectors_of(columns.line(row, "sector") for row in table.rows)
    quotas = roster.quotas or quotas_of(columns.line(row, "quota") for row in table.rows)
    groups = Groups(sectors, quotas)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for row in watch.counted(table.rows):
        one, wrong = draft(row, columns, groups)
        drafts.append(one)
        problems += wrong
    problems += duplicates(drafts, columns)
    known, unclear = match(drafts, roster, columns)
    problems += unclear

    people: list[Participant] = []
    added = 0
    next_id = max(roster.people, default=0) + 1
    for one in drafts:
        person = known.get(one.row)
        if person is None:
            people.append(replace(Participant(id=next_id + added, first_name=""), **one.given))
            added += 1
        elif (newer := _updated(person, one)) != person:
            people.append(newer)
    return Reading(
        people=tuple(people),
        sectors=() if roster.sectors else tuple(sectors.values()),
        quotas=() if roster.quotas else tuple(quotas.values()),
        added=added,
        updated=len(people) - added,
        unchanged=len(drafts) - len(people),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        headings=_meanings(columns),
        ignored=columns.ignored,
        notes=table.notes,
    )


def _updated(person: Participant, one: Draft) -> Participant:
    given: dict[str, Any] = dict(one.given)
    if one.whole_name and same(one.name) == same(person.name):
        del given["first_name"], given["last_name"]
    if same(given.get("email", "")) == same(person.email):
        given.pop("email", None)
    return replace(person, **given)


def _meanings(columns: Columns) -> dict[str, str | None]:
    fields = {place: field for field, places in columns.places.items() for place in places}
    return {heading: fields.get(place) for place, heading in enumerate(columns.headings) if heading}


def _listed(headings: tuple[str, ...]) -> str:
    return ", ".join(heading for heading in headings if heading) or "—"
