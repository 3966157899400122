"""The card of what the room sees: scenes are prepared there, with what they show, and taken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.desk.state import State
from facilitator.stage.commands import AddPicture, Blank, Prepare, Show
from facilitator.stage.model import SceneName, View
from facilitator.ui.pages.catalogue import RUN
from facilitator.ui.scene_choice import OFFERED, details, offers
from facilitator.ui.scenes.preview import ScenePreview
from facilitator.ui.widgets.choice import Choice
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button

PNG = b"\x89PNG\r\n\x1a\n"


def test_every_scene_can_be_prepared_but_the_blank_one_which_has_a_key(sample: Setting) -> None:
    assert {*OFFERED, SceneName.BLANK} == set(SceneName)


def test_what_a_scene_offers_can_all_be_shown(sample: Setting) -> None:
    sample.desk.do(AddPicture("Map", PNG))
    for scene in OFFERED:
        for offer in offers(sample.desk.state, scene):
            assert (
                sample.desk.do(
                    Show(scene, offer.view.ballot, offer.view.sector, offer.view.question, offer.view.picture)
                ).state.stage.view
                == offer.view
            )
            named = details(sample.desk.state, offer.view)
            assert named == (None if offer.view == View(scene) else offer.words)


@pytest.mark.parametrize("scene", [SceneName.PICTURE, SceneName.MESSAGE, SceneName.QUESTION])
def test_a_scene_with_nothing_to_show_is_not_offered(console: Open, empty: Setting, scene: SceneName) -> None:
    assert offers(empty.desk.state, scene) == ()
    window = console(empty)
    window.show_page(RUN)
    words = {SceneName.PICTURE: "Picture", SceneName.MESSAGE: "Message", SceneName.QUESTION: "Question"}
    assert not button(window.page, words[scene]).isEnabled()


def test_by_keyboard_alone(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    QTest.keyClick(window, Qt.Key.Key_S)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Welcome"
    QTest.keyClick(focused, Qt.Key.Key_Right)
    chosen = window.focusWidget()
    assert chosen is not None
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    assert sample.desk.state.stage.prepared == View(SceneName.CLOCK)
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    assert sample.desk.state.stage.prepared is None


def test_a_sector_is_chosen_before_anything_is_shown(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    QTest.mouseClick(button(window.page, "Teams"), Qt.MouseButton.LeftButton)
    detail = next(each for each in window.page.findChildren(Choice) if each.accessibleName() == "What the scene shows")
    qtbot.waitUntil(lambda: detail.count() == 1 + len(sample.desk.state.roster.sectors))
    detail.setCurrentIndex(2)
    prepared = sample.desk.state.stage.prepared
    assert prepared is not None
    assert prepared.sector == sorted(sample.desk.state.roster.sectors.values(), key=lambda one: one.position)[1].id
    assert sample.desk.state.stage.view == View(SceneName.CLOCK)


def test_both_pictures_are_true_also_while_the_room_is_dark(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)

    def seen(name: str) -> State:
        preview = next(each for each in window.page.findChildren(ScenePreview) if each.accessibleName() == name)
        assert preview.view is not None
        return preview.view.state

    sample.desk.do(Prepare(SceneName.AGENDA))
    sample.desk.do(Blank())
    qtbot.waitUntil(lambda: seen("What the room sees").stage.scene is SceneName.BLANK)
    assert seen("What is prepared").stage.scene is SceneName.AGENDA
    assert window.room.window.view is not None
    assert window.room.window.view.state.stage.scene is SceneName.BLANK
    sample.desk.do(Prepare())
    qtbot.waitUntil(lambda: seen("What is prepared").stage.scene is SceneName.BLANK)


def test_a_question_offers_its_code_and_words(sample_state: State) -> None:
    one = next(iter(sample_state.library.questions.values()))
    state = replace(sample_state, library=replace(sample_state.library, questions={one.id: one}))
    (offer,) = offers(state, SceneName.QUESTION)
    assert str(offer.words) == f"{one.code} {one.text}"
