"""The countdown keeps its promise whatever the clocks and the host do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.clock import Instant, Moment, minutes, seconds
from facilitator.common.errors import UserError
from facilitator.timer.model import Run
from facilitator.timer.rules import (
    active,
    add_time,
    end_day,
    expected_end,
    pause,
    remaining,
    resume,
    start,
    started_ago,
    stop,
)
from tests.fakes import FakeClock

TALK, LUNCH = 1, 2


@dataclass(frozen=True)
class Act:
    """One thing that happens: `what`, and how many seconds it is about."""

    what: str
    length: int


acts = st.lists(
    st.builds(Act, st.sampled_from(["pass", "pause", "resume", "add", "step", "sleep"]), st.integers(-4000, 4000)),
    max_size=30,
)


@given(acts, st.integers(1, 7200))
@settings(max_examples=300, deadline=None)
def test_remaining_is_length_plus_added_less_active_time(happenings: list[Act], length: int) -> None:
    clock = FakeClock()
    run = start(Run(), TALK, seconds(length), clock.now())
    ran, added, paused = 0, 0, False
    for act in happenings:
        if act.what in ("pass", "sleep"):
            clock.pass_(seconds=abs(act.length))
            ran += 0 if paused else abs(act.length)
        elif act.what == "step":
            clock.step_wall(seconds(act.length))
        elif act.what == "add":
            if act.length < 0 and length + added - ran + act.length < 0:
                with pytest.raises(UserError):
                    add_time(run, seconds(act.length), clock.now())
                continue
            run = add_time(run, seconds(act.length), clock.now())
            added += act.length
        elif act.what == "pause" and not paused:
            run, paused = pause(run, clock.now()), True
        elif act.what == "resume" and paused:
            run, paused = resume(run, clock.now()), False
    assert run.running is not None
    assert remaining(run.running, clock.now()) == seconds(length + added - ran)
    assert active(run.running, clock.now()) == seconds(ran)


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_reboot_leaves_the_wall_clock_to_decide(before: int, during: int) -> None:
    clock = FakeClock()
    run = start(Run(), TALK, minutes(60), clock.now())
    clock.pass_(seconds=before)
    clock.reboot()
    clock.pass_(seconds=during)
    assert run.running is not None
    assert remaining(run.running, clock.now()) == minutes(60) - seconds(before + during)


def test_starting_an_item_ends_the_one_before() -> None:
    clock = FakeClock()
    run = start(Run(), TALK, minutes(10), clock.now())
    clock.pass_(minutes=12)
    run = start(run, LUNCH, minutes(60), clock.now())
    assert run.actuals[TALK].ended == clock.wall
    assert run.actuals[LUNCH].started == clock.wall
    assert run.actuals[LUNCH].ended is None


def test_an_item_that_runs_over_will_end_now_at_the_earliest() -> None:
    clock = FakeClock()
    run = start(Run(), TALK, minutes(10), clock.now())
    clock.pass_(minutes=12)
    assert run.running is not None
    assert remaining(run.running, clock.now()) == -minutes(2)
    assert expected_end(run.running, clock.now()) == clock.wall


def test_started_ago_moves_the_end_of_the_item_before() -> None:
    clock = FakeClock()
    run = start(Run(), TALK, minutes(10), clock.now())
    clock.pass_(minutes=12)
    run = start(run, LUNCH, minutes(60), clock.now())
    began = Instant(clock.wall - minutes(2))
    run = started_ago(run, minutes(2), clock.now())
    assert run.running is not None
    assert run.actuals[TALK].ended == began == run.actuals[LUNCH].started
    assert remaining(run.running, clock.now()) == minutes(58)


def test_started_ago_cannot_reach_behind_the_item_before() -> None:
    clock = FakeClock()
    run = start(Run(), TALK, minutes(10), clock.now())
    clock.pass_(minutes=3)
    run = start(run, LUNCH, minutes(60), clock.now())
    with pytest.raises(UserError, match="started later"):
        started_ago(run, minutes(4), clock.now())


def test_what_makes_no_sense_is_refused() -> None:
    now = FakeClock().now()
    for wrong in (pause, resume):
        with pytest.raises(UserError, match="Nothing is running"):
            wrong(Run(), now)
    run = start(Run(), TALK, minutes(10), now)
    with pytest.raises(UserError, match="not paused"):
        resume(run, now)
    with pytest.raises(UserError, match="already paused"):
        pause(pause(run, now), now)
    with pytest.raises(UserError, match="Only 600 s are left"):
        add_time(run, minutes(-11), now)


def test_ending_the_day_ends_what_runs() -> None:
    now: Moment = FakeClock().now()
    run = end_day(start(Run(), TALK, minutes(10), now), now)
    assert run.running is None
    assert run.ended_at == now.wall
    assert stop(run, now) is run
