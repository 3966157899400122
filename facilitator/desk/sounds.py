"""When a sound is due: a countdown passed one of its boundaries between two looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from facilitator.common.clock import Duration, Moment, seconds
from facilitator.desk.state import State
from facilitator.timer.model import PitchPhase
from facilitator.timer.rules import remaining
from facilitator.timer.sharing import phase_left

LONGEST_LOOK_AWAY = seconds(5)
"""Boundaries passed in a longer gap, as after a sleep, are not heard."""

PITCH_WARNING = seconds(30)
"""What is left of a pitch when its warning is heard."""


class Boundary(StrEnum):
    """What a countdown passed; the order is that of importance."""

    END = "end"
    DANGER = "danger"
    WARNING = "warning"


def sounds(before: Moment, after: Moment, state: State) -> tuple[Boundary, ...]:
    """The boundaries passed between two looks of the same process, of the plenary's item and of whoever is on stage.

    A process looks at `before` only once it runs, so nothing is heard again after a relaunch.
    """
    gap = after.mono - before.mono
    if before.boot != after.boot or not 0 < gap <= LONGEST_LOOK_AWAY:
        return ()
    passed = {*_of_item(state, before, after), *_of_pitch(state, before, after)}
    return tuple(one for one in Boundary if one in passed)


def _of_item(state: State, before: Moment, after: Moment) -> Iterator[Boundary]:
    running = state.run.running
    item = state.plan.items.get(running.item) if running else None
    if running is None or item is None or not item.sound:
        return
    whole = Duration(running.length + running.added)
    was, left = min(whole, remaining(running, before)), remaining(running, after)
    yield from _passed(was, left, {Boundary.WARNING: item.warning, Boundary.DANGER: item.danger})


def _of_pitch(state: State, before: Moment, after: Moment) -> Iterator[Boundary]:
    pitching, running = state.run.pitches.now, state.run.running
    item = state.plan.items.get(running.item) if running else None
    if pitching is None or item is None or not item.sound:
        return
    was, left = min(pitching.length, phase_left(pitching, before)), phase_left(pitching, after)
    yield from _passed(was, left, {Boundary.WARNING: PITCH_WARNING} if pitching.phase is PitchPhase.PITCH else {})


def _passed(was: Duration, left: Duration, warnings: dict[Boundary, Duration]) -> Iterator[Boundary]:
    for boundary, at in {**warnings, Boundary.END: Duration(0)}.items():
        if was > at >= left:
            yield boundary
