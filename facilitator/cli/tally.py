"""`tally`: counts a ballot file with the same code as the app."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from facilitator.cli.files import read_bytes
from facilitator.cli.output import DONE, Output
from facilitator.voting.ballot_file import read_ballot_file
from facilitator.voting.evidence import answer
from facilitator.voting.lot import broken_by_lot
from facilitator.voting.model import Rule
from facilitator.voting.tally import count


def run(arguments: Namespace, out: Output) -> int:
    """Count a ballot file."""
    ballot, cast = read_ballot_file(read_bytes(Path(arguments.file)), Rule(arguments.method))
    result = count(ballot, cast)
    if ballot.dice:
        result = broken_by_lot(ballot, cast, result, ballot.dice)
    names = {option.id: option.label for option in ballot.candidates}
    out.document(answer(ballot, result))
    for place, group in enumerate(result.ranking, start=1):
        out.result(f"{place:>3}  {' = '.join(names[option] for option in group)}")
    if len(result.winners) > 1:
        out.result(out.tr("The first place is shared."))
    return DONE
