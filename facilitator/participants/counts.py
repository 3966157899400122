"""How many are registered, here, absent and waiting: in all, by seat quota and by sector."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from facilitator.common.frozen import frozen
from facilitator.participants.model import Attendance, Roster


@frozen
class HeadCount:
    """Some people, told apart by how far they have come.

    `registered` have a seat and have not come yet, `here` are checked in (walk-ins among them), `absent` will not come,
    `waiting` have no seat. `seats` is how many seats there are for them; None for a sector, which has none of its own.
    """

    registered: int = 0
    here: int = 0
    absent: int = 0
    waiting: int = 0
    walk_ins: int = 0
    seats: int | None = None

    @property
    def seated(self) -> int:
        """Those who have a seat."""
        return self.registered + self.here

    @property
    def free(self) -> int | None:
        """Seats that nobody has; negative if there are more people than seats."""
        return None if self.seats is None else self.seats - self.seated


@frozen
class Counts:
    """Everybody, and the same people by quota and by sector, in the order of each; None stands for “none given”."""

    everybody: HeadCount
    by_quota: Mapping[int | None, HeadCount]
    by_sector: Mapping[int | None, HeadCount]


def counts(roster: Roster) -> Counts:
    """The head counts of a roster."""
    whole: Counter[str] = Counter()
    by_quota: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    by_sector: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    kinds = Counter((one.quota, one.sector, one.attendance, one.walk_in) for one in roster.people.values())
    for (quota, sector, attendance, walk_in), people in kinds.items():
        for tally in (whole, by_quota[quota], by_sector[sector]):
            tally[attendance] += people
            tally["walk-in"] += people * walk_in
    quotas = sorted(roster.quotas.values(), key=lambda one: (one.position, one.id))
    sectors = sorted(roster.sectors.values(), key=lambda one: (one.position, one.id))
    shares: dict[int | None, HeadCount] = {one.id: _of(by_quota[one.id], one.seats) for one in quotas}
    parts: dict[int | None, HeadCount] = {one.id: _of(by_sector[one.id], None) for one in sectors}
    if None in by_quota:
        shares[None] = _of(by_quota[None], None)
    if None in by_sector:
        parts[None] = _of(by_sector[None], None)
    return Counts(_of(whole, sum(one.seats for one in quotas) if quotas else None), shares, parts)


def _of(tally: Counter[str], seats: int | None) -> HeadCount:
    return HeadCount(
        tally[Attendance.REGISTERED],
        tally[Attendance.CHECKED_IN],
        tally[Attendance.ABSENT],
        tally[Attendance.WAITING],
        tally["walk-in"],
        seats,
    )
