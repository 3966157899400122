"""The pitches: who is on stage, who is next, and a clock of each phase."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from facilitator.common.clock import Instant, Moment, Monotonic
from facilitator.stage.model import SceneName
from facilitator.timer.model import PitchPhase, PitchQueue
from facilitator.ui.scenes.pitch import PitchScene
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more
from tests.ui.scenes.recorder import words

SINCE = of.at(14, 30)
SAMPLE = more.solved(of.sample_event())
ON_STAGE = more.shown(more.pitching(SAMPLE, SINCE), SceneName.PITCH)


def test_the_team_its_solution_and_what_follows_are_named() -> None:
    said = words(of.view(ON_STAGE, of.at(14, 30, 41), "en"))
    for line in ("Team 5", "Behovsanalys på en dag", "01:19", "Pitch", "Team 6 · Rekrytera på potential"):
        assert line in said
    assert "ends about 15:12\n11 teams left" in said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "02:00"), (89, "00:31"), (90, "Finish soon"), (110, "Nearly over"), (120, "00:00"), (121, "Over time")],
)
def test_the_phase_is_told_in_words(seconds: int, said: str) -> None:
    now = _after(SINCE, seconds * 1000)
    shown = words(of.view(ON_STAGE, now, "en"))
    assert said in shown
    assert ("Finish soon" in shown) == (90 <= seconds < 110)


@pytest.mark.parametrize(
    ("phase", "word"),
    [(PitchPhase.PITCH, "Pitch"), (PitchPhase.QUESTIONS, "Questions"), (PitchPhase.CHANGE_OVER, "Change-over")],
)
def test_each_phase_has_its_word(phase: PitchPhase, word: str) -> None:
    state = more.shown(more.pitching(SAMPLE, SINCE, phase, 60, left=1), SceneName.PITCH)
    said = words(of.view(state, _after(SINCE, 1000), "en"))
    assert word in said
    assert "1 team left" in said


def test_a_held_clock_stands() -> None:
    state = more.shown(more.pitching(SAMPLE, SINCE, paused=of.at(14, 31)), SceneName.PITCH)
    said = [words(of.view(state, now, "en")) for now in (of.at(14, 32, 1), of.at(14, 32, 59))]
    assert said[0] == said[1]
    assert "01:00" in said[0]
    assert "Paused" in said[0]


@pytest.mark.parametrize(
    ("queue", "said"),
    [
        (PitchQueue(), "The pitches are about to begin."),
        (PitchQueue((1, 2)), "First on stage Team 1"),
        (PitchQueue((2,), done=(1,)), "Next on stage Team 2"),
        (PitchQueue(done=(1, 2)), "All teams have pitched. Thank you!"),
    ],
)
def test_between_the_turns_the_room_is_told_what_comes(queue: PitchQueue, said: str) -> None:
    state = replace(SAMPLE, run=replace(SAMPLE.run, pitches=queue))
    shown = words(of.view(more.shown(state, SceneName.PITCH), SINCE, "en"))
    assert said in shown.replace("\n", " ")


def test_the_last_team_is_told_to_be_the_last() -> None:
    state = more.shown(more.pitching(SAMPLE, SINCE, left=0), SceneName.PITCH)
    assert "This is the last team." in words(of.view(state, SINCE, "en"))


@settings(max_examples=30, deadline=None)
@given(some.integers(0, 300_000))
def test_the_picture_changes_when_it_no_longer_stays_and_not_before(passed: int) -> None:
    view = of.view(ON_STAGE, _after(SINCE, passed), "en")
    stays = PitchScene().stays(view)
    assert stays is not None
    before, then = (words(replace(view, now=_after(view.now, length))) for length in (stays - 1, stays))
    assert before == words(view)
    assert then != words(view)


def _after(moment: Moment, milliseconds: int) -> Moment:
    return replace(moment, wall=Instant(moment.wall + milliseconds), mono=Monotonic(moment.mono + milliseconds))
