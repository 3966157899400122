"""What one feature does because of another: the only place where features meet.

A reaction answers an event with further commands; they are decided in the same breath, saved in the same transaction
and taken back by the same undo.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.desk.events import (
    AgendaReplaced,
    BallotClosed,
    BallotOpened,
    DayEnded,
    Event,
    ItemEnded,
    ItemLengthened,
    ItemRemoved,
    ItemStarted,
    ParticipantRemoved,
    PeopleAdded,
    ResultRevealed,
    SeatLost,
    TeamsSeated,
)
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.teams.commands import Unseat
from facilitator.timer.commands import AddTime
from facilitator.voting.commands import CloseBallot, IssueCards, OpenBallot, PutBallot, RevokeCards
from facilitator.voting.model import Ballot, Phase, Role

_SCENES = {Kind.TEAMS: SceneName.TEAMS}
"""What to show when an item of a kind starts; the clock otherwise."""

_HOST_CHOICES = (SceneName.BLANK, SceneName.MESSAGE)
"""Scenes that the host chose to put up; nothing takes them down but the host."""


def react(state: State, event: Event) -> tuple[Command, ...]:
    """The commands that follow from an event."""
    match event:
        case ItemStarted(item=item):
            return (*_show_item(state, state.plan.items[item]), *_open_ballots(state, item))
        case ItemEnded(item=item):
            return tuple(
                CloseBallot(ballot.id)
                for ballot in _in_order(state)
                if ballot.item == item and ballot.phase is Phase.OPEN
            )
        case BallotOpened(ballot=ballot):
            return _unless_host_chose(state, Show(SceneName.BALLOT, ballot))
        case ResultRevealed(ballot=ballot):
            return (Show(SceneName.RESULTS, ballot),)
        case AgendaReplaced():
            return tuple(_rebind(state, event))
        case ItemLengthened(item=item, seconds=seconds):
            running = state.run.running
            return (AddTime(seconds),) if running is not None and running.item == item else ()
        case ItemRemoved(item=item):
            return tuple(
                PutBallot(replace(ballot, item=None))
                for ballot in _in_order(state)
                if ballot.item == item and ballot.phase is Phase.DRAFT
            )
        case PeopleAdded(people=people):
            return (IssueCards(Role.PARTICIPANT, participants=people),)
        case ParticipantRemoved(participant=participant) | SeatLost(participant=participant):
            return (RevokeCards(participant), Unseat(participant))
        case BallotClosed() | DayEnded() | TeamsSeated():
            return ()


def _open_ballots(state: State, item: int) -> tuple[Command, ...]:
    # The first one opens last, so that it is the one on show.
    drafts = [ballot for ballot in _in_order(state) if ballot.item == item and ballot.phase is Phase.DRAFT]
    return tuple(OpenBallot(ballot.id) for ballot in reversed(drafts))


def _show_item(state: State, item: Item) -> tuple[Command, ...]:
    return _unless_host_chose(state, Show(_SCENES.get(item.kind, SceneName.CLOCK)))


def _unless_host_chose(state: State, show: Show) -> tuple[Command, ...]:
    return () if state.stage.scene in _HOST_CHOICES else (show,)


def _rebind(state: State, event: AgendaReplaced) -> Iterator[Command]:
    """Drafts follow their item into a new agenda: to the one of the same title, else to the first that votes."""
    titles = dict(event.before)
    for ballot in _in_order(state):
        if ballot.item is None or ballot.phase is not Phase.DRAFT:
            continue
        item = _same_title(state.plan, titles.get(ballot.item)) or _first_vote(state.plan)
        if item != ballot.item:
            yield PutBallot(replace(ballot, item=item))


def _same_title(plan: Plan, title: str | None) -> int | None:
    return next((item.id for item in plan.in_order() if item.title == title), None)


def _first_vote(plan: Plan) -> int | None:
    return next((item.id for item in plan.in_order() if item.kind is Kind.VOTE), None)


def _in_order(state: State) -> list[Ballot]:
    return sorted(state.voting.ballots.values(), key=lambda ballot: ballot.position)
