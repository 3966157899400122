"""What a ballot's method asks of the voter."""

from __future__ import annotations

from facilitator.common.texts import Text, plural_text, text
from facilitator.voting.model import Ballot, Method


def instruction(ballot: Ballot) -> Text:
    """What the voter does, in one sentence."""
    match ballot.method:
        case Method.SINGLE:
            return text("Choose one.")
        case Method.APPROVAL if ballot.most is not None:
            return plural_text("Approve of one at most.", "Approve of up to {count}.", ballot.most)
        case Method.APPROVAL:
            return text("Approve of as many as you like.")
        case Method.RANKED if ballot.most is not None:
            return plural_text("Name your favourite.", "Rank up to {count}, your favourite first.", ballot.most)
        case Method.RANKED:
            return text("Rank them, your favourite first.")
        case Method.SCORE:
            return text("Give each a score from 0 to 5.")
        case Method.DOTS:
            return plural_text("Place your dot.", "Share out {count} dots.", ballot.budget)
        case Method.AXES:
            return text("Place each by how interesting and how feasible it is.")
        case Method.TEXT:
            return text("Answer in your own words.")
