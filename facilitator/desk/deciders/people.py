"""Decides commands about the roster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from facilitator.common.errors import UserError
from facilitator.common.texts import Text, plural_text, text
from facilitator.desk.deciders import teams
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import Event, ParticipantRemoved, PeopleAdded, SeatLost
from facilitator.desk.state import State
from facilitator.desk.vocabulary import PeopleCommand
from facilitator.participants import editing, needs, release, rules, seats, shares
from facilitator.participants.commands import (
    AddWalkIn,
    ChangeParticipant,
    CheckIn,
    MarkAbsent,
    PromoteWaiting,
    PurgeNeeds,
    PutNeeds,
    PutPeople,
    PutQuota,
    PutSector,
    ReleaseSeats,
    RemoveParticipant,
    RemoveQuota,
    RemoveSector,
    UndoCheckIn,
    UseNeeds,
    UseWaitingList,
)
from facilitator.participants.model import Attendance, Roster
from facilitator.teams.commands import MoveParticipant


def decide(state: State, command: PeopleCommand, context: Context) -> Decision:
    """What a command about people comes to; a walk-in may join a team in the same step."""
    after, result = _carried_out(state, command)
    events = _events(state.roster, after)
    there = replace(state, roster=after)
    if isinstance(command, AddWalkIn) and command.team is not None:
        there = teams.decide(there, MoveParticipant(result, command.team), context).state
    return Decision(there, events, result, tuple(_notices(state.roster, after)))


def _carried_out(state: State, command: PeopleCommand) -> tuple[Roster, Any]:
    """The roster after the command, and what to answer the sender."""
    roster = state.roster
    match command:
        case PutPeople():
            put, new = rules.put(roster, command)
            return put, list(new)
        case AddWalkIn():
            person = editing.walk_in(roster, command)
            return rules.with_person(roster, person), person.id
        case ChangeParticipant(participant=named):
            return rules.with_person(roster, editing.changed(roster, rules.find(roster, named), command)), None
        case RemoveParticipant(participant=named):
            return rules.remove(roster, rules.find(roster, named)), None
        case CheckIn(participant=named):
            return rules.check_in(roster, rules.find(roster, named)), None
        case MarkAbsent(participant=who):
            if isinstance(who, tuple):
                return rules.mark_no_shows(roster, who)
            return rules.mark_absent(roster, rules.find(roster, who)), None
        case UndoCheckIn(participant=named):
            return rules.undo_check_in(roster, rules.find(roster, named)), None
        case PutSector(put=sector):
            return shares.put_sector(roster, sector)
        case RemoveSector(sector=sector_id):
            _refuse_if_knowledge_is_in(state, sector_id)
            return shares.remove_sector(roster, sector_id), None
        case PutQuota(put=quota):
            return shares.put_quota(roster, quota)
        case RemoveQuota(quota=quota_id):
            _refuse_if_rules_name(state, quota_id)
            return shares.remove_quota(roster, quota_id), None
        case UseWaitingList(on=on):
            return seats.use_waiting_list(roster, on), None
        case ReleaseSeats(quota=giving, to=getting):
            return release.release(roster, giving, getting)
        case PromoteWaiting(quota=of):
            promoted, who = seats.promote(roster, of)
            return promoted, list(who)
        case UseNeeds(on=on):
            return needs.use(roster, on), None
        case PutNeeds(participant=named, needs=written):
            return needs.put(roster, rules.find(roster, named), written), None
        case PurgeNeeds():
            return needs.purged(roster), None


def _refuse_if_knowledge_is_in(state: State, sector: int) -> None:
    count = sum(item.sector == sector for item in state.library.items.values())
    if count:
        raise UserError(
            plural_text(
                "{count} entry of the knowledge base is in this sector.",
                "{count} entries of the knowledge base are in this sector.",
                count,
            ),
            text("Give them another sector first."),
        )


def _refuse_if_rules_name(state: State, quota: int) -> None:
    if any(one.quota == quota for one in state.teams.rules.quota_ranges):
        raise UserError(
            text("The rules for teams name this quota."), text("Form the teams by other rules first, or keep it.")
        )


def _events(before: Roster, after: Roster) -> tuple[Event, ...]:
    """Who got a place in the room, who lost one, who is gone.

    Somebody marked absent keeps card and team until they are taken off the list: they may turn up after all.
    """
    if before.people is after.people:
        return ()
    gained: list[int] = []
    lost: list[Event] = []
    for key, person in after.people.items():
        was = before.people.get(key)
        if was is person:
            continue
        had_place = was is not None and was.attendance is not Attendance.WAITING and not _let_go(before, key)
        if person.has_seat and not had_place:
            gained.append(key)
        elif had_place and person.attendance is Attendance.WAITING:
            lost.append(SeatLost(key))
    gone = [ParticipantRemoved(key) for key in before.people if key not in after.people]
    added = (PeopleAdded(tuple(gained)),) if gained else ()
    return (*added, *lost, *gone)


def _let_go(roster: Roster, participant: int) -> bool:
    """Whether a person stood in the line when they were marked absent."""
    person = roster.people[participant]
    return person.attendance is Attendance.ABSENT and person.waiting_number > 0


def _notices(before: Roster, after: Roster) -> Iterator[Text]:
    """What the host must know of the line and of seats; nothing of it happens silently."""
    if before.people is after.people and before.quotas is after.quotas and before.waiting_list is after.waiting_list:
        return
    were_waiting = {person.id for person in seats.line(before)}
    queued = [person for person in seats.line(after) if person.id not in were_waiting]
    if len(queued) == 1:
        yield text("{name} is on the waiting list now.", name=queued[0].name)
    elif queued:
        yield plural_text(
            "{count} person is on the waiting list now.", "{count} people are on the waiting list now.", len(queued)
        )
    if after.waiting_list:
        crowded = {(one.quota.id, one.taken) for one in seats.overbooked(before)} if before.waiting_list else set()
        for one in seats.overbooked(after):
            if (one.quota.id, one.taken) not in crowded:
                yield text(
                    "“{quota}” has more people than seats: {taken} of {seats}.",
                    quota=one.quota.name,
                    taken=one.taken,
                    seats=one.quota.seats,
                )
    could = [person.id for person in seats.next_in_line(before)]
    now = seats.next_in_line(after)
    if now and [person.id for person in now] != could:
        yield plural_text(
            "{name} can get a seat from the waiting list.",
            "{name} and others, {count} in all, can get seats from the waiting list.",
            len(now),
            name=now[0].name,
        )
