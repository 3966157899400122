"""What can be asked of the roster. A participant is named by id, or by the reference of the imported list."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.participants.model import Participant, Quota, Sector


@dataclass(frozen=True, slots=True)
class PutPeople:
    """Add and update people (an import), with the sectors and quotas that came with them; all or nothing."""

    people: tuple[Participant, ...]
    sectors: tuple[Sector, ...] = ()
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveParticipant:
    """Take a person off the list, out of their team and off the electoral roll."""

    participant: int | str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The person is here."""

    participant: int | str


@dataclass(frozen=True, slots=True)
class UndoCheckIn:
    """The person was checked in, or marked absent, by mistake."""

    participant: int | str


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """The person will not come."""

    participant: int | str


@dataclass(frozen=True, slots=True)
class AddWalkIn:
    """Somebody came unannounced: put them on the list, checked in. Sector and quota by name or id.

    `group` and `preferences` are other words for `quota` and `wishes`; `id` for `reference`.
    """

    name: str
    organisation: str = ""
    sector: str | int | None = None
    quota: str | int | None = None
    group: str | int | None = None
    role: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    email: str = ""
    reference: str = ""
    id: str = ""
