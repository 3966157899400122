"""Warning and end are heard once each, at their second, and never for what nobody watched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.app.sounding import Sounding, until_next
from facilitator.common.clock import minutes, seconds
from facilitator.desk.commands import Undo
from facilitator.desk.desk import Desk
from facilitator.timer.commands import AddTime, Next, Pause, Resume, StartDay
from tests.desk.builders import WELCOME, a_state, desk_in_memory
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> Desk:
    state = a_state()
    welcome = replace(state.plan.items[WELCOME], warning=minutes(2), danger=seconds(30), sound=True)
    plan = replace(state.plan, items={**state.plan.items, WELCOME: welcome})
    return desk_in_memory(clock, replace(state, plan=plan))


class Ear:
    """Looks at a desk as the thread does, and remembers what it heard."""

    def __init__(self, desk: Desk, clock: FakeClock) -> None:
        self.heard: list[str] = []
        self._clock = clock
        self._sounding = Sounding(desk, self.heard.append)
        self._sounding.look()

    def listen(self, length: int) -> list[str]:
        """What is heard in so many seconds."""
        before, left = len(self.heard), length * 1000
        while left > 0:
            step = min(left, self._sounding.look() or 1000)
            self._clock.pass_(milliseconds=step)
            left -= step
        self._sounding.look()
        return self.heard[before:]


def test_each_boundary_is_heard_once_at_its_second(desk: Desk, clock: FakeClock) -> None:
    desk.do(StartDay())
    ear = Ear(desk, clock)
    assert ear.listen(8 * 60 - 1) == []
    assert ear.listen(1) == ["warning"]
    assert ear.listen(90) == ["danger"]
    assert ear.listen(29) == []
    assert ear.listen(1) == ["end"]
    assert ear.listen(600) == []


def test_more_time_lets_the_end_be_heard_again_and_a_pause_keeps_silence(desk: Desk, clock: FakeClock) -> None:
    desk.do(StartDay())
    ear = Ear(desk, clock)
    ear.listen(600)
    desk.do(AddTime(60))
    assert ear.listen(59) == ["danger"]
    desk.do(Pause())
    assert ear.listen(30) == []
    desk.do(Resume())
    assert ear.listen(1) == ["end"]


def test_nothing_is_heard_of_what_passed_while_nobody_looked(desk: Desk, clock: FakeClock) -> None:
    desk.do(StartDay())
    Ear(desk, clock).listen(60)
    clock.pass_(minutes=30)
    assert Ear(desk, clock).listen(10) == []


def test_a_new_item_begins_in_silence_and_so_does_going_back(desk: Desk, clock: FakeClock) -> None:
    desk.do(StartDay())
    ear = Ear(desk, clock)
    ear.listen(595)
    heard = list(ear.heard)
    desk.do(Next())
    ear.listen(1)
    desk.do(Undo())
    ear.listen(1)
    assert ear.heard == heard


def test_it_sleeps_while_nothing_counts(desk: Desk, clock: FakeClock) -> None:
    assert until_next(desk.state, clock.now()) is None
    desk.do(StartDay())
    clock.pass_(milliseconds=250)
    assert until_next(desk.state, clock.now()) == 750
    desk.do(Pause())
    assert until_next(desk.state, clock.now()) is None


def test_the_thread_ends_when_it_is_told_to(desk: Desk) -> None:
    heard: list[str] = []
    sounding = Sounding(desk, heard.append)
    sounding.start()
    desk.do(StartDay())
    sounding.stop()
    desk.do(Next())
    assert heard == []
