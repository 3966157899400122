"""From the whole state of an event to what paper shows of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.desk.options import draw
from facilitator.desk.state import State
from facilitator.participants.badge_code import badge_code
from facilitator.printing.material import Material
from facilitator.solutions.codes import hand_in_code
from facilitator.voting.model import Ballot, Phase


def gathered(state: State, base_url: str) -> Material:
    """The event's slices with the codes that paper carries, and ballots that wait to be opened with the options they
    would have now.

    `base_url` is the address of the phone page, empty while it is not known.
    """
    ballots = {key: _with_options(state, ballot) for key, ballot in state.voting.ballots.items()}
    voting = replace(state.voting, ballots=ballots)
    key = state.event.staff_key
    return Material(
        state.event,
        state.plan,
        state.roster,
        state.teams,
        state.library,
        voting,
        base_url,
        hand_in_codes={number: hand_in_code(key, number) for number in state.teams.teams} if key else {},
        badge_codes={person: badge_code(key, person) for person in state.roster.people} if key else {},
    )


def _with_options(state: State, ballot: Ballot) -> Ballot:
    if ballot.phase is Phase.DRAFT:
        # A source that holds nothing yet is said where the ballot is printed, not where the badges are.
        with suppress(UserError):
            return replace(ballot, options=draw(state, ballot))
    return ballot
