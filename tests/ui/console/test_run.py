"""The page Run."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.common.clock import from_datetime
from facilitator.desk.rundown import rundown
from facilitator.desk.state import State
from facilitator.stage.commands import Prepare
from facilitator.stage.model import SceneName, View
from facilitator.timer.commands import Next, StartDay, StartItem
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.event_day import off_its_day
from facilitator.ui.scenes.day import Phase, day
from facilitator.ui.scenes.view import SceneView
from facilitator.ui.widgets.day_notice import DayNotice
from facilitator.ui.widgets.notice_card import NoticeCard
from facilitator.ui.widgets.now_card import NowCard
from facilitator.ui.widgets.replan_ways import ReplanWays
from facilitator.ui.widgets.table import Table
from tests.fakes import FakeClock
from tests.ui.conftest import DAY, ZONE, Setting, setting
from tests.ui.console.conftest import Open, button


def later(days: int) -> FakeClock:
    """A clock that shows 08:20, so many days after the event's."""
    return FakeClock(from_datetime(datetime.combine(DAY + timedelta(days=days), time(8, 20), ZONE)))


def button_names(inside: NoticeCard) -> list[str]:
    return [each.text() for each in inside.buttons]


def now_card(window: ConsoleWindow) -> NowCard:
    found = window.page.findChild(NowCard)
    assert isinstance(found, NowCard)
    return found


def test_the_clock_says_how_long_is_left_and_how_late_it_is(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    assert now_card(window).digits == "30:00"
    assert now_card(window).pill_words == "10 min ahead"
    sample.clock.pass_(minutes=30, milliseconds=1)
    sample.clock.pass_(minutes=14)
    window.page.render_state(sample.desk.state)
    assert now_card(window).digits == "+14:00"
    assert now_card(window).pill_words == "4 min late"


def test_the_clock_moves_with_the_second_by_itself(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    before = now_card(window).digits
    sample.clock.pass_(seconds=1)
    qtbot.waitUntil(lambda: now_card(window).digits != before, timeout=3000)
    assert now_card(window).digits == "29:59"


def offer(window: ConsoleWindow) -> NoticeCard:
    """The notice that a fixed start is in danger."""
    return next(each for each in window.page.findChildren(NoticeCard) if button_names(each)[0] == "Ways back (R)")


def test_a_late_fixed_start_brings_ways_back_that_undo_takes_back(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    sample.clock.pass_(minutes=49)
    sample.desk.do(Next())
    window = console(sample)
    assert "has a fixed start and would begin 9 min late" in offer(window).words
    focus = window.focusWidget()
    assert focus is button(window.page, "Next item")
    plan = sample.desk.state.plan
    QTest.keyClick(focus, Qt.Key.Key_R)
    ways = window.page.findChild(ReplanWays)
    assert isinstance(ways, ReplanWays)
    assert len(ways.ways) == 3
    assert all(way.changes for way in ways.ways)
    page = window.page_name
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_2)
    assert window.page_name is page
    assert sample.desk.state.plan != plan
    qtbot.waitUntil(lambda: offer(window).words == "")
    assert ways.isHidden()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample.desk.state.plan == plan
    qtbot.waitUntil(lambda: offer(window).words != "")


def test_no_warning_while_fixed_starts_are_kept(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    assert offer(console(sample)).words == ""


def test_an_item_can_be_started_out_of_order_from_the_rundown(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(StartDay())
    window = console(sample)
    table = window.page.findChild(Table)
    assert isinstance(table, Table)
    wanted = sample.desk.state.plan.in_order()[3].id
    table.choose(wanted)
    QTest.keyClick(table, Qt.Key.Key_Return)
    running = sample.desk.state.run.running
    assert running is not None
    assert running.item == wanted


def test_a_scene_is_prepared_and_taken_and_a_message_shown(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    QTest.mouseClick(button(window.page, "Agenda"), Qt.MouseButton.LeftButton)
    assert sample.desk.state.stage.view == View(SceneName.CLOCK)
    qtbot.waitUntil(button(window.page, "Take").isEnabled)
    QTest.mouseClick(button(window.page, "Take"), Qt.MouseButton.LeftButton)
    assert sample.desk.state.stage.scene is SceneName.AGENDA
    field = next(each for each in window.page.findChildren(QLineEdit) if each.accessibleName() == "Message to the room")
    field.setFocus()
    QTest.keyClicks(field, "Lunch!")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (sample.desk.state.stage.scene, sample.desk.state.stage.message) == (SceneName.MESSAGE, "Lunch!")
    sample.desk.do(Prepare(SceneName.CLOCK))
    qtbot.waitUntil(lambda: button(window.page, "Clock").isChecked())


def test_the_end_of_the_day(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    sample.desk.do(StartItem(sample.desk.state.plan.in_order()[-2].id))
    sample.desk.do(Next())
    assert sample.desk.state.run.ended_at is not None
    window = console(sample)
    assert not button(window.page, "Next item").isEnabled()


def test_on_another_day_it_offers_to_move_the_event_instead_of_re_planning(console: Open, sample_state: State) -> None:
    away = setting(sample_state, later(days=186))
    away.desk.do(StartDay())
    window = console(away)
    notice = window.page.findChild(DayNotice)
    assert notice is not None
    assert now_card(window).pill_words == "Not on its day"
    assert offer(window).words == ""
    assert notice.words == "The event is planned for 20 May 2026."
    button(window.page, "Move it to today").click()
    assert away.desk.state.event.day == DAY + timedelta(days=186)
    window.page.render_state(away.desk.state)
    assert notice.words == ""
    assert now_card(window).pill_words == "10 min ahead"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert away.desk.state.event.day == DAY


def test_a_countdown_left_from_another_day_shows_no_figure(console: Open, sample: Setting) -> None:
    sample.desk.do(StartDay())
    sample.clock.pass_(minutes=24 * 60 + 31)
    window = console(sample)
    assert now_card(window).digits == "–:–"
    assert day(SceneView(sample.desk.state, sample.clock.now(), window.page.context.tr)).phase is Phase.UNTIMED


@pytest.mark.parametrize(
    ("started", "passed", "off"),
    [(0, 0, False), (0, 16 * 60, False), (-1, 0, True), (0, 25 * 60, True)],
    ids=["on its day", "past midnight", "the day before", "a full day late"],
)
def test_an_evening_past_midnight_is_still_its_day(sample_state: State, started: int, passed: int, off: bool) -> None:
    here = setting(sample_state, later(days=started))
    here.desk.do(StartDay())
    here.clock.pass_(minutes=passed)
    now = here.clock.now()
    assert off_its_day(here.desk.state, rundown(here.desk.state, now), now) is off
