"""Seats and sectors on the page Participants: live counts, edits in their cells, the line, releases, needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.common.clock import at_local
from facilitator.desk.commands import Undo
from facilitator.desk.state import State
from facilitator.participants.commands import CheckIn, MarkAbsent, PutNeeds, UseNeeds
from facilitator.participants.model import Attendance
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.participants import ParticipantsPage
from facilitator.ui.widgets.table import Table
from tests.ui.conftest import Setting, at, setting
from tests.ui.console.conftest import Open, button, table_of, words_of_problems

NAME, SEATS, EXPECTED, HERE, ABSENT, WAITING, FREE, RELEASED = range(8)


def seats_page(console: Open, event: Setting, qtbot: QtBot) -> ParticipantsPage:
    window = console(event)
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page(PageName.PARTICIPANTS)
    page = window.page
    assert isinstance(page, ParticipantsPage)
    QTest.mouseClick(button(page, "Seats and sectors"), Qt.MouseButton.LeftButton)
    return page


def cell(table: Table[Any], row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def editor_in(table: Table[Any]) -> QLineEdit:
    """The field that is open in a cell; looked for in the table, since the keyboard can be another window's by now."""
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    return editor


def write(table: Table[Any], row: int, column: int, words: str) -> None:
    table.setCurrentIndex(table.model().index(row, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = editor_in(table)
    editor.clear()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


@pytest.fixture
def crowded(sample_state: State) -> Setting:
    """The sample event with a waiting list, on which the last five of the first quota stand."""
    people = dict(sample_state.roster.people)
    first = min(sample_state.roster.quotas)
    for number, one in enumerate([one for one in people.values() if one.quota == first][-5:], 1):
        people[one.id] = replace(one, attendance=Attendance.WAITING, waiting_number=number)
    return setting(
        replace(sample_state, roster=replace(sample_state.roster, people=people, waiting_list=True)), at(8, 20)
    )


def test_counts_are_live(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = seats_page(console, sample, qtbot)
    quotas, sectors = table_of(page, "Seat quotas"), table_of(page, "Sectors")
    assert [cell(quotas, 0, column) for column in range(1, 8)] == ["40", "40", "0", "0", "0", "0", "–"]
    person = next(one for one in sample.desk.state.roster.people.values() if one.quota == 1)
    sample.desk.do(CheckIn(person.id))
    qtbot.waitUntil(lambda: cell(quotas, 0, HERE) == "1")
    place = next(
        row for row in range(5) if cell(sectors, row, 0) == sample.desk.state.roster.sectors[person.sector or 0].name
    )
    qtbot.waitUntil(lambda: cell(sectors, place, HERE) == "1")
    sample.desk.do(MarkAbsent(person.id))
    qtbot.waitUntil(lambda: (cell(quotas, 0, ABSENT), cell(quotas, 0, FREE)) == ("1", "1"))


def test_a_quota_from_nothing_by_keyboard(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = seats_page(console, sample, qtbot)
    table = table_of(page, "Seat quotas")
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Insert)
    editor = editor_in(table)
    QTest.keyClicks(editor, "Students")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(table, 2, NAME) == "Students")
    write(table, 2, SEATS, "12")
    qtbot.waitUntil(lambda: cell(table, 2, SEATS) == "12")
    write(table, 2, RELEASED, "9.30")
    qtbot.waitUntil(lambda: cell(table, 2, RELEASED) == "09:30")
    event = sample.desk.state.event
    made = max(sample.desk.state.roster.quotas.values(), key=lambda one: one.id)
    assert (made.seats, made.release_at) == (12, at_local(event.day, time(9, 30), event.timezone))
    write(table, 2, RELEASED, "")
    qtbot.waitUntil(lambda: cell(table, 2, RELEASED) == "–")
    write(table, 2, SEATS, "many")
    qtbot.waitUntil(lambda: "“many” is not a number of seats" in words_of_problems(page))
    table.setCurrentIndex(table.model().index(2, NAME))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert made.id not in sample.desk.state.roster.quotas
    for _ in range(6):
        sample.desk.do(Undo())
    assert list(sample.desk.state.roster.quotas) == [1, 2]


def test_a_sector_gets_a_free_sign_and_one_that_is_taken_is_refused(
    console: Open, sample: Setting, qtbot: QtBot
) -> None:
    page = seats_page(console, sample, qtbot)
    QTest.mouseClick(button(page, "Add sector"), Qt.MouseButton.LeftButton)
    made = max(sample.desk.state.roster.sectors.values(), key=lambda one: one.id)
    signs = [one.letter for one in sample.desk.state.roster.sectors.values()]
    assert len(set(signs)) == len(signs)
    table = table_of(page, "Sectors")
    editor = editor_in(table)
    QTest.keyClicks(editor, "Guests")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(table, len(signs) - 1, NAME) == "Guests")
    write(table, len(signs) - 1, 1, signs[0])
    qtbot.waitUntil(lambda: "already" in words_of_problems(page))
    assert sample.desk.state.roster.sectors[made.id].letter == made.letter


def test_who_gets_in_is_written_before_the_button_is_pressed(console: Open, crowded: Setting, qtbot: QtBot) -> None:
    page = seats_page(console, crowded, qtbot)
    line = [one.name for one in crowded.desk.state.roster.people.values() if one.attendance is Attendance.WAITING]
    words = page.findChildren(QPushButton)
    assert "Give 5 seats" in [one.text() for one in words]
    shown = "\n".join(one.text() for one in page._seats.waiting.findChildren(type(page._seats.waiting._next)))
    assert all(name in shown for name in line)
    QTest.mouseClick(next(one for one in words if one.text() == "Give 5 seats"), Qt.MouseButton.LeftButton)
    assert not [one for one in crowded.desk.state.roster.people.values() if one.attendance is Attendance.WAITING]
    crowded.desk.do(Undo())
    qtbot.waitUntil(lambda: "Give 5 seats" in [one.text() for one in page.findChildren(QPushButton)])


def test_unused_seats_are_released_by_one_press(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = seats_page(console, sample, qtbot)
    for one in [one for one in sample.desk.state.roster.people.values() if one.quota == 1][:3]:
        sample.desk.do(MarkAbsent(one.id))
    release = page._seats.release
    qtbot.waitUntil(lambda: "Release 3 seats now" in [one.text() for one in release.findChildren(QPushButton)])
    QTest.mouseClick(release.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert [one.seats for one in sample.desk.state.roster.quotas.values()] == [37, 43]


def test_needs_are_purged_only_after_a_question_that_says_what_is_lost(
    console: Open, sample: Setting, qtbot: QtBot
) -> None:
    sample.desk.do(UseNeeds(True))
    sample.desk.do(PutNeeds(1, ("Vegan",)))
    sample.desk.do(PutNeeds(2, ("vegan", "Hearing loop")))
    page = seats_page(console, sample, qtbot)
    card = page._seats.needs
    assert "2 × Vegan" in card._totals.text()
    QTest.mouseClick(button(card, "Purge…"), Qt.MouseButton.LeftButton)
    assert "2 people" in card._lost.text()
    assert button(card, "Keep them").hasFocus()
    QTest.keyClick(button(card, "Keep them"), Qt.Key.Key_Escape)
    assert not card.asking
    assert len(sample.desk.state.roster.needs) == 2
    QTest.mouseClick(button(card, "Purge…"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(card, "Purge for good"), Qt.MouseButton.LeftButton)
    assert not sample.desk.state.roster.needs
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert page._views.currentWidget() is page._list_view
