"""`import`: lists of people, agenda items and knowledge into an event; all or nothing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from facilitator.agenda import reading as agenda_reading
from facilitator.agenda.commands import PutAgenda
from facilitator.app.session import Session
from facilitator.cli.output import DONE, REFUSED, Output
from facilitator.common.errors import UserError
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.knowledge import reading as knowledge_reading
from facilitator.knowledge.commands import PutKnowledge
from facilitator.participants import reading as participants_reading
from facilitator.participants.commands import PutPeople
from facilitator.tables.model import Table
from facilitator.tables.problems import Problem
from facilitator.tables.reading import read_table

_Understood = tuple[Command, int, int, Sequence[Problem]]
"""The command that imports the list, how many it adds and updates, and what is wrong with it."""


def run(arguments: Namespace, out: Output) -> int:
    """Import a list into an event."""
    try:
        table = read_table(Path(arguments.file))
        with Session(Path(arguments.event)) as session:
            command, added, updated, problems = _understand(arguments.what, table, session.desk.state)
            if not problems:
                session.desk.do(command, "script")
    except UserError as error:
        problem = {"row": None, "column": None, "value": None, "problem": out.render(error.text())}
        out.document({"added": 0, "updated": 0, "problems": [problem]})
        return out.refuse(error)
    if problems:
        added = updated = 0
    out.document({"added": added, "updated": updated, "problems": [_problem(one, out) for one in problems]})
    for one in problems:
        out.say(
            out.tr("Row {row}, {column}: {problem}", row=one.row, column=one.column, problem=out.render(one.problem))
        )
    if problems:
        out.say(
            out.tr.plural(
                "Nothing was imported: {count} problem.", "Nothing was imported: {count} problems.", len(problems)
            )
        )
        return REFUSED
    out.result(out.tr("{added} added, {updated} updated.", added=added, updated=updated))
    return DONE


def _understand(what: str, table: Table, state: State) -> _Understood:
    if what == "participants":
        people = participants_reading.read(table, state.roster)
        return PutPeople(people.people, people.sectors, people.quotas), people.added, people.updated, people.problems
    if what == "agenda":
        agenda = agenda_reading.read(table)
        return PutAgenda(agenda.items), len(agenda.items), 0, agenda.problems
    known = knowledge_reading.read(table, state.library, state.roster)
    return PutKnowledge(known.items, known.questions), known.added, known.updated, known.problems


def _problem(problem: Problem, out: Output) -> dict[str, object]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "problem": out.render(problem.problem),
    }
