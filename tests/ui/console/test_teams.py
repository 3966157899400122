"""The page Teams: forming beside the window, moving by hand and by key, locks."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from facilitator.common.texts import text
from facilitator.desk.state import State
from facilitator.participants.commands import AddWalkIn, MarkAbsent
from facilitator.teams.model import BrokenRule, Formation, Move, RepairOption, Tier
from facilitator.ui.pages.catalogue import PageName
from facilitator.ui.pages.teams import TeamsPage
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.move_list import MoveList
from facilitator.ui.widgets.mover import Mover
from facilitator.ui.widgets.repair_ways import RepairWays
from facilitator.ui.widgets.rules_form import RulesForm
from facilitator.ui.widgets.search_progress import SearchProgress
from facilitator.ui.widgets.team_card import MIME, TeamCard
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button, words_of_problems


class Held:
    """Holds the search until `go` is set; `began` says that it has begun."""

    def __init__(self, setting: Setting) -> None:
        self.began, self.go = threading.Event(), threading.Event()
        setting.solver.before = self._wait

    def _wait(self) -> None:
        self.began.set()
        assert self.go.wait(5)


def teams_page(console: Open, setting: Setting) -> TeamsPage:
    window = console(setting)
    window.show_page(PageName.TEAMS)
    assert isinstance(window.page, TeamsPage)
    return window.page


def card(page: TeamsPage, number: int | None) -> TeamCard:
    return next(each for each in page.findChildren(TeamCard) if each.number == number)


def people(page: TeamsPage, number: int | None) -> QListWidget:
    found = card(page, number).findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def team_of(state: State, person: int) -> int | None:
    return next((team.number for team in state.teams.teams.values() if person in team.members), None)


def test_teams_are_formed_while_the_window_lives(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    search = Held(sample)
    before = sample.desk.state.teams.teams
    QTest.mouseClick(button(page, "Form teams"), Qt.MouseButton.LeftButton)
    progress = page.findChild(SearchProgress)
    assert isinstance(progress, SearchProgress)
    assert progress.isVisible()
    person = next(iter(sample.desk.state.roster.people))
    assert not button(page, "Form teams").isEnabled()
    search.go.set()
    qtbot.waitUntil(lambda: not progress.isVisible())
    assert sample.desk.state.teams.teams != before
    assert len(page.findChildren(TeamCard)) == 16
    assert team_of(sample.desk.state, person) is not None


def test_people_who_change_meanwhile_refuse_the_result(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    search = Held(sample)
    before = sample.desk.state.teams.teams
    QTest.mouseClick(button(page, "Form teams"), Qt.MouseButton.LeftButton)
    assert search.began.wait(5)
    sample.desk.do(MarkAbsent(1))
    search.go.set()
    qtbot.waitUntil(lambda: "changed while" in words_of_problems(page))
    assert sample.desk.state.teams.teams == before


def test_the_search_can_be_ended_either_way(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    search = Held(sample)
    QTest.mouseClick(button(page, "Form teams"), Qt.MouseButton.LeftButton)
    assert not button(page, "Use the best so far").isEnabled()
    QTest.mouseClick(button(page, "Cancel"), Qt.MouseButton.LeftButton)
    assert sample.solver.cancelled == 1
    search.go.set()
    progress = page.findChild(SearchProgress)
    assert isinstance(progress, SearchProgress)
    qtbot.waitUntil(lambda: not progress.isVisible())


def test_a_person_moves_by_keyboard_and_back_by_undo(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    person = sample.desk.state.teams.teams[1].members[0]
    card(page, 1).take_focus()
    QTest.keyClicks(people(page, 1), "m")
    mover = page.findChild(Mover)
    assert isinstance(mover, Mover)
    assert mover.isVisible()
    QTest.keyClick(mover.focusWidget(), Qt.Key.Key_Down)
    QTest.mouseClick(button(mover, "Move"), Qt.MouseButton.LeftButton)
    assert team_of(sample.desk.state, person) == 2
    assert card(page, 2).person == person, "the person stays selected, the keyboard with them"
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert team_of(sample.desk.state, person) == 1


def test_a_person_dropped_on_a_card_moves_there(console: Open, sample: Setting) -> None:
    page = teams_page(console, sample)
    person = sample.desk.state.teams.teams[1].members[0]
    data = QMimeData()
    data.setData(MIME, QByteArray(str(person).encode()))
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    card(page, 3).dropEvent(drop)
    assert team_of(sample.desk.state, person) == 3


def test_locks_hold_and_are_told(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    person = sample.desk.state.teams.teams[1].members[0]
    card(page, 1).take_focus()
    QTest.keyClicks(people(page, 1), "l")
    assert sample.desk.state.teams.locked_people == (person,)
    QTest.mouseClick(button(card(page, 2), "Lock Team 2"), Qt.MouseButton.LeftButton)
    assert sample.desk.state.teams.teams[2].locked
    page._dropped(person, 2)
    assert team_of(sample.desk.state, person) == 1
    assert words_of_problems(page)


def test_absent_people_and_those_without_a_team_are_told(console: Open, sample: Setting, qtbot: QtBot) -> None:
    sample.desk.do(MarkAbsent(sample.desk.state.teams.teams[1].members[0]))
    sample.desk.do(AddWalkIn("Åke Ny"))
    page = teams_page(console, sample)
    assert people(page, None).count() == 1
    first = people(page, 1)
    assert "absent" in first.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.mouseClick(button(page, "Repair"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.count() == 4)


def test_the_host_chooses_how_to_repair_and_sees_who_moves(console: Open, sample: Setting, qtbot: QtBot) -> None:
    state = sample.desk.state
    first, second = state.teams.teams[1], state.teams.teams[2]
    mover = first.members[0]
    moved = {
        **state.teams.teams,
        1: replace(first, members=first.members[1:]),
        2: replace(second, members=(*second.members, mover)),
    }
    broken = BrokenRule("size", text("Team {number} is too small.", number=1))
    sample.solver.options = (
        RepairOption(Formation(tuple(moved.values()), (), (Move(mover, 1, 2),)), 1, True),
        RepairOption(Formation(tuple(state.teams.teams.values()), (), broken_rules=(broken,)), 0, True),
    )
    page = teams_page(console, sample)
    QTest.mouseClick(button(page, "Repair"), Qt.MouseButton.LeftButton)
    ways = page.findChild(RepairWays)
    assert isinstance(ways, RepairWays)
    qtbot.waitUntil(ways.isVisible)
    assert sample.desk.state.teams == state.teams, "nothing is seated before the host has chosen"
    assert button(ways, "Nobody moves").isVisible()
    assert any("Team 1 is too small." in each.words for each in ways.findChildren(ElidedLabel))
    QTest.mouseClick(button(ways, "1 person moves"), Qt.MouseButton.LeftButton)
    assert team_of(sample.desk.state, mover) == 2
    moves = page.findChild(MoveList)
    assert isinstance(moves, MoveList)
    assert moves.words == f"{state.roster.people[mover].name}: from team 1 to team 2"
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert team_of(sample.desk.state, mover) == 1


def test_ways_to_repair_go_when_people_change(console: Open, sample: Setting, qtbot: QtBot) -> None:
    teams = tuple(sample.desk.state.teams.teams.values())
    sample.solver.options = tuple(RepairOption(Formation(teams, ()), count, True) for count in (2, 0))
    page = teams_page(console, sample)
    QTest.mouseClick(button(page, "Repair"), Qt.MouseButton.LeftButton)
    ways = page.findChild(RepairWays)
    assert isinstance(ways, RepairWays)
    qtbot.waitUntil(ways.isVisible)
    sample.desk.do(MarkAbsent(1))
    qtbot.waitUntil(ways.isHidden)
    assert "Repair once more" in words_of_problems(page)


def test_rules_are_filled_in_and_teams_formed_by_them(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    one, other = list(sample.desk.state.roster.people.values())[:2]
    QTest.mouseClick(button(page, "Rules"), Qt.MouseButton.LeftButton)
    form = page.findChild(RulesForm)
    assert isinstance(form, RulesForm)
    assert form.filled_in(sample.desk.state) == sample.desk.state.teams.rules, "an untouched form changes nothing"
    form.teams.setValue(10)
    form.most.setValue(9)
    form.same.setValue(2)
    form.each.setPlainText("HR: 1")
    form.languages.setText("svenska, engelska")
    form.together.setPlainText(f"{one.name.lower()}, {other.name}")
    form.fixed.setPlainText(f"{one.name}: 3")
    tiers = form.findChild(QListWidget)
    assert isinstance(tiers, QListWidget)
    tiers.setFocus()
    QTest.keyClick(tiers, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(button(form, "Form teams by these rules"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(sample.desk.state.teams.teams) == 10)
    rules = sample.desk.state.teams.rules
    assert rules.size == (1, 9)
    assert rules.max_same_organisation == 2
    assert rules.min_per_team == {"HR": 1}
    assert rules.common_languages == ("svenska", "engelska")
    assert rules.keep_together == ((one.id, other.id),)
    assert rules.fixed == {one.id: 3}
    assert rules.tiers[:2] == (Tier.QUOTAS, Tier.SECTORS)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample.desk.state.teams.rules.teams == 16


def rules_form(page: TeamsPage) -> RulesForm:
    QTest.mouseClick(button(page, "Rules"), Qt.MouseButton.LeftButton)
    form = page.findChild(RulesForm)
    assert isinstance(form, RulesForm)
    return form


def test_tables_and_questions_are_part_of_the_rules(console: Open, sample: Setting, qtbot: QtBot) -> None:
    form = rules_form(teams_page(console, sample))
    form.accessible.setText("1, 4")
    form.questions.setPlainText("F1: 10\nF2: 6")
    QTest.mouseClick(button(form, "Form teams by these rules"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(sample.desk.state.teams.rules.slots))
    slots = sample.desk.state.teams.rules.slots
    assert [slot.number for slot in slots if slot.accessible] == [1, 4]
    assert [slot.question for slot in slots] == ["F1"] * 10 + ["F2"] * 6


def test_rules_that_clash_are_named_in_the_form_before_any_search(console: Open, sample: Setting) -> None:
    page = teams_page(console, sample)
    form = rules_form(page)
    before = sample.desk.state.teams
    form.each.setPlainText("HR: 5")
    QTest.mouseClick(button(form, "Form teams by these rules"), Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "too few" in form.clashes
    assert sample.desk.state.teams == before
    form.each.setPlainText("")
    QTest.mouseClick(button(form, "Form teams by these rules"), Qt.MouseButton.LeftButton)
    assert not form.isVisible()


def test_two_people_change_places_by_keyboard(console: Open, sample: Setting) -> None:
    page = teams_page(console, sample)
    one, other = (sample.desk.state.teams.teams[number].members[0] for number in (1, 2))
    card(page, 1).take_focus()
    QTest.keyClicks(people(page, 1), "m")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        focused = page.window().focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert (team_of(sample.desk.state, one), team_of(sample.desk.state, other)) == (2, 1)
    assert card(page, 2).person == one


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("together", "Nobody Atall, Noone Either", "Nobody on the list is called “Nobody Atall”"),
        ("each", "facilitation", "has no number"),
        ("fixed", "{name}: 99", "no team 99"),
        ("apart", "{name}", "names only one person"),
        ("questions", "F1: 3", "3 teams in all"),
    ],
)
def test_rules_that_cannot_be_read_are_refused_in_words(
    console: Open, sample: Setting, field: str, words: str, told: str
) -> None:
    page = teams_page(console, sample)
    QTest.mouseClick(button(page, "Rules"), Qt.MouseButton.LeftButton)
    form = page.findChild(RulesForm)
    assert isinstance(form, RulesForm)
    name = next(iter(sample.desk.state.roster.people.values())).name
    getattr(form, field).setPlainText(words.format(name=name))
    before = sample.desk.state.teams
    QTest.mouseClick(button(form, "Form teams by these rules"), Qt.MouseButton.LeftButton)
    assert told in words_of_problems(page)
    assert form.isVisible()
    assert sample.desk.state.teams == before


def test_people_who_change_meanwhile_refuse_teams_by_new_rules(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    search = Held(sample)
    QTest.mouseClick(button(page, "Rules"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(page, "Form teams by these rules"), Qt.MouseButton.LeftButton)
    assert search.began.wait(5)
    sample.desk.do(MarkAbsent(1))
    before = sample.desk.state.teams
    search.go.set()
    qtbot.waitUntil(lambda: "changed while" in words_of_problems(page))
    assert sample.desk.state.teams == before


def test_the_selected_person_is_told_why_they_are_here(console: Open, sample: Setting) -> None:
    page = teams_page(console, sample)
    card(page, 1).take_focus()
    person = sample.desk.state.roster.people[sample.desk.state.teams.teams[1].members[0]]
    said = [each.words for each in page.findChildren(ElidedLabel) if each.isVisible()]
    (why,) = [words for words in said if words.startswith(f"Why is {person.name} here?")]
    assert "OBK-index" in why
    assert sum(words.startswith("F1 · OBK-index") for words in said) > 0
