"""The page Teams without a mouse: every tool is reached by Tab and worked by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.teams.model import Formation, RepairOption, Tier
from facilitator.ui.widgets.repair_ways import RepairWays
from facilitator.ui.widgets.rules_form import RulesForm
from facilitator.ui.widgets.search_field import SearchField
from tests.ui.conftest import Setting
from tests.ui.console.conftest import Open, button
from tests.ui.console.test_teams import card, people, teams_page

MOST_STEPS = 120
NONE = Qt.KeyboardModifier.NoModifier


def focus(inside: QWidget) -> QWidget:
    """Where the keyboard is."""
    focused = inside.window().focusWidget()
    assert focused is not None
    return focused


def press(inside: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        QTest.keyClick(focus(inside), key, held)


def tab_to(inside: QWidget, wanted: QWidget) -> None:
    """Go on with Tab until the keyboard is there."""
    for _ in range(MOST_STEPS):
        if focus(inside) is wanted:
            return
        press(inside, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.accessibleName() or wanted}")


def test_a_team_is_locked_from_its_people(console: Open, sample: Setting) -> None:
    page = teams_page(console, sample)
    assert focus(page) is people(page, 1), "the page begins on the first card"
    tab_to(page, button(card(page, 2), "Lock Team 2"))
    press(page, Qt.Key.Key_Space)
    assert sample.desk.state.teams.teams[2].locked
    assert isinstance(focus(page), QPushButton), "the keyboard stays, so that the lock can be opened again"
    press(page, Qt.Key.Key_Space)
    assert not sample.desk.state.teams.teams[2].locked


def test_people_are_sought_and_found(console: Open, sample: Setting) -> None:
    page = teams_page(console, sample)
    person = sample.desk.state.roster.people[sample.desk.state.teams.teams[5].members[0]]
    press(page, Qt.Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    field = focus(page)
    assert isinstance(field, SearchField)
    field.insert(person.name)  # keys of the test library are ASCII, names are not
    press(page, Qt.Key.Key_Return)
    assert card(page, 5).person == person.id, "Enter goes to the first who is found"
    press(page, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_tiers_are_ordered_and_switched_and_teams_formed(console: Open, sample: Setting, qtbot: QtBot) -> None:
    page = teams_page(console, sample)
    tab_to(page, button(page, "Rules"))
    press(page, Qt.Key.Key_Space)
    form = page.findChild(RulesForm)
    assert isinstance(form, RulesForm)
    tiers = form.findChild(QListWidget)
    assert isinstance(tiers, QListWidget)
    tab_to(page, tiers)
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    press(page, Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    tab_to(page, button(form, "Form teams by these rules"))
    press(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(sample.desk.state.teams.rules.tiers) == len(Tier) - 1)
    assert sample.desk.state.teams.rules.tiers[:2] == (Tier.ORGANISATIONS, Tier.SECTORS)


def test_a_way_to_repair_is_chosen(console: Open, sample: Setting, qtbot: QtBot) -> None:
    teams = sample.desk.state.teams.teams
    swapped = {**teams, 1: teams[1], 2: teams[2]}
    sample.solver.options = tuple(RepairOption(Formation(tuple(swapped.values()), ()), n, True) for n in (2, 1, 0))
    page = teams_page(console, sample)
    tab_to(page, button(page, "Repair"))
    press(page, Qt.Key.Key_Space)
    ways = page.findChild(RepairWays)
    assert isinstance(ways, RepairWays)
    qtbot.waitUntil(ways.isVisible)
    assert focus(page) is button(ways, "2 people move")
    tab_to(page, button(ways, "Nobody moves"))
    press(page, Qt.Key.Key_Space)
    assert ways.isHidden()
    assert focus(page).isVisible(), "the keyboard is not lost with what it chose"
