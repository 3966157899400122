"""The console on an event, shown on the offscreen platform."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QUrl
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.common.texts import Translator
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.preferences import Preferences
from facilitator.ui.theme import Theme
from facilitator.ui.widgets.table import Table
from tests.ui.conftest import Setting

Open = Callable[[Setting], ConsoleWindow]


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Preferences:
    """Preferences that nobody else reads."""
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def console(qtbot: QtBot, theme: Theme, english: Translator, preferences: Preferences) -> Iterator[Open]:
    """Opens the console on an event; closes it when the test ends."""
    windows: list[ConsoleWindow] = []

    def opened(setting: Setting) -> ConsoleWindow:
        window = ConsoleWindow(setting.desk, setting.around, english, theme, preferences)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        windows.append(window)
        return window

    yield opened
    for window in windows:
        window.close()


def table_of(inside: QWidget, name: str) -> Table[Any]:
    """The table with this accessible name."""
    return next(each for each in inside.findChildren(Table) if each.accessibleName() == name)


def words_of_problems(inside: QWidget) -> str:
    """What the console says went wrong."""
    window = inside.window()
    assert isinstance(window, ConsoleWindow)
    return window.problems.words


def button(inside: QWidget, words: str) -> QPushButton:
    """The visible button with this accessible name."""
    found = [each for each in inside.findChildren(QPushButton) if each.accessibleName() == words and each.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons are called {words}"
    return found[0]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that would have been opened in another program."""
    files: list[str] = []

    def take(url: QUrl) -> bool:
        files.append(url.toLocalFile())
        return True

    monkeypatch.setattr("facilitator.ui.papers.QDesktopServices.openUrl", take)
    return files
