"""The projector window answers to nobody but the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.common.clock import Instant, Monotonic
from facilitator.common.texts import Translator
from facilitator.stage.model import SceneName
from facilitator.ui.projector import ProjectorWindow
from facilitator.ui.scenes.palette import NIGHT
from facilitator.ui.scenes.preview import ScenePreview
from tests.fakes import FakeClock
from tests.ui.scenes import fixtures as of

START = of.at(9, 10)
RUNNING = of.on_show(of.running(of.sample_event(), 3, START), SceneName.CLOCK)


class Console(QWidget):
    """Takes note of keys."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.append(event.key())


@pytest.fixture
def clock() -> FakeClock:
    moment = of.at(9, 17, 48)
    clock = FakeClock(Instant(moment.wall - 30))
    clock.mono, clock.boot = Monotonic(moment.mono - 30), moment.boot
    return clock


@pytest.fixture
def window(qapp: QApplication, clock: FakeClock) -> Iterator[ProjectorWindow]:
    window = ProjectorWindow(clock, Translator("en"))
    yield window
    window.retire()
    window.deleteLater()


@pytest.fixture
def console(qtbot: QtBot) -> Console:
    console = Console()
    qtbot.addWidget(console)
    return console


def test_it_is_black_until_it_has_something_to_show(window: ProjectorWindow) -> None:
    window.resize(64, 36)
    assert window.grab().toImage().pixelColor(5, 5) == QColor("black")
    window.set_view(of.view(RUNNING, START))
    assert window.grab().toImage().pixelColor(5, 5) == NIGHT


def test_it_covers_its_screen_without_frame_focus_or_cursor(window: ProjectorWindow, qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    window.fill(screen)
    flags = window.windowFlags()
    assert window.covers(screen)
    assert window.isFullScreen()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor


def test_it_cannot_be_closed_on_a_screen(window: ProjectorWindow, qapp: QApplication, qtbot: QtBot) -> None:
    window.fill(qapp.primaryScreen())
    with qtbot.assertNotEmitted(window.dismissed):
        assert not window.close()
    assert window.isVisible()


def test_as_a_window_closing_hides_it_and_says_so(window: ProjectorWindow, console: Console, qtbot: QtBot) -> None:
    window.open_as_window(console)
    assert window.isVisible()
    assert not window.isFullScreen()
    assert window.windowTitle() == "Projector"
    with qtbot.waitSignal(window.dismissed):
        window.close()
    assert not window.isVisible()


def test_from_window_to_screen_and_back(window: ProjectorWindow, console: Console, qapp: QApplication) -> None:
    window.open_as_window(console)
    window.fill(qapp.primaryScreen())
    assert window.covers(qapp.primaryScreen())
    window.open_as_window(console)
    assert not window.covers(qapp.primaryScreen())
    assert console.screen().availableGeometry().contains(window.geometry())


def test_every_key_goes_to_the_console_and_escape_changes_nothing(
    window: ProjectorWindow, console: Console, qapp: QApplication
) -> None:
    window.fill(qapp.primaryScreen())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.covers(qapp.primaryScreen())
    window.send_keys_to(console)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_B)
    assert console.keys == [Qt.Key.Key_Escape, Qt.Key.Key_B]
    assert window.covers(qapp.primaryScreen())


def test_it_repaints_at_the_next_second_boundary(
    window: ProjectorWindow, clock: FakeClock, qapp: QApplication, qtbot: QtBot
) -> None:
    window.set_view(of.view(RUNNING, START))
    window.fill(qapp.primaryScreen())
    qtbot.waitUntil(lambda: window.view is not None and window.view.now == clock.now())
    clock.pass_(milliseconds=30)
    qtbot.waitUntil(lambda: window.view is not None and window.view.now == clock.now())


def test_a_scene_that_stays_is_left_alone(window: ProjectorWindow, clock: FakeClock, qtbot: QtBot) -> None:
    window.resize(192, 108)
    window.set_view(of.view(of.on_show(RUNNING, SceneName.BLANK), START))
    window.show()
    qtbot.waitUntil(lambda: window.view is not None and window.view.now == clock.now())
    assert window.next_change is None


def test_the_preview_paints_what_the_projector_paints(window: ProjectorWindow, clock: FakeClock, qtbot: QtBot) -> None:
    preview = ScenePreview(clock)
    qtbot.addWidget(preview)
    for scene in SceneName:
        view = of.view(of.on_show(RUNNING, scene, message="Lunch"), START)
        for widget in (window, preview):
            widget.resize(480, 270)
            widget.set_view(replace(view))
        assert window.grab().toImage() == preview.grab().toImage()
    assert preview.heightForWidth(480) == 270


def test_a_scene_that_fails_leaves_the_window_able_to_show_the_next_one(
    window: ProjectorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    window.resize(64, 36)
    window.set_view(of.view(RUNNING, START))
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.ui.scenes.widget.paint_scene", fail)
        with pytest.raises(ZeroDivisionError):
            window.grab()
    assert window.grab().toImage().pixelColor(5, 5) == NIGHT
