"""Decides commands about the pitch queue."""

from __future__ import annotations

from dataclasses import replace

from facilitator.agenda.model import Kind
from facilitator.common.clock import Duration, Moment, seconds
from facilitator.common.errors import Stale, UserError
from facilitator.common.texts import text
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import TeamOnStage
from facilitator.desk.state import State
from facilitator.desk.vocabulary import PitchCommand
from facilitator.timer import pitches
from facilitator.timer.commands import (
    DrawPitches,
    NextPitch,
    OrderPitches,
    PitchAbsent,
    RequeuePitch,
    SetPitchTimes,
    SkipToTeam,
    SwapPitches,
)
from facilitator.timer.model import PitchQueue, PitchTimes
from facilitator.timer.rules import remaining

SEED_BYTES = 8


def decide(state: State, command: PitchCommand, context: Context) -> Decision:
    """What a command about the pitch queue comes to; every one of them brings it into step with the teams first."""
    now = context.now
    queue = pitches.in_step(state.run.pitches, tuple(state.teams.teams))
    match command:
        case DrawPitches(seed=given):
            fresh = int.from_bytes(context.random(SEED_BYTES)) % (pitches.LARGEST_SEED + 1)
            queue = pitches.drawn(queue, fresh if given is None else given)
            return _with(state, queue, {"seed": queue.seed, "teams": list(queue.waiting)})
        case OrderPitches(teams=teams):
            return _with(state, pitches.ordered(queue, teams))
        case SwapPitches(team=team, other=other):
            return _with(state, pitches.swapped(queue, team, other))
        case SetPitchTimes():
            return _with(state, pitches.timed(queue, _times(command)))
        case RequeuePitch(team=team, first=first):
            return _with(state, pitches.requeued(queue, team, first))
        case PitchAbsent(team=team):
            left = _item_left(state, now) if team not in queue.waiting else Duration(0)
            return _with(state, _held_with_item(state, pitches.without(queue, team, left, now), now))
        case NextPitch(team=seen):
            _refuse_if_gone(queue, seen)
            return _with(state, _held_with_item(state, pitches.advanced(queue, _item_left(state, now), now), now))
        case SkipToTeam(team=seen):
            _refuse_if_gone(queue, seen)
            return _with(state, _held_with_item(state, pitches.next_team(queue, _item_left(state, now), now), now))


def _with(state: State, queue: PitchQueue, result: object = None) -> Decision:
    before, after = state.run.pitches.now, queue.now
    called = after is not None and (before is None or before.team != after.team)
    events = (TeamOnStage(after.team),) if called and after is not None else ()
    return Decision(replace(state, run=replace(state.run, pitches=queue)), events, result)


def _times(command: SetPitchTimes) -> PitchTimes:
    pitch = None if command.pitch is None else seconds(command.pitch)
    return PitchTimes(pitch, seconds(command.questions), seconds(command.change_over))


def _item_left(state: State, now: Moment) -> Duration:
    """What is left of the pitches.

    Raises:
        UserError: no pitches are on the clock.
    """
    running = state.run.running
    item = state.plan.items.get(running.item) if running else None
    if running is None or item is None or item.kind is not Kind.PITCHES:
        raise UserError(text("No pitches are on the clock."), text("Start the agenda item with the pitches first."))
    return remaining(running, now)


def _held_with_item(state: State, queue: PitchQueue, now: Moment) -> PitchQueue:
    """Whoever is called while the clock is paused waits until it goes on."""
    running = state.run.running
    return pitches.held(queue, now) if running is not None and running.paused_at is not None else queue


def _refuse_if_gone(queue: PitchQueue, seen: int | None) -> None:
    """Refuse a command that was meant for a team which is no longer on stage.

    Raises:
        Stale: says who is there instead.
    """
    if seen is None or (queue.now is not None and queue.now.team == seen):
        return
    if queue.now is None:
        raise Stale(text("Nobody is on stage any more."), text("Look at the queue and press again."))
    raise Stale(
        text("Another team has been called meanwhile."),
        text("Team {team} is on stage. Look at the queue and press again.", team=queue.now.team),
    )
