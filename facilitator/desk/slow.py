"""Works out the commands that take seconds, before the desk decides: forming and repairing teams."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.ports import TeamSolver
from facilitator.desk.state import State
from facilitator.participants.model import Participant, Roster
from facilitator.teams.commands import FormTeams, RepairTeams, SeatTeams
from facilitator.teams.model import Formation, Person, Rules
from facilitator.teams.rules_file import read_rules

USUAL_SECONDS = 30.0
"""How long a search goes on when nobody has said otherwise; the model day needs a few."""

FORMING_SEED = 1


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """The command that seats the teams that were found, and all that was found out about them."""

    command: SeatTeams
    result: Formation


def work_out(state: State, command: FormTeams | RepairTeams, solver: TeamSolver) -> WorkedOut:
    """Find the teams that a slow command asks for.

    Raises:
        UserError: there is nobody to seat, the rules cannot be met, or there is no such way to repair.
    """
    if isinstance(command, FormTeams):
        return _form(state, command, solver)
    return _repair(state, command, solver)


def people_to_seat(roster: Roster) -> tuple[Person, ...]:
    """Everybody who has a seat and may come, as the solver sees them."""
    return tuple(as_person(one) for one in roster.seated())


def as_person(one: Participant) -> Person:
    """A participant as the solver sees them."""
    return Person(
        id=one.id,
        sector=one.sector,
        quota=one.quota,
        organisation=one.organisation,
        role=one.role,
        skills=one.skills,
        languages=one.languages,
        wishes=one.wishes,
        name=one.name,
    )


def rules_from(document: object, roster: Roster) -> Rules:
    """The rules that a document asks for, its references resolved against the roster."""
    references = {one.reference: one.id for one in roster.people.values() if one.reference}
    references |= {str(one.id): one.id for one in roster.people.values() if str(one.id) not in references}
    agency = next(((quota.id, quota.name) for quota in roster.quotas.values() if quota.agency), None)
    return read_rules(document, references, agency)


def _form(state: State, command: FormTeams, solver: TeamSolver) -> WorkedOut:
    people = people_to_seat(state.roster)
    if not people:
        raise UserError(text("There is nobody to seat."), text("Import the list of participants first."))
    rules = state.teams.rules if command.rules is None else rules_from(command.rules, state.roster)
    seed = FORMING_SEED if command.seed is None else command.seed
    found = solver.form(people, rules, seed, command.seconds or USUAL_SECONDS)
    return WorkedOut(SeatTeams(found.teams, found.tiers, rules, seed, found.moves), found)


def _repair(state: State, command: RepairTeams, solver: TeamSolver) -> WorkedOut:
    if not state.teams.teams:
        raise UserError(text("There are no teams to repair."), text("Form teams first."))
    people = people_to_seat(state.roster)
    teams = [state.teams.teams[number] for number in sorted(state.teams.teams)]
    found = solver.repair(people, state.teams.rules, teams, state.teams.locked_people, command.seconds or USUAL_SECONDS)
    if not 1 <= command.option <= len(found):
        raise UserError(
            text("There is no way {option} to repair the teams.", option=command.option),
            text("There are {count} of them.", count=len(found)),
        )
    formation = replace(found[command.option - 1].formation, seed=state.teams.seed)
    return WorkedOut(
        SeatTeams(formation.teams, formation.tiers, state.teams.rules, state.teams.seed, formation.moves), formation
    )
