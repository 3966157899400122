"""`new`, `check`, `export` and `erase`: event files as wholes."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.app.archive import export as export_bundle
from facilitator.app.check import check as check_promises
from facilitator.app.session import Session
from facilitator.app.templates import Template, create
from facilitator.cli.output import DONE, REFUSED, Output
from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.event.commands import ErasePersonalData


def new(arguments: Namespace, out: Output) -> int:
    """Make an event file."""
    path = Path(arguments.event)
    day = None if arguments.day is None else _day(arguments.day)
    create(
        path,
        Template(arguments.template),
        sample=arguments.sample,
        language=arguments.language or out.tr.language,
        title=arguments.title,
        day=day,
    )
    out.document({"event": str(path)})
    out.result(str(path))
    return DONE


def check(arguments: Namespace, out: Output) -> int:
    """Check every promise of an event file."""
    promises = check_promises(Path(arguments.event))
    ok = not any(promise.broken for promise in promises)
    out.document(
        {
            "ok": ok,
            "promises": [
                {
                    "name": promise.name,
                    "ok": not promise.broken,
                    "problems": [out.render(problem) for problem in promise.broken],
                }
                for promise in promises
            ],
        }
    )
    for promise in promises:
        out.result(f"{'✓' if not promise.broken else '✗'} {promise.name}")
        for problem in promise.broken:
            out.say(f"  {out.render(problem)}")
    if not ok:
        out.say(out.tr("The file is damaged. Open the newest safety copy beside it; the file itself is left as it is."))
    return DONE if ok else REFUSED


def unreadable_document(error: UserError, out: Output) -> dict[str, Any]:
    """What `check --json` prints of a file that cannot be opened at all."""
    return {"ok": False, "promises": [], "problem": out.render(error.text())}


def export(arguments: Namespace, out: Output) -> int:
    """Write the archive bundle."""
    with Session(Path(arguments.event)) as session:
        for path in export_bundle(session, Path(arguments.out), out.tr):
            out.result(str(path))
    return DONE


def erase(arguments: Namespace, out: Output) -> int:
    """Erase personal data."""
    if not arguments.yes:
        raise UserError(
            text(
                "This erases names, organisations, notes, pictures (not the logo), the words of the scenes welcome and "
                "next steps, voters’ answers in open text and their reasons, and voting cards for good, in the event "
                "and its safety copies. Results stay, and so do the names of groups of answers."
            ),
            text("Say --yes if that is what you want."),
        )
    path = Path(arguments.event)
    with Session(path) as session:
        session.desk.do(ErasePersonalData(), "script")
        erased = session.desk.state.event.erasures[-1].people
        session.box.close()
        session.file.scrub()
    out.document({"erased": erased})
    out.result(out.tr.plural("The data of {count} person is erased.", "The data of {count} people is erased.", erased))
    return DONE


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UserError(
            text("“{day}” is not a date.", day=written), text("Write it as year-month-day, such as 2026-05-20.")
        ) from error
