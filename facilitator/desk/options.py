"""Draws a ballot's options from the rest of the event when it opens."""

from __future__ import annotations

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.state import State
from facilitator.knowledge.model import Kind
from facilitator.voting.model import Ballot, Option, Source


def draw(state: State, ballot: Ballot) -> tuple[Option, ...]:
    """The options that the ballot's source holds now.

    Solutions are listed by team; a team that has handed nothing in stands there under its own name, so that it can
    be voted for all the same. The ids of options are the ids of what they stand for.

    Raises:
        UserError: the source is empty.
    """
    options = _options(state, ballot)
    if not options:
        raise UserError(
            text("The ballot “{title}” has nothing to vote for yet.", title=ballot.title),
            text("Add what it asks about, or write options on the ballot."),
        )
    return options


def _options(state: State, ballot: Ballot) -> tuple[Option, ...]:
    match ballot.source:
        case Source.OWN:
            return ballot.options
        case Source.SOLUTIONS:
            return _solutions(state)
        case Source.TEAMS:
            return tuple(_team(state, number) for number in sorted(state.teams.teams))
        case Source.EXAMPLES:
            return tuple(Option(item.id, item.title, item.text) for item in state.library.of_kind(Kind.EXAMPLE))
        case Source.CHALLENGES:
            return tuple(Option(item.id, item.title, item.text) for item in state.library.of_kind(Kind.CHALLENGE))
        case Source.QUESTIONS:
            return tuple(Option(one.id, one.text, one.code) for one in state.library.questions.values())


def _solutions(state: State) -> tuple[Option, ...]:
    handed_in = state.solutions.solutions
    numbers = sorted(set(state.teams.teams) | set(handed_in))
    return tuple(
        Option(number, handed_in[number].title, handed_in[number].proposal, number)
        if number in handed_in
        else _team(state, number)
        for number in numbers
    )


def _team(state: State, number: int) -> Option:
    return Option(number, f"{'Lag' if state.event.language == 'sv' else 'Team'} {number}", "", number)
