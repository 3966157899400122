"""Decides commands about the roster."""

from __future__ import annotations

from dataclasses import replace

from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import ParticipantRemoved, PeopleAdded
from facilitator.desk.state import State
from facilitator.desk.vocabulary import PeopleCommand
from facilitator.participants import rules
from facilitator.participants.commands import AddWalkIn, CheckIn, MarkAbsent, PutPeople, RemoveParticipant, UndoCheckIn
from facilitator.participants.model import Attendance


def decide(state: State, command: PeopleCommand, _context: Context) -> Decision:
    """What a command about people comes to."""
    roster = state.roster
    match command:
        case PutPeople():
            put, new = rules.put(roster, command)
            return Decision(replace(state, roster=put), (PeopleAdded(new),), list(new))
        case AddWalkIn():
            with_walk_in, person = rules.walk_in(roster, command)
            return Decision(replace(state, roster=with_walk_in), (PeopleAdded((person.id,)),), person.id)
        case RemoveParticipant(participant=named):
            person = rules.find(roster, named)
            return Decision(replace(state, roster=rules.remove(roster, person)), (ParticipantRemoved(person.id),))
        case CheckIn(participant=named):
            attendance = Attendance.CHECKED_IN
        case MarkAbsent(participant=named):
            attendance = Attendance.ABSENT
        case UndoCheckIn(participant=named):
            attendance = Attendance.REGISTERED
    person = rules.find(roster, named)
    return Decision(replace(state, roster=rules.attend(roster, person, attendance)))
