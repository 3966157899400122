"""What a list would change on the roster, for people to look at before they agree."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.participants.model import Participant, Quota, Roster, Sector
from facilitator.participants.reading import Reading


@frozen
class FieldChange:
    """One field of one person, before and after, as people read it; empty means that nothing stood there."""

    field: Text
    before: str
    after: str


@frozen
class PersonChange:
    """A person on the roster, as they would be, and what of them changes."""

    person: Participant
    changes: tuple[FieldChange, ...]


@frozen
class Difference:
    """New people and changed people, in the order of the list, and how many stay as they are."""

    added: tuple[Participant, ...]
    changed: tuple[PersonChange, ...]
    unchanged: int


def difference(reading: Reading, roster: Roster) -> Difference:
    """What importing the reading would change on the roster."""
    sectors = {**roster.sectors, **{sector.id: sector for sector in reading.sectors}}
    quotas = {**roster.quotas, **{quota.id: quota for quota in reading.quotas}}
    added = tuple(person for person in reading.people if person.id not in roster.people)
    changed = tuple(
        PersonChange(
            person, _changes(_shown(roster.people[person.id], sectors, quotas), _shown(person, sectors, quotas))
        )
        for person in reading.people
        if person.id in roster.people
    )
    return Difference(added, changed, reading.unchanged)


def _changes(before: list[tuple[Text, str]], after: list[tuple[Text, str]]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(label, old, new) for (label, old), (_, new) in zip(before, after, strict=True) if old != new
    )


def _shown(person: Participant, sectors: dict[int, Sector], quotas: dict[int, Quota]) -> list[tuple[Text, str]]:
    return [
        (text("First name"), person.first_name),
        (text("Last name"), person.last_name),
        (text("Organisation"), person.organisation),
        (text("Sector"), "" if person.sector is None else sectors[person.sector].name),
        (text("Quota"), "" if person.quota is None else quotas[person.quota].name),
        (text("Role"), person.role),
        (text("Skills"), ", ".join(person.skills)),
        (text("Languages"), ", ".join(person.languages)),
        (text("Wishes"), " ".join(person.wishes)),
        (text("E-mail"), person.email),
        (text("Reference"), person.reference),
    ]
