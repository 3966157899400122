"""What a person chooses before something is printed: paper, badge size, offset, and which sheets of all."""

from __future__ import annotations

from collections.abc import Container, Iterable

from facilitator.common.errors import NotFound, UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.printing.marks import NO_OFFSET, Offset
from facilitator.printing.material import Material
from facilitator.printing.paper import BADGE_90X54, BadgeSize, Paper, grid_of
from facilitator.printing.refusals import NothingToPrint

LARGEST_OFFSET = 10
"""Millimetres. A printer that is further off feeds the wrong paper, and marks would leave the sheet."""

MOST_COPIES = 5000
"""Paper ballots of one kind in one file."""

SMALLEST_BADGE = BadgeSize(50, 30)
"""Below this a name at its least size has no room."""


@frozen
class Selection:
    """Which of the papers to print; None means all of them. Lists are always printed whole.

    `teams` are numbers and choose team sheets and table signs; `people` are participants' ids and choose badges,
    round slips and participants' voting cards; `cards` are card ids, for jury and guests too; `ballots` choose paper
    ballots. Where both people and cards are chosen, a card needs to be in both.
    """

    teams: frozenset[int] | None = None
    people: frozenset[int] | None = None
    cards: frozenset[str] | None = None
    ballots: frozenset[int] | None = None


EVERYTHING = Selection()
"""Nothing left out."""


@frozen
class PrintOptions:
    """The choices of the print dialog.

    `badge` and `badge_codes`, the code to check in with, only matter for badges; `cut_marks` to all that is cut apart.
    `offset` moves everything on the sheet, for a printer that feeds it off centre.
    `changed_since` is the event as it was when it was printed last: only sheets that say something else now are
    printed, and the move list tells the difference. `copies` is the number of paper ballots of each kind; None means
    one for everybody who may vote.
    """

    paper: Paper = Paper.A4
    badge: BadgeSize = BADGE_90X54
    offset: Offset = NO_OFFSET
    selection: Selection = EVERYTHING
    changed_since: Material | None = None
    copies: int | None = None
    badge_codes: bool = True
    cut_marks: bool = True


USUAL = PrintOptions()
"""A4, the usual badge, everything."""


def require_printable(options: PrintOptions, material: Material) -> None:
    """Whether these choices can be printed; the badge is looked at where badges are printed.

    Raises:
        UserError: the offset or the number of copies is out of range.
        NotFound: a chosen team, person, card or ballot is not in the event.
    """
    offset, copies = options.offset, options.copies
    if not (abs(offset.across) <= LARGEST_OFFSET and abs(offset.down) <= LARGEST_OFFSET):
        raise UserError(
            text("An offset of {across} and {down} mm is too large.", across=offset.across, down=offset.down),
            text("Choose at most {most} mm each way. The printer test shows how much is needed.", most=LARGEST_OFFSET),
        )
    if copies is not None and not 1 <= copies <= MOST_COPIES:
        raise UserError(
            text("{copies} copies cannot be printed.", copies=copies),
            text("Choose a number from 1 to {most}.", most=MOST_COPIES),
        )
    _require_known(options.selection, material)


def require_badge(size: BadgeSize, paper: Paper) -> None:
    """Whether a badge can be read and fits the sheet.

    Raises:
        UserError: it is too small, larger than the sheet, or sold on another sheet.
    """
    if not (size.width >= SMALLEST_BADGE.width and size.height >= SMALLEST_BADGE.height):
        raise UserError(
            text("A badge of {width} × {height} mm is too small to be read.", width=size.width, height=size.height),
            text(
                "Choose one of at least {width} × {height} mm.",
                width=SMALLEST_BADGE.width,
                height=SMALLEST_BADGE.height,
            ),
        )
    if size.paper not in (None, paper):
        raise UserError(
            text("These badges are not sold on sheets of this size."), text("Choose other paper or other badges.")
        )
    if grid_of(paper, size).per_page == 0:
        raise UserError(text("The badge is larger than the sheet."), text("Choose a smaller badge or a larger sheet."))


def nothing_left(options: PrintOptions) -> NothingToPrint:
    """Why a choice leaves nothing of what there is."""
    if options.changed_since is not None:
        return NothingToPrint(
            text("Nothing has changed since this was printed."), text("Print all of it if sheets have been lost.")
        )
    return NothingToPrint(text("Nothing is chosen."), text("Choose at least one sheet to print."))


def _require_known(chosen: Selection, material: Material) -> None:
    voting = material.voting
    for name in _unknown(chosen.teams, material.teams.teams):
        raise NotFound(text("There is no team {number} to print for.", number=name), _from_the_event())
    for name in _unknown(chosen.people, material.roster.people):
        raise NotFound(text("There is no participant {participant} to print for.", participant=name), _from_the_event())
    for name in _unknown(chosen.cards, voting.cards):
        raise NotFound(text("There is no voting card {card} to print.", card=name), _from_the_event())
    for name in _unknown(chosen.ballots, voting.ballots):
        raise NotFound(text("There is no ballot {ballot} to print.", ballot=name), _from_the_event())


def _unknown(chosen: Iterable[int | str] | None, known: Container[object]) -> list[int | str]:
    return sorted((name for name in chosen or () if name not in known), key=str)


def _from_the_event() -> Text:
    return text("Choose from what the event holds now.")
