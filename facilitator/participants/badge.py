"""What stands on a badge: enough to print one for a walk-in the moment they are on the list."""

from __future__ import annotations

from hashlib import sha256

from facilitator.common.frozen import frozen
from facilitator.participants.model import Participant, Roster

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32."""


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


def badge_code(person: Participant) -> str:
    """What the code on a badge says of whom it belongs to: the id, and a check on the name printed beside it.

    The check is three characters of Crockford's base32, from SHA-256 of id and name. It tells a badge of another event,
    or one printed before the name was corrected, from the right one; it is no secret and has nothing to do with voting.
    """
    digest = sha256(f"badge:{person.id}:{person.name}".encode()).digest()
    check = int.from_bytes(digest[:2]) >> 1
    return f"{person.id}-{''.join(_SIGNS[check >> shift & 31] for shift in (10, 5, 0))}"


def badge_address(base_url: str, person: Participant) -> str:
    """The address in the code on a badge: staff who scan it check the person in, everybody else comes to the vote."""
    return f"{base_url.rstrip('/')}/#badge={badge_code(person)}"
