"""`log` and `calendar`: how the day went and how it is meant to go, for spreadsheets and calendars."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from facilitator.app.archive import write
from facilitator.app.session import Session
from facilitator.cli.output import DONE, Output
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.calendar import calendar as calendar_file
from facilitator.desk.run_log import log_table, run_log, times_table
from facilitator.tables.writing import csv_bytes, xlsx_bytes


def log(arguments: Namespace, out: Output) -> int:
    """Write the run log, or planned against actual times."""
    path = Path(arguments.out)
    kind = path.suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise UserError(
            text("“{name}” is no name for a list.", name=path.name), text("Let it end in .csv or in .xlsx.")
        )
    with Session(Path(arguments.event)) as session:
        state = session.desk.state
        if arguments.times:
            title = out.tr("Rundown")
            headings, rows = times_table(state, session.clock.now(), out.tr)
        else:
            title = out.tr("Log")
            headings, rows = log_table(run_log(session.file.history(), state), state, out.tr)
    write(path, csv_bytes(headings, rows) if kind == ".csv" else xlsx_bytes(title, headings, rows))
    out.result(str(path))
    return DONE


def calendar(arguments: Namespace, out: Output) -> int:
    """Write the agenda as a calendar file."""
    path = Path(arguments.out)
    with Session(Path(arguments.event)) as session:
        content = calendar_file(session.desk.state, session.clock.now())
    write(path, content)
    out.result(str(path))
    return DONE
