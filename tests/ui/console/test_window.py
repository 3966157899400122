"""The frame of the console: every page, the keys that always work, problems, the double press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.desk.vocabulary import Command
from facilitator.event.commands import ChangeEvent
from facilitator.stage.commands import Prepare
from facilitator.stage.model import SceneName
from facilitator.timer.commands import Next, Pause, StartDay
from facilitator.ui.keys import KEYS
from facilitator.ui.page_pictures import pages_in_turn
from facilitator.ui.pages.catalogue import IN_SIDEBAR, PageName
from facilitator.ui.preferences import Preferences
from facilitator.ui.steering import DOUBLE_PRESS_MS, TREMBLE_MS
from facilitator.ui.theme import DARK, Mode, Theme
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open


def scene(setting: Setting) -> SceneName:
    return setting.desk.state.stage.scene


@pytest.mark.parametrize("page", list(PageName))
def test_every_page_opens_on_an_empty_event(console: Open, empty: Setting, page: PageName) -> None:
    window = console(empty)
    window.show_page(page)
    assert window.page_name is page
    assert not window.grab().isNull()


@pytest.mark.parametrize("page", list(PageName))
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768)])
def test_every_page_fits_on_a_full_event(
    console: Open, sample: Setting, qtbot: QtBot, page: PageName, size: tuple[int, int]
) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    window.resize(*size)
    window.show_page(page)
    window.grab()
    frame = window.page.parentWidget()
    assert frame is not None
    viewport = frame.parentWidget()
    assert viewport is not None
    qtbot.waitUntil(lambda: frame.width() <= viewport.width())
    assert (window.width(), window.height()) == size, "the window must not be pushed wider than asked"


def test_an_event_without_an_agenda_opens_on_the_plan(console: Open, empty: Setting) -> None:
    assert console(empty).page_name is PageName.PLAN


def test_number_keys_choose_pages(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    for number, name in enumerate(IN_SIDEBAR, start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert window.page_name is name
    window.show_page(PageName.RUN)
    QTest.keyClick(window, Qt.Key.Key_8)
    assert window.page_name is PageName.SETTINGS


def test_next_goes_on_once_however_often_it_is_pressed(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    first, second = sample.desk.state.plan.in_order()[:2]
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(window, Qt.Key.Key_F5)
    running = sample.desk.state.run.running
    assert running is not None
    assert running.item == first.id
    assert "twice" in window.said
    sample.clock.pass_(milliseconds=DOUBLE_PRESS_MS)
    QTest.keyClick(window, Qt.Key.Key_F5)
    running = sample.desk.state.run.running
    assert running is not None
    assert running.item == second.id


def test_space_goes_on_where_the_page_run_is_entered(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert sample.desk.state.run.begun


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_F8])
@pytest.mark.parametrize("page", list(PageName))
def test_blank_works_on_every_page(console: Open, sample: Setting, qtbot: QtBot, key: Qt.Key, page: PageName) -> None:
    window = console(sample)
    window.show_page(page)
    window.setFocus()
    QTest.keyClick(window, key)
    assert scene(sample) is SceneName.BLANK
    QTest.keyClick(window, key)
    assert scene(sample) is SceneName.BLANK, "a trembling hand does not bring the picture back"
    sample.clock.pass_(milliseconds=TREMBLE_MS)
    QTest.keyClick(window, key)
    assert scene(sample) is SceneName.CLOCK


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_F9])
@pytest.mark.parametrize("page", list(PageName))
def test_what_is_prepared_is_taken_once_from_every_page(
    console: Open, sample: Setting, qtbot: QtBot, key: Qt.Key, page: PageName
) -> None:
    window = console(sample)
    window.show_page(page)
    window.setFocus()
    QTest.keyClick(window, key)
    assert "No scene is prepared" in window.problems.words
    sample.desk.do(Prepare(SceneName.AGENDA))
    QTest.keyClick(window, key)
    assert scene(sample) is SceneName.AGENDA
    QTest.keyClick(window, key)
    assert "twice" in window.said
    assert not window.problems.words


def test_letters_are_letters_while_somebody_writes(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    window.show_page(PageName.PARTICIPANTS)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "bnp.1+-")
    assert field.text() == "bnp.1+-"
    assert scene(sample) is SceneName.CLOCK
    assert not sample.desk.state.run.begun
    QTest.keyClick(field, Qt.Key.Key_F8)
    assert scene(sample) is SceneName.BLANK


def test_pause_and_minutes_by_key(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    QTest.keyClick(window, Qt.Key.Key_Plus)
    running = sample.desk.state.run.running
    assert running is not None
    assert running.added == 60_000
    QTest.keyClick(window, Qt.Key.Key_Minus)
    QTest.keyClick(window, Qt.Key.Key_P)
    running = sample.desk.state.run.running
    assert running is not None
    assert running.added == 0
    assert running.paused_at is not None
    QTest.keyClick(window, Qt.Key.Key_P)
    running = sample.desk.state.run.running
    assert running is not None
    assert running.paused_at is None


def test_undo_says_what_it_took_back(console: Open, sample: Setting, qtbot: QtBot, rename: ChangeEvent) -> None:
    window = console(sample)
    before = sample.desk.state.event.title
    sample.desk.do(rename)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample.desk.state.event.title == before
    assert window.said == "Undone: settings"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert sample.desk.state.event.title == rename.title
    assert window.said == "Done again: settings"


def test_a_refusal_stays_until_something_succeeds(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    QTest.keyClick(window, Qt.Key.Key_P)
    assert "Nothing is running" in window.problems.words
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.problems.words == ""


def test_escape_dismisses_a_refusal(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    QTest.keyClick(window, Qt.Key.Key_P)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.problems.words == ""


def test_what_a_phone_changes_is_shown(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    sample.desk.do(StartDay(), by="staff")
    sample.desk.do(ChangeEvent(title="Told"), by="staff")
    qtbot.waitUntil(lambda: "Told" in window.windowTitle())


def test_a_bug_is_told_once_and_logged(console: Open, sample: Setting, caplog: pytest.LogCaptureFixture) -> None:
    window = console(sample)
    told: list[str] = []
    for _ in range(2):
        error = RuntimeError("broken")
        window.bugs.report(RuntimeError, error, error.__traceback__)
        told.append(window.problems.words)
        window.problems.dismiss()
    assert "RuntimeError" in told[0]
    assert told[1] == "", "the second time it is only logged"
    assert caplog.text.count("RuntimeError: broken") == 2


def test_another_language_rebuilds_the_page_in_view(
    console: Open, sample: Setting, preferences: Preferences, qtbot: QtBot
) -> None:
    window = console(sample)
    window.show_page(PageName.SETTINGS)
    old = window.page
    preferences.choose_language("sv")
    assert window.page is not old
    assert window.page_name is PageName.SETTINGS
    assert preferences.language == "sv"
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier)


def test_the_look_follows_the_preference(
    console: Open, sample: Setting, preferences: Preferences, theme: Theme
) -> None:
    window = console(sample)
    preferences.choose_mode(Mode.DARK)
    assert theme.tokens is DARK
    assert window.palette().window().color().name() == DARK.ground.lower()


def test_the_tile_shows_what_runs_on_every_other_page(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    assert not window.running_tile.isVisible()
    window.show_page(PageName.VOTE)
    assert window.running_tile.isVisible()
    QTest.mouseClick(window.running_tile, Qt.MouseButton.LeftButton)
    assert window.page_name is PageName.RUN


def test_closing_stops_listening(console: Open, sample: Setting) -> None:
    window = console(sample)
    window.close()
    assert sample.phones.callbacks == []
    sample.desk.do(StartDay())


@pytest.mark.parametrize("command", [Next(), Pause()])
def test_refusals_never_raise(console: Open, empty: Setting, command: Command) -> None:
    window = console(empty)
    assert window.page.context.controls.do(command) is None
    assert window.problems.words


def test_no_key_is_given_twice() -> None:
    sequences = [sequence for key in KEYS for sequence in key.sequences]
    assert len(sequences) == len(set(sequences))


def test_every_button_can_be_read_aloud(console: Open, sample: Setting) -> None:
    window = console(sample)
    for name in PageName:
        window.show_page(name)
        for each in (*window.findChildren(QPushButton), *window.findChildren(QToolButton)):
            if each.isVisible() and each.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                assert each.accessibleName() or each.text() or each.toolTip(), f"a button on {name}"


def test_a_failing_phone_server_is_named(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    window.show_page(PageName.VOTE)
    sample.phones.url = None
    sample.phones.broken = UserError(text("Another program uses port {port}.", port=8080))
    sample.phones.tell()
    qtbot.waitUntil(lambda: any("port 8080" in each.text() for each in window.page.findChildren(QLabel)))


def test_a_page_needs_no_scroll_bar_because_of_another(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    window.resize(1024, 700)
    for name in (PageName.SETTINGS, PageName.VOTE, PageName.PARTICIPANTS):
        window.show_page(name)
    frame = window.page.parentWidget()
    assert frame is not None
    viewport = frame.parentWidget()
    assert viewport is not None
    qtbot.waitUntil(lambda: frame.height() == viewport.height())


def test_every_page_gets_its_picture(console: Open, sample: Setting) -> None:
    pictures = {name: widget.grab().toImage() for name, widget in pages_in_turn(console(sample))}
    assert list(pictures) == [name.value for name in PageName]
    assert len({bytes(image.constBits()) for image in pictures.values()}) == len(PageName)
