"""How pitches share the time: equally among the teams that are left, anew with every turn.

What one team takes too much of, all that follow give up together, and what it does not use they get.
"""

from __future__ import annotations

from facilitator.common.clock import Duration, Instant, Moment, elapsed, seconds
from facilitator.common.frozen import frozen
from facilitator.timer.model import Pitching, PitchPhase, PitchQueue

LEAST_PITCH = seconds(30)
"""However late it is, a pitch is not called for less; the item then runs over."""


@frozen
class Share:
    """How the time left is shared: “11 teams left, 2:38 each to end at 15:13”.

    `each` is what every team left can pitch for if the item is to end at `ends`; negative if questions and change-overs
    alone take longer. `pitch` is what they will get, and `finish` when the last one is done then.
    """

    teams: int
    each: Duration
    ends: Instant
    pitch: Duration
    finish: Instant


def phase_left(pitching: Pitching, now: Moment) -> Duration:
    """What is left of the phase; negative once it runs over."""
    until = pitching.paused_at or now
    return Duration(pitching.length - elapsed(pitching.started, until) + pitching.paused)


def share(queue: PitchQueue, left: Duration, now: Moment) -> Share:
    """How the time left is shared if the item ends in `left`, by whole seconds."""
    times = queue.times
    count = len(_to_pitch(queue))
    ahead = count if queue.now else count - 1
    if queue.now is not None and queue.now.phase is PitchPhase.CHANGE_OVER:
        ahead -= 1
    aside = _rest(queue, now) + count * times.questions + max(0, ahead) * times.change_over
    each = seconds((left - aside) // max(1, count) // 1000)
    pitch = times.pitch if times.pitch is not None else Duration(max(LEAST_PITCH, each))
    ends = Instant(now.wall + left)
    return Share(count, each, ends, pitch, Instant(now.wall + aside + count * pitch))


def turns(queue: PitchQueue, left: Duration, now: Moment) -> dict[int, Instant]:
    """When each team that has yet to pitch will begin, if everybody keeps to their time."""
    pitch = share(queue, left, now).pitch
    begins: dict[int, Instant] = {}
    at = now.wall + _rest(queue, now)
    called = queue.now is None or queue.now.phase is PitchPhase.CHANGE_OVER
    for team in _to_pitch(queue):
        at += 0 if called else queue.times.change_over
        called = False
        begins[team] = Instant(at)
        at += pitch + queue.times.questions
    return begins


def _to_pitch(queue: PitchQueue) -> tuple[int, ...]:
    """The teams that have yet to pitch, the one that has been called first."""
    if queue.now is None or queue.now.phase is not PitchPhase.CHANGE_OVER:
        return queue.waiting
    return (queue.now.team, *queue.waiting)


def _rest(queue: PitchQueue, now: Moment) -> int:
    """How long it takes until the phase is over, and after a pitch its questions."""
    if queue.now is None:
        return 0
    questions = queue.times.questions if queue.now.phase is PitchPhase.PITCH else 0
    return max(0, phase_left(queue.now, now)) + questions
