"""The page Settings, the preferences, and the start window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.common.errors import UserError
from facilitator.common.texts import Translator, text
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.settings import SettingsPage
from facilitator.ui.papers import print_to
from facilitator.ui.preferences import Preferences
from facilitator.ui.screen_choice import ScreenId
from facilitator.ui.start import StartWindow
from facilitator.ui.theme import Mode, Theme
from tests.ui.conftest import DAY, FakeFiles, Setting
from tests.ui.console.conftest import Open, button, words_of_problems


def field(console: Open, setting: Setting, name: str) -> QLineEdit:
    window = console(setting)
    window.show_page(PageName.SETTINGS)
    return next(each for each in window.page.findChildren(QLineEdit) if each.accessibleName() == name)


def test_a_field_is_kept_when_it_is_left(console: Open, sample: Setting, qtbot: QtBot) -> None:
    line = field(console, sample, "Wi-Fi name")
    line.setFocus()
    QTest.keyClicks(line, "Hack; day")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sample.desk.state.event.wifi_name == "Hack; day"


def test_an_unknown_zone_is_refused_and_the_old_one_stands(console: Open, sample: Setting, qtbot: QtBot) -> None:
    line = field(console, sample, "Time zone")
    line.setText("Mars/Olympus")
    line.editingFinished.emit()
    assert "Mars/Olympus" in words_of_problems(line)
    assert line.text() == sample.desk.state.event.zone


def test_the_staffs_code_is_shown_on_request_only(console: Open, sample: Setting) -> None:
    window = console(sample)
    window.show_page(PageName.SETTINGS)
    page = window.page
    assert isinstance(page, SettingsPage)
    assert not page.staff.shown
    button(page, "Show the code").click()
    assert page.staff.shown
    window.show_page(PageName.RUN)
    window.show_page(PageName.SETTINGS)
    assert not page.staff.shown, "whoever leaves the page hides the code"


def test_preferences_are_kept(preferences: Preferences) -> None:
    assert preferences.mode is Mode.SYSTEM
    assert preferences.screen is None
    preferences.choose_mode(Mode.DARK)
    preferences.choose_language("en")
    preferences.keep_screen(ScreenId("HDMI-1", "Beamer", "42"))
    assert (preferences.mode, preferences.language) == (Mode.DARK, "en")
    assert preferences.screen == ScreenId("HDMI-1", "Beamer", "42")


def start(qtbot: QtBot, files: FakeFiles) -> StartWindow:
    window = StartWindow(files, Translator("en"), DAY)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_new_event_is_made_from_the_form(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    files = FakeFiles()
    window = start(qtbot, files)
    window.title.setText("Hack day 2026")
    window.sample.setChecked(True)
    with qtbot.waitSignal(window.entered):
        window.make(tmp_path / "e.hackday")
    made = files.made[0]
    assert (made.title, made.day, made.template, made.sample) == ("Hack day 2026", DAY, "skills360", True)
    assert not window.isVisible()


def test_what_is_refused_keeps_the_start_window(qtbot: QtBot, theme: Theme) -> None:
    files = FakeFiles(known=[Path("Old day.hackday")], refusal=UserError(text("It is open elsewhere.")))
    window = start(qtbot, files)
    QTest.mouseClick(button(window, "Old day"), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert window.problems.words == "It is open elsewhere."
    files.refusal = None
    QTest.mouseClick(button(window, "Open the sample"), Qt.MouseButton.LeftButton)
    assert files.samples == 1
    assert not window.isVisible()


def test_papers_are_saved_beside_the_window(
    console: Open, sample: Setting, qtbot: QtBot, tmp_path: Path, opened: list[str]
) -> None:
    window = console(sample)
    print_to(window.page.context, "wall-list", tmp_path)
    qtbot.waitUntil(lambda: opened == [str(tmp_path / "wall-list.pdf")], timeout=20_000)
    assert (tmp_path / "wall-list.pdf").read_bytes().startswith(b"%PDF")
    assert window.said == "Saved wall-list.pdf"


def test_nothing_to_print_is_said(
    console: Open, empty: Setting, qtbot: QtBot, tmp_path: Path, opened: list[str]
) -> None:
    window = console(empty)
    print_to(window.page.context, "team-sheets", tmp_path)
    qtbot.waitUntil(lambda: "no teams yet" in window.problems.words, timeout=20_000)
    assert not opened
