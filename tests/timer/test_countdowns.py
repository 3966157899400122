"""Ten thousand days with awkward clocks: what is left is always length + added − active time, by true time."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from facilitator.common.clock import Duration, minutes
from facilitator.common.errors import UserError
from facilitator.timer import pitches, rules
from facilitator.timer.model import PitchQueue, PitchTimes, Run
from facilitator.timer.sharing import phase_left
from tests.timer.world import BEGINNINGS, WHAT_CLOCKS_DO, Countdown, World, relaunched

PLENARY, TRACK = 1, 2
SEQUENCES = 500
SEEDS = range(20)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_left_is_right_whatever_the_clocks_do(seed: int) -> None:
    """500 sequences for each of 20 seeds; each has a plenary clock and one beside it."""
    random = Random(seed)
    seen: Counter[str] = Counter()
    for _ in range(SEQUENCES):
        world = World(random.choice(BEGINNINGS))
        length = random.randrange(1, 7_200) * 1_000
        run = rules.start(Run(), PLENARY, Duration(length), world.now())
        run = rules.start_beside(run, TRACK, Duration(length // 2), world.now())
        oracles = {
            PLENARY: Countdown(world, length, world.true),
            TRACK: Countdown(world, length // 2, world.true),
        }
        for _ in range(random.randrange(4, 16)):
            if random.random() < 0.55:
                random.choice(WHAT_CLOCKS_DO)(world, random)
            elif random.random() < 0.2:
                run = relaunched(run)
            else:
                item = random.choice((PLENARY, TRACK))
                run = command(run, item, oracles[item], random)
            check(run, world, oracles, seen)
    assert seen["exact after a reboot"] > SEQUENCES / 2
    assert seen["over time"] > SEQUENCES / 2


def command(run: Run, item: int, oracle: Countdown, random: Random) -> Run:
    """Something that the host does to one of the clocks, and to what it ought to show."""
    now = oracle.world.now()
    if random.random() < 0.4:
        return add(run, item, oracle, Duration(random.randrange(-600, 900) * 1_000))
    if oracle.running_since is None:
        oracle.resume()
        return rules.resume(run, now, item)
    oracle.pause()
    return rules.pause(run, now, item)


def add(run: Run, item: int, oracle: Countdown, added: Duration) -> Run:
    now = oracle.world.now()
    if abs(oracle.added + added) > rules.LONGEST_ADDED or (added < 0 and oracle.remaining() + added < 0):
        with pytest.raises(UserError):
            rules.add_time(run, added, now, item)
        return run
    oracle.touched()
    oracle.added += added
    return rules.add_time(run, added, now, item)


def check(run: Run, world: World, oracles: dict[int, Countdown], seen: Counter[str]) -> None:
    now = world.now()
    for item, oracle in oracles.items():
        clock = run.clock(item)
        assert clock is not None
        assert rules.remaining(clock, now) == oracle.remaining()
        assert rules.expected_end(clock, now) == now.wall + max(0, oracle.remaining())
        seen["exact after a reboot"] += world.boots > 1 and oracle.misled == oracle.misleading() == 0
        seen["over time"] += oracle.remaining() < 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_team_on_stage_has_its_clock_held_with_the_item(seed: int) -> None:
    random = Random(seed)
    for _ in range(50):
        world = World(random.choice(BEGINNINGS))
        queue = PitchQueue((7, 8), times=PitchTimes(minutes(random.randrange(1, 9))))
        queue = pitches.advanced(queue, minutes(60), world.now())
        assert queue.now is not None
        oracle = Countdown(world, queue.now.length, world.true)
        for _ in range(12):
            if random.random() < 0.5:
                # A pitch is not told of restarts: its moments stay those of its start.
                random.choice(WHAT_CLOCKS_DO[:-1])(world, random)
            elif oracle.running_since is None:
                queue = pitches.released(queue, world.now())
                oracle.resume()
            else:
                queue = pitches.held(queue, world.now())
                oracle.pause()
            assert queue.now is not None
            assert phase_left(queue.now, world.now()) == oracle.remaining()
