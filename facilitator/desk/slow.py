"""Works out the commands that take seconds, before the desk decides: forming and repairing teams."""

from __future__ import annotations

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.desk.ports import TeamSolver
from facilitator.desk.state import State
from facilitator.participants.model import Participant, Roster
from facilitator.teams.commands import FormTeams, RepairTeams, SeatTeams
from facilitator.teams.model import Formation, Person, Rules
from facilitator.teams.rules_file import read_rules

USUAL_SECONDS = 30.0
"""How long a search goes on when nobody has said otherwise; the model day needs a few."""

LARGE_PEOPLE, LARGE_SECONDS = 140, 90.0
"""With more people than this, teams may take so long to be proven; there are usable ones within seconds anyway."""

FORMING_SEED = 1


@frozen
class WorkedOut:
    """The command that seats the teams that were found, and all that was found out about them."""

    command: SeatTeams
    result: Formation


class RulesBroken(UserError):
    """No teams keep all the hard rules; `formation` breaks the fewest of them, and is not seated."""

    def __init__(self, formation: Formation) -> None:
        """Names every broken rule."""
        reasons = [broken.why for broken in formation.broken_rules]
        places = " ".join(f"{{reason{number}}}" for number in range(len(reasons)))
        values = {f"reason{number}": reason for number, reason in enumerate(reasons)}
        super().__init__(
            text("The rules cannot all be kept. {reasons}", reasons=Text(places, values)),
            text("Give one of them up, or change the list of people; the teams are as they were."),
        )
        self.formation = formation


def work_out(state: State, command: FormTeams | RepairTeams, solver: TeamSolver) -> WorkedOut:
    """Find the teams that a slow command asks for.

    Raises:
        UserError: there is nobody to seat, or there is no such way to repair.
        RulesBroken: the hard rules cannot all be kept.
    """
    if isinstance(command, FormTeams):
        return _form(state, command, solver)
    return _repair(state, command, solver)


def usual_seconds(people: int) -> float:
    """How long teams of so many people are sought when nobody has said otherwise."""
    return USUAL_SECONDS if people <= LARGE_PEOPLE else LARGE_SECONDS


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
        accessible=one.accessible,
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
    found = solver.form(people, rules, seed, command.seconds or usual_seconds(len(people)), state.teams)
    return _seat(found, rules)


def _repair(state: State, command: RepairTeams, solver: TeamSolver) -> WorkedOut:
    found = solver.repair(people_to_seat(state.roster), state.teams, state.teams.seed, command.seconds or USUAL_SECONDS)
    if not 1 <= command.option <= len(found):
        raise UserError(
            text("There is no way {option} to repair the teams.", option=command.option),
            text("There are {count} of them.", count=len(found)),
        )
    return _seat(found[command.option - 1].formation, state.teams.rules)


def _seat(found: Formation, rules: Rules) -> WorkedOut:
    if found.broken_rules:
        raise RulesBroken(found)
    return WorkedOut(SeatTeams(found.teams, found.tiers, rules, found.seed, found.moves), found)
