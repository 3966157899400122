"""The simulated host: does what a host does on a day on which all goes by the plan.

Starts each day, checks everybody in, presses Next when an item's time is up (and not before a fixed start), on the
tracks too, calls the teams to their pitches, forms teams if nobody has, and sees to the ballots that the agenda does
not open, close and reveal by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.agenda.model import AtEnd, Item, Kind, Plan
from facilitator.common.clock import Duration, Instant, Moment, minutes
from facilitator.desk.rundown import planned_slots, rundown
from facilitator.desk.slow import people_to_seat
from facilitator.desk.state import State
from facilitator.desk.vocabulary import Command
from facilitator.participants.commands import CheckIn
from facilitator.participants.model import Attendance
from facilitator.rehearsal.happening import Happening
from facilitator.teams.commands import FormTeams
from facilitator.timer.commands import Next, NextPitch, StartDay
from facilitator.timer.model import Running
from facilitator.timer.rules import expected_end
from facilitator.timer.sharing import phase_left
from facilitator.voting.commands import CloseBallot, OpenBallot, RevealResult
from facilitator.voting.model import Ballot, Phase

VOTING_TIME = minutes(1)
"""How long the host lets people vote on what opens at the end of an item."""

Look = Callable[[], tuple[State, Moment]]
"""Gives the state and the time as they are at that moment."""


def simulated_host(look: Look) -> Iterator[Happening]:
    """What the host does, one thing after the other; looks again each time it is asked for the next.

    Nothing comes of an empty agenda. The last happening is the end of the last day, or the reveal of what it closed.
    """
    tried: set[int] = set()
    while (start := next_start(*look())) is not None:
        yield Happening(start, StartDay())
        state, now = look()
        for person in state.roster.seated():
            if person.attendance is Attendance.REGISTERED:
                yield Happening(now.wall, CheckIn(person.id))
        yield from _day(look, tried)
        if look()[0].run.ended_at is None:
            return  # refused, which is in the log; pressing again would change nothing


def _day(look: Look, tried: set[int]) -> Iterator[Happening]:
    """One day from its start to its end; `tried` are the ballots that have been revealed, or could not be."""
    prepared: Running | None = None
    while True:
        for reveal in reveals(look()[0]):
            if reveal.ballot not in tried:
                tried.add(reveal.ballot)
                yield Happening(look()[1].wall, reveal)
        before = look()[0]
        running = before.run.running
        if running is None:
            return
        if running != prepared:
            prepared = running
            for command in preparations(before):
                yield Happening(look()[1].wall, command)
        press = next_press(*look())
        if isinstance(press.command, Next) and press.command.item is None:
            for close in closings(look()[0]):
                yield Happening(press.at, close)
        yield press
        if look()[0].run == before.run:
            return  # refused


def next_start(state: State, now: Moment) -> Instant | None:
    """When to start the next day that has not been run: at its first item's planned start; None after the last."""
    if state.run.running is not None:
        return None
    begun = [state.plan.items[key].day for key in state.run.actuals]
    ahead = [item for item in state.plan.to_run() if item.day > max(begun, default=-1)]
    return max(planned_slots(state)[ahead[0].id].start, now.wall) if ahead else None


def next_press(state: State, now: Moment) -> Happening:
    """The next press of Next: in the plenary, on a track, or for a pitch; none where time itself goes on."""
    at = next_due(state, now)
    presses = [Happening(at, None if _goes_on(state, state.run.running) else Next())]
    for clock in state.run.beside:
        presses.append(Happening(expected_end(clock, now), None if _goes_on(state, clock) else Next(clock.item)))
    pitch = _next_pitch(state, now)
    return min([*presses, pitch] if pitch else presses, key=lambda press: press.at)


def _next_pitch(state: State, now: Moment) -> Happening | None:
    """When the phase of a pitch is over; None if none are on, or all teams have had their turn."""
    item, queue = _running_item(state), state.run.pitches
    if item is None or item.kind is not Kind.PITCHES or not (queue.now or queue.waiting):
        return None
    left = Duration(0) if queue.now is None else phase_left(queue.now, now)
    return Happening(Instant(now.wall + max(0, left)), NextPitch())


def next_due(state: State, now: Moment) -> Instant:
    """When the plenary's item is over: when its time is used up, and not before the fixed start of what follows."""
    running = state.run.running
    if running is None:
        return now.wall
    end = expected_end(running, now)
    item = state.plan.items.get(running.item)
    following = rundown(state, now).next
    if following is not None and following.expected is not None and item is not None:
        end = following.expected.start if following.item.day == item.day else end
    opens_at_end = item is not None and item.at_end is AtEnd.BALLOT
    return Instant(end + VOTING_TIME) if opens_at_end else end


def _goes_on(state: State, clock: Running | None) -> bool:
    item = state.plan.items.get(clock.item) if clock else None
    return item is not None and item.at_end is AtEnd.NEXT


def preparations(state: State) -> tuple[Command, ...]:
    """What the running item takes: teams, if it is the first to need them, and ballots that did not open with it.

    A ballot tied to the item that is still a draft could not open; asking once more shows why. One that opens at the
    item's end is let be.
    """
    running = _running_item(state)
    if running is None:
        return ()
    commands: list[Command] = []
    if running.kind is Kind.TEAMS and not state.teams.teams and people_to_seat(state.roster):
        commands.append(FormTeams())
    untied_too = running == _voting_item(state.plan)
    commands += [
        OpenBallot(ballot.id)
        for ballot in _in_phase(state, Phase.DRAFT)
        if (ballot.item == running.id and running.at_end is not AtEnd.BALLOT)
        or (untied_too and ballot.item not in state.plan.items)
    ]
    return tuple(commands)


def closings(state: State) -> tuple[CloseBallot, ...]:
    """The open ballots that belong to no item, and so do not close by themselves at its end."""
    return tuple(
        CloseBallot(ballot.id) for ballot in _in_phase(state, Phase.OPEN) if ballot.item not in state.plan.items
    )


def reveals(state: State) -> tuple[RevealResult, ...]:
    """The closed ballots to reveal now: all of them, unless an item for results is still to come."""
    running = _running_item(state)
    if running is not None and running.kind is not Kind.RESULTS:
        ahead = [item for item in state.plan.to_run() if item.position > running.position]
        if any(item.kind is Kind.RESULTS for item in ahead):
            return ()
    return tuple(RevealResult(ballot.id) for ballot in _in_phase(state, Phase.CLOSED))


def _voting_item(plan: Plan) -> Item | None:
    """Where ballots without an item are voted on: at the first vote, else during the last work, else last of all."""
    order = plan.to_run()
    votes = [item for item in order if item.kind is Kind.VOTE]
    works = [item for item in order if item.kind is Kind.WORK]
    others = [item for item in order if item.current_length > 0]
    return next(iter(votes[:1] or works[-1:] or others[-1:]), None)


def _running_item(state: State) -> Item | None:
    running = state.run.running
    return None if running is None else state.plan.items.get(running.item)


def _in_phase(state: State, phase: Phase) -> list[Ballot]:
    ballots = sorted(state.voting.ballots.values(), key=lambda ballot: ballot.position)
    return [ballot for ballot in ballots if ballot.phase is phase]
