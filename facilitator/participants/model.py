"""The roster: who is invited, from where, on which seat, and whether they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.clock import Instant
from facilitator.common.frozen import frozen


class Attendance(StrEnum):
    """Where a person stands on the way from the list to the room."""

    REGISTERED = "registered"
    WAITING = "waiting"
    CHECKED_IN = "checked-in"
    ABSENT = "absent"


@frozen
class Sector:
    """One of the sectors that teams mix; `letter` stands for it beside its colour."""

    id: int
    position: int
    name: str
    letter: str


@frozen
class Quota:
    """A share of the seats kept for one kind of participant; `agency` marks the one for agencies.

    At `release_at` its unused seats go to the others.
    """

    id: int
    position: int
    name: str
    seats: int = 0
    agency: bool = False
    release_at: Instant | None = None


@frozen
class Participant:
    """A person on the list.

    `reference` is the `id` column of the list they came from; `wishes` are question codes, dearest first; `accessible`
    says that they need an accessible table. `waiting_number` is their place in the line for a seat: a lower number came
    earlier, 0 means that they are not in it. Who is let in from the line at the door keeps the number, so that clearing
    the check-in gives them their place back.
    """

    id: int
    first_name: str
    last_name: str = ""
    organisation: str = ""
    sector: int | None = None
    quota: int | None = None
    role: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    email: str = ""
    reference: str = ""
    attendance: Attendance = Attendance.REGISTERED
    walk_in: bool = False
    accessible: bool = False
    waiting_number: int = 0

    @property
    def has_seat(self) -> bool:
        """Whether one of the event's seats is theirs."""
        return self.attendance in (Attendance.REGISTERED, Attendance.CHECKED_IN)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


@frozen
class Roster:
    """Everybody on the list, and the two lists that seats are shared by.

    `waiting_list` says whether quotas bind: whoever comes when their quota is full waits. `needs` are food and
    accessibility needs in words, by participant; they are only written down while `uses_needs` is set.
    """

    people: Mapping[int, Participant] = field(default_factory=dict)
    sectors: Mapping[int, Sector] = field(default_factory=dict)
    quotas: Mapping[int, Quota] = field(default_factory=dict)
    needs: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    uses_needs: bool = False
    waiting_list: bool = False

    def seated(self) -> tuple[Participant, ...]:
        """Those who have a seat and have not been marked absent, in the order of the list."""
        return tuple(person for person in self.people.values() if person.has_seat)
