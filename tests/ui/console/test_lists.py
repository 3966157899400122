"""The pages Plan and Participants: editing, import, check-in, walk-ins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.common.clock import minutes
from facilitator.common.resources import resource
from facilitator.participants.model import Attendance
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.participants import ParticipantsPage
from facilitator.ui.pages.plan import PlanPage
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.head_count import HeadCount
from facilitator.ui.widgets.import_form import ImportForm
from facilitator.ui.widgets.search_field import SearchField
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.walk_in_form import WalkInForm
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, table_of, words_of_problems

TITLE, LENGTH = 1, 3


def plan_page(console: Open, setting: Setting) -> tuple[PlanPage, Table[Any]]:
    window = console(setting)
    window.show_page(PageName.PLAN)
    page = window.page
    assert isinstance(page, PlanPage)
    return page, table_of(page, "Agenda")


def participants_page(console: Open, setting: Setting) -> tuple[ParticipantsPage, SearchField]:
    window = console(setting)
    window.show_page(PageName.PARTICIPANTS)
    page = window.page
    assert isinstance(page, ParticipantsPage)
    field = page.findChild(SearchField)
    assert isinstance(field, SearchField)
    return page, field


def write(qtbot: QtBot, table: Table[Any], column: int, words: str) -> None:
    """Edit a cell of the current row as a person does."""
    table.setCurrentIndex(table.model().index(table.currentIndex().row(), column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_an_agenda_from_nothing_by_keyboard(console: Open, empty: Setting, qtbot: QtBot) -> None:
    page, table = plan_page(console, empty)
    QTest.mouseClick(button(page, "Add item"), Qt.MouseButton.LeftButton)
    items = empty.desk.state.plan.in_order()
    assert len(items) == 1
    table.choose(items[0].id)
    write(qtbot, table, TITLE, "Welcome")
    qtbot.waitUntil(lambda: empty.desk.state.plan.in_order()[0].title == "Welcome")
    write(qtbot, table, LENGTH, "4:30")
    qtbot.waitUntil(lambda: empty.desk.state.plan.in_order()[0].length == minutes(4.5))


def test_a_length_that_is_none_is_refused_in_words(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page, table = plan_page(console, sample)
    before = sample.desk.state.plan
    table.choose(before.in_order()[1].id)
    write(qtbot, table, LENGTH, "soon")
    qtbot.waitUntil(lambda: "“soon” is not a length" in words_of_problems(page))
    assert sample.desk.state.plan == before


def test_items_move_by_key_and_stay_selected(console: Open, sample: Setting, qtbot: QtBot) -> None:
    _, table = plan_page(console, sample)
    second = sample.desk.state.plan.in_order()[1].id
    table.choose(second)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sample.desk.state.plan.in_order()[2].id == second
    assert table.current is not None
    assert table.current.item.id == second
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert second not in sample.desk.state.plan.items


def test_an_agenda_is_shown_before_it_is_imported(console: Open, empty: Setting, qtbot: QtBot) -> None:
    page, _ = plan_page(console, empty)
    page.open_file(resource("sample", "sv", "agenda.csv"))
    form = page.findChild(ImportForm)
    assert isinstance(form, ImportForm)
    qtbot.waitUntil(lambda: form.understood is not None)
    assert not empty.desk.state.plan.items
    QTest.mouseClick(button(form, "Import"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(empty.desk.state.plan.items) == 19)


def test_people_with_problems_are_not_imported(console: Open, sample: Setting, qtbot: QtBot, tmp_path: Path) -> None:
    page, _ = participants_page(console, sample)
    path = tmp_path / "list.csv"
    path.write_text("Namn;Organisation;Sektor\nEva Ek;A;3\n;B;3\nBo Bo;C;77\n", encoding="utf-8")
    page.open_file(path)
    form = page.findChild(ImportForm)
    assert isinstance(form, ImportForm)
    qtbot.waitUntil(lambda: form.understood is not None)
    assert form.understood is not None
    assert [problem.row for problem in form.understood.problems] == [3, 4]
    assert not button(form, "Import").isEnabled()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert len(sample.desk.state.roster.people) == 80


def test_an_import_of_the_same_list_changes_nothing(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page, _ = participants_page(console, sample)
    page.open_file(resource("sample", "participants.csv"))
    form = page.findChild(ImportForm)
    assert isinstance(form, ImportForm)
    qtbot.waitUntil(lambda: form.understood is not None)
    assert not button(form, "Import").isEnabled()


def test_a_file_that_is_no_list_is_refused_in_words(
    console: Open, sample: Setting, qtbot: QtBot, tmp_path: Path
) -> None:
    page, field = participants_page(console, sample)
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    page.open_file(path)
    qtbot.waitUntil(lambda: "picture.csv" in words_of_problems(page))
    assert field.isVisible()


def test_search_and_enter_checks_in_and_is_ready_for_the_next(console: Open, sample: Setting, qtbot: QtBot) -> None:
    _, field = participants_page(console, sample)
    person = next(iter(sample.desk.state.roster.people.values()))
    field.setText(person.name.lower())
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sample.desk.state.roster.people[person.id].attendance is Attendance.CHECKED_IN
    assert field.hasFocus()
    assert field.selectedText() == field.text()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sample.desk.state.roster.people[person.id].attendance is Attendance.CHECKED_IN


@pytest.mark.parametrize(("key", "after"), [("I", Attendance.CHECKED_IN), ("A", Attendance.ABSENT)])
def test_one_key_for_here_and_absent(console: Open, sample: Setting, qtbot: QtBot, key: str, after: Attendance) -> None:
    page, _ = participants_page(console, sample)
    table = table_of(page, "Participants")
    person = next(iter(sample.desk.state.roster.people))
    table.choose(person)
    table.setFocus()
    QTest.keyClicks(table, key)
    assert sample.desk.state.roster.people[person].attendance is after
    assert table.current is not None
    assert table.current.person.id == person


def test_a_walk_in_by_keyboard_alone(console: Open, sample: Setting, qtbot: QtBot, opened: list[str]) -> None:
    page, field = participants_page(console, sample)
    field.setText("Åke Nyström-Öhman")
    QTest.keyClick(field, Qt.Key.Key_Return)
    form = page.findChild(WalkInForm)
    assert isinstance(form, WalkInForm)
    assert form.isVisible()
    assert form.name.text() == "Åke Nyström-Öhman"
    QTest.keyClicks(form.organisation, "Myndighet 9")
    QTest.keyClick(form.organisation, Qt.Key.Key_Return)
    person = max(sample.desk.state.roster.people.values(), key=lambda one: one.id)
    assert (person.name, person.organisation, person.walk_in) == ("Åke Nyström-Öhman", "Myndighet 9", True)
    assert person.attendance is Attendance.CHECKED_IN
    assert not form.isVisible()
    qtbot.waitUntil(lambda: {Path(file).name for file in opened} == {"badges.pdf", "voting-cards.pdf"}, timeout=20_000)
    for file in opened:
        assert "Åke" in PdfReader(file).pages[0].extract_text()


def test_a_walk_in_without_a_name_is_refused_and_the_form_stays(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page, _ = participants_page(console, sample)
    QTest.mouseClick(button(page, "Walk-in"), Qt.MouseButton.LeftButton)
    form = page.findChild(WalkInForm)
    assert isinstance(form, WalkInForm)
    QTest.mouseClick(button(form, "Add"), Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "needs a name" in words_of_problems(page)


def test_counts_follow_the_door(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page, _ = participants_page(console, sample)
    count = page.findChild(HeadCount)
    assert isinstance(count, HeadCount)
    assert count.total == "0 of 80"
    table = table_of(page, "Participants")
    table.choose(next(iter(sample.desk.state.roster.people)))
    QTest.mouseClick(button(page, "Check in"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count.total == "1 of 80")


def test_the_host_says_what_a_column_holds(console: Open, sample: Setting, qtbot: QtBot, tmp_path: Path) -> None:
    page, _ = participants_page(console, sample)
    path = tmp_path / "list.csv"
    path.write_text("Who;From;Shoe size\nEva Ek;Harbour Agency;38\n", encoding="utf-8")
    page.open_file(path)
    form = page.findChild(ImportForm)
    assert isinstance(form, ImportForm)
    qtbot.waitUntil(lambda: form.understood is not None)
    assert form.understood is not None
    assert form.understood.refusal is not None
    assert not button(form, "Import").isEnabled()
    for heading, field in (("Who", "Name"), ("From", "Organisation")):
        choice = next(each for each in form.findChildren(Choice) if heading in each.accessibleName())
        choice.setCurrentText(field)
    qtbot.waitUntil(lambda: button(form, "Import").isEnabled())
    assert form.understood is not None
    assert form.understood.ignored == ("Shoe size",)
    QTest.mouseClick(button(form, "Import"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(sample.desk.state.roster.people) == 81)
    last = max(sample.desk.state.roster.people.values(), key=lambda one: one.id)
    assert (last.name, last.organisation) == ("Eva Ek", "Harbour Agency")


def test_a_newer_list_shows_what_it_changes(console: Open, sample: Setting, qtbot: QtBot, tmp_path: Path) -> None:
    page, _ = participants_page(console, sample)
    known = next(iter(sample.desk.state.roster.people.values()))
    path = tmp_path / "list.csv"
    line = f"{known.name};{known.organisation};Harbour master\n"
    path.write_text(f"Namn;Organisation;Roll\n{line}Eva Ek;A;\n", encoding="utf-8")
    page.open_file(path)
    form = page.findChild(ImportForm)
    assert isinstance(form, ImportForm)
    qtbot.waitUntil(lambda: form.understood is not None)
    assert form.understood is not None
    changed, new = form.understood.rows
    assert changed == ("Changed", known.name, known.organisation, f"Role: {known.role} → Harbour master")
    assert new[:2] == ("New", "Eva Ek")


def test_a_lost_card_is_void_and_the_new_one_printed_alone(
    console: Open,
    sample: Setting,
    qtbot: QtBot,
    tmp_path: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("facilitator.ui.papers._folder", lambda _window, _title: str(tmp_path))
    page, _ = participants_page(console, sample)
    person = next(iter(sample.desk.state.roster.people))
    held = [card for card in sample.desk.state.voting.cards.values() if card.participant == person]
    table_of(page, "Participants").choose(person)
    QTest.mouseClick(button(page, "New card"), Qt.MouseButton.LeftButton)
    cards = sample.desk.state.voting.cards
    assert cards[held[0].id].revoked
    assert [card.first for card in cards.values() if card.participant == person and not card.revoked] == [held[0].id]
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    printed = PdfReader(opened[0])
    assert len(printed.pages) == 1
    people = sample.desk.state.roster.people.values()
    words = printed.pages[0].extract_text()
    assert [one.id for one in people if one.name in words] == [person]
