"""The command line: a command is carried out, and what it comes to is told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from facilitator.cli.arguments import parser
from facilitator.cli.output import INTERRUPTED, PIPE_CLOSED, WRONG_USAGE, Output
from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, system_language

Run = Callable[[argparse.Namespace, Output], int]


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; returns the exit status.

    0 done, 1 the request cannot be met (a message says why and what to do), 2 wrong usage.
    """
    tr = Translator(system_language())
    try:
        given = parser(tr).parse_args(arguments)
    except SystemExit as end:  # argparse has said why
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    out = Output(Translator(given.language) if given.language else tr, getattr(given, "json", False))
    try:
        status: int = _command(given.command, getattr(given, "what", None))(given, out)
    except UserError as error:
        _print_refusal(given, error, out)
        return out.refuse(error)
    except KeyboardInterrupt:
        out.say(out.tr("Stopped. What was said to be done is kept."))
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us wants no more; nothing is left to be said, not even by the interpreter as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return status


def _command(name: str, what: str | None) -> Run:
    """The function behind a command; imported when asked for, since none needs all the libraries."""
    if name in ("new", "check", "export", "erase"):
        from facilitator.cli import events

        return {"new": events.new, "check": events.check, "export": events.export, "erase": events.erase}[name]
    if name == "teams":
        from facilitator.cli import teams

        return {"form": teams.form, "repair": teams.repair, "rounds": teams.rounds}[what or ""]
    if name in ("print", "cards"):
        from facilitator.cli import paper

        return paper.print_documents if name == "print" else paper.cards
    if name in ("log", "calendar"):
        from facilitator.cli import rundown

        return rundown.log if name == "log" else rundown.calendar
    if name == "import":
        from facilitator.cli import lists

        return lists.run
    if name == "serve":
        from facilitator.cli import serve

        return serve.run
    if name == "tally":
        from facilitator.cli import tally

        return tally.run
    from facilitator.cli import rehearse

    return rehearse.run


def _print_refusal(given: argparse.Namespace, error: UserError, out: Output) -> None:
    """A refusal with `--json` still prints its document."""
    if given.command == "import":
        return  # prints its own
    if given.command == "teams" and given.what in ("form", "repair"):
        from facilitator.cli.teams import refusal_document

        out.document(refusal_document(error, out))
        return
    if given.command == "check":
        from facilitator.cli.events import unreadable_document

        out.document(unreadable_document(error, out))
        return
    out.document({"problem": out.render(error.text())})
