"""Clocks and paces: exact, forward only, without drift."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.clock import Instant, elapsed, seconds
from facilitator.rehearsal.pace import Faster, Instantly
from facilitator.rehearsal.virtual_clock import SpeedClock, VirtualClock
from tests.fakes import MORNING, FakeClock

STEPS = st.lists(st.integers(0, 3_600_000), max_size=30)


@settings(deadline=None)
@given(STEPS)
def test_a_virtual_clock_moves_both_clocks_by_what_it_is_told(steps: list[int]) -> None:
    clock = VirtualClock(MORNING)
    before = clock.now()
    for step in steps:
        clock.advance(seconds(step / 1000))
    assert clock.now().wall == MORNING + sum(steps)
    assert elapsed(before, clock.now()) == sum(steps)


def test_a_virtual_clock_does_not_go_back() -> None:
    clock = VirtualClock(MORNING)
    with pytest.raises(ValueError, match="back"):
        clock.set(Instant(MORNING - 1))
    assert clock.now().wall == MORNING


def test_a_jump_to_the_past_stays_where_it_is() -> None:
    pace = Instantly(MORNING)
    pace.wait_until(Instant(MORNING + 5_000))
    pace.wait_until(Instant(MORNING + 1_000))
    assert pace.clock.now().wall == MORNING + 5_000


def test_a_speed_clock_stands_until_it_is_let_go_and_ignores_steps_of_the_wall_clock() -> None:
    real = FakeClock()
    clock = SpeedClock(real, Instant(0), 60)
    real.pass_(minutes=10)
    assert clock.now().wall == 0
    clock.go()
    real.pass_(seconds=1)
    real.step_wall(seconds(-3600))
    clock.go()
    assert clock.now().wall == 60_000
    assert clock.real_seconds_until(Instant(180_000)) == pytest.approx(2)


@pytest.mark.parametrize("speed", [0, -1])
def test_a_clock_that_would_not_run_forward_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="forward"):
        SpeedClock(FakeClock(), MORNING, speed)


@settings(deadline=None)
@given(STEPS, st.sampled_from([1.0, 7.3, 60.0, 1000.0]), st.integers(0, 40))
def test_waiting_never_ends_early_and_lateness_does_not_add_up(steps: list[int], speed: float, late_ms: int) -> None:
    real = FakeClock()

    def sleep_a_little_too_long(length: float) -> None:
        real.pass_(seconds=length + late_ms / 1000)

    pace = Faster(real, MORNING, speed, sleep_a_little_too_long)
    pace.begin()
    due = Instant(MORNING)
    for step in steps:
        due = Instant(due + step)
        pace.wait_until(due)
        late = pace.clock.now().wall - due
        assert late >= 0
    if steps:
        assert late <= (late_ms + 2) * speed + 1
