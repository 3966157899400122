"""Unused seats of one quota that go to another, when the host says so or at a time set beforehand.

A seat is unused that nobody of the quota has or waits for. Who is expected and does not come has a seat until they are
marked absent.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from facilitator.common.clock import Instant
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.participants import seats
from facilitator.participants.commands import ReleaseSeats
from facilitator.participants.groups import named_quota
from facilitator.participants.model import Attendance, Quota, Roster


def unused(roster: Roster, quota: Quota) -> int:
    """How many of the quota's seats nobody of it has or waits for."""
    waiting = sum(
        person.attendance is Attendance.WAITING for person in roster.people.values() if person.quota == quota.id
    )
    return max(0, quota.seats - seats.taken(roster, quota.id) - waiting)


def release(roster: Roster, quota: int | str, to: int | str | None) -> tuple[Roster, int]:
    """The roster with a quota's unused seats given to another quota, and how many they are.

    A time set for this is thereby past.

    Raises:
        UserError: there is no such quota, it is not clear which other one is meant, or every seat is taken.
    """
    giving = named_quota(roster, quota)
    others = [one for one in roster.quotas.values() if one.id != giving.id]
    if to is not None:
        others = [one for one in others if one.id == named_quota(roster, to).id]
    if len(others) != 1:
        raise UserError(
            text("It is not clear which quota is to get the seats."),
            text("Choose another quota than the one that gives."),
        )
    count = unused(roster, giving)
    if not count:
        raise UserError(text("No seat of “{quota}” is unused.", quota=giving.name))
    (getting,) = others
    changed = {
        giving.id: replace(giving, seats=giving.seats - count, release_at=None),
        getting.id: replace(getting, seats=getting.seats + count),
    }
    return replace(roster, quotas={**roster.quotas, **changed}), count


def due_releases(roster: Roster, now: Instant) -> tuple[ReleaseSeats, ...]:
    """The releases whose time has come, in the order of the quotas; a quota without unused seats has nothing to give.

    The seats go to the quota that most people wait for, of equals to the first, and never to one whose own seats are
    due. Whoever sends these commands sends each time of each quota once, so that a host who takes a release back is
    not overruled.
    """
    in_order = sorted(roster.quotas.values(), key=lambda quota: (quota.position, quota.id))
    due = [quota for quota in in_order if quota.release_at is not None and quota.release_at <= now]
    getting = [quota for quota in in_order if quota not in due]
    if not due or not getting:
        return ()
    waiting = Counter(person.quota for person in seats.line(roster))
    to = max(getting, key=lambda quota: waiting[quota.id])
    return tuple(ReleaseSeats(quota.id, to.id) for quota in due if unused(roster, quota))
