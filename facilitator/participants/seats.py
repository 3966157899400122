"""Who has a seat, and who waits for one.

A quota is a share of the seats. As long as the event keeps no waiting list, quotas are aims and everybody on the list
has a seat. With the waiting list on they bind: a seat goes to whom their quota has one free for, and, for people
without a quota too, only while the event as a whole has one free; nobody passes somebody of the same quota who waits
already. Nobody gets a seat from the line but by `promote`, and nobody who is checked in loses theirs: at the door the
host decides. An event without quotas has no limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.participants.groups import named_quota
from facilitator.participants.model import Attendance, Participant, Quota, Roster


@frozen
class Overbooked:
    """A quota with more people than seats; they came at the door, or before quotas bound."""

    quota: Quota
    taken: int


class _Seats:
    """The seats while they are given out: counted once, then kept by hand, so that a long list takes no longer."""

    def __init__(self, quotas: Mapping[int, Quota], people: Iterable[Participant]) -> None:
        self._quotas = quotas
        self._taken: Counter[int | None] = Counter()
        self._waiting: Counter[int | None] = Counter()
        for person in people:
            self._taken[person.quota] += person.has_seat
            self._waiting[person.quota] += person.attendance is Attendance.WAITING
        self._left = sum(quota.seats for quota in quotas.values()) - self._taken.total()

    def free(self, quota: int | None) -> bool:
        """Whether there is a seat for somebody of the quota."""
        if not self._quotas:
            return True
        own = self._quotas.get(quota) if quota is not None else None
        return self._left > 0 and (own is None or own.seats > self._taken[quota])

    def open(self, quota: int | None) -> bool:
        """Whether there is a seat for somebody new of the quota: a free one that nobody waits for already."""
        return self.free(quota) and not self._waiting[quota]

    def take(self, quota: int | None) -> None:
        """A seat is given out."""
        self._taken[quota] += 1
        self._left -= 1

    def queue(self, quota: int | None) -> None:
        """Somebody of the quota waits."""
        self._waiting[quota] += 1


def taken(roster: Roster, quota: int) -> int:
    """How many people have one of the quota's seats."""
    return sum(person.has_seat for person in roster.people.values() if person.quota == quota)


def line(roster: Roster) -> tuple[Participant, ...]:
    """Everybody who waits for a seat, who came first first."""
    waiting = (person for person in roster.people.values() if person.attendance is Attendance.WAITING)
    return tuple(sorted(waiting, key=lambda person: (person.waiting_number, person.id)))


def next_in_line(roster: Roster) -> tuple[Participant, ...]:
    """Those who would get a seat if the line were let in now, in its order."""
    waiting = line(roster)
    if not waiting:
        return ()
    seats = _Seats(roster.quotas, roster.people.values())
    getting: list[Participant] = []
    for person in waiting:
        if seats.free(person.quota):
            seats.take(person.quota)
            getting.append(person)
    return tuple(getting)


def overbooked(roster: Roster) -> tuple[Overbooked, ...]:
    """The quotas with more people than seats."""
    counts = Counter(person.quota for person in roster.people.values() if person.has_seat)
    return tuple(
        Overbooked(quota, counts[quota.id]) for quota in roster.quotas.values() if counts[quota.id] > quota.seats
    )


def missing(roster: Roster) -> int:
    """How many more people have a seat than the event has seats."""
    held = sum(person.has_seat for person in roster.people.values())
    return max(0, held - sum(quota.seats for quota in roster.quotas.values())) if roster.quotas else 0


def is_open(roster: Roster, quota: int | None) -> bool:
    """Whether somebody new of the quota would get a seat."""
    return not roster.waiting_list or _Seats(roster.quotas, roster.people.values()).open(quota)


def is_free(roster: Roster, quota: int | None) -> bool:
    """Whether a seat is free for somebody of the quota, wait for it who may."""
    return not roster.waiting_list or _Seats(roster.quotas, roster.people.values()).free(quota)


def wait(roster: Roster, person: Participant) -> Participant:
    """The person in the line: at the place that they have had, else at its end."""
    return replace(person, attendance=Attendance.WAITING, waiting_number=person.waiting_number or next_number(roster))


def next_number(roster: Roster) -> int:
    """The place at the end of the line."""
    return max((person.waiting_number for person in roster.people.values()), default=0) + 1


def seat(roster: Roster, people: Iterable[Participant]) -> tuple[Participant, ...]:
    """People of a list as they are to be put on the roster: with a seat, or waiting for one, in the order of the list.

    Who has a seat of the same quota keeps it. Who has been moved to another quota gives up the seat of the old one, and
    is served before anybody new.
    """
    people = tuple(people)
    if not roster.waiting_list:
        return _numbered(roster, people)
    known = {person.id: roster.people[person.id] for person in people if person.id in roster.people}
    after = {**roster.people, **{person.id: person for person in people}}
    seats = _Seats(roster.quotas, (person for key, person in after.items() if _settled(known, roster, key, person)))
    seated: dict[int, Participant] = {}
    number = next_number(roster)
    for person in sorted(people, key=lambda one: one.id not in known):
        if _settled(known, roster, person.id, person):
            continue
        if person.attendance is Attendance.CHECKED_IN or seats.open(person.quota):
            seats.take(person.quota)
            seated[person.id] = replace(person, waiting_number=0)
            continue
        seats.queue(person.quota)
        seated[person.id] = replace(
            person, attendance=Attendance.WAITING, waiting_number=person.waiting_number or number
        )
        number += not person.waiting_number
    return _numbered(
        replace(roster, people={**roster.people, **seated}), (seated.get(person.id, person) for person in people)
    )


def promote(roster: Roster, quota: int | str | None) -> tuple[Roster, tuple[int, ...]]:
    """The roster with free seats given to those who wait, and their ids in the order of the line.

    Raises:
        UserError: there is no such quota.
    """
    wanted = None if quota is None else named_quota(roster, quota).id
    getting = [person for person in next_in_line(roster) if wanted is None or person.quota == wanted]
    seated = {person.id: replace(person, attendance=Attendance.REGISTERED, waiting_number=0) for person in getting}
    return replace(roster, people={**roster.people, **seated}), tuple(seated)


def use_waiting_list(roster: Roster, on: bool) -> Roster:
    """The roster with quotas that bind, or no longer do; nobody loses a seat by it, and who waits goes on waiting.

    Raises:
        UserError: the event has no quotas that could bind.
    """
    if on and not roster.quotas:
        raise UserError(text("The event has no seat quotas."), text("Add one with its seats first."))
    return replace(roster, waiting_list=on)


def _settled(known: Mapping[int, Participant], roster: Roster, key: int, person: Participant) -> bool:
    """Whether nothing is to be decided about a person of the roster that is to be: they ask for no seat, or have it."""
    if not person.has_seat or (key not in known and key in roster.people):
        return True
    before = known.get(key)
    return before is not None and before.has_seat and before.quota == person.quota


def _numbered(roster: Roster, people: Iterable[Participant]) -> tuple[Participant, ...]:
    """The people, those who wait without a place in the line at its end."""
    number = next_number(roster)
    placed: list[Participant] = []
    for person in people:
        if person.attendance is Attendance.WAITING and not person.waiting_number:
            person = replace(person, waiting_number=number)
            number += 1
        placed.append(person)
    return tuple(placed)
