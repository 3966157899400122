"""What time itself does: once, at its moment, and never for a time when nobody was awake."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from facilitator.agenda.model import AtEnd, Plan
from facilitator.app.timekeeper import Timekeeper
from facilitator.common.clock import Instant, minutes, seconds
from facilitator.common.errors import Stale, UserError
from facilitator.desk.commands import Undo
from facilitator.desk.desk import Desk
from facilitator.desk.due import PATIENCE, due, missed, missed_end, passed_over
from facilitator.desk.forgotten import forgotten_start
from facilitator.desk.sounds import Boundary, sounds
from facilitator.desk.state import State
from facilitator.participants.commands import ReleaseSeats
from facilitator.stage.commands import Message
from facilitator.stage.model import SceneName
from facilitator.timer.commands import AddTime, Next, Pause, ReachEnd, Resume, StartDay, StartedAgo
from facilitator.timer.rules import remaining
from facilitator.voting.commands import PutBallot
from facilitator.voting.model import Phase
from tests.desk.builders import AUDIENCE, RESULTS, TALK, VOTE, WELCOME, a_ballot, a_state, desk_in_memory
from tests.fakes import FakeClock


def ending(item: int, at_end: AtEnd, **more: object) -> State:
    """The small event with something that happens at the end of one of its items."""
    state = a_state()
    changed = replace(state.plan.items[item], at_end=at_end, **more)  # type: ignore[arg-type]  # the test's own keywords
    return replace(state, plan=Plan({**state.plan.items, item: changed}))


def running(state: State) -> tuple[Desk, FakeClock, Timekeeper]:
    clock = FakeClock()
    desk = desk_in_memory(clock, state)
    desk.do(PutBallot(a_ballot()))
    desk.do(StartDay())
    return desk, clock, Timekeeper(desk)


def item_on(desk: Desk) -> int | None:
    return desk.state.run.running.item if desk.state.run.running else None


def test_the_next_item_starts_at_zero_and_not_before() -> None:
    desk, clock, keeper = running(ending(WELCOME, AtEnd.NEXT))
    assert keeper.look() == clock.wall + minutes(10)
    clock.pass_(minutes=9, seconds=59.999)
    keeper.look()
    assert item_on(desk) == WELCOME
    clock.pass_(seconds=0.001)
    assert keeper.look() is None
    assert item_on(desk) == TALK
    assert desk.state.run.actuals[TALK].started == clock.wall
    assert desk.state.run.steering is not None
    assert desk.state.run.steering.by == "host"


def test_a_ballot_opens_at_the_end_and_not_at_the_start() -> None:
    desk, clock, keeper = running(ending(VOTE, AtEnd.BALLOT))
    desk.do(Next())
    desk.do(Next())
    assert desk.state.voting.ballots[AUDIENCE].phase is Phase.DRAFT
    clock.pass_(minutes=10)
    keeper.look()
    assert desk.state.voting.ballots[AUDIENCE].phase is Phase.OPEN
    assert desk.state.stage.scene is SceneName.BALLOT
    assert item_on(desk) == VOTE
    version = desk.version
    desk.do(ReachEnd(VOTE))  # once is enough
    Timekeeper(desk).look()
    assert desk.version == version
    desk.do(Next())
    assert desk.state.voting.ballots[AUDIENCE].phase is Phase.CLOSED


def test_a_scene_is_shown_at_the_end_unless_the_host_chose_another() -> None:
    for words, scene in (("", SceneName.AGENDA), ("Lunch is served", SceneName.MESSAGE)):
        desk, clock, keeper = running(ending(WELCOME, AtEnd.SCENE, end_scene="agenda"))
        desk.do(Message(words))
        clock.pass_(minutes=10)
        keeper.look()
        assert desk.state.stage.scene is scene


def test_the_end_is_refused_before_zero_and_for_an_item_that_no_longer_runs() -> None:
    desk, clock, _ = running(ending(WELCOME, AtEnd.NEXT))
    with pytest.raises(UserError, match="600 s are left"):
        desk.do(ReachEnd(WELCOME))
    clock.pass_(minutes=12)
    desk.do(Next())
    with pytest.raises(Stale, match="meanwhile"):
        desk.do(ReachEnd(WELCOME))


def test_a_fixed_start_is_not_begun_before_its_time() -> None:
    """The last item but one is over early; the end is fixed at 10:00."""
    desk, clock, keeper = running(ending(RESULTS, AtEnd.NEXT))
    for _ in range(3):
        desk.do(Next())
    assert item_on(desk) == RESULTS
    ten = Instant(clock.wall + minutes(120))
    assert keeper.look() == ten
    clock.pass_(minutes=119)
    keeper.look()
    assert item_on(desk) == RESULTS
    clock.pass_(minutes=1)
    keeper.look()
    assert desk.state.run.ended_at == ten


@pytest.mark.parametrize("back", ["awake", "another boot"])
def test_what_was_slept_over_is_the_hosts_choice(back: str) -> None:
    desk, clock, keeper = running(ending(WELCOME, AtEnd.NEXT))
    clock.pass_(minutes=10, seconds=10.001)
    if back == "another boot":
        clock.reboot()
    assert keeper.look() is None
    assert item_on(desk) == WELCOME
    late = missed_end(desk.state, clock.now())
    assert late is not None
    assert late.command == ReachEnd(WELCOME)
    skip = passed_over(late)
    assert skip is not None
    desk.do(skip)
    assert missed(desk.state, clock.now()) == ()
    assert item_on(desk) == WELCOME
    desk.do(Undo())
    desk.do(late.command)
    assert item_on(desk) == TALK


def test_a_short_absence_changes_nothing() -> None:
    desk, clock, _ = running(ending(WELCOME, AtEnd.NEXT))
    clock.pass_(minutes=10, seconds=9)
    Timekeeper(desk).look()
    assert item_on(desk) == TALK


def test_a_host_who_takes_it_back_is_not_overruled() -> None:
    desk, clock, keeper = running(ending(WELCOME, AtEnd.NEXT))
    clock.pass_(minutes=10)
    keeper.look()
    desk.do(Undo())
    assert item_on(desk) == WELCOME
    clock.pass_(seconds=1)
    keeper.look()
    assert item_on(desk) == WELCOME


def test_pauses_and_added_time_move_the_end() -> None:
    desk, clock, keeper = running(ending(WELCOME, AtEnd.NEXT))
    desk.do(Pause())
    assert keeper.look() is None
    clock.pass_(minutes=30)
    desk.do(Resume())
    desk.do(AddTime(60))
    assert keeper.look() == clock.wall + minutes(11)


def test_seats_are_released_at_their_time_once() -> None:
    state = a_state()
    quotas = {1: replace(state.roster.quotas[1], seats=7, release_at=Instant(FakeClock().wall + minutes(5)))}
    roster = replace(state.roster, quotas={**state.roster.quotas, **quotas})
    clock = FakeClock()
    desk = desk_in_memory(clock, replace(state, roster=roster))
    keeper = Timekeeper(desk)
    assert keeper.look() == clock.wall + minutes(5)
    clock.pass_(minutes=5)
    keeper.look()
    assert [quota.seats for quota in desk.state.roster.quotas.values()] == [5, 7]
    desk.do(Undo())
    keeper.look()
    assert desk.state.roster.quotas[1].seats == 7
    clock.pass_(seconds=11)
    assert [one.command for one in missed(desk.state, clock.now())] == [ReleaseSeats(1, 2)]


def test_the_thread_waits_for_the_next_moment_and_is_woken_by_a_change() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock, ending(WELCOME, AtEnd.NEXT))
    waits: list[float] = []
    waiting, go_on = threading.Semaphore(0), threading.Semaphore(0)

    def wait(_changed: threading.Event, length: float) -> None:
        waits.append(length)
        waiting.release()
        go_on.acquire(timeout=10)

    keeper = Timekeeper(desk, wait)
    keeper.start()

    def step(meanwhile: Callable[[], object]) -> None:
        assert waiting.acquire(timeout=10)
        meanwhile()
        go_on.release()

    step(lambda: desk.do(StartDay()))
    step(lambda: clock.pass_(minutes=9, seconds=59.75))
    step(lambda: clock.pass_(seconds=0.25))
    assert waiting.acquire(timeout=10)
    assert item_on(desk) == TALK
    assert waits == [1.0, 1.0, 0.25, 1.0]
    go_on.release()
    go_on.release()
    keeper.stop()


@pytest.mark.parametrize("seed", range(10))
def test_time_goes_on_only_while_somebody_is_awake(seed: int) -> None:
    """Every item goes on by itself; looks are at most a second apart but for sleeps and restarts."""
    random = Random(seed)
    for _ in range(20):
        state = a_state()
        items = {key: replace(item, at_end=AtEnd.NEXT, fixed=False) for key, item in state.plan.items.items()}
        clock = FakeClock()
        desk = desk_in_memory(clock, replace(state, plan=Plan(items)))
        keeper = Timekeeper(desk)
        desk.do(StartDay())
        for _ in range(40):
            if desk.state.run.running is None:
                break
            item, left = item_on(desk), remaining(desk.state.run.running, clock.now())
            away = random.choice((0.3, 1.0, 5.0, 9.9, left / 1000, left / 1000 + 3, left / 1000 + 600))
            clock.pass_(seconds=max(0.0, round(away, 3)))
            if random.random() < 0.3:
                clock.reboot()
            if random.random() < 0.2:
                keeper = Timekeeper(desk)
            keeper.look()
            over = max(0, round(away, 3)) * 1000 - left
            if over < -1 or over > PATIENCE + 1:
                assert item_on(desk) == item
                if over > PATIENCE + 1:
                    desk.do(ReachEnd(item or 0))
            elif 1 <= over <= PATIENCE - 1:
                assert item_on(desk) != item


def test_each_boundary_is_heard_once_and_nothing_after_a_relaunch_or_a_sleep() -> None:
    desk, clock, _ = running(a_state())
    heard: list[Boundary] = []
    before = clock.now()
    for _ in range(12 * 60 * 4):
        clock.pass_(seconds=0.25)
        heard += sounds(before, clock.now(), desk.state)
        before = clock.now()
    assert heard == [Boundary.WARNING, Boundary.DANGER, Boundary.END]

    desk.do(AddTime(180))
    before = clock.now()
    clock.pass_(minutes=2)
    assert sounds(before, clock.now(), desk.state) == ()
    before = clock.now()
    clock.reboot()
    assert sounds(before, clock.now(), desk.state) == ()


def test_a_short_item_is_not_warned_of_at_its_start_and_a_silent_one_never() -> None:
    desk, clock, _ = running(a_state())
    desk.do(Next())
    before = clock.now()
    desk.do(AddTime(-29 * 60))
    clock.pass_(seconds=1)
    assert sounds(before, clock.now(), desk.state) == ()
    clock.pass_(seconds=58.5)
    before = clock.now()
    clock.pass_(seconds=1)
    assert sounds(before, clock.now(), desk.state) == (Boundary.END,)
    items = {key: replace(item, sound=False) for key, item in desk.state.plan.items.items()}
    assert sounds(before, clock.now(), replace(desk.state, plan=Plan(items))) == ()


def test_a_forgotten_start_is_put_right_by_one_command() -> None:
    clock = FakeClock()
    desk = desk_in_memory(clock)
    clock.pass_(minutes=60, seconds=59)
    assert forgotten_start(desk.state, clock.now()) is None
    clock.pass_(seconds=61)
    forgotten = forgotten_start(desk.state, clock.now())
    assert forgotten is not None
    desk.do(forgotten.put_right(clock.now()))
    assert item_on(desk) == WELCOME
    assert desk.state.run.actuals[WELCOME].started == clock.wall - minutes(2)

    clock.pass_(minutes=8, seconds=30)
    assert forgotten_start(desk.state, clock.now()) is None
    clock.pass_(seconds=60)
    forgotten = forgotten_start(desk.state, clock.now())
    assert forgotten is not None
    assert forgotten.put_right(clock.now()) == StartedAgo(90, TALK)
    desk.do(forgotten.put_right(clock.now()))
    actuals = desk.state.run.actuals
    assert actuals[WELCOME].ended == actuals[TALK].started == clock.wall - seconds(90)
    with pytest.raises(Stale, match="meanwhile"):
        desk.do(StartedAgo(90, WELCOME))


def test_the_end_of_the_wait_is_looked_up_again_after_a_step_of_the_wall_clock() -> None:
    desk, clock, _ = running(ending(WELCOME, AtEnd.NEXT))
    clock.pass_(minutes=5)
    clock.step_wall(minutes(60))
    assert due(desk.state, clock.now()) == (None, clock.wall + minutes(5))
