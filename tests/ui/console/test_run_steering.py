"""The page Run under the host's hands: what is pressed does what was meant, once, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.agenda.model import AtEnd, Plan
from facilitator.desk.rundown import ItemState
from facilitator.desk.state import State
from facilitator.timer.commands import Next, Pause, StartDay, StartItem
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.run_exports import CALENDAR, LOG, TIMES, export_menu, save
from facilitator.ui.widgets.notice_card import NoticeCard
from facilitator.ui.widgets.now_card import NowCard
from facilitator.ui.widgets.rundown_table import RundownTable
from tests.ui.conftest import Setting, at, setting
from tests.ui.console.conftest import Open, button
from tests.ui.console.test_run_words import two_days


def table(window: ConsoleWindow) -> RundownTable:
    """The rundown."""
    found = window.page.findChild(RundownTable)
    assert isinstance(found, RundownTable)
    return found


def now_card(window: ConsoleWindow) -> NowCard:
    """The card of the running item."""
    found = window.page.findChild(NowCard)
    assert isinstance(found, NowCard)
    return found


def asked(window: ConsoleWindow) -> NoticeCard:
    """The question about what was overlooked."""
    return next(each for each in window.page.findChildren(NoticeCard) if len(each.buttons) == 2)


def running(here: Setting) -> int | None:
    """The item on the clock."""
    clock = here.desk.state.run.running
    return clock.item if clock else None


def press(window: ConsoleWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, where the focus is."""
    QTest.keyClick(window.focusWidget(), key, modifier)


def centre(rows: RundownTable, key: int) -> QPoint:
    """The middle of an item's row."""
    place = [line.key for line in rows.lines].index(key)
    return rows.visualRect(rows.model().index(place, 3)).center()


def test_a_click_selects_and_a_double_click_starts_what_undo_takes_back(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    rows = table(window)
    first, wanted = (item.id for item in sample.desk.state.plan.in_order()[:2])
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre(rows, wanted))
    assert rows.item is not None
    assert rows.item.key == wanted
    assert running(sample) == first
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre(rows, wanted))
    assert running(sample) == wanted
    assert "Ctrl+Z" in window.said
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert running(sample) == first


def test_one_key_cuts_an_item_and_the_same_one_takes_it_in_again(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    rows = table(window)
    wanted = sample.desk.state.plan.in_order()[4].id
    rows.setFocus()
    rows.choose(wanted)
    press(window, Qt.Key.Key_X)
    assert sample.desk.state.plan.items[wanted].cut
    qtbot.waitUntil(lambda: rows.item is not None and rows.item.state is ItemState.CUT)
    press(window, Qt.Key.Key_Return)
    assert running(sample) != wanted
    press(window, Qt.Key.Key_X)
    assert not sample.desk.state.plan.items[wanted].cut


def test_what_runs_or_has_run_cannot_be_cut_from_here(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    sample.desk.do(Next())
    window = console(sample)
    rows = table(window)
    rows.setFocus()
    for item in sample.desk.state.plan.in_order()[:2]:
        rows.choose(item.id)
        assert not button(window.page, "Cut this item").isEnabled()
        press(window, Qt.Key.Key_X)
    assert not any(item.cut for item in sample.desk.state.plan.items.values())


def test_headings_of_days_are_not_selected(console: Open) -> None:
    here = two_days()
    window = console(here)
    rows = table(window)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=centre(rows, -2))
    assert rows.item is None
    assert not button(window.page, "Start this item").isEnabled()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_Minus], ids=["next", "pause", "more", "less"]
)
def test_a_press_meant_for_an_item_that_is_gone_is_told_calmly(console: Open, sample: Setting, key: Qt.Key) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    items = sample.desk.state.plan.in_order()
    sample.desk.do(StartItem(items[2].id), "Phone Anna")  # the page has not heard of it yet
    before = sample.desk.state
    press(window, key)
    assert sample.desk.state is before
    assert "Another item has been started meanwhile." in window.problems.words
    assert window.problems.property("tone") == "warning"
    window.page.render_state(sample.desk.state)
    press(window, key)
    assert sample.desk.state is not before


def test_on_another_page_what_is_pressed_is_meant_for_what_runs(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    press(window, Qt.Key.Key_1)
    wanted = sample.desk.state.plan.in_order()[5].id
    sample.desk.do(StartItem(wanted))
    qtbot.waitUntil(lambda: window.running_tile.isVisible())
    press(window, Qt.Key.Key_P)
    clock = sample.desk.state.run.running
    assert clock is not None
    assert clock.item == wanted
    assert clock.paused_at is not None


def test_it_is_shown_who_steers(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay(), "Phone Anna")
    window = console(sample)
    assert now_card(window).steered_words == "Steered by Phone Anna, 08:20"
    press(window, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: now_card(window).steered_words == "Steered from here, 08:20")


def test_a_key_moves_the_start_back_a_minute_each_time(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    sample.clock.pass_(seconds=30)
    window = console(sample)
    assert now_card(window).digits == "29:30"
    press(window, Qt.Key.Key_E)
    press(window, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: now_card(window).digits == "27:30")
    assert window.said == "It began at 08:18."
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: now_card(window).digits == "28:30")


def test_the_start_of_what_was_paused_is_left_alone(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    sample.desk.do(Pause())
    window = console(sample)
    before = sample.desk.state
    press(window, Qt.Key.Key_E)
    assert sample.desk.state is before
    assert not button(window.page, "Began a minute earlier").isEnabled()


def test_a_forgotten_start_is_put_right_by_one_key(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    window.page.render_state(sample.desk.state)
    assert asked(window).words == ""
    sample.clock.pass_(minutes=14)
    window.page.render_state(sample.desk.state)
    assert asked(window).words == "“Registrering och kaffe” was to begin at 08:30, 4 min ago."
    assert asked(window).buttons[0].text() == "It began at 08:30 (G)"
    focus = window.focusWidget()
    press(window, Qt.Key.Key_G)
    assert focus is window.focusWidget()
    qtbot.waitUntil(lambda: asked(window).words == "")
    assert now_card(window).digits == "26:00"
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not sample.desk.state.run.begun


def asleep(sample_state: State) -> Setting:
    """The sample day, whose first item is followed by the second at its end; the computer slept through that."""
    plan = sample_state.plan
    first = plan.in_order()[0]
    items = {**plan.items, first.id: replace(first, at_end=AtEnd.NEXT)}
    here = setting(replace(sample_state, plan=Plan(items)), at(8, 30))
    here.desk.do(StartDay())
    here.clock.pass_(minutes=33)
    return here


def test_after_sleep_the_host_chooses_to_do_it_now(console: Open, sample_state: State, qtbot: QtBot) -> None:
    here = asleep(sample_state)
    first, second = (item.id for item in here.desk.state.plan.in_order()[:2])
    window = console(here)
    window.page.render_state(here.desk.state)
    assert asked(window).words.startswith("“Registrering och kaffe” ended at 09:00, while the computer slept")
    assert running(here) == first
    press(window, Qt.Key.Key_G)
    assert running(here) == second
    qtbot.waitUntil(lambda: asked(window).words == "")


def test_after_sleep_the_host_chooses_to_skip_it(console: Open, sample_state: State, qtbot: QtBot) -> None:
    here = asleep(sample_state)
    first = here.desk.state.plan.in_order()[0].id
    window = console(here)
    window.page.render_state(here.desk.state)
    button(window.page, "Skip").click()
    assert running(here) == first
    window.page.render_state(here.desk.state)
    assert "ended at" not in asked(window).words


def test_the_second_day_is_started_by_the_same_key(console: Open, qtbot: QtBot) -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.desk.do(StartItem(4))
    here.desk.do(Next())
    window = console(here)
    start = button(window.page, "Next item")
    assert start.text() == "Start day 2"
    here.clock.pass_(minutes=24 * 60 - 10)
    window.page.render_state(here.desk.state)
    assert now_card(window).digits == "10:00"
    press(window, Qt.Key.Key_N)
    assert running(here) == 5
    qtbot.waitUntil(lambda: start.text() == "End the day")


def test_the_days_files_are_saved(console: Open, sample: Setting, tmp_path: Path, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    context = window.page.context
    for export, name in ((LOG, "log.csv"), (TIMES, "times.xlsx"), (CALENDAR, "agenda.ics")):
        save(context, export, tmp_path / name)
        qtbot.waitUntil(lambda name=name: window.said == f"Saved {name}")  # type: ignore[misc]  # a default is bound
    sheet = load_workbook(tmp_path / "times.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 1 + len(sample.desk.state.plan.items)
    assert (tmp_path / "agenda.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Step" in (tmp_path / "log.csv").read_text("utf-8-sig")


def test_a_file_that_cannot_be_written_is_told(console: Open, sample: Setting, tmp_path: Path, qtbot: QtBot) -> None:
    window = console(sample)
    save(window.page.context, TIMES, tmp_path / "missing" / "times.csv")
    qtbot.waitUntil(lambda: "cannot be written there" in window.problems.words)


def test_what_can_be_saved_is_offered_in_a_menu(console: Open, sample: Setting) -> None:
    window = console(sample)
    menu = export_menu(window.page.context, window.page)
    assert [action.text() for action in menu.actions()] == [
        "Save the run log…",
        "Save planned and actual times…",
        "Save the agenda as a calendar…",
    ]
