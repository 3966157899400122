"""The pitch queue (pitchordning): who is on stage, who comes next.

The lot can be drawn again by anybody: each team gets the SHA-256 of `pitch|SEED|NUMBER`, and the teams go on stage in
the order of these, lowest first (as hex numbers).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace

from facilitator.common.clock import Duration, Moment, elapsed, seconds
from facilitator.common.errors import Stale, UserError
from facilitator.common.texts import text
from facilitator.timer.model import Pitching, PitchPhase, PitchQueue, PitchTimes
from facilitator.timer.sharing import share

LARGEST_SEED = 999_999
"""Six digits can be read out to the room."""


def lot(teams: Iterable[int], seed: int) -> tuple[int, ...]:
    """The teams in the order that the lot with this seed gives them."""
    return tuple(sorted(teams, key=lambda team: hashlib.sha256(f"pitch|{seed}|{team}".encode()).hexdigest()))


def in_step(queue: PitchQueue, teams: Collection[int]) -> PitchQueue:
    """The queue with just these teams: new ones last, by number; those that are gone are left out."""
    fresh = sorted(set(teams) - queue.teams)
    return replace(
        queue,
        waiting=(*(team for team in queue.waiting if team in teams), *fresh),
        now=queue.now if queue.now and queue.now.team in teams else None,
        done=tuple(team for team in queue.done if team in teams),
        absent=tuple(team for team in queue.absent if team in teams),
    )


def drawn(queue: PitchQueue, seed: int) -> PitchQueue:
    """The queue with the order of those who wait drawn by lot.

    Raises:
        UserError: nobody waits, or the seed is none.
    """
    if not queue.waiting:
        raise UserError(text("No team is waiting to pitch."), text("Form teams, or put a team back in the queue."))
    if not 0 <= seed <= LARGEST_SEED:
        raise UserError(text("A seed is a number from 0 to {most}.", most=LARGEST_SEED), text("Choose one of them."))
    return replace(queue, waiting=lot(queue.waiting, seed), seed=seed)


def ordered(queue: PitchQueue, teams: tuple[int, ...]) -> PitchQueue:
    """The queue with these teams first; others that wait follow in their old order. An order that is not changed by it
    stays the one that was drawn.

    Raises:
        UserError: a team does not wait, or is named twice.
    """
    for team in teams:
        _must_wait(queue, team)
    if len(set(teams)) < len(teams):
        raise UserError(text("A team stands in the order twice."), text("Name each team once."))
    order = (*teams, *(team for team in queue.waiting if team not in teams))
    return queue if order == queue.waiting else replace(queue, waiting=order, seed=None)


def swapped(queue: PitchQueue, team: int, other: int) -> PitchQueue:
    """The queue with two waiting teams in each other's place.

    Raises:
        UserError: one of them does not wait.
    """
    for one in (team, other):
        _must_wait(queue, one)
    places = {team: other, other: team}
    return ordered(queue, tuple(places.get(one, one) for one in queue.waiting))


def timed(queue: PitchQueue, times: PitchTimes) -> PitchQueue:
    """The queue with other lengths for the phases from the next one on.

    Raises:
        UserError: a length is negative or longer than an hour, or a pitch lasts no time.
    """
    given = [times.questions, times.change_over, *([] if times.pitch is None else [times.pitch])]
    if any(not 0 <= length <= seconds(3600) for length in given) or times.pitch == 0:
        raise UserError(text("A pitch, its questions and a change-over last up to an hour each."), text("Change it."))
    return replace(queue, times=times)


def advanced(queue: PitchQueue, left: Duration, now: Moment) -> PitchQueue:
    """The next phase: change-over, pitch, questions, then the next team's change-over. Phases that last no time are
    passed over, and so is the change-over of the team that opens the pitches. `left` is what the item has left.

    Raises:
        UserError: all teams have had their turn.
    """
    if queue.now is None:
        return _call(queue, PitchPhase.PITCH, left, now)
    team = queue.now.team
    if queue.now.phase is PitchPhase.CHANGE_OVER:
        return _call(replace(queue, now=None, waiting=(team, *queue.waiting)), PitchPhase.PITCH, left, now)
    if queue.now.phase is PitchPhase.PITCH and queue.times.questions > 0:
        return replace(queue, now=Pitching(team, PitchPhase.QUESTIONS, now, queue.times.questions))
    return next_team(queue, left, now)


def next_team(queue: PitchQueue, left: Duration, now: Moment) -> PitchQueue:
    """End the turn of the team on stage and call the next one; after the last, nobody is on stage.

    Raises:
        UserError: nobody is on stage and nobody waits.
    """
    if queue.now is None:
        return _call(queue, PitchPhase.PITCH, left, now)
    rest = replace(queue, now=None, done=(*queue.done, queue.now.team))
    return _call(rest, PitchPhase.CHANGE_OVER, left, now) if rest.waiting else rest


def without(queue: PitchQueue, team: int, left: Duration, now: Moment) -> PitchQueue:
    """The queue after a team did not turn up: if it was called, the next one is called in its place.

    Raises:
        Stale: the team has pitched, or is absent already.
    """
    absent = (*queue.absent, team)
    if team in queue.waiting:
        return replace(queue, waiting=tuple(one for one in queue.waiting if one != team), absent=absent)
    if queue.now is None or queue.now.team != team or queue.now.phase is PitchPhase.QUESTIONS:
        raise Stale(text("Team {team} is not waiting to pitch.", team=team), text("Look at the queue."))
    rest = replace(queue, now=None, absent=absent)
    return _call(rest, queue.now.phase, left, now) if rest.waiting else rest


def requeued(queue: PitchQueue, team: int, first: bool) -> PitchQueue:
    """The queue with a team back in it that was absent or has had its turn.

    Raises:
        UserError: it is neither.
    """
    if team not in queue.absent and team not in queue.done:
        raise UserError(text("Team {team} still has its turn.", team=team), text("Swap it with another instead."))
    return replace(
        queue,
        waiting=(team, *queue.waiting) if first else (*queue.waiting, team),
        done=tuple(one for one in queue.done if one != team),
        absent=tuple(one for one in queue.absent if one != team),
    )


def interrupted(queue: PitchQueue) -> PitchQueue:
    """The queue when its item ends: who was on stage has had their turn, who had only been called is the next."""
    if queue.now is None:
        return queue
    team = queue.now.team
    if queue.now.phase is PitchPhase.CHANGE_OVER:
        return replace(queue, now=None, waiting=(team, *queue.waiting))
    return replace(queue, now=None, done=(*queue.done, team))


def held(queue: PitchQueue, now: Moment) -> PitchQueue:
    """The queue with its clock held."""
    if queue.now is None or queue.now.paused_at is not None:
        return queue
    return replace(queue, now=replace(queue.now, paused_at=now))


def released(queue: PitchQueue, now: Moment) -> PitchQueue:
    """The queue with its clock going on."""
    if queue.now is None or queue.now.paused_at is None:
        return queue
    paused = Duration(queue.now.paused + elapsed(queue.now.paused_at, now))
    return replace(queue, now=replace(queue.now, paused=paused, paused_at=None))


def _call(queue: PitchQueue, phase: PitchPhase, left: Duration, now: Moment) -> PitchQueue:
    """The first who waits begins with this phase, or if it lasts no time with their pitch; nobody may be on stage."""
    if not queue.waiting:
        raise UserError(text("All teams have pitched."), text("Go to the next item, or put a team back in the queue."))
    if phase is PitchPhase.CHANGE_OVER and queue.times.change_over == 0:
        phase = PitchPhase.PITCH
    length = queue.times.change_over if phase is PitchPhase.CHANGE_OVER else share(queue, left, now).pitch
    called = Pitching(queue.waiting[0], phase, now, length)
    return replace(queue, waiting=queue.waiting[1:], now=called)


def _must_wait(queue: PitchQueue, team: int) -> None:
    if team not in queue.waiting:
        raise Stale(text("Team {team} is not waiting to pitch.", team=team), text("Look at the queue."))
