"""A countdown shows every second once, from the full length to zero and on."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as some

from facilitator.common.clock import Duration
from facilitator.ui.scenes.countdown import digits, shown_seconds, until_tick

LEFT = some.integers(-100_000_000, 100_000_000).map(Duration)


@given(LEFT)
def test_the_next_tick_shows_the_next_second_and_not_a_millisecond_earlier(left: Duration) -> None:
    wait = until_tick(left)
    assert 0 < wait <= 1000
    assert shown_seconds(Duration(left - wait)) == shown_seconds(left) - 1
    assert shown_seconds(Duration(left - wait + 1)) == shown_seconds(left)


@given(some.integers(-360_000, 360_000))
def test_digits_say_the_seconds(seconds: int) -> None:
    match = re.fullmatch(r"(\+?)(?:(\d+):)?(\d\d):(\d\d)", digits(seconds))
    assert match is not None
    sign, hours, minutes, rest = match.groups()
    counted = int(hours or 0) * 3600 + int(minutes) * 60 + int(rest)
    assert (-counted if sign else counted) == seconds
    assert int(minutes) < 60
    assert int(rest) < 60


def test_the_full_length_is_seen_at_the_start_and_zero_at_the_end() -> None:
    assert digits(shown_seconds(Duration(300_000))) == "05:00"
    assert digits(shown_seconds(Duration(299_999))) == "05:00"
    assert digits(shown_seconds(Duration(0))) == "00:00"
    assert digits(shown_seconds(Duration(-1_000))) == "+00:01"
