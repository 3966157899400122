"""The two lists that people are counted by, sectors and seat quotas, as the host edits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from facilitator.common.errors import NotFound, UserError
from facilitator.common.texts import plural_text, text
from facilitator.participants import seats
from facilitator.participants.cells import LONGEST_LINE, line
from facilitator.participants.model import Quota, Roster, Sector
from facilitator.tables.choices import same

LONGEST_LETTER = 3
"""Signs that stand for a sector beside its colour."""

S = TypeVar("S", Sector, Quota)


def put_sector(roster: Roster, put: Sector) -> tuple[Roster, int]:
    """The roster with a sector added (its id is 0) or changed, and its id.

    Raises:
        UserError: its name or letter is missing, too long, or another sector's.
        NotFound: it is to be changed and does not exist.
    """
    sector = replace(_named(roster.sectors, put), letter=line(put.letter))
    if not 1 <= len(sector.letter) <= LONGEST_LETTER:
        raise UserError(
            text("The sector “{name}” needs a short sign.", name=sector.name),
            text("Give it a letter or a number of at most {count} characters.", count=LONGEST_LETTER),
        )
    for other in _others(roster.sectors, sector):
        if same(other.letter) == same(sector.letter):
            raise UserError(
                text("“{name}” has the sign {letter} already.", name=other.name, letter=other.letter),
                text("Choose another one."),
            )
    return replace(roster, sectors={**roster.sectors, sector.id: sector}), sector.id


def put_quota(roster: Roster, put: Quota) -> tuple[Roster, int]:
    """The roster with a quota added (its id is 0) or changed, and its id.

    Raises:
        UserError: its name is missing, too long, or another quota's; or its seats are fewer than none, or with the
            waiting list on fewer than before and than are taken, of the quota or in all.
        NotFound: it is to be changed and does not exist.
    """
    quota = _named(roster.quotas, put)
    if quota.seats < 0:
        raise UserError(text("A quota cannot have fewer than 0 seats."))
    before = roster.quotas.get(quota.id)
    held = seats.taken(roster, quota.id)
    if roster.waiting_list and before is not None and quota.seats < min(before.seats, held):
        raise UserError(
            plural_text(
                "{count} person has a seat of “{quota}” already.",
                "{count} people have a seat of “{quota}” already.",
                held,
                quota=quota.name,
            ),
            text("Nobody loses a seat without being taken off the list or marked absent first."),
        )
    return _with_quotas(roster, {**roster.quotas, quota.id: quota}), quota.id


def remove_sector(roster: Roster, sector: int) -> Roster:
    """The roster without a sector.

    Raises:
        NotFound: there is none.
        UserError: people are in it.
    """
    gone = _found(roster.sectors, sector)
    count = sum(person.sector == sector for person in roster.people.values())
    if count:
        raise UserError(
            plural_text("{count} person is in “{name}”.", "{count} people are in “{name}”.", count, name=gone.name),
            text("Give them another sector first."),
        )
    return replace(roster, sectors={key: one for key, one in roster.sectors.items() if key != sector})


def remove_quota(roster: Roster, quota: int) -> Roster:
    """The roster without a quota.

    Raises:
        NotFound: there is none.
        UserError: people have it, or with the waiting list on there would be fewer seats than people who have one.
    """
    gone = _found(roster.quotas, quota)
    count = sum(person.quota == quota for person in roster.people.values())
    if count:
        raise UserError(
            plural_text("{count} person is in “{name}”.", "{count} people are in “{name}”.", count, name=gone.name),
            text("Give them another quota first."),
        )
    return _with_quotas(roster, {key: one for key, one in roster.quotas.items() if key != quota})


def _with_quotas(roster: Roster, quotas: Mapping[int, Quota]) -> Roster:
    after = replace(roster, quotas=quotas)
    if roster.waiting_list and seats.missing(after) > seats.missing(roster):
        raise UserError(
            text("The event would have fewer seats than people who have one."),
            text("Nobody loses a seat without being taken off the list or marked absent first."),
        )
    return after


def _named(known: Mapping[int, S], put: S) -> S:
    """What is to be put, with an id and a place in the order if it is new, and a name of its own."""
    if put.id:
        _found(known, put.id)
    else:
        place = max((one.position for one in known.values()), default=-1) + 1
        put = replace(put, id=max(known, default=0) + 1, position=place)
    put = replace(put, name=line(put.name))
    if not put.name:
        raise UserError(text("It needs a name."), text("Write one and try again."))
    if len(put.name) > LONGEST_LINE:
        raise UserError(text("The name is longer than {count} characters.", count=LONGEST_LINE))
    if any(same(other.name) == same(put.name) for other in _others(known, put)):
        raise UserError(text("There is a “{name}” already.", name=put.name), text("Choose another name."))
    return put


def _others(known: Mapping[int, S], one: S) -> Iterable[S]:
    return (other for other in known.values() if other.id != one.id)


def _found(known: Mapping[int, S], wanted: int) -> S:
    found = known.get(wanted)
    if found is None:
        raise NotFound(text("The event has no such sector or seat quota."), text("Choose one of those it has."))
    return found
