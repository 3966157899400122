"""What can be asked of the roster. A participant is named by id, or by the reference of the imported list."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.participants.model import Participant, Quota, Sector


@frozen
class PutPeople:
    """Add and update people (an import), with the sectors and quotas that came with them; all or nothing."""

    people: tuple[Participant, ...]
    sectors: tuple[Sector, ...] = ()
    quotas: tuple[Quota, ...] = ()


@frozen
class RemoveParticipant:
    """Take a person off the list, out of their team and off the electoral roll."""

    participant: int | str


@frozen
class CheckIn:
    """The person is here."""

    participant: int | str


@frozen
class UndoCheckIn:
    """The person was checked in, or marked absent, by mistake."""

    participant: int | str


@frozen
class MarkAbsent:
    """The person will not come, or none of several, by id; of these, who has come meanwhile is passed over."""

    participant: int | str | tuple[int, ...]


@frozen
class AddWalkIn:
    """Somebody came unannounced: put them on the list, checked in. Sector and quota by name or id.

    `group` and `preferences` are other words for `quota` and `wishes`; `id` for `reference`. With `team` they join that
    team in the same step.
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
    accessible: bool = False
    team: int | None = None


@frozen
class ChangeParticipant:
    """Change what is given of a person; the rest stays, and an empty text takes away what stood there.

    `name` is the whole name, where the two names are not given apart. Sector and quota by name or id.
    """

    participant: int | str
    name: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    organisation: str | None = None
    sector: str | int | None = None
    quota: str | int | None = None
    role: str | None = None
    skills: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    wishes: tuple[str, ...] | None = None
    email: str | None = None
    reference: str | None = None
    accessible: bool | None = None


@frozen
class PutSector:
    """Add a sector (its id is 0), or change one."""

    put: Sector


@frozen
class RemoveSector:
    """Take away a sector that nobody is in."""

    sector: int


@frozen
class PutQuota:
    """Add a seat quota (its id is 0), or change one, its seats above all."""

    put: Quota


@frozen
class RemoveQuota:
    """Take away a seat quota that nobody has."""

    quota: int


@frozen
class UseWaitingList:
    """Say whether quotas bind: with the waiting list on, whoever comes when their quota is full waits for a seat."""

    on: bool


@frozen
class ReleaseSeats:
    """Give a quota's unused seats to another (by name or id; the other one where there are two)."""

    quota: int | str
    to: int | str | None = None


@frozen
class PromoteWaiting:
    """Give free seats to those who wait, in the order of the line; of one quota (by name or id), or of all."""

    quota: int | str | None = None


@frozen
class UseNeeds:
    """Say whether food and accessibility needs are written down at all."""

    on: bool


@frozen
class PutNeeds:
    """Write down a person's food and accessibility needs, one text a need; an empty list takes them away."""

    participant: int | str
    needs: tuple[str, ...]


@frozen
class PurgeNeeds:
    """Take away everybody's food and accessibility needs, from the safety copies too. Cannot be undone."""
