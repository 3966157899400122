"""`rehearse`: the whole day on a copy of the event, with simulated phones."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from facilitator.app.rehearsal import Wishes, rehearse
from facilitator.cli.output import DONE, REFUSED, Output
from facilitator.common.clock import to_datetime
from facilitator.desk.state import State
from facilitator.rehearsal.day import Entry
from facilitator.rehearsal.report import Report, document, problems
from facilitator.rehearsal.telling import Line, Teller


def run(arguments: Namespace, out: Output) -> int:
    """Rehearse the day; the exit status is 1 if a vote was lost, or an item was never started."""
    # So that being ended from outside leaves neither the copy nor the phone server behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    wishes = Wishes(
        speed=None if arguments.instant else arguments.speed,
        phones=arguments.phones,
        script=None if arguments.script is None else _script(Path(arguments.script)),
    )
    teller = Teller()

    def tell(entry: Entry) -> None:
        _print(teller.lines(entry), entry.state, out)

    try:
        report = rehearse(Path(arguments.event), wishes, tell=tell)
    except KeyboardInterrupt:
        out.say(out.tr("The rehearsal was broken off. The event is as it was."))
        return REFUSED
    out.document(document(report, out.tr))
    return _sum_up(report, teller, out)


def _script(path: Path) -> bytes:
    from facilitator.cli.files import read_bytes  # which loads what reads lists

    return read_bytes(path)


def _sum_up(report: Report, teller: Teller, out: Output) -> int:
    """The last lines; returns the exit status."""
    _print(teller.rest(), report.state, out)
    out.result(
        out.tr(
            "Votes: {sent} sent, {acknowledged} acknowledged, {counted} counted.",
            sent=report.votes.sent,
            acknowledged=report.votes.acknowledged,
            counted=report.votes.counted,
        )
    )
    found = list(problems(report))
    for problem in found:
        out.say(out.render(problem))
    if not found:
        out.result(out.tr("The rehearsal went well. The event itself is as it was."))
    return REFUSED if found else DONE


def _print(lines: Iterable[Line], state: State, out: Output) -> None:
    for at, line in lines:
        out.result(f"{to_datetime(at, state.event.timezone):%H:%M:%S}  {out.render(line)}")
