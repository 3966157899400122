"""What is typed in about one person: a walk-in at the door, or a correction of what stands on the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.participants import cells, seats
from facilitator.participants.commands import AddWalkIn, ChangeParticipant
from facilitator.participants.groups import named_quota, named_sector
from facilitator.participants.model import Attendance, Participant, Roster
from facilitator.tables.choices import same


def walk_in(roster: Roster, command: AddWalkIn) -> Participant:
    """Somebody who came unannounced, checked in; at the door the host may let in more people than there are seats.

    Raises:
        UserError: there is no name, or something of it cannot stand; as for `changed`.
    """
    name = cells.line(command.name)
    if not name:
        raise UserError(text("A walk-in needs a name."), text("Write it and try again."))
    first, last = _split(name)
    person = Participant(id=max(roster.people, default=0) + 1, first_name=first, last_name=last)
    quota = command.quota if command.quota is not None else command.group
    given = _read(
        roster,
        sector=command.sector,
        quota=quota,
        organisation=command.organisation,
        role=command.role,
        skills=command.skills,
        languages=command.languages,
        wishes=command.wishes or command.preferences,
        email=command.email,
        reference=command.reference or command.id,
    )
    came: dict[str, Any] = {"attendance": Attendance.CHECKED_IN, "walk_in": True, "accessible": command.accessible}
    return _checked(roster, replace(person, **given, **came))


def changed(roster: Roster, person: Participant, command: ChangeParticipant) -> Participant:
    """The person as the command wants them.

    Raises:
        UserError: no name is left, a text is too long, the e-mail address is none, it or the reference is somebody
            else's, the event has no such sector or quota, or the other quota has no free seat.
    """
    newer = _as_given(roster, person, command)
    elsewhere = newer.quota != person.quota and newer.attendance is Attendance.REGISTERED
    without = replace(roster, people={key: one for key, one in roster.people.items() if key != person.id})
    if elsewhere and not seats.is_open(without, newer.quota):
        raise UserError(
            text("No seat is free there for {name}.", name=newer.name),
            text("Give it more seats first, or leave the quota as it is."),
        )
    return _checked(without, newer)


def registered(roster: Roster, command: ChangeParticipant) -> Participant:
    """Somebody new on the list before the day, as the command gives them; it names nobody yet.

    Raises:
        UserError: as for `changed`, but for the seat: there may be none, and then they wait.
    """
    nobody = Participant(id=max(roster.people, default=0) + 1, first_name="")
    return _checked(roster, _as_given(roster, nobody, command))


def _as_given(roster: Roster, person: Participant, command: ChangeParticipant) -> Participant:
    """The person with what the command gives, the only name as the first one."""
    given = _read(
        roster,
        sector=command.sector,
        quota=command.quota,
        organisation=command.organisation,
        role=command.role,
        skills=command.skills,
        languages=command.languages,
        wishes=command.wishes,
        email=command.email,
        reference=command.reference,
    )
    if command.name is not None and same(command.name) != same(person.name):
        given["first_name"], given["last_name"] = _split(cells.line(command.name))
    for field in ("first_name", "last_name"):
        value = getattr(command, field)
        if value is not None:
            given[field] = cells.line(value)
    if command.accessible is not None:
        given["accessible"] = command.accessible
    newer = replace(person, **given)
    if not newer.first_name:
        newer = replace(newer, first_name=newer.last_name, last_name="")
    return newer


def _read(roster: Roster, **given: Any) -> dict[str, Any]:
    """The given fields as they are kept; None means not given."""
    read: dict[str, Any] = {}
    for field, value in given.items():
        if value is None:
            continue
        if field == "sector":
            read[field] = None if value == "" else named_sector(roster, value).id
        elif field == "quota":
            read[field] = None if value == "" else named_quota(roster, value).id
        elif field in ("skills", "languages"):
            read[field] = cells.entries(value)
        elif field == "wishes":
            read[field] = cells.codes(value)
        else:
            read[field] = cells.line(value)
    if read.get("email"):
        address = cells.address(read["email"])
        if address is None:
            raise UserError(
                text("“{value}” is not an e-mail address.", value=read["email"]), text("Correct it, or leave it out.")
            )
        read["email"] = address
    return read


def _checked(others: Roster, person: Participant) -> Participant:
    """The person, if they can stand on the list beside the others."""
    if not person.name:
        raise UserError(text("A participant needs a name."), text("Write it and try again."))
    if len(person.name) > cells.LONGEST_NAME:
        raise UserError(text("The name is longer than {count} characters.", count=cells.LONGEST_NAME))
    for value in (person.organisation, person.role, person.reference):
        if len(value) > cells.LONGEST_LINE:
            raise UserError(
                text("“{value}” is longer than {count} characters.", value=value[:40] + "…", count=cells.LONGEST_LINE)
            )
    if person.reference and _owner("reference", person.reference, others.people.values()):
        raise UserError(text("The reference {reference} is already on the list.", reference=person.reference))
    owner = _owner("email", person.email, others.people.values()) if person.email else None
    if owner is not None:
        raise UserError(text("This e-mail address belongs to {name}.", name=owner.name))
    return person


def _owner(field: str, value: str, people: Iterable[Participant]) -> Participant | None:
    wanted = same(value)
    return next((one for one in people if same(getattr(one, field)) == wanted), None)


def _split(name: str) -> tuple[str, str]:
    """First and last name; the last word is the last name."""
    first, _, last = name.rpartition(" ")
    return (first, last) if first else (last, "")
