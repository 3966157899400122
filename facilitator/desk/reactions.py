"""What one feature does because of another: the only place where features meet.

A reaction answers an event with further commands; they are decided in the same breath, saved in the same transaction
and taken back by the same undo.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.agenda.model import AtEnd, Item, Kind, Plan
from facilitator.desk.events import (
    AgendaReplaced,
    BallotClosed,
    BallotOpened,
    DayEnded,
    Event,
    ItemEnded,
    ItemLengthened,
    ItemReachedEnd,
    ItemRemoved,
    ItemStarted,
    ParticipantRemoved,
    PeopleAdded,
    PlaceUnveiled,
    ResultRevealed,
    SeatLost,
    TeamOnStage,
    TeamsSeated,
)
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.stage.commands import Show
from facilitator.stage.model import SceneName
from facilitator.teams.commands import Unseat
from facilitator.timer.commands import AddTime, OrderPitches
from facilitator.voting.commands import CloseBallot, IssueCards, OpenBallot, PutBallot, RevokeCards
from facilitator.voting.model import Ballot, Phase, Role

_SCENES = {Kind.TEAMS: SceneName.TEAMS, Kind.PITCHES: SceneName.PITCH}
"""What to show when an item of a kind starts; the clock otherwise."""

_HOST_CHOICES = (SceneName.BLANK, SceneName.MESSAGE)
"""Scenes that the host chose to put up; nothing takes them down but the host."""


def react(state: State, event: Event) -> tuple[Command, ...]:
    """The commands that follow from an event."""
    match event:
        case ItemStarted(item=item):
            return _start(state, state.plan.items[item])
        case ItemEnded(item=item):
            return tuple(
                CloseBallot(ballot.id)
                for ballot in _in_order(state)
                if ballot.item == item and ballot.phase is Phase.OPEN
            )
        case ItemReachedEnd(item=item):
            return _end(state, state.plan.items[item])
        case TeamOnStage():
            # Who put up anything but the clock meant it to stay.
            return (Show(SceneName.PITCH),) if state.stage.scene is SceneName.CLOCK else ()
        case BallotOpened(ballot=ballot):
            return _unless_host_chose(state, Show(SceneName.BALLOT, ballot))
        case PlaceUnveiled(ballot=ballot) | ResultRevealed(ballot=ballot):
            return (Show(SceneName.RESULTS, ballot),)
        case AgendaReplaced():
            return tuple(_rebind(state, event))
        case ItemLengthened(item=item, seconds=seconds):
            return (AddTime(seconds, item),) if state.run.clock(item) is not None else ()
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
        case TeamsSeated():
            return (OrderPitches(()),) if state.run.pitches.teams else ()
        case BallotClosed() | DayEnded():
            return ()


def _start(state: State, item: Item) -> tuple[Command, ...]:
    """What comes with the start of an item; one on a track of its own changes nothing on the screen of all."""
    ballots = () if item.at_end is AtEnd.BALLOT else _open_ballots(state, item.id)
    queue = (OrderPitches(()),) if item.kind is Kind.PITCHES and not state.run.pitches.teams else ()
    return (*(() if item.track else _show_item(state, item)), *queue, *ballots)


def _end(state: State, item: Item) -> tuple[Command, ...]:
    """What an item does when its countdown reaches zero; that the next one starts has been decided with it."""
    if item.at_end is AtEnd.BALLOT:
        return _open_ballots(state, item.id)
    scene = _scene(item.end_scene)
    return () if item.at_end is not AtEnd.SCENE or scene is None else _unless_host_chose(state, Show(scene))


def _open_ballots(state: State, item: int) -> tuple[Command, ...]:
    # The first one opens last, so that it is the one on show.
    drafts = [ballot for ballot in _in_order(state) if ballot.item == item and ballot.phase is Phase.DRAFT]
    return tuple(OpenBallot(ballot.id) for ballot in reversed(drafts))


def _show_item(state: State, item: Item) -> tuple[Command, ...]:
    scene = _scene(item.scene) or _SCENES.get(item.kind, SceneName.CLOCK)
    return _unless_host_chose(state, Show(scene))


def _scene(name: str) -> SceneName | None:
    """The scene of this name; None for an empty name, or one that a newer version of the program has written."""
    return SceneName(name) if name in SceneName.__members__.values() else None


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
