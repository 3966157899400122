"""The archive bundle: what the day came to, as files that outlive the program. No e-mail addresses, no card secrets."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facilitator.app.session import Session
from facilitator.common.clock import Instant, iso
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.desk.deciders.voting import cast_ballots
from facilitator.desk.rundown import rundown
from facilitator.desk.state import State
from facilitator.tables.writing import Value, csv_bytes
from facilitator.voting.evidence import answer, written
from facilitator.voting.model import Phase

File = tuple[str, bytes]
"""A file's name in the bundle and its content."""


def export(session: Session, folder: Path, tr: Translator) -> tuple[Path, ...]:
    """Write the bundle into `folder`, with a manifest of SHA-256 sums as the last file.

    Raises:
        UserError: the folder cannot be written to.
    """
    files = [*_tables(session.desk.state, session, tr), *_ballots(session), ("log.csv", _log(session, tr))]
    manifest = {"files": {name: hashlib.sha256(content).hexdigest() for name, content in files}}
    files.append(("manifest.json", _json(manifest)))
    paths = []
    try:
        for name, content in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(path.name + ".part")
            partial.write_bytes(content)
            os.replace(partial, path)
            paths.append(path)
    except OSError as error:
        raise UserError(
            text(
                "The folder “{folder}” cannot be written to: {reason}.", folder=str(folder), reason=error.strerror or ""
            ),
            text("Choose another folder, or make room on the disk."),
        ) from error
    return tuple(paths)


def _tables(state: State, session: Session, tr: Translator) -> Iterator[File]:
    yield "event.json", _json(_event(state))
    yield "rundown.csv", _rundown(state, session, tr)
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


def _rundown(state: State, session: Session, tr: Translator) -> bytes:
    def local(instant: Instant | None) -> Value:
        return None if instant is None else iso(instant, state.event.timezone)

    headings = (
        tr("Item"),
        tr("Planned start"),
        tr("Planned end"),
        tr("Actual start"),
        tr("Actual end"),
        tr("Late (s)"),
    )
    rows = [
        (
            row.item.title,
            local(row.planned.start),
            local(row.planned.end),
            local(row.actual_start),
            local(row.actual_end),
            None if row.actual_start is None else (row.actual_start - row.planned.start) // 1000,
        )
        for row in rundown(state, session.clock.now()).rows
    ]
    return csv_bytes(headings, rows)


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
            _json({"title": ballot.title, **written(ballot, cast_ballots(ballot, session.box))}),
        )
        if ballot.id in voting.results:
            yield f"ballots/{ballot.id}-result.json", _json(answer(ballot, voting.results[ballot.id]))


def _log(session: Session, tr: Translator) -> bytes:
    """What was done when, without what was said: commands may hold names."""
    zone = session.desk.state.event.timezone
    rows = [(step.version, iso(step.at, zone), step.by, str(step.command["type"])) for step in session.file.history()]
    return csv_bytes((tr("Version"), tr("Time"), tr("By"), tr("Command")), rows)


def _json(document: Any) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
