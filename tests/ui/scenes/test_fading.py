"""From one scene to the next: the new one at once, the old one gone soon; blank and reduced motion are a cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desk.state import State
from facilitator.event.model import Theme
from facilitator.stage.model import Picture, SceneName, View
from facilitator.ui.scenes.fading import LENGTH
from facilitator.ui.scenes.widget import SceneWidget
from tests.fakes import FakeClock
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")
SAMPLE = of.sample_event()
STAGE = replace(
    SAMPLE.stage,
    pictures={1: Picture(1, "red", more.png(160, 90, "#ff0000")), 2: Picture(2, "blue", more.png(160, 90, "#0000ff"))},
)
FULL = replace(SAMPLE, stage=STAGE)


def _picture(number: int) -> State:
    return more.shown(FULL, SceneName.PICTURE, View(SceneName.PICTURE, picture=number))


BLANK = more.shown(FULL, SceneName.BLANK)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(of.at(9, 0).wall)


@pytest.fixture
def widget(qtbot: QtBot, clock: FakeClock) -> SceneWidget:
    made = SceneWidget(clock)
    qtbot.addWidget(made)
    made.resize(160, 90)
    made.set_fading(True)
    made.show()
    made.set_view(of.view(_picture(1), clock.now()))
    return made


def _middle(widget: SceneWidget) -> QColor:
    image: QImage = widget.grab().toImage()
    return image.pixelColor(80, 45)


def test_the_first_frame_shows_the_new_scene_and_the_last_nothing_else(widget: SceneWidget, clock: FakeClock) -> None:
    assert _middle(widget) == RED
    widget.set_view(of.view(_picture(2), clock.now()))
    seen = [_middle(widget)]
    for _ in range(4):
        clock.pass_(milliseconds=LENGTH // 4)
        seen.append(_middle(widget))
    assert seen[0].blue() >= 70
    assert [one.blue() for one in seen] == sorted(one.blue() for one in seen)
    assert seen[2].blue() >= 200
    assert seen[-1] == BLUE
    assert widget.next_change is None


def test_it_repaints_by_itself_while_it_fades(widget: SceneWidget, clock: FakeClock) -> None:
    widget.set_view(of.view(_picture(2), clock.now()))
    widget.grab()
    assert widget.next_change is not None
    assert widget.next_change <= 16


def test_news_in_the_same_scene_neither_fade_nor_stop_a_fade(widget: SceneWidget, clock: FakeClock) -> None:
    widget.set_view(of.view(_picture(2), clock.now()))
    clock.pass_(milliseconds=LENGTH // 2)
    before = _middle(widget)
    widget.set_view(of.view(_picture(2), clock.now(), turnout=58))
    assert _middle(widget) == before
    clock.pass_(milliseconds=LENGTH)
    widget.set_view(of.view(_picture(2), clock.now(), turnout=59))
    assert _middle(widget) == BLUE


def test_blank_is_a_cut_both_ways_and_in_the_middle_of_a_fade(widget: SceneWidget, clock: FakeClock) -> None:
    widget.set_view(of.view(BLANK, clock.now()))
    assert _middle(widget) == QColor("#000000")
    widget.set_view(of.view(_picture(1), clock.now()))
    assert _middle(widget) == RED
    widget.set_view(of.view(_picture(2), clock.now()))
    widget.set_view(of.view(BLANK, clock.now()))
    assert _middle(widget) == QColor("#000000")


def test_another_look_and_other_words_fade_too(widget: SceneWidget, clock: FakeClock) -> None:
    message = of.on_show(SAMPLE, SceneName.MESSAGE, message="Lunch")
    for other in (
        of.on_show(SAMPLE, SceneName.MESSAGE, message="Kaffe"),
        more.shown(more.branded(SAMPLE, Theme.LIGHT), SceneName.CLOCK),
    ):
        widget.set_view(of.view(message, clock.now()))
        clock.pass_(milliseconds=LENGTH)
        widget.grab()
        widget.set_view(of.view(other, clock.now()))
        first = widget.grab().toImage()
        clock.pass_(milliseconds=LENGTH)
        assert widget.grab().toImage() != first


def test_without_fading_the_new_scene_is_simply_there(widget: SceneWidget, clock: FakeClock) -> None:
    widget.set_fading(False)
    widget.set_view(of.view(_picture(2), clock.now()))
    assert _middle(widget) == BLUE


class _Still(QProxyStyle):
    """A system that is set to show no animations."""

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, option, widget)


def test_the_systems_wish_for_no_animations_is_honoured(
    widget: SceneWidget, clock: FakeClock, qapp: QApplication
) -> None:
    still = _Still(qapp.style().objectName())
    still.setParent(widget)
    widget.setStyle(still)
    widget.set_view(of.view(_picture(2), clock.now()))
    assert _middle(widget) == BLUE
