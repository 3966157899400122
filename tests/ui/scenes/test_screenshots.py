"""The pictures of the guide: every scene of an event, the same on every run, and the pages that are handed in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from facilitator.stage.model import SceneName
from facilitator.ui.scenes.showcase import showcase
from facilitator.ui.screenshots import HEIGHT, WIDTH, take_pictures
from tests.ui.scenes import fixtures as of


def test_every_scene_is_shown_and_every_revealed_ballot_is_counted() -> None:
    pieces = list(showcase(of.sample_event(), "Lunch"))
    assert {piece.state.stage.scene for piece in pieces} == set(SceneName)
    assert len({piece.name for piece in pieces}) == len(pieces)
    [results] = [piece for piece in pieces if piece.state.stage.scene is SceneName.RESULTS]
    assert results.state.voting.results[1].ballots == results.turnout


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
    assert QImage(str(files[0])).width() == WIDTH
    assert QImage(str(files[0])).height() == HEIGHT
