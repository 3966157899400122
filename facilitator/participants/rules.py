"""How the roster changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import text
from facilitator.participants import seats
from facilitator.participants.commands import PutPeople
from facilitator.participants.model import Attendance, Participant, Roster


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
    """The roster with people added and updated, seated or in the line for a seat, and the ids of those who are new."""
    new = tuple(person.id for person in command.people if person.id not in roster.people)
    shared = replace(
        roster,
        sectors={**roster.sectors, **{sector.id: sector for sector in command.sectors}},
        quotas={**roster.quotas, **{quota.id: quota for quota in command.quotas}},
    )
    people = {person.id: person for person in seats.seat(shared, command.people)}
    return replace(shared, people={**roster.people, **people}), new


def remove(roster: Roster, person: Participant) -> Roster:
    """The roster without a person, and without their needs."""
    return replace(
        roster,
        people={key: one for key, one in roster.people.items() if key != person.id},
        needs={key: needs for key, needs in roster.needs.items() if key != person.id},
    )


def check_in(roster: Roster, person: Participant) -> Roster:
    """The roster with a person here; somebody who waits for a seat may be let in at the door.

    Raises:
        UserError: they are here already.
    """
    if person.attendance is Attendance.CHECKED_IN:
        raise UserError(text("{name} is already checked in.", name=person.name))
    return with_person(roster, replace(person, attendance=Attendance.CHECKED_IN))


def mark_absent(roster: Roster, person: Participant) -> Roster:
    """The roster with a person who will not come; their seat is free.

    Raises:
        UserError: they are marked as absent already.
    """
    if person.attendance is Attendance.ABSENT:
        raise UserError(text("{name} is already marked as absent.", name=person.name))
    return with_person(roster, replace(person, attendance=Attendance.ABSENT))


def not_here(roster: Roster) -> tuple[int, ...]:
    """Those who have a seat and have not come yet, in the order of the list."""
    return tuple(key for key, person in roster.people.items() if person.attendance is Attendance.REGISTERED)


def mark_no_shows(roster: Roster, people: Iterable[int]) -> tuple[Roster, int]:
    """The roster with those of the people marked absent who have a seat and have not come, and how many they are.

    Raises:
        UserError: all of them have come, or have been marked already.
    """
    missing = set(not_here(roster)) & set(people)
    if not missing:
        raise UserError(text("None of them is still expected."))
    marked = {key: replace(roster.people[key], attendance=Attendance.ABSENT) for key in sorted(missing)}
    return replace(roster, people={**roster.people, **marked}), len(marked)


def undo_check_in(roster: Roster, person: Participant) -> Roster:
    """The roster with a person neither here nor absent: with their seat, or back in the line for one.

    Somebody marked absent whose seat has gone to another stands at the end of the line.

    Raises:
        UserError: that is how it stands already.
    """
    if not person.has_seat and person.attendance is not Attendance.ABSENT:
        raise UserError(text("{name} is on the waiting list.", name=person.name))
    if person.attendance is Attendance.REGISTERED:
        raise UserError(text("{name} has not been checked in.", name=person.name))
    keeps_seat = person.has_seat or seats.is_free(roster, person.quota)
    if person.waiting_number or not keeps_seat:
        return with_person(roster, seats.wait(roster, person))
    return with_person(roster, replace(person, attendance=Attendance.REGISTERED))


def with_person(roster: Roster, person: Participant) -> Roster:
    """The roster with a person added or changed."""
    return replace(roster, people={**roster.people, person.id: person})
