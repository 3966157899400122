"""The desk by keyboard alone: check-in and its undo, no-shows, corrections, walk-ins with their team and papers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.desk.commands import Undo
from facilitator.participants.commands import CheckIn, MarkAbsent, UseNeeds
from facilitator.participants.model import Attendance, Participant
from facilitator.teams.model import Team
from facilitator.ui.door import suggested_team
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.participants import ParticipantsPage
from facilitator.ui.widgets.door_line import DoorLine
from facilitator.ui.widgets.person_form import PersonForm
from facilitator.ui.widgets.walk_in_form import WalkInForm
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, table_of, words_of_problems


@pytest.fixture
def page(console: Open, sample: Setting, qtbot: QtBot) -> ParticipantsPage:
    window = console(sample)
    window.show_page(PageName.PARTICIPANTS)
    page = window.page
    assert isinstance(page, ParticipantsPage)
    qtbot.waitUntil(page._search.hasFocus)
    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def typed(words: str) -> None:
    """Letters for whatever has the keyboard; QTest itself knows none beyond ASCII."""
    for letter in words:
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def said(page: ParticipantsPage) -> str:
    line = page.findChild(DoorLine)
    assert isinstance(line, DoorLine)
    return line.words


def here(event: Setting) -> list[int]:
    return [one.id for one in event.desk.state.roster.people.values() if one.attendance is Attendance.CHECKED_IN]


def test_type_enter_and_it_is_said_and_taken_back_from_the_same_place(
    page: ParticipantsPage, sample: Setting, qtbot: QtBot
) -> None:
    person = sample.desk.state.roster.people[5]
    typed(person.name.lower())
    assert person.name in said(page)
    assert said(page).startswith("Enter checks in")
    press(Qt.Key.Key_Return)
    assert here(sample) == [5]
    assert f"{person.name} is here" in said(page)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: here(sample) == [])
    typed(person.first_name)
    assert page._search.text() == person.first_name, "the next name is typed over the one before"
    press(Qt.Key.Key_Escape)
    assert page._search.text() == ""
    assert page._search.hasFocus()
    press(Qt.Key.Key_Return)
    assert here(sample) == [], "Enter alone checks nobody in"


def test_enter_is_for_the_first_who_fits_whoever_was_selected_before(page: ParticipantsPage, sample: Setting) -> None:
    rows = page._model.rows
    last = rows[-1].person
    table_of(page, "Participants").choose(last.id)
    page._search.setFocus()
    typed(last.last_name[:2])
    first = page._model.rows[0].person
    press(Qt.Key.Key_Return)
    assert here(sample) == [first.id]


def test_who_is_here_absent_or_nobody_is_said(page: ParticipantsPage, sample: Setting, qtbot: QtBot) -> None:
    one, two = (sample.desk.state.roster.people[number] for number in (5, 6))
    sample.desk.do(CheckIn(5))
    sample.desk.do(MarkAbsent(6))
    typed(one.name)
    qtbot.waitUntil(lambda: said(page).startswith("Checked in already"))
    press(Qt.Key.Key_Escape)
    typed(two.name)
    qtbot.waitUntil(lambda: said(page).startswith("Marked absent"))
    press(Qt.Key.Key_Escape)
    typed("qqq")
    assert said(page).startswith("Nobody is called that")


def test_no_shows_are_marked_in_one_step(page: ParticipantsPage, sample: Setting, qtbot: QtBot) -> None:
    assert page._side.no_shows.isHidden(), "before anybody has come nobody is missing"
    sample.desk.do(CheckIn(5))
    qtbot.waitUntil(lambda: page._side.no_shows.text() == "Mark 79 absent")
    QTest.mouseClick(page._side.no_shows, Qt.MouseButton.LeftButton)
    people = sample.desk.state.roster.people.values()
    assert sum(one.attendance is Attendance.ABSENT for one in people) == 79
    sample.desk.do(Undo())
    assert here(sample) == [5]
    assert not any(one.attendance is Attendance.ABSENT for one in sample.desk.state.roster.people.values())


def test_every_field_is_corrected_beside_the_table_in_one_step(
    page: ParticipantsPage, sample: Setting, qtbot: QtBot
) -> None:
    before = sample.desk.state
    table = table_of(page, "Participants")
    table.choose(5)
    table.setFocus()
    press(Qt.Key.Key_E)
    form = page.findChild(PersonForm)
    assert isinstance(form, PersonForm)
    words = {
        "first_name": "Örjan", "last_name": "von Ek", "organisation": "Verket", "role": "jurist", "skills": "IT, HR",
        "languages": "svenska; romani", "wishes": "f2 F1", "email": "o@ek.se", "reference": "P-5",
    }  # fmt: skip
    for name, line in form.lines.items():
        if name in words:
            line.setText(words[name])
    form.sector.choose(2)
    form.quota.choose(2)
    form.accessible.setChecked(True)
    form.lines["role"].setFocus()
    press(Qt.Key.Key_Return)
    person = sample.desk.state.roster.people[5]
    assert person == replace(
        before.roster.people[5], first_name="Örjan", last_name="von Ek", organisation="Verket", role="jurist",
        skills=("IT", "HR"), languages=("svenska", "romani"), wishes=("F2", "F1"), email="o@ek.se", reference="P-5",
        sector=2, quota=2, accessible=True,
    )  # fmt: skip
    assert not form.isVisible()
    sample.desk.do(Undo())
    assert sample.desk.state == before


def test_a_correction_that_is_refused_stays_written_and_esc_forgets_it(
    page: ParticipantsPage, sample: Setting, qtbot: QtBot
) -> None:
    table = table_of(page, "Participants")
    table.choose(5)
    table.setFocus()
    press(Qt.Key.Key_F2)
    form = page.findChild(PersonForm)
    assert isinstance(form, PersonForm)
    form.lines["email"].setText("nowhere")
    form.lines["email"].setFocus()
    press(Qt.Key.Key_Return)
    assert "is not an e-mail address" in words_of_problems(page)
    assert form.isVisible()
    table.choose(6)
    assert form.person == 5, "what is being written is not lost to a click on somebody else"
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert sample.desk.state.roster.people[5].email != "nowhere"


def test_somebody_new_and_their_needs_where_needs_are_used(
    page: ParticipantsPage, sample: Setting, qtbot: QtBot
) -> None:
    sample.desk.do(UseNeeds(True))
    table = table_of(page, "Participants")
    table.setFocus()
    press(Qt.Key.Key_Insert)
    form = page.findChild(PersonForm)
    assert isinstance(form, PersonForm)
    typed("Siv")
    press(Qt.Key.Key_Tab)
    typed("Ström")
    form.lines["needs"].setText("Vegan, hearing loop")
    press(Qt.Key.Key_Return)
    new = max(sample.desk.state.roster.people.values(), key=lambda one: one.id)
    assert (new.name, new.attendance) == ("Siv Ström", Attendance.REGISTERED)
    assert sample.desk.state.roster.needs[new.id] == ("Vegan", "hearing loop")
    table.choose(new.id)
    table.setFocus()
    press(Qt.Key.Key_Delete)
    assert new.id not in sample.desk.state.roster.people
    sample.desk.do(Undo())
    assert sample.desk.state.roster.people[new.id] == new


def test_a_walk_in_sits_with_the_smallest_team_has_a_card_and_a_badge(
    page: ParticipantsPage, sample: Setting, qtbot: QtBot, opened: list[str]
) -> None:
    gone = next(iter(sample.desk.state.teams.teams.values()))
    sample.desk.do(MarkAbsent(gone.members[0]))
    typed("Åke Nyström")
    press(Qt.Key.Key_Return)
    form = page.findChild(WalkInForm)
    assert isinstance(form, WalkInForm)
    typed("Myndighet 99")
    press(Qt.Key.Key_Return)
    state = sample.desk.state
    person = max(state.roster.people.values(), key=lambda one: one.id)
    assert (person.name, person.attendance) == ("Åke Nyström", Attendance.CHECKED_IN)
    assert person.id in state.teams.teams[gone.number].members
    assert any(card.participant == person.id and not card.revoked for card in state.voting.cards.values())
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=20_000)
    badge = next(file for file in opened if Path(file).name == "badges.pdf")
    words = PdfReader(badge).pages[0].extract_text()
    assert "Åke" in words
    assert str(gone.number) in words
    qtbot.waitUntil(page._search.hasFocus)
    assert said(page).startswith(f"✓ Åke Nyström is here · team {gone.number}")
    sample.desk.do(Undo())
    assert person.id not in sample.desk.state.roster.people
    assert person.id not in sample.desk.state.teams.teams[gone.number].members


def test_the_team_suggested_is_the_smallest_then_the_most_unlike(sample: Setting) -> None:
    state = sample.desk.state
    people = {n: Participant(n, f"N{n}", organisation="A" if n < 3 else "B", sector=1) for n in range(1, 7)}
    teams = {
        1: Team(1, "1", members=(1, 2)),
        2: Team(2, "2", members=(3, 4)),
        3: Team(3, "3", members=(5,), locked=True),
    }
    small = replace(state, roster=replace(state.roster, people=people), teams=replace(state.teams, teams=teams))
    assert suggested_team(small, " a", None) == 2
    assert suggested_team(small, "B", None) == 1
    assert suggested_team(small, "", None) == 1
    absent = {**people, 3: replace(people[3], attendance=Attendance.ABSENT)}
    assert suggested_team(replace(small, roster=replace(small.roster, people=absent)), "B", None) == 2
    assert suggested_team(replace(small, teams=replace(state.teams, teams={})), "B", None) is None


def test_esc_closes_one_thing_at_a_time(page: ParticipantsPage) -> None:
    typed("qqq")
    press(Qt.Key.Key_Return)
    form = page.findChild(WalkInForm)
    assert isinstance(form, WalkInForm)
    assert form.isVisible()
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert page._search.text() == "qqq"
    press(Qt.Key.Key_Escape)
    assert page._search.text() == ""
    QTest.mouseClick(button(page, "Seats and sectors"), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Escape)
    assert page._search.isVisible()
