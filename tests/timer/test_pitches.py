"""The pitch queue: a lot that anybody can draw again, equal time for all, nobody lost or twice in the order."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, minutes, seconds
from facilitator.common.errors import Stale, UserError
from facilitator.timer import pitches, sharing
from facilitator.timer.model import PitchPhase, PitchQueue, PitchTimes

SIXTEEN = tuple(range(1, 17))
AS_PLANNED = PitchTimes(None, minutes(0), seconds(50))

queues = st.builds(
    PitchQueue,
    waiting=st.lists(st.integers(1, 40), unique=True, max_size=20).map(tuple),
    times=st.builds(
        PitchTimes,
        st.none() | st.integers(1, 600).map(seconds),
        st.integers(0, 300).map(seconds),
        st.integers(0, 120).map(seconds),
    ),
)


def at(milliseconds: int) -> Moment:
    return Moment(Instant(milliseconds), Monotonic(milliseconds), "boot")


def test_the_lot_is_drawn_as_it_is_described() -> None:
    by_hand = sorted(SIXTEEN, key=lambda team: hashlib.sha256(f"pitch|4711|{team}".encode()).hexdigest())
    assert pitches.lot(SIXTEEN, 4711) == tuple(by_hand)
    assert pitches.lot(reversed(SIXTEEN), 4711) == tuple(by_hand)
    assert pitches.lot((1, 2, 3, 4, 5), 2026) == (5, 2, 3, 4, 1)


def test_every_team_is_first_about_equally_often() -> None:
    first = Counter(pitches.lot(range(1, 5), seed)[0] for seed in range(4_000))
    assert all(900 < count < 1_100 for count in first.values())


def test_the_time_left_is_shared_as_the_room_is_told() -> None:
    """“11 teams left, 2:38 each to end at 15:13”: five have pitched, and it is 14:36:32."""
    queue = PitchQueue(SIXTEEN[5:], done=SIXTEEN[:5], times=AS_PLANNED)
    left = Duration(11 * seconds(158) + 10 * seconds(50))
    share = sharing.share(queue, left, at(0))
    assert (share.teams, share.each, share.ends, share.finish) == (11, seconds(158), Instant(left), Instant(left))


@given(queues, st.integers(0, 7_200))
@settings(deadline=None)
def test_whoever_keeps_to_the_time_makes_the_end_and_the_turns_come_as_told(queue: PitchQueue, left: int) -> None:
    end = seconds(left)
    share = sharing.share(queue, end, at(0))
    told = sharing.turns(queue, end, at(0))
    assert list(told) == list(queue.waiting)
    now, pitched = 0, list[int]()
    while queue.waiting or queue.now:
        queue = pitches.advanced(queue, Duration(end - now), at(now))
        if queue.now is None:
            break
        if queue.now.phase is PitchPhase.PITCH:
            pitched.append(queue.now.team)
            # Shares are whole seconds: what is left over comes to those that follow.
            assert abs(now - told[queue.now.team]) < 1_000 * len(told)
            assert queue.now.length >= sharing.LEAST_PITCH or queue.times.pitch is not None
        now += queue.now.length
    assert pitched == list(told) == list(queue.done)
    if pitched and queue.times.pitch is None and share.each >= sharing.LEAST_PITCH:
        assert end - 1_000 * len(pitched) <= now <= end
    elif pitched and queue.times.pitch is not None:
        assert now == share.finish


def test_what_one_team_takes_too_much_all_that_follow_give_up_equally() -> None:
    queue = pitches.advanced(PitchQueue(SIXTEEN, times=AS_PLANNED), minutes(46), at(0))
    assert queue.now is not None
    assert queue.now.length == seconds(125)
    over = seconds(125 + 60)
    share = sharing.share(queue, Duration(minutes(46) - over), at(over))
    assert share.each == seconds(121)
    lengths = set()
    now: int = over
    while queue.waiting:
        queue = pitches.advanced(queue, Duration(minutes(46) - now), at(now))
        assert queue.now is not None
        lengths |= {queue.now.length} if queue.now.phase is PitchPhase.PITCH else set()
        now += queue.now.length
    assert max(lengths) - min(lengths) <= 1_000


def test_nobody_gets_less_than_half_a_minute_however_late_it_is() -> None:
    queue = PitchQueue(SIXTEEN, times=AS_PLANNED)
    share = sharing.share(queue, minutes(2), at(0))
    assert share.each < 0
    assert share.pitch == sharing.LEAST_PITCH
    assert share.finish > share.ends


@settings(deadline=None)
@given(
    queues,
    st.lists(st.tuples(st.sampled_from(["go on", "skip", "absent", "back", "swap", "draw"]), st.integers(1, 40))),
)
def test_no_team_is_lost_or_stands_twice(queue: PitchQueue, acts: list[tuple[str, int]]) -> None:
    teams = queue.teams
    for act, team in acts:
        before = queue
        try:
            queue = act_on(queue, act, team)
        except UserError:
            assert queue == before
        everybody = [*queue.waiting, *queue.done, *queue.absent, *([queue.now.team] if queue.now else [])]
        assert sorted(everybody) == sorted(teams)


def act_on(queue: PitchQueue, act: str, team: int) -> PitchQueue:
    left, now = minutes(20), at(0)
    if act == "go on":
        return pitches.advanced(queue, left, now)
    if act == "skip":
        return pitches.next_team(queue, left, now)
    if act == "absent":
        return pitches.without(queue, team, left, now)
    if act == "back":
        return pitches.requeued(queue, team, first=team % 2 == 0)
    if act == "swap":
        return pitches.swapped(queue, team, team + 1)
    return pitches.drawn(queue, team)


def test_a_no_show_gives_the_next_team_its_place_and_comes_back_last_or_first() -> None:
    queue = pitches.advanced(PitchQueue((3, 1, 2), times=AS_PLANNED), minutes(10), at(0))
    queue = pitches.without(queue, 3, minutes(10), at(4_000))
    assert queue.now is not None
    assert (queue.now.team, queue.now.phase, queue.now.started) == (1, PitchPhase.PITCH, at(4_000))
    assert pitches.requeued(queue, 3, first=False).waiting == (2, 3)
    assert pitches.requeued(queue, 3, first=True).waiting == (3, 2)
    with pytest.raises(Stale):
        pitches.without(queue, 3, minutes(10), at(0))
    with pytest.raises(UserError, match="still has its turn"):
        pitches.requeued(queue, 2, first=False)


def test_the_order_that_was_drawn_is_known_until_a_hand_changes_it() -> None:
    queue = pitches.drawn(PitchQueue((1, 2, 3, 4, 5)), 2026)
    assert pitches.ordered(queue, ()).seed == 2026
    assert pitches.ordered(queue, (5, 2)).seed == 2026
    changed = pitches.ordered(queue, (3,))
    assert (changed.waiting, changed.seed) == ((3, 5, 2, 4, 1), None)
    assert pitches.swapped(queue, 5, 3).waiting == (3, 2, 5, 4, 1)


def test_teams_that_come_stand_last_and_those_that_go_are_left_out() -> None:
    queue = pitches.advanced(PitchQueue((4, 2, 7), done=(1,)), minutes(10), at(0))
    changed = pitches.in_step(queue, {2, 9, 8})
    assert changed == PitchQueue((2, 8, 9), seed=None)


def test_what_makes_no_sense_is_refused() -> None:
    for wrong in (PitchTimes(minutes(0)), PitchTimes(seconds(-1)), PitchTimes(None, minutes(61))):
        with pytest.raises(UserError, match="up to an hour"):
            pitches.timed(PitchQueue(), wrong)
    with pytest.raises(UserError, match="All teams have pitched"):
        pitches.advanced(PitchQueue(), minutes(1), at(0))
    with pytest.raises(UserError, match="No team is waiting"):
        pitches.drawn(PitchQueue(), 1)
    with pytest.raises(UserError, match="0 to 999999"):
        pitches.drawn(PitchQueue((1,)), 1_000_000)
    with pytest.raises(UserError, match="twice"):
        pitches.ordered(PitchQueue((1, 2)), (1, 1))
