"""Files that commands read besides the event: JSON documents and lists of walk-ins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from facilitator.common.errors import Unreadable
from facilitator.common.texts import text
from facilitator.desk.vocabulary import parse
from facilitator.participants import reading
from facilitator.participants.commands import AddWalkIn
from facilitator.participants.model import Participant, Roster
from facilitator.tables.reading import read_table


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            text("“{name}” cannot be read: {reason}.", name=str(path), reason=error.strerror or type(error).__name__),
            text("Check the name and the folder, and try again."),
        ) from error


def read_json(path: Path) -> Any:
    """The JSON document in a file.

    Raises:
        Unreadable: it cannot be read, or is not JSON.
    """
    try:
        return json.loads(read_bytes(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            text("“{name}” is not valid JSON: {reason}.", name=path.name, reason=str(error)),
            text("Mend it and try again."),
        ) from error


def read_walk_ins(path: Path, roster: Roster) -> list[AddWalkIn]:
    """Walk-ins from a JSON list (or an object's `walk_ins`), or from a list such as participants come in.

    Raises:
        Unreadable: it holds no list of people.
        UserError: a person on it cannot be understood.
    """
    if read_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return [_as_walk_in(person) for person in _from_table(path, roster)]
    found = read_json(path)
    people = found.get("walk_ins") if isinstance(found, dict) else found
    if not isinstance(people, list) or not all(isinstance(person, dict) for person in people):
        raise Unreadable(
            text("“{name}” holds no list of people.", name=path.name),
            text("Write a JSON list, an object with “walk_ins”, or a list with headings."),
        )
    commands = [parse({**person, "type": "add-walk-in"}) for person in people]
    return [command for command in commands if isinstance(command, AddWalkIn)]


def _from_table(path: Path, roster: Roster) -> tuple[Participant, ...]:
    understood = reading.read(read_table(path), roster)
    for problem in understood.problems:
        raise Unreadable(
            text("Row {row} of “{name}”: {problem}", row=problem.row, name=path.name, problem=problem.problem),
            text("Mend it and try again; nothing has been changed."),
        )
    return tuple(person for person in understood.people if person.id not in roster.people)


def _as_walk_in(person: Participant) -> AddWalkIn:
    return AddWalkIn(
        name=person.name,
        organisation=person.organisation,
        sector=person.sector,
        quota=person.quota,
        role=person.role,
        skills=person.skills,
        languages=person.languages,
        wishes=person.wishes,
        email=person.email,
        reference=person.reference,
    )
