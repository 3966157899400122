"""The pictures of the guide: every scene of an event, the same on every run, and the pages that are handed in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from facilitator.app.pictures import main
from facilitator.common.texts import Translator
from facilitator.event.model import Branding, Theme
from facilitator.stage.model import Picture, SceneName
from facilitator.ui.scenes.palette import Tint, palette
from facilitator.ui.scenes.showcase import showcase
from facilitator.ui.screenshots import HEIGHT, WIDTH, overview, scenes, take_pictures
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more


def test_every_scene_is_shown_and_every_revealed_ballot_is_counted() -> None:
    sample = more.questioned(more.sectored(of.sample_event()))
    pictures = {1: Picture(1, "plan", more.png(160, 90))}
    pieces = list(showcase(replace(sample, stage=replace(sample.stage, pictures=pictures)), "Lunch"))
    assert {piece.state.stage.scene for piece in pieces} == set(SceneName)
    assert len({piece.name for piece in pieces}) == len(pieces)
    [results] = [piece for piece in pieces if piece.state.stage.scene is SceneName.RESULTS]
    assert results.state.voting.results[1].ballots == results.turnout


def test_a_pitch_has_a_third_of_the_teams_behind_it() -> None:
    [pitch] = [piece for piece in showcase(of.sample_event(), "Lunch") if piece.name == "pitch"]
    queue = pitch.state.run.pitches
    assert queue.now is not None
    assert sorted((*queue.done, queue.now.team, *queue.waiting)) == sorted(pitch.state.teams.teams)
    assert len(queue.done) == 5


def test_it_is_the_same_on_every_run() -> None:
    assert list(showcase(of.sample_event(), "Lunch")) == list(showcase(of.sample_event(), "Lunch"))


def test_an_empty_event_has_nothing_to_show() -> None:
    assert list(showcase(of.empty_event(), "Lunch")) == []


def test_pictures_are_written_with_their_pages(tmp_path: Path) -> None:
    files = take_pictures(
        of.sample_event(), "en", tmp_path / "pictures", lambda _state, tr: [("run", QLabel(tr("Run")))]
    )
    assert {"scene-clock-en.png", "scene-results-1-en.png", "console-run-en.png"} <= {file.name for file in files}
    for file in files:
        assert not QImage(str(file)).isNull()
        assert file.stat().st_size < 120_000
    assert QImage(str(files[0])).width() == WIDTH
    assert QImage(str(files[0])).height() == HEIGHT


def test_every_scene_is_painted_in_the_light_too(tmp_path: Path) -> None:
    files = take_pictures(of.sample_event(), "sv", tmp_path, theme=Theme.LIGHT)
    assert {"scene-light-clock-sv.png", "scene-light-welcome-sv.png"} <= {file.name for file in files}
    light = palette(Branding(theme=Theme.LIGHT))[Tint.GROUND]
    [clock] = [file for file in files if file.name == "scene-light-clock-sv.png"]
    assert QImage(str(clock)).pixelColor(2, 2) == light


def test_an_overview_has_every_scene_on_it() -> None:
    views = [view for _, view in scenes(of.sample_event(), Translator("en"), Theme.DARK)]
    whole, half = overview(views, 640), overview(views[: len(views) // 2], 640)
    assert whole.height() > half.height()
    assert whole.width() == 640


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), (["--nonsense"], 2)])
def test_the_command_takes_no_option_for_a_folder(
    arguments: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == status
    assert not list(tmp_path.iterdir())
