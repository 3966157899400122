"""`teams`: form, repair and mix teams."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from facilitator.app.session import Session
from facilitator.cli.files import read_json, read_walk_ins
from facilitator.cli.output import DONE, Output
from facilitator.common.errors import Unreadable, UserError
from facilitator.common.texts import text
from facilitator.desk.commands import Undo
from facilitator.desk.slow import USUAL_SECONDS, RulesBroken, people_to_seat
from facilitator.participants.commands import MarkAbsent
from facilitator.participants.model import Attendance
from facilitator.participants.rules import find
from facilitator.teams.commands import FormTeams, RepairTeams, SeatRounds
from facilitator.teams.document import formation_document, rounds_document
from facilitator.teams.model import Formation
from facilitator.teams.words import TIERS


def form(arguments: Namespace, out: Output) -> int:
    """Form teams."""
    with Session(Path(arguments.event)) as session:
        rules = None if arguments.rules is None else _rules(Path(arguments.rules))
        return _seat(session, FormTeams(rules, arguments.seed, arguments.time_limit), out)


def repair(arguments: Namespace, out: Output) -> int:
    """Repair the teams after absences and walk-ins; if that cannot be done, neither is kept."""
    with Session(Path(arguments.event)) as session:
        desk = session.desk
        before = desk.version
        try:
            for named in arguments.absent:
                if find(desk.state.roster, named).attendance is not Attendance.ABSENT:
                    desk.do(MarkAbsent(named), "script")
            if arguments.walk_in is not None:
                for walk_in in read_walk_ins(Path(arguments.walk_in), desk.state.roster):
                    desk.do(walk_in, "script")
            return _seat(session, RepairTeams(arguments.option, arguments.time_limit), out)
        except UserError:
            for _ in range(desk.version - before):
                desk.do(Undo(), "script")
            raise


def rounds(arguments: Namespace, out: Output) -> int:
    """Draw up table rounds in which nobody meets twice."""
    with Session(Path(arguments.event)) as session:
        state = session.desk.state
        people = people_to_seat(state.roster)
        if not people:
            raise UserError(text("There is nobody to seat."), text("Import the list of participants first."))
        limit = arguments.time_limit or USUAL_SECONDS
        plan = session.solver.rounds(people, state.teams.rules, arguments.count, arguments.seed or 0, limit)
        session.desk.do(SeatRounds(plan.rounds), "script")
    out.document(rounds_document(plan))
    for number, drawn in enumerate(plan.rounds, start=1):
        out.result(out.tr("Round {number}: {count} tables", number=number, count=len(drawn)))
    return DONE


def _seat(session: Session, command: FormTeams | RepairTeams, out: Output) -> int:
    formation: Formation = session.desk.do(command, "script").result
    out.document(formation_document(formation, out.tr))
    people = session.desk.state.roster.people
    for team in formation.teams:
        names = ", ".join(people[member].name for member in team.members)
        out.result(f"{team.number:>3}  {team.table}: {names}")
    for tier in formation.tiers:
        proven = out.tr("proven") if tier.proven else out.tr("at best {bound}", bound=tier.bound)
        out.result(f"{out.render(TIERS[tier.name][0])}: {tier.value} ({proven})")
    return DONE


def refusal_document(error: UserError, out: Output) -> dict[str, Any]:
    """What `--json` prints when the teams cannot be had: the teams that break the fewest rules, if there are any."""
    formation = error.formation if isinstance(error, RulesBroken) else Formation((), ())
    return formation_document(formation, out.tr) | {"problem": out.render(error.text())}


def _rules(path: Path) -> dict[str, Any]:
    found = read_json(path)
    if not isinstance(found, dict):
        raise Unreadable(text("“{name}” holds no rules.", name=path.name), text("It must be a JSON object."))
    return found
