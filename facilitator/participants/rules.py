"""How the roster changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import Text, text
from facilitator.participants.commands import AddWalkIn, PutPeople
from facilitator.participants.groups import find_quota
from facilitator.participants.model import Attendance, Participant, Roster
from facilitator.tables.choices import find_sector


def find(roster: Roster, named: int | str) -> Participant:
    """The person with this id, or with this reference.

    Raises:
        NotFound: there is none.
    """
    if isinstance(named, int):
        person = roster.people.get(named)
    else:
        person = next((one for one in roster.people.values() if one.reference and one.reference == named), None)
        if person is None and named.isdecimal():
            person = roster.people.get(int(named))
    if person is None:
        raise NotFound(text("There is no participant {who}.", who=named), text("Look for them by name on the list."))
    return person


def put(roster: Roster, command: PutPeople) -> tuple[Roster, tuple[int, ...]]:
    """The roster with people added and updated, and the ids of those who are new."""
    new = tuple(person.id for person in command.people if person.id not in roster.people)
    return (
        replace(
            roster,
            people={**roster.people, **{person.id: person for person in command.people}},
            sectors={**roster.sectors, **{sector.id: sector for sector in command.sectors}},
            quotas={**roster.quotas, **{quota.id: quota for quota in command.quotas}},
        ),
        new,
    )


def remove(roster: Roster, person: Participant) -> Roster:
    """The roster without a person."""
    return replace(roster, people={key: one for key, one in roster.people.items() if key != person.id})


def attend(roster: Roster, person: Participant, attendance: Attendance) -> Roster:
    """The roster with somebody's attendance changed.

    Raises:
        UserError: that is how it stands already.
    """
    if person.attendance is attendance:
        words: Mapping[Attendance, Text] = {
            Attendance.CHECKED_IN: text("{name} is already checked in.", name=person.name),
            Attendance.ABSENT: text("{name} is already marked as absent.", name=person.name),
            Attendance.REGISTERED: text("{name} has not been checked in.", name=person.name),
            Attendance.WAITING: text("{name} is already on the waiting list.", name=person.name),
        }
        raise UserError(words[attendance])
    return _with(roster, replace(person, attendance=attendance))


def walk_in(roster: Roster, command: AddWalkIn) -> tuple[Roster, Participant]:
    """The roster with somebody who came unannounced, checked in.

    Raises:
        UserError: there is no name, or the sector or quota is not one of the event's, or the reference is taken.
    """
    name = " ".join(command.name.split())
    if not name:
        raise UserError(text("A walk-in needs a name."), text("Write it and try again."))
    reference = command.reference or command.id
    if reference and any(one.reference == reference for one in roster.people.values()):
        raise UserError(text("The reference {reference} is already on the list.", reference=reference))
    first, _, last = name.rpartition(" ") if " " in name else (name, "", "")
    sector = _sector(roster, command.sector)
    quota = _quota(roster, command.quota if command.quota is not None else command.group)
    person = Participant(
        id=max(roster.people, default=0) + 1,
        first_name=first,
        last_name=last,
        organisation=command.organisation,
        sector=sector,
        quota=quota,
        role=command.role,
        skills=command.skills,
        languages=command.languages,
        wishes=command.wishes or command.preferences,
        email=command.email,
        reference=reference,
        attendance=Attendance.CHECKED_IN,
        walk_in=True,
    )
    return _with(roster, person), person


def _sector(roster: Roster, named: str | int | None) -> int | None:
    if named is None or named == "":
        return None
    found = roster.sectors.get(named) if isinstance(named, int) else find_sector(named, roster.sectors.values())
    if found is None:
        raise UserError(
            text("There is no sector “{name}”.", name=named),
            text("Choose one of: {names}.", names=", ".join(one.name for one in roster.sectors.values())),
        )
    return found.id


def _quota(roster: Roster, named: str | int | None) -> int | None:
    if named is None or named == "":
        return None
    found = roster.quotas.get(named) if isinstance(named, int) else find_quota(named, roster.quotas.values())
    if found is None:
        raise UserError(
            text("There is no seat quota “{name}”.", name=named),
            text("Choose one of: {names}.", names=", ".join(one.name for one in roster.quotas.values())),
        )
    return found.id


def _with(roster: Roster, person: Participant) -> Roster:
    return replace(roster, people={**roster.people, person.id: person})
