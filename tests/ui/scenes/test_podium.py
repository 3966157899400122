"""The reveal step by step: what has been shown is there, and nothing of what has not; the end of a timed vote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.common.clock import Duration, Instant
from facilitator.common.texts import Translator
from facilitator.stage.model import SceneName, Stage
from facilitator.ui.scenes.ballot import BallotScene
from facilitator.ui.scenes.view import SceneView
from facilitator.voting.choices import Approvals
from facilitator.voting.model import Phase
from facilitator.voting.tally import Cast, count
from tests.ui.scenes import fixtures as of
from tests.ui.scenes.recorder import words

SAMPLE = of.sample_event()
NOW = of.at(15, 25)
PRIZE = replace(SAMPLE.voting.ballots[1], opened_at=Instant(NOW.wall - 1000))
ORDER = [option.id for option in PRIZE.options][:3]
CAST = [Cast(Approvals((ORDER[0],)), 3), Cast(Approvals((ORDER[1],)), 2), Cast(Approvals((ORDER[2],)), 1)]


def view(ballot: object, scene: SceneName, later: int = 0) -> SceneView:
    results = {1: count(PRIZE, CAST)}
    voting = replace(SAMPLE.voting, ballots={1: ballot}, results=results)  # type: ignore[dict-item]
    state = replace(SAMPLE, voting=voting, stage=Stage(scene, 1))
    return SceneView(state, replace(NOW, wall=Instant(NOW.wall + later)), Translator("en"))


@pytest.mark.parametrize(("unveiled", "seen"), [(1, {2}), (2, {1, 2})])
def test_places_still_to_come_keep_their_names(unveiled: int, seen: set[int]) -> None:
    said = words(view(replace(PRIZE, phase=Phase.CLOSED, unveiled=unveiled), SceneName.RESULTS))
    labels = {option.id: option.label for option in PRIZE.options}
    assert {place for place, option in enumerate(ORDER) if labels[option] in said} == seen
    assert said.count("Still to come") == 3 - unveiled


def test_a_vote_that_closes_by_itself_counts_down_and_never_below_zero() -> None:
    timed = replace(PRIZE, phase=Phase.OPEN, closes_at=Instant(NOW.wall + 90_500))
    assert "01:31" in words(view(timed, SceneName.BALLOT))
    assert "00:31" in words(view(timed, SceneName.BALLOT, 60_000))
    assert "00:00" in words(view(timed, SceneName.BALLOT, 100_000))
    assert BallotScene().stays(view(timed, SceneName.BALLOT)) == Duration(500)
