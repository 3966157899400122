"""A result as a file: a table for spreadsheets, or the evidence that anybody can count again."""

from __future__ import annotations

import json
from pathlib import Path

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.desk.deciders.voting import ballot_file
from facilitator.desk.ports import BallotBox
from facilitator.desk.state import State
from facilitator.ui.wording import ROLES
from facilitator.voting.evidence import answer
from facilitator.voting.model import Ballot, Result

SUFFIXES = (".json", ".csv", ".xlsx")
"""What a result can be written as, by the file's ending."""


Line = tuple[str | int | float, ...]


def table(ballot: Ballot, result: Result, tr: Translator) -> tuple[tuple[str, ...], list[Line]]:
    """Headings and rows: place, option, figure, and the figure of every group of voters."""
    names = {option.id: option.label for option in ballot.candidates}
    headings = (tr("Place"), tr("Option"), tr("Figure"), *(tr.render(ROLES[role]) for role in result.parts))
    rows: list[Line] = []
    place = 1
    for group in result.ranking:
        for option in group:
            parts = (part.numbers.get(option, "") for part in result.parts.values())
            rows.append((place, names.get(option, str(option)), result.numbers.get(option, ""), *parts))
        place += len(group)
    return headings, rows


def content(state: State, ballot: Ballot, box: BallotBox, suffix: str, tr: Translator) -> bytes:
    """What such a file holds: the evidence with the answer (JSON), or the table.

    Raises:
        UserError: there is no such kind of file.
    """
    from facilitator.tables.writing import csv_bytes, xlsx_bytes  # takes long to load, and nobody has asked before

    result = state.voting.results[ballot.id]
    match suffix.lower():
        case ".json":
            document = {**ballot_file(state.voting, ballot, box), "result": answer(ballot, result)}
            return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
        case ".csv":
            return csv_bytes(*table(ballot, result, tr))
        case ".xlsx":
            return xlsx_bytes(ballot.title, *table(ballot, result, tr))
        case _:
            raise UserError(text("A result is written as JSON, CSV or XLSX."), text("Choose one of these endings."))


def write(path: Path, state: State, ballot: Ballot, box: BallotBox, tr: Translator) -> Path:
    """Write the file, by its ending.

    Raises:
        UserError: it cannot be written there.
    """
    data = content(state, ballot, box, path.suffix, tr)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UserError(
            text("{file} cannot be written: {reason}.", file=path.name, reason=error.strerror or str(error)),
            text("Choose another folder."),
        ) from error
    return path
