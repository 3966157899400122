"""What stands on a badge: enough to print one for a walk-in the moment they are on the list."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.participants.model import Participant, Roster


@frozen
class Badge:
    """The words of a badge; empty where nothing is known. `letter` is the sign of the sector, beside its colour."""

    participant: int
    name: str
    organisation: str
    role: str
    sector: str
    letter: str
    quota: str
    walk_in: bool


def badge(roster: Roster, person: Participant) -> Badge:
    """The badge of a person on the roster."""
    sector = roster.sectors.get(person.sector) if person.sector is not None else None
    quota = roster.quotas.get(person.quota) if person.quota is not None else None
    return Badge(
        person.id,
        person.name,
        person.organisation,
        person.role,
        sector.name if sector else "",
        sector.letter if sector else "",
        quota.name if quota else "",
        person.walk_in,
    )
