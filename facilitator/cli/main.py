"""The command line: what there is to say, and to whom it is passed on."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from facilitator import __version__
from facilitator.cli.output import WRONG_USAGE, Output
from facilitator.common.errors import UserError
from facilitator.common.texts import LANGUAGES, Translator, system_language

Run = Callable[[argparse.Namespace, Output], int]

IMPORTS = ("participants", "agenda", "knowledge")
PRINTS = ("team-sheets", "badges", "voting-cards", "table-signs", "wall-list", "check-in-list", "agenda", "all")
RULES = ("plurality", "approval", "schulze", "irv", "borda", "mean", "star", "dots", "axes")


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; returns the exit status.

    0 done, 1 the request cannot be met (a message says why and what to do), 2 wrong usage.
    """
    tr = Translator(system_language())
    try:
        given = _parser(tr).parse_args(arguments)
    except SystemExit as end:  # argparse has said why
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    out = Output(Translator(given.language) if given.language else tr, getattr(given, "json", False))
    try:
        status: int = _command(given.command, getattr(given, "what", None))(given, out)
    except UserError as error:
        _print_refusal(given, error, out)
        return out.refuse(error)
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
    out.document({"problem": out.render(error.text())})


def _parser(tr: Translator) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("facilitator", description=tr("Runs live hackathon days, offline."))
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--language", choices=LANGUAGES, help=tr("the language of messages"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    new = _add(commands, "new", tr("make an event file"))
    new.add_argument("--template", choices=("skills360", "blank"), default="skills360")
    new.add_argument("--sample", action="store_true", help=tr("fill it with the sample event"))
    new.add_argument("--title", default="", help=tr("the event's name"))
    new.add_argument("--day", help=tr("the day of the event, such as 2026-05-20; today if left out"))

    importing = commands.add_parser("import", help=tr("import a list; all or nothing"))
    importing.add_argument("event")
    importing.add_argument("what", choices=IMPORTS)
    importing.add_argument("file")
    importing.add_argument("--json", action="store_true")

    _add_teams(commands, tr)

    printing = _add(commands, "print", tr("write PDF files"), json=False)
    printing.add_argument("what", choices=PRINTS)
    printing.add_argument("--out", required=True, metavar="DIR")

    cards = _add(commands, "cards", tr("list the voting cards with their secrets"))
    cards.add_argument("--role", choices=("participant", "jury", "guest"))

    serve = _add(commands, "serve", tr("serve phones without a window"))
    serve.add_argument("--host")
    serve.add_argument("--port", type=_port)

    rehearse = _add(commands, "rehearse", tr("run the whole day on a copy, with simulated phones"))
    pace = rehearse.add_mutually_exclusive_group()
    pace.add_argument("--speed", type=_positive, default=60.0, help=tr("how many times faster than the day"))
    pace.add_argument("--instant", action="store_true", help=tr("jump from one happening to the next"))
    rehearse.add_argument("--phones", type=_count, default=0)
    rehearse.add_argument("--script", metavar="FILE")

    tally = commands.add_parser("tally", help=tr("count a ballot file"))
    tally.add_argument("file")
    tally.add_argument("--method", choices=RULES, required=True)
    tally.add_argument("--json", action="store_true")

    export = _add(commands, "export", tr("write the archive bundle"), json=False)
    export.add_argument("--out", required=True, metavar="DIR")

    _add(commands, "check", tr("check every promise of the event file"))

    erase = _add(commands, "erase", tr("erase personal data"))
    erase.add_argument("--yes", action="store_true")
    return parser


def _add_teams(commands: argparse._SubParsersAction[argparse.ArgumentParser], tr: Translator) -> None:
    teams = commands.add_parser("teams", help=tr("form, repair and mix teams"))
    teams.add_argument("event")
    ways = teams.add_subparsers(dest="what", required=True, metavar="form|repair|rounds")
    form = ways.add_parser("form")
    form.add_argument("--rules", metavar="FILE")
    repair = ways.add_parser("repair")
    repair.add_argument("--absent", action="append", default=[], metavar="ID")
    repair.add_argument("--walk-in", metavar="FILE")
    repair.add_argument("--option", type=_count, default=1, help=tr("which way to repair, fewest moves first"))
    rounds = ways.add_parser("rounds")
    rounds.add_argument("--count", type=_count, required=True)
    for way in (form, rounds):
        way.add_argument("--seed", type=int)
    for way in (form, repair, rounds):
        way.add_argument("--time-limit", type=_positive, metavar="S")
        way.add_argument("--json", action="store_true")


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str, *, json: bool = True
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words)
    parser.add_argument("event")
    if json:
        parser.add_argument("--json", action="store_true")
    return parser


def _port(written: str) -> int:
    port = int(written)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("0 … 65535")
    return port


def _count(written: str) -> int:
    count = int(written)
    if not 0 <= count <= 100_000:
        raise argparse.ArgumentTypeError("0 … 100000")
    return count


def _positive(written: str) -> float:
    number = float(written)
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError("> 0")
    return number
