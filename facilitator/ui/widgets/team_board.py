"""The teams as cards by table, and those without a team."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from facilitator.desk.slow import as_person
from facilitator.desk.state import State
from facilitator.participants.model import Attendance, Participant
from facilitator.participants.search import matches
from facilitator.teams.model import Team
from facilitator.teams.obk import team_index
from facilitator.ui.context import Context
from facilitator.ui.widgets.chip import NOBODY, sector_chips
from facilitator.ui.widgets.flow import CardFlow
from facilitator.ui.widgets.team_card import Member, TeamCard

CARD_WIDTH = 264
LEAST_HEIGHT = 190


class TeamBoard(QScrollArea):
    """A card a team in the order of their numbers; people without a team come first, on a card of their own."""

    chosen = Signal(int)
    """A person was selected."""
    hovered = Signal(int, object)
    """A person is held over a card: participant and team number."""
    left = Signal()
    dropped = Signal(int, object)
    lock_pressed = Signal(int)

    def __init__(self, context: Context, sought: Callable[[], str]) -> None:
        """`sought` gives what the host looks for; whoever does not match it is faint."""
        super().__init__()
        self._context, self._sought = context, sought
        self._cards: dict[int | None, TeamCard] = {}
        self._flow = CardFlow(CARD_WIDTH)
        self.setWidgetResizable(True)
        self.setWidget(self._flow)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its size hint would bring the page a scroll bar of its own.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_teams(self, state: State) -> None:
        """Show every team, and those who have none."""
        teams = [state.teams.teams[number] for number in sorted(state.teams.teams)]
        without = without_team(state)
        numbers: list[int | None] = [*([None] if without else []), *(team.number for team in teams)]
        for number in [number for number in self._cards if number not in numbers]:
            self._cards.pop(number).deleteLater()
        for number in numbers:
            if number not in self._cards:
                self._cards[number] = self._new_card(number)
        for team in teams:
            self._show_team(state, team)
        if without:
            members = [self._member(state, one) for one in without]
            self._cards[None].show_team(self._context.tr("Without a team"), str(len(without)), members, locked=False)
        self._flow.put([self._cards[number] for number in numbers])
        self.setVisible(bool(teams))

    def take_focus(self) -> bool:
        """Put the keyboard on the first card, if there is one."""
        for card in self._cards.values():
            card.take_focus()
            return True
        return False

    def focus_found(self) -> None:
        """Put the keyboard on the first person who matches what is sought, if there is one."""
        if self._sought():
            found = (person for card in self._cards.values() if (person := card.first_found) is not None)
            person = next(found, None)
            if person is not None:
                self.focus_person(person)
        else:
            self.take_focus()

    def focus_person(self, person: int) -> None:
        """Select a person and put the keyboard there."""
        card = next((card for card in self._cards.values() if card.choose(person)), None)
        if card is not None:
            card.take_focus()

    def select_only(self, person: int | None) -> None:
        """Let nobody else be selected on any card."""
        for card in self._cards.values():
            if card.person is not None and card.person != person:
                card.clear_choice()

    def _new_card(self, number: int | None) -> TeamCard:
        card = TeamCard(number, self._context.tr, self._context.theme)
        card.chosen.connect(self.chosen)
        card.hovered.connect(self.hovered)
        card.left.connect(self.left)
        card.dropped.connect(self.dropped)
        card.lock_pressed.connect(self.lock_pressed)
        return card

    def _show_team(self, state: State, team: Team) -> None:
        tr = self._context.tr
        people = members_of(state, team)
        index = team_index([as_person(one) for one in people], state.teams.rules.met)
        heading = tr("Team {number}", number=team.number)
        table = "" if team.table == str(team.number) else tr("Table {table}", table=team.table)
        question = state.library.question(team.question)
        obk = tr("OBK-index {index}", index=index)
        parts = (table, team.question or "", obk, question.text if question else "")
        about = " · ".join(part for part in parts if part)
        self._cards[team.number].show_team(
            heading, about, [self._member(state, one) for one in people], locked=team.locked
        )

    def _member(self, state: State, person: Participant) -> Member:
        letter, colour = sector_chips(state.roster).get(person.sector or 0, NOBODY)
        sector = state.roster.sectors.get(person.sector or 0)
        return Member(
            person.id,
            person.name,
            person.organisation,
            letter,
            colour,
            sector.name if sector else self._context.tr("No sector"),
            absent=person.attendance is Attendance.ABSENT,
            locked=person.id in state.teams.locked_people,
            faint=not matches(self._sought(), (person.name, person.organisation, sector.name if sector else "")),
        )


def members_of(state: State, team: Team) -> list[Participant]:
    """The people of a team who are on the list."""
    return [one for key in team.members if (one := state.roster.people.get(key)) is not None]


def without_team(state: State) -> list[Participant]:
    """Who has a seat and no team, once there are teams."""
    if not state.teams.teams:
        return []
    seated = {member for team in state.teams.teams.values() for member in team.members}
    return [one for one in state.roster.seated() if one.id not in seated]


def absent_in_teams(state: State) -> int:
    """How many have a place in a team and are not coming."""
    people = (one for team in state.teams.teams.values() for one in members_of(state, team))
    return sum(one.attendance is Attendance.ABSENT for one in people)
