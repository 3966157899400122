"""Decides commands about teams that are there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import TeamsSeated
from facilitator.desk.slow import as_person
from facilitator.desk.state import State
from facilitator.desk.vocabulary import TeamsCommand
from facilitator.participants.rules import find
from facilitator.teams import rules
from facilitator.teams.commands import (
    LockParticipant,
    LockTeam,
    MoveParticipant,
    SeatRounds,
    SeatTeams,
    SwapParticipants,
    Unseat,
)
from facilitator.teams.model import Formation, Person, Teams


def decide(state: State, command: TeamsCommand, _context: Context) -> Decision:
    """What a command about teams comes to."""
    teams = state.teams
    people = [as_person(one) for one in state.roster.people.values()]
    match command:
        case SeatTeams():
            formation = Formation(command.teams, command.tiers, seed=command.seed)
            seated = rules.adopt(replace(teams, rules=command.rules), formation)
            return Decision(replace(state, teams=seated), (TeamsSeated(),))
        case SeatRounds(rounds=rounds):
            changed: Teams = replace(teams, rounds=rounds)
        case MoveParticipant(participant=named, team=team):
            changed = rules.move_participant(teams, people, _id(state, named), team)
        case Unseat(participant=gone):
            changed = _without(teams, people, gone)
        case SwapParticipants(participant=named, other=other):
            changed = rules.swap_participants(teams, people, _id(state, named), _id(state, other))
        case LockParticipant(participant=named, locked=locked):
            changed = rules.lock_person(teams, _id(state, named), locked)
        case LockTeam(team=team, locked=locked):
            changed = rules.lock_team(teams, team, locked)
    return Decision(replace(state, teams=changed))


def _without(teams: Teams, people: Sequence[Person], gone: int) -> Teams:
    if not any(gone in team.members for team in teams.teams.values()):
        return teams
    left = {
        number: replace(team, members=tuple(member for member in team.members if member != gone))
        for number, team in teams.teams.items()
    }
    locked = tuple(person for person in teams.locked_people if person != gone)
    return rules.remeasured(replace(teams, teams=left, locked_people=locked), people)


def _id(state: State, named: int | str) -> int:
    return find(state.roster, named).id
