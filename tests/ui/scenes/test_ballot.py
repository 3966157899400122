"""The ballot scene: codes that a camera reads, a turnout, and never a vote before its time."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtGui import QImage

from facilitator.desk.on_show import to_reveal, to_vote_on
from facilitator.desk.state import State
from facilitator.event.model import Theme
from facilitator.stage.model import SceneName
from facilitator.ui.scenes.canvas import picture
from facilitator.ui.scenes.qr import wifi
from facilitator.ui.scenes.view import SceneView
from facilitator.voting.model import Ballot, Phase
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more
from tests.ui.scenes.recorder import words

SAMPLE = of.sample_event()
PRIZE = SAMPLE.voting.ballots[1]
OPEN = of.on_show(of.opened(SAMPLE, PRIZE), SceneName.BALLOT)
NOW = of.at(15, 16, 40)
WIFI = replace(OPEN, event=replace(OPEN.event, wifi_name='Åsas; "nät"', wifi_password="blå,bär:\\2026"))
SIZES = [(1920, 1080), (1280, 720), (1024, 768), (1080, 1920)]


@pytest.mark.parametrize("size", SIZES)
def test_a_camera_reads_the_address(size: tuple[int, int]) -> None:
    assert _read(of.view(OPEN, NOW), size) == {of.ADDRESS}


@pytest.mark.parametrize("size", SIZES)
def test_a_camera_reads_both_codes(size: tuple[int, int]) -> None:
    expected = 'WIFI:T:WPA;S:Åsas\\; \\"nät\\";P:blå\\,bär\\:\\\\2026;;'
    assert _read(of.view(WIFI, NOW), size) == {of.ADDRESS, expected}


@pytest.mark.parametrize("scene", [SceneName.WELCOME, SceneName.NEXT_STEPS])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920)])
@pytest.mark.parametrize("theme", Theme)
def test_a_camera_reads_the_small_codes_in_both_themes(scene: SceneName, size: tuple[int, int], theme: Theme) -> None:
    state = more.shown(more.branded(WIFI, theme), scene)
    assert len(_read(of.view(state, NOW), size)) == 2
    alone = more.shown(more.branded(OPEN, theme), scene)
    assert _read(of.view(alone, NOW), size) == {of.ADDRESS}


def test_an_open_network_has_no_password() -> None:
    assert wifi("Gäst", "") == "WIFI:T:nopass;S:Gäst;;"


def test_without_phones_there_is_no_code_and_a_reason() -> None:
    view = of.view(OPEN, NOW, "en", address=None)
    assert _read(view, SIZES[0]) == set()
    assert "Phones cannot vote just now" in _flat(view)


def test_the_turnout_is_told() -> None:
    assert "57\nof 80 have voted" in words(of.view(OPEN, NOW, "en"))
    assert "80\nof 80 have voted" in words(of.view(OPEN, NOW, "en", turnout=80))


def test_a_straw_poll_says_so_and_has_no_roll() -> None:
    poll = of.on_show(of.opened(SAMPLE, replace(PRIZE, straw_poll=True)), SceneName.BALLOT)
    assert "Straw poll" in words(of.view(poll, NOW, "en"))
    assert "57\nhave voted" in words(of.view(poll, NOW, "en"))
    assert "1\nhas voted" in words(of.view(poll, NOW, "en", turnout=1))


def test_the_time_left_is_shown_while_the_ballots_item_runs() -> None:
    runs = of.running(OPEN, 16, of.at(15, 13))
    assert "06:20\nleft to vote" in words(of.view(runs, NOW, "en"))
    assert "left to vote" not in words(of.view(of.running(OPEN, 15, of.at(15, 13)), NOW, "en"))


def test_a_closed_ballot_shows_no_way_in() -> None:
    view = of.view(of.on_show(of.closed(SAMPLE, PRIZE), SceneName.BALLOT), NOW, "en")
    assert _read(view, SIZES[0]) == set()
    assert "The vote is closed." in words(view)


@settings(max_examples=40, deadline=None)
@given(some.sampled_from((Phase.DRAFT, Phase.OPEN, Phase.CLOSED)), some.integers(0, 80))
def test_no_result_is_shown_before_the_reveal(phase: Phase, turnout: int) -> None:
    """Even if the state held a result, neither scene would say it."""
    counted = of.revealed(SAMPLE, PRIZE, of.approvals(16, 57))
    ballots = {1: replace(counted.voting.ballots[1], phase=phase)}
    state = replace(counted, voting=replace(counted.voting, ballots=ballots))
    for scene in (SceneName.RESULTS, SceneName.BALLOT):
        said = words(of.view(of.on_show(state, scene), NOW, "en", turnout=turnout))
        assert not any(option.label in said for option in PRIZE.options)
        assert "Winner" not in said


def test_the_ballot_asked_for_is_shown_else_the_one_opened_last() -> None:
    state = _with(
        replace(PRIZE, id=1, phase=Phase.REVEALED, opened_at=of.at(15, 0).wall),
        replace(PRIZE, id=2, phase=Phase.OPEN, opened_at=of.at(15, 5).wall),
        replace(PRIZE, id=3, phase=Phase.CLOSED, opened_at=of.at(15, 6).wall),
        replace(PRIZE, id=4),
    )
    assert _id(to_vote_on(state)) == 2
    assert _id(to_reveal(state)) == 1
    assert _id(to_vote_on(of.on_show(state, SceneName.BALLOT, 4))) == 4
    assert _id(to_reveal(of.on_show(state, SceneName.RESULTS, 3))) == 3
    assert _id(to_vote_on(of.on_show(state, SceneName.BALLOT, 99))) == 2
    drafts = _with(replace(PRIZE, id=5, position=2), replace(PRIZE, id=6, position=1))
    assert _id(to_vote_on(drafts)) == 6
    assert to_reveal(drafts) is None


def _with(*ballots: Ballot) -> State:
    return replace(SAMPLE, voting=replace(SAMPLE.voting, ballots={ballot.id: ballot for ballot in ballots}))


def _id(ballot: Ballot | None) -> int | None:
    return None if ballot is None else ballot.id


def _flat(view: SceneView) -> str:
    return words(view).replace("\n", " ")


def _read(view: SceneView, size: tuple[int, int]) -> set[str]:
    image = picture(view, *size).convertToFormat(QImage.Format.Format_Grayscale8)
    grey = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    codes = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return {code.text for code in codes}
