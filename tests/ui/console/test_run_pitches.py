"""The pitch queue and the tracks on the page Run."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.common.clock import seconds
from facilitator.timer.commands import Next, NextPitch, StartDay
from facilitator.timer.model import PitchPhase, PitchTimes
from facilitator.timer.pitches import in_step
from facilitator.timer.rules import remaining
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pitch_words import Place
from facilitator.ui.widgets.pitch_panel import PitchPanel
from facilitator.ui.widgets.pitch_table import PitchTable
from facilitator.ui.widgets.tracks_panel import TracksPanel
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button
from tests.ui.console.test_run_steering import now_card, press, running
from tests.ui.console.test_run_words import pitches, two_days

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def panel(window: ConsoleWindow) -> PitchPanel:
    """The panel of the pitches."""
    found = window.page.findChild(PitchPanel)
    assert isinstance(found, PitchPanel)
    return found


def queue_of(window: ConsoleWindow) -> PitchTable:
    """The list of teams."""
    found = window.page.findChild(PitchTable)
    assert isinstance(found, PitchTable)
    return found


def waiting(here: Setting) -> tuple[int, ...]:
    """The teams that wait, next one first."""
    return in_step(here.desk.state.run.pitches, tuple(here.desk.state.teams.teams)).waiting


def select(rows: PitchTable, *teams: int) -> None:
    """Select just these teams, as with Ctrl and clicks."""
    rows.clearSelection()
    for team in teams:
        place = [line.team for line in rows.lines].index(team)
        flags = rows.selectionModel().SelectionFlag.Select | rows.selectionModel().SelectionFlag.Rows
        rows.selectionModel().setCurrentIndex(rows.model().index(place, 1), flags)


def test_the_queue_comes_up_with_its_item_and_goes_with_it(console: Open, qtbot: QtBot) -> None:
    here = pitches()
    window = console(here)
    assert panel(window).isVisible()
    assert panel(window).share == "3 teams left, 2:00 each to end at 09:10"
    assert window.focusWidget() is button(window.page, "Next item")
    press(window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: not panel(window).isVisible())


def test_one_key_goes_through_a_teams_turn(console: Open, qtbot: QtBot) -> None:
    here = pitches()
    window = console(here)
    phases = []
    for _ in range(3):
        press(window, Qt.Key.Key_F6)
        here.clock.pass_(seconds=20)
        on_stage = here.desk.state.run.pitches.now
        assert on_stage is not None
        phases.append((on_stage.team, on_stage.phase))
        window.page.render_state(here.desk.state)
    assert phases == [(1, PitchPhase.PITCH), (1, PitchPhase.QUESTIONS), (2, PitchPhase.CHANGE_OVER)]
    assert now_card(window).stage_words.startswith("Team 2 · Change-over")
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_F6)
    assert window.said == "The key was pressed twice; the second press did nothing."
    on_stage = here.desk.state.run.pitches.now
    assert on_stage is not None
    assert on_stage.phase is PitchPhase.PITCH


def test_a_phase_that_another_hand_has_moved_on_is_not_skipped(console: Open) -> None:
    here = pitches()
    here.desk.do(NextPitch())
    window = console(here)
    for _ in range(3):
        here.desk.do(NextPitch(), "Phone Anna")  # team 2 pitches, and the page has not heard of it yet
    press(window, Qt.Key.Key_F6)
    on_stage = here.desk.state.run.pitches.now
    assert on_stage is not None
    assert (on_stage.team, on_stage.phase) == (2, PitchPhase.PITCH)
    assert "Another team has been called meanwhile." in window.problems.words


def test_the_order_is_set_by_keyboard_swapped_and_drawn(console: Open, qtbot: QtBot) -> None:
    here = pitches(5)
    window = console(here)
    press(window, Qt.Key.Key_Q)
    rows = queue_of(window)
    assert window.focusWidget() is rows
    select(rows, 3)
    press(window, Qt.Key.Key_Up, ALT)
    assert waiting(here) == (1, 3, 2, 4, 5)
    assert rows.chosen_in(Place.WAITING) == (3,)
    press(window, Qt.Key.Key_Up, ALT)
    press(window, Qt.Key.Key_Up, ALT)
    assert waiting(here) == (3, 1, 2, 4, 5)
    select(rows, 1, 4)
    press(window, Qt.Key.Key_Down, ALT)
    assert waiting(here) == (3, 2, 1, 4, 5)
    qtbot.waitUntil(lambda: [line.team for line in rows.lines] == [3, 2, 1, 4, 5])
    select(rows, 3, 5)
    press(window, Qt.Key.Key_W)
    assert waiting(here) == (5, 2, 1, 4, 3)
    press(window, Qt.Key.Key_D)
    assert here.desk.state.run.pitches.seed is not None
    qtbot.waitUntil(lambda: panel(window).order.startswith("Drawn by lot, seed "))
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert waiting(here) == (5, 2, 1, 4, 3)


def test_teams_are_dragged_between_those_who_wait(console: Open, qtbot: QtBot) -> None:
    here = pitches(5)
    here.desk.do(NextPitch())
    window = console(here)
    rows = queue_of(window)
    select(rows, 5)
    places = {}
    for place, line in enumerate(rows.lines):
        top = rows.rowViewportPosition(place)
        places[line.team] = (rows.place_at(top + 2), rows.place_at(top + rows.rowHeight(place) - 2))
    assert places == {1: (None, 0), 2: (0, 1), 3: (1, 2), 4: (2, 3), 5: (3, 3)}
    rows.dropped.emit(1)
    assert waiting(here) == (2, 5, 3, 4)


class Dropped(QDropEvent):
    """What is dropped just above the lower edge of the third row."""

    def __init__(self, rows: PitchTable, source: QObject | None) -> None:
        spot = QPointF(10, rows.rowViewportPosition(2) + rows.rowHeight(2) - 2)
        none = Qt.KeyboardModifier.NoModifier
        super().__init__(spot, Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, none)
        self._source = source

    def source(self) -> QObject:
        """Where it comes from."""
        return self._source  # type: ignore[return-value]  # Qt, too, gives nothing for what comes from elsewhere


def test_a_drop_changes_the_order_and_leaves_the_rows_to_the_event(console: Open, qtbot: QtBot) -> None:
    here = pitches(3)
    window = console(here)
    rows = queue_of(window)
    select(rows, 1)
    elsewhere, event = Dropped(rows, None), Dropped(rows, rows)
    rows.dropEvent(elsewhere)
    assert waiting(here) == (1, 2, 3)
    rows.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.IgnoreAction  # so that the view takes no row away by itself
    assert waiting(here) == (2, 3, 1)
    assert [line.team for line in rows.lines] == [2, 3, 1]
    assert rows.chosen_in(Place.WAITING) == (1,)


def test_a_team_that_is_not_there_comes_back_into_the_queue(console: Open, qtbot: QtBot) -> None:
    here = pitches()
    here.desk.do(NextPitch())
    window = console(here)
    press(window, Qt.Key.Key_Q)
    rows = queue_of(window)
    select(rows)
    press(window, Qt.Key.Key_A)  # nobody is selected: it is about the team on stage
    assert here.desk.state.run.pitches.absent == (1,)
    qtbot.waitUntil(lambda: rows.lines[-1].place is Place.ABSENT)
    select(rows, 3)
    press(window, Qt.Key.Key_A)
    absent = here.desk.state.run.pitches.absent
    assert list(absent) == [1, 3]
    qtbot.waitUntil(lambda: rows.lines[-1].team == 3)
    select(rows, 1)
    press(window, Qt.Key.Key_U)
    assert waiting(here) == (1,)


def test_the_times_of_the_phases_are_set_in_a_line(console: Open, qtbot: QtBot) -> None:
    here = pitches()
    window = console(here)
    press(window, Qt.Key.Key_Q)
    press(window, Qt.Key.Key_H)
    fields = {each.accessibleName(): each for each in panel(window).findChildren(QLineEdit) if each.isVisible()}
    assert {name: field.text() for name, field in fields.items()} == {
        "Pitch": "",
        "Questions": "1:00",
        "Change-over": "0:30",
    }
    QTest.keyClicks(fields["Pitch"], "soon")
    press(window, Qt.Key.Key_Return)
    assert here.desk.state.run.pitches.times == PitchTimes()
    assert fields["Pitch"].isVisible()
    fields["Pitch"].setText("1:45")
    fields["Change-over"].clear()
    press(window, Qt.Key.Key_Return)
    assert here.desk.state.run.pitches.times == PitchTimes(seconds(105), seconds(60), seconds(0))
    assert not fields["Pitch"].isVisible()
    press(window, Qt.Key.Key_H)
    press(window, Qt.Key.Key_Escape)
    assert not fields["Pitch"].isVisible()


def test_the_order_is_prepared_before_the_pitches_run(console: Open, sample: Setting, qtbot: QtBot) -> None:
    window = console(sample)
    press(window, Qt.Key.Key_Q)
    press(window, Qt.Key.Key_D)
    assert sample.desk.state.run.pitches.seed is not None
    assert not button(window.page, "Next phase").isEnabled()
    before = sample.desk.state
    press(window, Qt.Key.Key_F6)
    assert sample.desk.state is before


def test_a_track_has_its_own_clock_and_the_plenarys_keys_leave_it_alone(console: Open, qtbot: QtBot) -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.desk.do(Next())
    window = console(here)
    press(window, Qt.Key.Key_K)
    tracks = window.page.findChild(TracksPanel)
    assert isinstance(tracks, TracksPanel)

    def left() -> int:
        clock = here.desk.state.run.clock(3)
        assert clock is not None
        return remaining(clock, here.clock.now()) // 1000

    assert left() == 15 * 60
    press(window, Qt.Key.Key_Plus, ALT)
    press(window, Qt.Key.Key_Minus, ALT)
    press(window, Qt.Key.Key_Minus, ALT)
    assert left() == 14 * 60
    press(window, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(lambda: tracks.lines[0].paused)
    here.clock.pass_(minutes=2)
    assert left() == 14 * 60
    press(window, Qt.Key.Key_P)  # the plenary's key, though the focus is among the tracks
    plenary = here.desk.state.run.running
    assert plenary is not None
    assert plenary.paused_at is not None
    press(window, Qt.Key.Key_P, ALT)
    press(window, Qt.Key.Key_End, ALT)
    assert here.desk.state.run.clock(3) is None
    assert running(here) == 2


def test_a_track_that_waits_is_started_beside_the_plenary(console: Open, qtbot: QtBot) -> None:
    here = two_days()
    here.desk.do(StartDay())
    window = console(here)
    press(window, Qt.Key.Key_K)
    tracks = window.page.findChild(TracksPanel)
    assert isinstance(tracks, TracksPanel)
    assert [line.words for line in tracks.lines] == ["Waiting"]
    press(window, Qt.Key.Key_Return)
    assert running(here) == 1
    qtbot.waitUntil(lambda: [line.clock for line in tracks.lines] == ["15:00"])
    here.clock.pass_(seconds=5)
    window.page.tick(here.desk.state, here.clock.now())
    assert [line.clock for line in tracks.lines] == ["14:55"]
