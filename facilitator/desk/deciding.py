"""What a command comes to with all that follows from it, and what kind of command it is.

The desk loads this module, and with it the rules of every feature, with the first command: the day as it stands can be
shown before that.
"""

from __future__ import annotations

from facilitator.agenda.commands import PutAgenda
from facilitator.common.errors import UserError
from facilitator.desk.deciders import decide
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import Event
from facilitator.desk.reactions import react
from facilitator.desk.slow import people_to_seat
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.event.commands import ErasePersonalData, KeepPort
from facilitator.knowledge.commands import PutKnowledge
from facilitator.participants.commands import PurgeNeeds, PutNeeds, PutPeople, UseNeeds
from facilitator.teams.commands import SeatTeams
from facilitator.voting.commands import OpenBallot

NO_HOSTS = ("program", "phone")
"""Whose commands undo passes over: the program's own and the room's phones'. All others are a host's, or time's."""


def is_risky(command: Command) -> bool:
    """Whether the command replaces much at once, so that a safety copy is kept first."""
    return isinstance(command, PutAgenda | PutPeople | PutKnowledge | SeatTeams)


def is_undoable(command: Command, by: str) -> bool:
    """Whether undo may take the command back."""
    never = KeepPort | ErasePersonalData | UseNeeds | PutNeeds | PurgeNeeds
    return by not in NO_HOSTS and not isinstance(command, never)


def seat_the_same(before: State, now: State) -> bool:
    """Whether teams formed on one state still suit another: people may have been checked in meanwhile, that is all."""
    return now.teams is before.teams and (
        now.roster is before.roster or people_to_seat(now.roster) == people_to_seat(before.roster)
    )


def decide_all(state: State, command: Command, context: Context) -> Decision:
    """The decision with everything that follows from it; a ballot that cannot open does not hold up the agenda.

    Raises:
        UserError: the command is refused.
    """
    decision = decide(state, command, context)
    state, notices = decision.state, list(decision.notices)
    events: list[Event] = []
    waiting = list(decision.events)
    while waiting:
        event = waiting.pop(0)
        events.append(event)
        for reaction in react(state, event):
            try:
                followed = decide(state, reaction, context)
            except UserError as refusal:
                if not isinstance(reaction, OpenBallot):
                    raise
                notices.append(refusal.text())
                continue
            state = followed.state
            waiting += followed.events
            notices += followed.notices
    return Decision(state, tuple(events), decision.result, tuple(notices))
