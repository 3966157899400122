"""The page Run fits into the windows that hosts have, whatever it shows: nothing is left to be scrolled to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from facilitator.agenda.model import Kind
from facilitator.desk.state import State
from facilitator.timer.commands import DrawPitches, Next, NextPitch, StartDay, StartItem
from facilitator.ui.console import ConsoleWindow
from tests.ui.conftest import Setting, at, setting
from tests.ui.console.conftest import Open
from tests.ui.console.test_run_steering import press
from tests.ui.console.test_run_words import two_days

SIZES = [(1366, 768), (1024, 700)]


def hidden(window: ConsoleWindow, size: tuple[int, int]) -> tuple[int, int]:
    """By how many pixels the page is wider and higher than what is seen of it."""
    window.resize(*size)
    QApplication.processEvents()
    scroll = window.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    return scroll.horizontalScrollBar().maximum(), scroll.verticalScrollBar().maximum()


def late(state: State) -> Setting:
    """Nineteen minutes late, so that a fixed start is in danger."""
    here = setting(state, at(8, 30))
    here.desk.do(StartDay())
    here.clock.pass_(minutes=49)
    here.desk.do(Next(), "Phone Anna")
    return here


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_with_a_start_in_danger(console: Open, sample_state: State, size: tuple[int, int]) -> None:
    window = console(late(sample_state))
    assert hidden(window, size) == (0, 0)
    press(window, Qt.Key.Key_R)
    assert hidden(window, size) == (0, 0)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_with_pitches(console: Open, sample_state: State, size: tuple[int, int]) -> None:
    here = setting(sample_state, at(14, 27))
    item = next(one for one in sample_state.plan.in_order() if one.kind is Kind.PITCHES)
    for command in (StartItem(item.id), DrawPitches(), NextPitch()):
        here.desk.do(command)
    assert hidden(console(here), size) == (0, 0)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_with_tracks(console: Open, size: tuple[int, int]) -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.desk.do(Next())
    window = console(here)
    press(window, Qt.Key.Key_K)
    assert hidden(window, size) == (0, 0)
