"""The clock: its phases, and digits that the last row can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from facilitator.common.clock import Duration, Instant, Moment, Monotonic, seconds
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.timer.rules import end_day
from facilitator.ui.scenes.canvas import picture
from facilitator.ui.scenes.clock import ClockScene
from facilitator.ui.scenes.day import Phase, day
from facilitator.ui.scenes.face import DIGITS, PHASE
from facilitator.ui.scenes.palette import NIGHT
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more
from tests.ui.scenes.recorder import shapes, words

QUARTER = 270
START = of.at(9, 10)
RUNNING = of.on_show(of.running(of.sample_event(), 3, START), SceneName.CLOCK)
PAUSED = of.on_show(of.running(of.sample_event(), 3, START, paused=of.at(9, 20)), SceneName.CLOCK)


@pytest.mark.parametrize(
    ("state", "now", "phase", "said"),
    [
        (of.empty_event(), of.at(9, 0), Phase.NO_PLAN, "Skills360"),
        (of.sample_event(), of.at(8, 29, 59), Phase.BEFORE, "00:01"),
        (of.sample_event(), of.at(8, 30), Phase.SOON, "We start shortly"),
        (of.sample_event(), of.at(9, 0, day=of.DAY - timedelta(days=3)), Phase.BEFORE, "days to go"),
        (RUNNING, START, Phase.RUNNING, "25:00"),
        (RUNNING, of.at(9, 29, 59), Phase.RUNNING, "05:01"),
        (RUNNING, of.at(9, 30), Phase.LAST_MINUTES, "05:00"),
        (RUNNING, of.at(9, 34), Phase.NEARLY_OVER, "01:00"),
        (RUNNING, of.at(9, 35), Phase.NEARLY_OVER, "00:00"),
        (RUNNING, of.at(9, 35, 1), Phase.OVER, "+00:01"),
        (PAUSED, of.at(12, 0), Phase.PAUSED, "15:00"),
        (replace(RUNNING, run=replace(RUNNING.run, running=None)), of.at(9, 40), Phase.BETWEEN, "We go on shortly"),
        (replace(RUNNING, run=end_day(RUNNING.run, of.at(9, 40))), of.at(16, 0), Phase.ENDED, "Thank you for today"),
        (of.running(of.sample_event(), 19, of.at(15, 55)), of.at(15, 56), Phase.ENDED, "Thank you for today"),
    ],
)
def test_each_phase_has_its_words(state: State, now: Moment, phase: Phase, said: str) -> None:
    view = of.view(of.on_show(state, SceneName.CLOCK), now, "en")
    assert day(view).phase is phase
    assert said in words(view)


def test_an_items_own_thresholds_decide() -> None:
    sample = of.sample_event()
    item = replace(sample.plan.items[4], warning=seconds(90), danger=Duration(0))
    state = of.running(
        replace(sample, plan=replace(sample.plan, items={**sample.plan.items, 4: item})), 4, of.at(9, 35)
    )
    assert day(of.view(state, of.at(9, 41, 29))).phase is Phase.RUNNING
    assert day(of.view(state, of.at(9, 41, 30))).phase is Phase.LAST_MINUTES
    assert day(of.view(state, of.at(9, 43))).phase is Phase.LAST_MINUTES


def test_phases_of_one_clock_differ_by_word_shape_and_colour() -> None:
    seen = []
    for state, now in (
        (RUNNING, of.at(9, 15)),
        (RUNNING, of.at(9, 33)),
        (RUNNING, of.at(9, 34, 30)),
        (RUNNING, of.at(9, 36)),
        (PAUSED, of.at(9, 36)),
    ):
        view = of.view(state, now, "en")
        [(corners, colour)] = shapes(view, PHASE)
        left = min(x for x, _ in corners)
        seen.append((words(view).splitlines()[4], tuple((x - left, y) for x, y in corners), colour))
    words_, corners_, colours = zip(*seen, strict=True)
    assert len(set(words_)) == len(set(corners_)) == 5
    assert len(set(colours)) == 4  # nearly over and over share the colour of alarm


@pytest.mark.parametrize(
    ("item", "start", "now"),
    [
        (3, of.at(9, 10), of.at(9, 17, 48)),
        (12, of.at(12, 27), of.at(12, 27)),
        (3, of.at(9, 10), of.at(9, 58)),
        (3, of.at(9, 10), of.at(11, 48, 59)),
        (3, of.at(9, 10), of.at(19, 30)),
    ],
    ids=["minutes", "hour", "over", "hours-over", "nine-hours-over"],
)
def test_digits_are_a_quarter_of_the_height(item: int, start: Moment, now: Moment) -> None:
    view = of.view(of.on_show(of.running(of.sample_event(), item, start), SceneName.CLOCK), now)
    assert _ink(picture(view), DIGITS.toRect().adjusted(-90, -20, 90, 20)).height() >= QUARTER


@settings(max_examples=40, deadline=None)
@given(some.integers(0, 4_000_000))
def test_the_picture_changes_when_it_no_longer_stays_and_not_before(passed: int) -> None:
    view = of.view(RUNNING, _after(START, passed))
    stays = ClockScene().stays(view)
    assert stays is not None
    before, then = (replace(view, now=_after(view.now, length)) for length in (stays - 1, stays))
    assert words(before) == words(view)
    assert words(then) != words(view)


def test_tracks_stand_beside_with_clocks_of_their_own() -> None:
    work = of.on_show(more.tracks(of.running(of.sample_event(), 10, of.at(10, 40))), SceneName.CLOCK)
    said = words(of.view(work, of.at(10, 50), "en"))
    assert "19:01\nSal A · Verkstad 1: prototyper\n28:02\nSal B · Verkstad 2: prototyper" in said
    assert "Lunch" in said
    many = more.tracks(work, 5)
    assert "and 3 more" in words(of.view(many, of.at(10, 50), "en"))


@settings(max_examples=30, deadline=None)
@given(some.integers(0, 2_000_000), some.integers(1, 999))
def test_a_tracks_seconds_are_shown_when_they_pass(passed: int, shift: int) -> None:
    """Also while the plenary's clock stands."""
    state = more.tracks(of.running(of.sample_event(), 10, of.at(10, 40), paused=of.at(10, 45)), 1)
    [track] = state.run.beside
    moved = replace(track, started=_after(track.started, shift))
    view = of.view(of.on_show(replace(state, run=replace(state.run, beside=(moved,))), SceneName.CLOCK), of.at(10, 50))
    view = replace(view, now=_after(view.now, passed))
    stays = ClockScene().stays(view)
    assert stays is not None
    before, then = (words(replace(view, now=_after(view.now, length))) for length in (stays - 1, stays))
    assert before == words(view)
    assert then != words(view)


def _after(moment: Moment, milliseconds: int) -> Moment:
    return replace(moment, wall=Instant(moment.wall + milliseconds), mono=Monotonic(moment.mono + milliseconds))


def _ink(image: QImage, area: QRect) -> QRect:
    """The smallest rectangle round everything in the area that is not background."""
    part = image.copy(area).createMaskFromColor(NIGHT.rgb())
    ink = [(x, y) for y in range(part.height()) for x in range(0, part.width(), 4) if not part.pixelIndex(x, y)]
    left, right = min(x for x, _ in ink), max(x for x, _ in ink)
    top, bottom = min(y for _, y in ink), max(y for _, y in ink)
    return QRect(area.left() + left, area.top() + top, right - left + 1, bottom - top + 1)
