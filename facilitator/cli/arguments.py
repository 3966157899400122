"""The words of the command line: every command with its arguments and their limits."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from facilitator import __version__
from facilitator.common.texts import LANGUAGES, Translator

IMPORTS = ("participants", "agenda", "knowledge")
PRINTS = (
    *("team-sheets", "badges", "voting-cards", "table-signs", "wall-list", "all"),
    *("check-in-list", "agenda", "paper-ballots", "round-slips", "move-list", "printer-test"),
)
PAPERS = ("a4", "letter")
PRESETS = ("54x90", "a7", "a6", "avery-l4785", "avery-l7414", "zweckform-32015", "avery-5395")
"""The keys of `printing.paper.BADGE_SIZES`, said here again so that other commands start without printing."""

RULES = ("plurality", "approval", "schulze", "irv", "borda", "mean", "star", "dots", "axes")

LARGEST_SEED = 2**31 - 1
"""The largest that the solver takes."""

MOST_ROUNDS = 20
"""At tables of five, 20 rounds are as many as 80 people can sit without meeting again (79 others, four at a time)."""

MOST_PHONES = 100_000

LONGEST = 86_400
"""The longest search in seconds, and the greatest speed: a day."""


def parser(tr: Translator) -> argparse.ArgumentParser:
    """The parser of all commands; on wrong usage it says so and exits with status 2."""
    whole = argparse.ArgumentParser("facilitator", description=tr("Runs live hackathon days, offline."))
    whole.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    whole.add_argument("--language", choices=LANGUAGES, help=tr("the language of messages"))
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    new = _add(commands, "new", tr("make an event file"))
    new.add_argument("--template", choices=("skills360", "blank"), default="skills360")
    new.add_argument("--sample", action="store_true", help=tr("fill it with the sample event"))
    new.add_argument("--title", default="", help=tr("the event’s name"))
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
    _add_print_options(printing, tr)

    cards = _add(commands, "cards", tr("list the voting cards with their secrets"))
    cards.add_argument("--role", choices=("participant", "jury", "guest"))

    serve = _add(commands, "serve", tr("serve phones without a window"))
    serve.add_argument("--host")
    serve.add_argument("--port", type=_whole(0, 65_535, tr), help=tr("the port; 0 for any that is free"))

    rehearse = _add(commands, "rehearse", tr("run the whole day on a copy, with simulated phones"))
    pace = rehearse.add_mutually_exclusive_group()
    pace.add_argument("--speed", type=_seconds(tr), default=60.0, help=tr("how many times faster than the day"))
    pace.add_argument("--instant", action="store_true", help=tr("jump from one happening to the next"))
    rehearse.add_argument("--phones", type=_whole(0, MOST_PHONES, tr), default=0, help=tr("how many phones vote"))
    rehearse.add_argument("--script", metavar="FILE")

    tally = commands.add_parser("tally", help=tr("count a ballot file"))
    tally.add_argument("file")
    tally.add_argument("--method", choices=RULES, required=True)
    tally.add_argument("--json", action="store_true")

    export = _add(commands, "export", tr("write the archive bundle"), json=False)
    export.add_argument("--out", required=True, metavar="DIR")

    log = _add(commands, "log", tr("write the run log as CSV or XLSX"), json=False)
    log.add_argument("--out", required=True, metavar="FILE", help=tr("the file to write; its ending decides the kind"))
    log.add_argument("--times", action="store_true", help=tr("planned against actual times instead, an item a row"))

    calendar = _add(commands, "calendar", tr("write the agenda as a calendar file"), json=False)
    calendar.add_argument("--out", required=True, metavar="FILE")

    _add(commands, "check", tr("check every promise of the event file"))

    erase = _add(commands, "erase", tr("erase personal data"))
    erase.add_argument("--yes", action="store_true", help=tr("yes, erase it for good"))
    return whole


def _add_print_options(printing: argparse.ArgumentParser, tr: Translator) -> None:
    """What the print dialog asks for."""
    printing.add_argument("--paper", choices=PAPERS, help=tr("the sheets in the printer; those of the preset, else A4"))
    badge = printing.add_mutually_exclusive_group()
    badge.add_argument("--preset", choices=PRESETS, default=PRESETS[0], help=tr("the badges as they are sold"))
    badge.add_argument(
        "--badge", type=_pair("x", tr), metavar="WxH", help=tr("badges of your own size, width and height in mm")
    )
    printing.add_argument(
        "--offset", type=_pair(",", tr), metavar="X,Y", help=tr("move everything so many mm right and down")
    )
    printing.add_argument("--team", type=_whole(1, 10_000, tr), action="append", metavar="N", help=tr("only this team"))
    printing.add_argument("--person", action="append", metavar="ID", help=tr("only this participant"))
    printing.add_argument(
        "--only-changed",
        metavar="EVENT",
        help=tr("only what says something else than in this copy of the event, made when it was printed"),
    )
    printing.add_argument("--copies", type=_whole(1, 5000, tr), help=tr("paper ballots of each kind"))
    printing.add_argument("--no-codes", action="store_true", help=tr("badges without a code to check in with"))
    printing.add_argument("--no-marks", action="store_true", help=tr("without marks to cut along"))


def _add_teams(commands: argparse._SubParsersAction[argparse.ArgumentParser], tr: Translator) -> None:
    teams = commands.add_parser("teams", help=tr("form, repair and mix teams"))
    teams.add_argument("event")
    ways = teams.add_subparsers(dest="what", required=True, metavar="form|repair|rounds")
    form = ways.add_parser("form")
    form.add_argument("--rules", metavar="FILE")
    repair = ways.add_parser("repair")
    repair.add_argument("--absent", action="append", default=[], metavar="ID")
    repair.add_argument("--walk-in", metavar="FILE")
    repair.add_argument(
        "--option", type=_whole(1, 100, tr), default=1, help=tr("which way to repair, fewest moves first")
    )
    rounds = ways.add_parser("rounds")
    rounds.add_argument("--count", type=_whole(1, MOST_ROUNDS, tr), required=True)
    for way in (form, rounds):
        way.add_argument("--seed", type=_whole(0, LARGEST_SEED, tr))
    for way in (form, repair, rounds):
        way.add_argument("--time-limit", type=_seconds(tr), metavar="S")
        way.add_argument("--json", action="store_true")


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str, *, json: bool = True
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words)
    parser.add_argument("event")
    if json:
        parser.add_argument("--json", action="store_true")
    return parser


def _whole(least: int, most: int, tr: Translator) -> Callable[[str], int]:
    def read(written: str) -> int:
        try:
            number = int(written)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(
                tr("“{written}” is not a whole number from {least} to {most}", written=written, least=least, most=most)
            )
        return number

    return read


def _pair(between: str, tr: Translator) -> Callable[[str], tuple[float, float]]:
    def read(written: str) -> tuple[float, float]:
        first, _, second = written.lower().partition(between)
        try:
            return float(first), float(second)
        except ValueError:
            problem = tr(
                "“{written}” is not two numbers with “{between}” between them", written=written, between=between
            )
            raise argparse.ArgumentTypeError(problem) from None

    return read


def _seconds(tr: Translator) -> Callable[[str], float]:
    def read(written: str) -> float:
        try:
            number = float(written)
        except ValueError:
            number = 0.0
        if not 0 < number <= LONGEST:
            raise argparse.ArgumentTypeError(
                tr("“{written}” is not a number above 0 and up to {most}", written=written, most=LONGEST)
            )
        return number

    return read
