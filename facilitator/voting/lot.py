"""Breaks the ties of a result by a lot that anybody can draw again.

Nobody can aim at it: it depends on all ballots, which are fixed when the ballot closes, and on a roll of dice that is
thrown in the room after that. The procedure, to be read out before the vote:

1. DIGEST is the SHA-256 of the ballot file's list of ballots (as `evidence.written` gives it), as canonical JSON.
2. Each of the options that tie gets the SHA-256 of `lot|DIGEST|DICE|NAME`.
3. The lowest of these, as hex numbers, takes the first of the places that were shared, and so on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.voting.choices import canonical
from facilitator.voting.evidence import candidate_names, written
from facilitator.voting.model import Ballot, Result, Row, Step, StepKind
from facilitator.voting.tally import Cast

MOST_DICE = 40
"""The most digits of a throw."""


def require_dice(dice: str) -> None:
    """Whether this is what dice can show.

    Raises:
        UserError: they are not digits, or too many.
    """
    if not dice.isascii() or not dice.isdigit() or len(dice) > MOST_DICE:
        raise UserError(
            text("“{dice}” is not a throw of dice.", dice=dice[:20]),
            text("Type the digits as they fell, such as 3516."),
        )


def broken_by_lot(ballot: Ballot, cast: Sequence[Cast], result: Result, dice: str) -> Result:
    """The result with every shared place drawn for; its last table shows who tied, each with its place (from 1).

    `dice` is what was thrown, as digits. A result without ties, or without any vote, comes back as it is.

    Raises:
        UserError: the dice are not digits.
    """
    require_dice(dice)
    if not result.winners or all(len(group) == 1 for group in result.ranking):
        return result
    digest = hashlib.sha256(canonical(written(ballot, cast)["ballots"]).encode()).hexdigest()
    names = candidate_names(ballot)

    def draw(option: int) -> str:
        return hashlib.sha256(f"lot|{digest}|{dice}|{names[option]}".encode()).hexdigest()

    ranking = tuple((option,) for group in result.ranking for option in sorted(group, key=draw))
    shared = {option for group in result.ranking if len(group) > 1 for option in group}
    rows = tuple(Row(option, (place,)) for place, (option,) in enumerate(ranking, 1) if option in shared)
    columns = ("place",)
    step = Step(StepKind.LOT, rows, columns, kept=ranking[0], note=f"{digest} {dice}")
    return replace(result, winners=ranking[0], ranking=ranking, steps=(*result.steps, step))
