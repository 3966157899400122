"""`import`: lists of people, agenda items and knowledge into an event; all or nothing."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from facilitator.agenda import reading as agenda_reading
from facilitator.agenda.commands import PutAgenda
from facilitator.app.session import Session
from facilitator.cli.output import DONE, REFUSED, Output
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.knowledge import reading as knowledge_reading
from facilitator.knowledge.commands import PutKnowledge
from facilitator.participants import reading as participants_reading
from facilitator.participants.commands import PutPeople
from facilitator.tables.model import Table
from facilitator.tables.problems import Problem
from facilitator.tables.reading import read_table


@frozen
class _Understood:
    """The command that imports the list, how many it adds and updates, what is wrong with it, and what to know."""

    command: Command
    added: int
    updated: int
    problems: Sequence[Problem]
    ignored: Sequence[str]
    notes: Sequence[Text]


def run(arguments: Namespace, out: Output) -> int:
    """Import a list into an event."""
    try:
        with _nothing_collected():
            table = read_table(Path(arguments.file))
        with _nothing_collected(), Session(Path(arguments.event)) as session:
            understood = _understand(arguments.what, table, session.desk.state)
            problems = understood.problems
            notices = () if problems else session.desk.do(understood.command, "script").notices
    except UserError as error:
        problem = {"row": None, "column": None, "value": None, "problem": out.render(error.text())}
        out.document({"added": 0, "updated": 0, "problems": [problem]})
        return out.refuse(error)
    added, updated = (0, 0) if problems else (understood.added, understood.updated)
    out.document({"added": added, "updated": updated, "problems": [_problem(one, out) for one in problems]})
    for note in (*understood.notes, *notices):
        out.say(out.render(note))
    if understood.ignored:
        out.say(out.tr("Not understood, and left out: {columns}.", columns=", ".join(understood.ignored)))
    for one in problems:
        out.say(_line(one, out))
    if problems:
        out.say(
            out.tr.plural(
                "Nothing was imported: {count} problem.", "Nothing was imported: {count} problems.", len(problems)
            )
        )
        return REFUSED
    out.result(out.tr("{added} added, {updated} updated.", added=added, updated=updated))
    return DONE


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """No looking for garbage among the rows of a long list, all of which stay: it takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _understand(what: str, table: Table, state: State) -> _Understood:
    if what == "participants":
        people = participants_reading.read(table, state.roster)
        put = PutPeople(people.people, people.sectors, people.quotas)
        return _Understood(put, people.added, people.updated, people.problems, people.ignored, people.notes)
    if what == "agenda":
        agenda = agenda_reading.read(table, first_day=state.event.day)
        replaced = PutAgenda(agenda.items)
        return _Understood(replaced, len(agenda.items), 0, agenda.problems, agenda.ignored, agenda.notes)
    known = knowledge_reading.read(table, state.library, state.roster)
    kept = PutKnowledge(known.items, known.questions)
    return _Understood(kept, known.added, known.updated, known.problems, known.ignored, known.notes)


def _line(problem: Problem, out: Output) -> str:
    words = out.render(problem.problem)
    if not problem.column:
        return out.tr("Row {row}: {problem}", row=problem.row, problem=words)
    return out.tr("Row {row}, {column}: {problem}", row=problem.row, column=problem.column, problem=words)


def _problem(problem: Problem, out: Output) -> dict[str, object]:
    return {
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "problem": out.render(problem.problem),
    }
