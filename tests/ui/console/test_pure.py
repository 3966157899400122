"""What the console knows without a window: words, times, search, the next second."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, minutes
from facilitator.common.errors import UserError
from facilitator.desk.state import State
from facilitator.desk.vocabulary import COMMANDS
from facilitator.event.model import Event
from facilitator.timer.model import Run, Running
from facilitator.ui.edits import parse_length, parse_time
from facilitator.ui.now import face
from facilitator.ui.ticker import until_next_second
from facilitator.ui.wording import COMMANDS as COMMAND_NAMES
from facilitator.ui.wording import digits, lateness, whole_minutes

EVENT = State(Event("E", date(2026, 5, 20)))


def running(length: int, passed: int) -> tuple[State, Moment]:
    """An item of `length` ms of which `passed` are gone, and the moment at which that is so."""
    start = Moment(Instant(1_700_000_000_123), Monotonic(5_000), "boot")
    now = Moment(Instant(start.wall + passed), Monotonic(start.mono + passed), "boot")
    return replace(EVENT, run=Run(Running(1, start, Duration(length)))), now


def read(shown: str) -> int:
    """The seconds that a countdown shows; over time is negative."""
    parts = [int(part) for part in shown.removeprefix("+").split(":")]
    total: int = sum(part * 60**power for power, part in enumerate(reversed(parts)))
    return -total if shown.startswith("+") else total


@given(st.integers(-36_000_000, 36_000_000))
def test_the_digits_show_each_second_until_it_has_passed(left: int) -> None:
    assert read(digits(Duration(left))) * 1000 - left in range(1000)


@given(st.integers(0, 7_200_000), st.integers(0, 7_200_000))
def test_the_next_tick_is_the_first_moment_with_other_digits(length: int, passed: int) -> None:
    state, now = running(length, passed)
    wait = until_next_second(state, now)
    assert 1 <= wait <= 1000
    before = Moment(Instant(now.wall + wait - 1), Monotonic(now.mono + wait - 1), now.boot)
    after = Moment(Instant(now.wall + wait), Monotonic(now.mono + wait), now.boot)
    shown, at_tick, just_before = face(state, now), face(state, after), face(state, before)
    assert shown is not None
    assert at_tick is not None
    assert just_before is not None
    assert at_tick.digits != shown.digits
    assert just_before.digits == shown.digits


@given(st.integers(0, 10**13))
def test_without_a_countdown_it_ticks_on_the_wall_clocks_second(wall: int) -> None:
    wait = until_next_second(EVENT, Moment(Instant(wall), Monotonic(0), "boot"))
    assert (wall + wait) % 1000 == 0
    assert 1 <= wait <= 1000


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (0, "On time"),
        (29_000, "On time"),
        (31_000, "1 min late"),
        (-240_000, "4 min ahead"),
        (540_000, "9 min late"),
        (89 * 60_000, "89 min late"),
        (90 * 60_000, "1 h 30 min late"),
        (-120 * 60_000, "2 h ahead"),
        (135 * 60_000, "2 h 15 min late"),
    ],
)
def test_lateness_in_whole_minutes(late: int, words: str) -> None:
    assert str(lateness(Duration(late))) == words


@given(st.integers(0, 10**7))
def test_whole_minutes_never_promise_less(duration: int) -> None:
    assert 0 <= whole_minutes(Duration(duration)) - duration < minutes(1)


@given(st.times())
def test_a_time_of_day_is_read_as_it_is_written(moment: time) -> None:
    whole = moment.replace(second=0, microsecond=0)
    for written in (f"{whole:%H:%M}", f"{whole:%H.%M}", f"{whole:%H%M}", f" {whole.hour}:{whole:%M} "):
        assert parse_time(written) == whole


@pytest.mark.parametrize("words", ["", "24:00", "9:60", "noon", "9:5", "-1"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(UserError, match="is not a time of day"):
        parse_time(words)


@given(st.integers(0, 9999), st.integers(0, 59))
def test_a_length_is_read_in_minutes_and_seconds(whole: int, second: int) -> None:
    assert parse_length(f"{whole}:{second:02}") == whole * 60 + second
    assert parse_length(f"{whole} min") == whole * 60


@pytest.mark.parametrize("words", ["", "soon", "1:60", "-5", "1.5"])
def test_what_is_no_length_is_refused(words: str) -> None:
    with pytest.raises(UserError, match="is not a length"):
        parse_length(words)


NEVER_UNDONE = {
    "keep-port",
    "erase-personal-data",
    "replan-preview",
    "use-needs",
    "put-needs",
    "purge-needs",
    "undo",
    "redo",
}
ENDS_IN_ANOTHER = {"form-teams", "repair-teams", "unseat"}


def test_everything_that_can_be_undone_has_a_name() -> None:
    assert set(COMMANDS) - set(COMMAND_NAMES) == NEVER_UNDONE | ENDS_IN_ANOTHER
