"""The archive bundle: what the day came to, as files that outlive the program. No e-mail addresses, no card secrets."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facilitator.agenda.writing import as_csv as agenda_csv
from facilitator.app.session import Session
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.desk.calendar import calendar
from facilitator.desk.deciders.voting import ballot_file
from facilitator.desk.run_log import log_table, run_log, times_table
from facilitator.desk.state import State
from facilitator.tables.writing import csv_bytes, xlsx_bytes
from facilitator.voting.evidence import answer
from facilitator.voting.model import Phase

File = tuple[str, bytes]
"""A file's name in the bundle and its content."""


def export(session: Session, folder: Path, tr: Translator) -> tuple[Path, ...]:
    """Write the bundle into `folder`, with a manifest of SHA-256 sums as the last file.

    Raises:
        UserError: the folder cannot be written to.
    """
    state = session.desk.state
    files = [*_tables(state, tr), *_day(state, session, tr), *_ballots(session)]
    manifest = {"files": {name: hashlib.sha256(content).hexdigest() for name, content in files}}
    files.append(("manifest.json", _json(manifest)))
    for name, content in files:
        write(folder / name, content)
    return tuple(folder / name for name, _ in files)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the folders that it needs.

    Raises:
        UserError: its folder cannot be written to.
    """
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        os.replace(partial, path)
    except OSError as error:
        folder, reason = str(path.parent), error.strerror or ""
        raise UserError(
            text("The folder “{folder}” cannot be written to: {reason}.", folder=folder, reason=reason),
            text("Choose another folder, or make room on the disk."),
        ) from error


def _tables(state: State, tr: Translator) -> Iterator[File]:
    yield "event.json", _json(_event(state))
    yield "teams.csv", _teams(state, tr)
    yield "solutions.csv", _solutions(state, tr)
    yield "knowledge.csv", _knowledge(state, tr)


def _event(state: State) -> dict[str, Any]:
    people = state.roster.people.values()
    return {
        "title": state.event.title,
        "day": state.event.day.isoformat(),
        "place": state.event.place,
        "participants": len(people),
        "checked_in": sum(person.attendance == "checked-in" for person in people),
        "teams": len(state.teams.teams),
        "tiers": [{"name": str(tier.name), "value": tier.value, "bound": tier.bound} for tier in state.teams.tiers],
        "seed": state.teams.seed,
    }


def _teams(state: State, tr: Translator) -> bytes:
    headings = (tr("Team"), tr("Table"), tr("Question"), tr("Name"), tr("Organisation"), tr("Sector"))
    sectors = state.roster.sectors
    rows = [
        (
            team.number,
            team.table,
            team.question,
            person.name,
            person.organisation,
            sectors[person.sector].name if person.sector is not None else None,
        )
        for team in sorted(state.teams.teams.values(), key=lambda team: team.number)
        for person in (state.roster.people[member] for member in team.members if member in state.roster.people)
    ]
    return csv_bytes(headings, rows)


def _solutions(state: State, tr: Translator) -> bytes:
    headings = (tr("Team"), tr("Title"), tr("Problem"), tr("Proposal"), tr("For whom"), tr("First step"), tr("Kind"))
    rows = [
        (one.team, one.title, one.problem, one.proposal, one.audience, one.first_step, one.kind and str(one.kind))
        for one in sorted(state.solutions.solutions.values(), key=lambda one: one.team)
    ]
    return csv_bytes(headings, rows)


def _knowledge(state: State, tr: Translator) -> bytes:
    headings = (tr("Kind"), tr("Title"), tr("Text"), tr("Organisation"), tr("Theme"), tr("Workshop"), tr("Source"))
    rows = [
        (str(one.kind), one.title, one.text, one.organisation, one.theme, one.workshop, one.source)
        for one in state.library.items.values()
    ]
    return csv_bytes(headings, rows)


def _ballots(session: Session) -> Iterator[File]:
    """Ballot files that `tally` counts again, and beside them the results that were shown."""
    voting = session.desk.state.voting
    for ballot in voting.ballots.values():
        if ballot.phase not in (Phase.CLOSED, Phase.REVEALED):
            continue
        yield (
            f"ballots/{ballot.id}.json",
            _json(ballot_file(voting, ballot, session.box)),
        )
        if ballot.id in voting.results:
            yield f"ballots/{ballot.id}-result.json", _json(answer(ballot, voting.results[ballot.id]))


def _day(state: State, session: Session, tr: Translator) -> Iterator[File]:
    """The agenda, as a list that can be imported again and as a calendar; its times; and all that happened.

    The log says what was done without what was said: commands may hold names.
    """
    now = session.clock.now()
    yield "agenda.csv", agenda_csv(state.plan, tr.language)
    yield "agenda.ics", calendar(state, now)
    yield "rundown.csv", csv_bytes(*times_table(state, now, tr))
    yield "rundown.xlsx", xlsx_bytes(tr("Rundown"), *times_table(state, now, tr))
    lines = run_log(session.file.history(), state)
    yield "log.csv", csv_bytes(*log_table(lines, state, tr))
    yield "log.xlsx", xlsx_bytes(tr("Log"), *log_table(lines, state, tr))


def _json(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
