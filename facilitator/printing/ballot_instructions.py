"""What a paper ballot says about how it is filled in."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.common.texts import Text, plural_text, text
from facilitator.printing.ballot_rows import MOST_CIRCLES
from facilitator.voting.model import AXIS_HIGHEST, AXIS_LOWEST, SCORE_HIGHEST, SCORE_LOWEST, Ballot, Method


def how_to_fill_in(ballot: Ballot) -> Iterator[Text]:
    """How to fill in the paper, sentence by sentence."""
    match ballot.method:
        case Method.SINGLE:
            yield text("Put a cross in one box.")
        case Method.APPROVAL if ballot.most is None:
            yield text("Put a cross beside everything you like.")
        case Method.APPROVAL:
            yield plural_text("Put a cross in one box.", "Put a cross in at most {count} boxes.", ballot.most or 1)
        case Method.RANKED:
            yield text("Write 1 beside the best, 2 beside the next best, and so on.")
            if ballot.most is None:
                yield text("You need not number them all.")
            else:
                yield plural_text("Number only one.", "Number at most {count}.", ballot.most)
        case Method.SCORE:
            yield text(
                "Put a cross on one number in each row of boxes, from {lowest} (lowest) to {highest} (highest).",
                lowest=SCORE_LOWEST,
                highest=SCORE_HIGHEST,
            )
            yield text("Leave out what you cannot judge.")
        case Method.DOTS if ballot.budget <= MOST_CIRCLES:
            yield plural_text(
                "Fill in one circle.", "Fill in {count} circles in all, shared as you like.", ballot.budget
            )
        case Method.DOTS:
            yield text("Share out {budget} dots as you like: write how many in the boxes.", budget=ballot.budget)
        case Method.AXES:
            yield text(
                "Put a cross on two numbers for each, from {lowest} (low) to {highest} (high).",
                lowest=AXIS_LOWEST,
                highest=AXIS_HIGHEST,
            )
            yield text("Leave out what you cannot judge.")
        case Method.TEXT:
            yield text("Answer in your own words.")
    if ballot.own_team_excluded:
        yield text("Do not vote for your own team.")
    yield text("An empty paper is a blank vote. Fold the paper before you hand it in.")
