"""The page Plan: the panel beside the table, several items at once, dragging, ready agendas, export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.agenda.commands import ChangeItem, CutItem, PutAgenda
from facilitator.agenda.model import AtEnd, Item, Kind
from facilitator.agenda.reading import read
from facilitator.agenda.templates import TemplateName, agenda_template
from facilitator.common.clock import minutes
from facilitator.tables.reading import read_table
from facilitator.timer.commands import StartDay
from facilitator.ui.console import ConsoleWindow
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.plan import PlanPage
from facilitator.ui.plan_files import save
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.item_form import ItemForm
from facilitator.ui.widgets.plan_fields import Field, LineField, TickField
from facilitator.ui.widgets.plan_table import MIME, PlanTable
from facilitator.ui.widgets.plan_templates import PlanTemplates
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, words_of_problems

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NO_KEY = Qt.KeyboardModifier.NoModifier


class Plan:
    """The page with what a person sees of it."""

    def __init__(self, window: ConsoleWindow, setting: Setting) -> None:
        window.show_page(PageName.PLAN)
        assert isinstance(window.page, PlanPage)
        self.window, self.page, self.desk = window, window.page, setting.desk
        table, form = self.page.findChild(PlanTable), self.page.findChild(ItemForm)
        assert isinstance(table, PlanTable)
        assert isinstance(form, ItemForm)
        self.table, self.form = table, form

    @property
    def items(self) -> tuple[Item, ...]:
        return self.desk.state.plan.in_order()

    @property
    def titles(self) -> list[str]:
        return [item.title for item in self.items]

    def to_the_front(self) -> None:
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def choose(self, *places: int) -> tuple[int, ...]:
        self.to_the_front()
        chosen = tuple(self.items[place].id for place in places)
        self.table.choose_all(chosen)
        self.table.setFocus()
        return chosen

    def selected(self) -> list[int]:
        return [row.item.id for row in self.table.selected]

    def field(self, name: str) -> Field:
        return self.form.fields[name]

    def write(self, name: str, words: str) -> None:
        editor = self.field(name).editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, words) if words else QTest.keyClick(editor, Qt.Key.Key_Backspace)
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def pick(self, name: str, value: object) -> None:
        editor = self.field(name).editor
        assert isinstance(editor, Choice)
        editor.choose(value)
        editor.activated.emit(editor.currentIndex())

    def tick(self, name: str) -> None:
        editor = self.field(name).editor
        QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(12, editor.height() // 2))

    def steps(self, work: Any) -> int:
        """How many steps of undo something takes to be undone exactly."""
        before = self.desk.state
        work()
        after = self.desk.state
        count = 0
        while self.desk.state != before:
            self.window._context.controls.undo()
            count += 1
        for _ in range(count):
            self.window._context.controls.redo()
        assert self.desk.state == after
        return count


@pytest.fixture
def plan(console: Open, sample: Setting) -> Plan:
    return Plan(console(sample), sample)


@pytest.fixture
def days(console: Open, empty: Setting) -> Plan:
    """Two days, twelve and ten items."""
    empty.desk.do(PutAgenda(agenda_template(TemplateName.TWO_DAYS, "en")))
    return Plan(console(empty), empty)


def test_every_field_of_an_item_can_be_changed_beside_the_table(plan: Plan) -> None:
    (one,) = plan.choose(2)
    before = plan.desk.state.plan.items[one]
    for name, words in (
        ("title", "Keynote"),
        ("track", "Room A"),
        ("start", "9.12"),
        ("length", "30"),
        ("least", "12:30"),
        ("speaker", "Somebody"),
        ("warning", "8"),
        ("danger", "0:30"),
    ):
        plan.write(name, words)
    for name, value in (
        ("kind", Kind.WORK),
        ("priority", 5),
        ("day", 1),
        ("scene", "agenda"),
        ("at_end", AtEnd.SCENE),
        ("end_scene", "teams"),
    ):
        plan.pick(name, value)
    notes = plan.field("notes").editor
    assert isinstance(notes, QPlainTextEdit)
    notes.setFocus()
    QTest.keyClicks(notes, "Mind the step")
    plan.table.setFocus()
    for name in ("fixed", "sound", "cut"):
        plan.tick(name)
    after = plan.desk.state.plan.items[one]
    assert after.start is not None
    assert f"{after.start:%H:%M}" == "09:12"
    assert after == replace(
        before,
        position=after.position,
        title="Keynote",
        kind=Kind.WORK,
        length=minutes(30),
        least_length=minutes(12.5),
        start=after.start,
        fixed=True,
        speaker="Somebody",
        notes="Mind the step",
        priority=5,
        cut=True,
        day=1,
        track="Room A",
        warning=minutes(8),
        danger=minutes(0.5),
        scene="agenda",
        at_end=AtEnd.SCENE,
        end_scene="teams",
        sound=False,
    )
    assert all(not field.error for field in plan.form.fields.values())


def test_several_are_changed_in_one_step_and_what_differs_is_said(plan: Plan) -> None:
    chosen = plan.choose(3, 4, 7)
    for name in ("title", "length", "start"):
        editor = plan.field(name).editor
        assert isinstance(editor, QLineEdit)
        assert (editor.text(), editor.placeholderText()) == ("", "Different")
    kind = plan.field("kind").editor
    assert isinstance(kind, Choice)
    assert kind.currentText() == "Different"
    assert plan.steps(lambda: plan.write("length", "11")) == 1
    assert plan.steps(lambda: plan.pick("kind", Kind.WORK)) == 1
    assert plan.steps(lambda: plan.tick("sound")) == 1
    for item in plan.items:
        if item.id in chosen:
            assert (item.length, item.kind, item.sound) == (minutes(11), Kind.WORK, False)
        else:
            assert item.sound
    assert plan.selected() == list(chosen)


def test_a_field_that_was_only_passed_changes_nothing(plan: Plan) -> None:
    plan.choose(3, 4, 7)
    before = plan.desk.version
    for field in plan.form.fields.values():
        field.editor.setFocus()
    plan.table.setFocus()
    assert plan.desk.version == before


def test_what_is_refused_stays_with_its_reason_also_after_a_look_elsewhere(plan: Plan) -> None:
    plan.choose(2)
    before = plan.desk.state.plan
    plan.write("length", "soon")
    plan.write("least", "400")
    assert "“soon” is not a length" in plan.field("length").error
    assert "must lie between 0 and its length" in plan.field("least").error
    assert words_of_problems(plan.page) == ""
    plan.choose(5)
    assert not plan.field("length").error
    plan.choose(2)
    length = plan.field("length").editor
    assert isinstance(length, QLineEdit)
    assert (length.text(), plan.desk.state.plan) == ("soon", before)
    assert plan.field("length").error
    plan.write("length", "20")
    assert not plan.field("length").error
    assert plan.items[2].length == minutes(20)


def test_escape_drops_what_was_refused_and_goes_back_to_the_table(plan: Plan) -> None:
    plan.choose(2)
    plan.write("length", "soon")
    assert plan.page.leave_form()
    length = plan.field("length").editor
    assert isinstance(length, QLineEdit)
    assert (length.text(), plan.field("length").error) == ("25", "")
    assert plan.table.hasFocus()
    assert not plan.page.leave_form()


def test_one_key_leads_from_the_table_into_the_panel_and_one_back(plan: Plan) -> None:
    plan.choose(2)
    QTest.keyClick(plan.table, Qt.Key.Key_E)
    assert plan.field("title").editor.hasFocus()
    QTest.keyClick(plan.field("title").editor, Qt.Key.Key_Escape)
    assert plan.table.hasFocus()


def test_fixing_an_item_that_follows_fixes_it_where_it_stands(plan: Plan) -> None:
    (one,) = plan.choose(4)
    plan.write("start", "")
    assert plan.desk.state.plan.items[one].start is None
    assert plan.steps(lambda: plan.tick("fixed")) == 1
    item = plan.desk.state.plan.items[one]
    assert item.fixed
    assert f"{item.start:%H:%M}" == "09:43"
    plan.write("start", "")
    assert "has a fixed start, but no start" in plan.field("start").error
    assert plan.desk.state.plan.items[one] == item


def test_what_another_host_does_leaves_alone_what_is_being_written(plan: Plan) -> None:
    first, second = plan.items[:2]
    plan.choose(0)
    title, speaker = plan.field("title").editor, plan.field("speaker").editor
    assert isinstance(title, QLineEdit)
    assert isinstance(speaker, QLineEdit)
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Half a tit")
    plan.desk.do(ChangeItem(second.id, title="Other"))
    plan.desk.do(ChangeItem(first.id, speaker="Somebody"))
    plan.page.render_state(plan.desk.state)
    assert (title.text(), speaker.text()) == ("Half a tit", "Somebody")
    QTest.keyClicks(title, "le")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert [item.title for item in plan.items[:2]] == ["Half a title", "Other"]


def test_why_a_choice_was_refused_is_told_until_something_else_is_selected(plan: Plan) -> None:
    plan.desk.do(StartDay())
    plan.choose(0)
    plan.pick("day", 1)
    plan.desk.do(ChangeItem(plan.items[5].id, title="Other"))
    plan.page.render_state(plan.desk.state)
    assert "stays on its day" in plan.field("day").error
    plan.choose(1)
    plan.choose(0)
    assert not plan.field("day").error


def test_keys_move_the_selected_together_and_keep_them_selected(plan: Plan) -> None:
    chosen = plan.choose(3, 4)
    assert plan.steps(lambda: QTest.keyClick(plan.table, Qt.Key.Key_Up, ALT)) == 1
    assert [item.id for item in plan.items[2:4]] == list(chosen)
    assert plan.selected() == list(chosen)
    QTest.keyClick(plan.table, Qt.Key.Key_Down, ALT)
    QTest.keyClick(plan.table, Qt.Key.Key_Down, ALT)
    assert [item.id for item in plan.items[4:6]] == list(chosen)


def test_the_keyboard_selects_several_and_passes_over_headings(days: Plan) -> None:
    days.choose(10)
    QTest.keyClick(days.table, Qt.Key.Key_Down)
    QTest.keyClick(days.table, Qt.Key.Key_Down, SHIFT)
    assert days.selected() == [days.items[11].id, days.items[12].id]
    assert days.items[12].day == 1
    QTest.keyClick(days.table, Qt.Key.Key_A, CONTROL)
    assert len(days.selected()) == len(days.items)


def test_days_have_headings_with_their_length(days: Plan) -> None:
    headings = [row.heading for row in days.table.model().rows if row.heading]  # type: ignore[attr-defined]
    assert headings == [
        "Day 1 · Wednesday 20 May 2026 · 09:30–16:45 · 7 h 15 min",
        "Day 2 · Thursday 21 May 2026 · 08:30–15:00 · 6 h 30 min",
    ]


def test_an_item_steps_over_the_night_and_back(days: Plan) -> None:
    (one,) = days.choose(10)
    QTest.keyClick(days.table, Qt.Key.Key_Down, ALT)
    QTest.keyClick(days.table, Qt.Key.Key_Down, ALT)
    assert (days.items[11].id, days.items[11].day) == (one, 1)
    QTest.keyClick(days.table, Qt.Key.Key_Up, ALT)
    assert (days.items[11].id, days.items[11].day) == (one, 0)
    assert days.selected() == [one]


def drag(plan: Plan, chosen: tuple[int, ...], row: int, *, below: bool = False) -> None:
    """Hold items over a row's upper or lower half, and drop them there."""
    data = QMimeData()
    data.setData(MIME, QByteArray(" ".join(map(str, chosen)).encode()))
    area = plan.table.visualRect(plan.table.model().index(row, 0))
    spot = QPointF(40, area.bottom() - 4 if below else area.top() + 4)
    action, press = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    plan.table.dragMoveEvent(QDragMoveEvent(spot.toPoint(), action, data, press, NO_KEY))
    assert plan.table.insertion == (row + 1 if below else row)
    plan.table.dropEvent(QDropEvent(spot, action, data, press, NO_KEY, QEvent.Type.Drop))
    assert plan.table.insertion is None


def test_several_are_dragged_in_one_step(plan: Plan) -> None:
    chosen = plan.choose(3, 5)
    others = [item.id for item in plan.items if item.id not in chosen]
    assert plan.steps(lambda: drag(plan, chosen, 8)) == 1
    assert [item.id for item in plan.items] == [*others[:6], *chosen, *others[6:]]
    assert plan.selected() == list(chosen)


def test_the_mouse_carries_all_that_is_selected(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[str] = []

    def taken(drag: QDrag, *_: object) -> Qt.DropAction:
        carried.append(bytes(drag.mimeData().data(MIME).data()).decode())
        assert not drag.pixmap().isNull()
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", taken)
    chosen = plan.choose(3, 5)
    ground, left = plan.table.viewport(), Qt.MouseButton.LeftButton
    spot = plan.table.visualRect(plan.table.model().index(5, 1)).center()
    QTest.mousePress(ground, left, pos=spot)
    for step in (QPoint(0, 12), QPoint(0, 30), QPoint(0, 50)):
        there = QPointF(spot + step)
        moved = QMouseEvent(QEvent.Type.MouseMove, there, ground.mapToGlobal(there), left, left, NO_KEY)
        QApplication.sendEvent(ground, moved)
    QTest.mouseRelease(ground, left, pos=spot)
    assert carried
    assert {*carried} == {" ".join(map(str, chosen))}


def test_what_is_dropped_where_it_was_changes_nothing(plan: Plan) -> None:
    chosen = plan.choose(3, 4)
    before = plan.desk.version
    drag(plan, chosen, 3)
    drag(plan, chosen, 4, below=True)
    assert plan.desk.version == before


@pytest.mark.parametrize(("below", "day"), [(False, 0), (True, 1)])
def test_dropped_above_or_below_a_heading_decides_the_day(days: Plan, below: bool, day: int) -> None:
    chosen = days.choose(4, 5) if below else days.choose(14, 15)
    heading = 13
    days.table.scrollTo(days.table.model().index(heading, 0))
    drag(days, chosen, heading, below=below)
    assert [days.desk.state.plan.items[one].day for one in chosen] == [day, day]
    of_day = [item.id for item in days.items if item.day == day]
    assert (of_day[:2] if below else of_day[-2:]) == list(chosen)


def test_a_copy_is_the_same_but_follows(plan: Plan) -> None:
    (one,) = plan.choose(1)
    plan.desk.do(
        ChangeItem(
            one, notes="N", priority=5, track="B", warning_seconds=120, scene="agenda", sound=False, at_end=AtEnd.NEXT
        )
    )
    before = plan.desk.state
    QTest.keyClick(plan.table, Qt.Key.Key_D, CONTROL)
    original, copy = plan.items[1:3]
    assert copy == replace(original, id=copy.id, position=2, start=None, fixed=False)
    assert plan.selected() == [copy.id]
    while plan.desk.state != before:
        plan.window._context.controls.undo()
    assert len(plan.items) == 19


def test_several_copies_stand_after_the_last_of_them(plan: Plan) -> None:
    plan.choose(3, 4)
    titles = plan.titles
    assert plan.steps(lambda: QTest.keyClick(plan.table, Qt.Key.Key_D, CONTROL)) == 1
    assert plan.titles == [*titles[:5], *titles[3:5], *titles[5:]]
    assert len(plan.selected()) == 2


def test_several_are_removed_in_one_step_and_the_next_is_selected(plan: Plan) -> None:
    plan.choose(3, 4)
    following = plan.items[5].id
    assert plan.steps(lambda: QTest.keyClick(plan.table, Qt.Key.Key_Delete)) == 1
    assert len(plan.items) == 17
    assert plan.selected() == [following]


def test_left_out_and_taken_in_by_one_key(plan: Plan) -> None:
    chosen = plan.choose(3, 4)
    plan.desk.do(CutItem(chosen[0]))
    for cut in (True, False):
        assert plan.steps(lambda: QTest.keyClick(plan.table, Qt.Key.Key_X)) == 1
        assert [plan.items[place].cut for place in (3, 4)] == [cut, cut]


def test_a_new_item_stands_after_the_selected_on_its_track(plan: Plan) -> None:
    (one,) = plan.choose(4)
    plan.desk.do(ChangeItem(one, track="Room B"))
    QTest.keyClick(plan.table, Qt.Key.Key_Insert)
    assert (plan.items[5].title, plan.items[5].track) == ("New item", "Room B")


def test_what_has_run_is_refused_in_words_and_stays(plan: Plan) -> None:
    plan.desk.do(StartDay())
    plan.choose(0)
    plan.pick("day", 1)
    assert "stays on its day" in plan.field("day").error
    choice = plan.field("day").editor
    assert isinstance(choice, Choice)
    assert choice.value == 0
    QTest.keyClick(plan.table, Qt.Key.Key_Delete)
    assert "has run" in words_of_problems(plan.page)
    assert len(plan.items) == 19


def templates(plan: Plan) -> PlanTemplates:
    plan.to_the_front()
    QTest.mouseClick(button(plan.page, "Ready agendas…"), Qt.MouseButton.LeftButton)
    found = plan.page.findChild(PlanTemplates)
    assert isinstance(found, PlanTemplates)
    return found


def where(offered: PlanTemplates, words: str) -> None:
    choice = offered.findChild(Choice)
    assert isinstance(choice, Choice)
    choice.setCurrentIndex(choice.findText(words))


def test_an_empty_plan_begins_with_a_ready_agenda(console: Open, empty: Setting) -> None:
    plan = Plan(console(empty), empty)
    offered = templates(plan)
    assert plan.steps(lambda: QTest.mouseClick(button(offered, "Use “Half day”"), Qt.MouseButton.LeftButton)) == 1
    assert plan.titles == [
        item.title for item in agenda_template(TemplateName.HALF_DAY, plan.desk.state.event.language)
    ]
    assert plan.table.hasFocus()


def test_a_ready_agenda_is_inserted_after_an_item_to_follow_it(plan: Plan) -> None:
    plan.choose(2)
    titles, third = plan.titles, plan.items[2]
    offered = templates(plan)
    where(offered, f"After “{third.title}”")
    assert plan.steps(lambda: QTest.mouseClick(button(offered, "Use “Workshop”"), Qt.MouseButton.LeftButton)) == 1
    new = len(plan.items) - len(titles)
    assert [*plan.titles[:3], *plan.titles[3 + new :]] == titles
    assert all(item.start is None and not item.fixed for item in plan.items[3 : 3 + new])


def test_a_ready_agenda_is_inserted_also_after_the_day_has_begun(plan: Plan) -> None:
    plan.desk.do(StartDay())
    before = len(plan.items)
    offered = templates(plan)
    where(offered, "As further days, after the last")
    assert plan.steps(lambda: QTest.mouseClick(button(offered, "Use “Workshop”"), Qt.MouseButton.LeftButton)) == 1
    assert len(plan.items) > before
    assert all(item.day == 1 for item in plan.items[before:])


def test_a_ready_agenda_becomes_further_days(plan: Plan) -> None:
    offered = templates(plan)
    where(offered, "As further days, after the last")
    QTest.mouseClick(button(offered, "Use “Two days”"), Qt.MouseButton.LeftButton)
    assert [sum(item.day == day for item in plan.items) for day in range(3)] == [19, 12, 10]
    assert plan.items[19].start is not None


def test_escape_leaves_the_ready_agendas_and_everything_as_it_is(plan: Plan) -> None:
    before = plan.desk.version
    templates(plan)
    assert plan.page.leave_form()
    assert plan.table.hasFocus()
    assert plan.desk.version == before


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_exported_is_the_same_agenda_when_it_is_imported(
    days: Plan, suffix: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / f"agenda.{suffix}"
    save(days.window._context, path)
    qtbot.waitUntil(path.exists)
    assert read(read_table(path)).items == days.items


def test_the_calendar_is_one(days: Plan, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "agenda.ics"
    save(days.window._context, path)
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert path.read_bytes().count(b"BEGIN:VEVENT") == len(days.items)


def test_a_file_that_cannot_be_written_is_refused_in_words(plan: Plan, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "folder").write_text("a file")
    save(plan.window._context, tmp_path / "folder" / "agenda.csv")
    qtbot.waitUntil(lambda: "cannot be written" in words_of_problems(plan.page))


def test_every_field_has_a_name_for_screen_readers(plan: Plan) -> None:
    plan.choose(0)
    names = [field.editor.accessibleName() for field in plan.form.fields.values()]
    assert all(names)
    assert len(set(names)) == len(names)
    kinds = {type(field) for field in plan.form.fields.values()}
    assert {LineField, TickField} < kinds
