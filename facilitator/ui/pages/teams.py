"""The page Teams: cards by table, formed by the solver and moved by hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedLayout

from facilitator.common.errors import UserError
from facilitator.desk.desk import Outcome
from facilitator.desk.slow import as_person
from facilitator.desk.state import State
from facilitator.participants.model import Attendance, Participant
from facilitator.participants.search import matches
from facilitator.teams.commands import FormTeams, LockParticipant, LockTeam, MoveParticipant
from facilitator.teams.model import Rules, Team
from facilitator.teams.obk import team_index, why_here
from facilitator.teams.rules import TierChange, preview_move, team_of
from facilitator.ui.context import Context
from facilitator.ui.forming import Formed, search_by
from facilitator.ui.keys import page_key
from facilitator.ui.page import Page
from facilitator.ui.papers import print_button
from facilitator.ui.repairing import Repairing
from facilitator.ui.widgets.basics import button, column, holder, label, row
from facilitator.ui.widgets.chip import NOBODY, sector_chips
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.flow import CardFlow
from facilitator.ui.widgets.mover import Mover
from facilitator.ui.widgets.rules_form import RulesForm
from facilitator.ui.widgets.search_field import SearchField
from facilitator.ui.widgets.search_progress import SearchProgress
from facilitator.ui.widgets.team_card import Member, TeamCard
from facilitator.ui.widgets.tier_strip import TierStrip

CARD_WIDTH = 264
LEAST_CARDS_HEIGHT = 190


class TeamsPage(Page):
    """Teams can be formed, repaired, and changed by drag and drop or by keyboard."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._cards: dict[int | None, TeamCard] = {}
        self._person: int | None = None
        self._form = button(
            tr("Form teams"), self._form_teams, "shuffle", tip=tr("Form teams of everybody with a seat")
        )
        self._repair = button(
            tr("Repair"),
            self._repair_teams,
            "refresh-cw",
            tip=tr("Seat who came, drop who did not, with the fewest moves"),
        )
        self._move = button(tr("Move…"), self._start_move, "move", tip=tr("Move the selected person (M)"))
        self._lock = button(
            tr("Lock"), self._lock_person, "lock", tip=tr("Keep the selected person where they are (L)")
        )
        self._search = SearchField(tr("Find people and tables"))
        self._search.textChanged.connect(lambda: self.render_state(self.context.controls.desk.state))
        self._rules = button(
            tr("Rules"),
            self._open_rules,
            "list-ordered",
            tip=tr("What must hold, and what good teams are"),
        )
        papers = print_button(context, ("team-sheets", "table-signs", "badges", "wall-list"))
        tools = row(self._form, self._repair, self._rules, self._search, self._move, self._lock, papers)
        tools.setStretch(3, 1)
        self._tools = holder(tools)
        self._progress = SearchProgress(context)
        self._repairing = Repairing(context, self._progress, lambda: self.render_state(context.controls.desk.state))
        self._mover = Mover(tr, self._preview, self._move_to, self._stop_move)
        self._tiers = TierStrip(tr)
        self._note = label("", "muted", wrap=True)
        self._why = ElidedLabel()
        self._flow = CardFlow(CARD_WIDTH)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._flow)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its size hint would bring the page a scroll bar of its own.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._scroll.setMinimumHeight(LEAST_CARDS_HEIGHT)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = Empty(
            "shapes",
            tr("There are no teams yet"),
            tr("Teams mix sectors, seat quotas and organisations as evenly as can be."),
            button(tr("Form teams"), self._form_teams, "shuffle", "primary"),
            button(tr("Rules"), self._open_rules, "list-ordered"),
        )
        layout = column(
            self._tools,
            self._progress,
            self._repairing.ways,
            self._repairing.moves,
            self._mover,
            self._tiers,
            self._note,
            self._why,
            self._empty,
            self._scroll,
            spacing=10,
        )
        layout.setStretchFactor(self._empty, 1)
        layout.setStretchFactor(self._scroll, 1)
        self._main = holder(layout)
        self._rules_form = RulesForm(context, self._form_by, self._close_rules)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._main)
        self._pages.addWidget(self._rules_form)
        page_key(self._main, "M", self._start_move)
        page_key(self._main, "L", self._lock_person)

    def arrive(self) -> None:
        """The keyboard is on the first card."""
        for card in self._cards.values():
            card.take_focus()
            return
        self._form.setFocus()

    def to_search(self) -> None:
        """To the search field."""
        self._search.setFocus()

    def leave_form(self) -> bool:
        """Leave the move, or empty the search."""
        if self._pages.currentWidget() is self._rules_form:
            self._close_rules()
            return True
        if not self._mover.isHidden():
            self._stop_move()
            return True
        if self._repairing.leave():
            return True
        if self._search.text():
            self._search.clear()
            return True
        return False

    def render_state(self, state: State) -> None:
        """Show every team, and those who have none."""
        teams = [state.teams.teams[number] for number in sorted(state.teams.teams)]
        seated = {member for team in teams for member in team.members}
        without = [one for one in state.roster.seated() if one.id not in seated] if teams else []
        absent = sum(_is_absent(state.roster.people.get(member)) for member in seated)
        numbers: list[int | None] = [team.number for team in teams]
        if without:
            numbers.insert(0, None)
        for number in [number for number in self._cards if number not in numbers]:
            self._cards.pop(number).deleteLater()
        for number in numbers:
            if number not in self._cards:
                self._cards[number] = self._new_card(number)
        for team in teams:
            self._show_team(state, team)
        if without:
            members = [self._member(state, one) for one in without]
            self._cards[None].show_team(self.context.tr("Without a team"), str(len(without)), members, locked=False)
        self._flow.put([self._cards[number] for number in numbers])
        self._empty.setVisible(not teams)
        self._scroll.setVisible(bool(teams))
        self._tools.setVisible(bool(teams))
        self._repairing.render_state(state)
        self._tiers.show_tiers(state.teams.tiers)
        self._tiers.setVisible(bool(state.teams.tiers))
        self._show_note(absent, len(without))
        self._repair.setEnabled(bool(teams) and not self._progress.searching)
        self._form.setEnabled(bool(state.roster.people) and not self._progress.searching)
        self._person_chosen(self._person)

    def _show_note(self, absent: int, without: int) -> None:
        tr = self.context.tr
        parts = (
            [tr.plural("{count} absent person has a place", "{count} absent people have a place", absent)]
            if absent
            else []
        )
        parts += [tr.plural("{count} person has no team", "{count} people have no team", without)] if without else []
        self._note.setText(" · ".join([*parts, tr("Repair mends it with the fewest moves.")]) if parts else "")
        self._note.setVisible(bool(parts))

    def _new_card(self, number: int | None) -> TeamCard:
        card = TeamCard(number, self.context.tr, self.context.theme)
        card.chosen.connect(self._person_chosen)
        card.hovered.connect(self._hovered)
        card.left.connect(lambda: self._tiers.show_tiers(self.context.controls.desk.state.teams.tiers))
        card.dropped.connect(self._move_person)
        card.lock_pressed.connect(self._lock_team)
        return card

    def _show_team(self, state: State, team: Team) -> None:
        tr = self.context.tr
        people = _members(state, team)
        index = team_index([as_person(one) for one in people], state.teams.rules.met)
        heading = tr("Team {number}", number=team.number)
        table = "" if team.table == str(team.number) else tr("Table {table}", table=team.table)
        question = state.library.question(team.question)
        obk = tr("OBK-index {index}", index=index)
        parts = (table, team.question or "", obk, question.text if question else "")
        about = " · ".join(part for part in parts if part)
        members = [self._member(state, one) for one in people]
        self._cards[team.number].show_team(heading, about, members, locked=team.locked)

    def _member(self, state: State, person: Participant) -> Member:
        letter, colour = sector_chips(state.roster).get(person.sector or 0, NOBODY)
        sector = state.roster.sectors.get(person.sector or 0)
        return Member(
            person.id,
            person.name,
            person.organisation,
            letter,
            colour,
            sector.name if sector else self.context.tr("No sector"),
            absent=_is_absent(person),
            locked=person.id in state.teams.locked_people,
            faint=not matches(self._search.text(), (person.name, person.organisation, sector.name if sector else "")),
        )

    def _person_chosen(self, person: int | None) -> None:
        state = self.context.controls.desk.state
        self._person = person if person in state.roster.people else None
        for card in self._cards.values():
            if card.person is not None and card.person != person:
                card.clear_choice()
        for tool in (self._move, self._lock):
            tool.setEnabled(self._person is not None)
        self._show_why(state)
        locked = self._person in state.teams.locked_people
        self._lock.setText(self.context.tr("Unlock") if locked else self.context.tr("Lock"))

    def _show_why(self, state: State) -> None:
        """Say why the selected person sits where they do."""
        person = state.roster.people.get(self._person or 0)
        team = team_of(state.teams, person.id) if person is not None else None
        self._why.setVisible(team is not None)
        if person is not None and team is not None:
            mates = [as_person(one) for one in _members(state, team) if one.id != person.id]
            why = why_here(as_person(person), mates, team.question, state.teams.rules.met)
            self._why.show_words(self.context.tr("Why is {name} here? {why}", name=person.name, why=why))

    def _form_teams(self) -> None:
        desk = self.context.controls.desk
        self._repairing.leave()
        self._progress.start()
        self._allow_search(False)
        self.context.controls.beside(lambda: desk.do(FormTeams()), self._found)

    def _repair_teams(self) -> None:
        self._repairing.start()
        self._allow_search(False)

    def _allow_search(self, allowed: bool) -> None:
        self._form.setEnabled(allowed)
        self._repair.setEnabled(allowed)

    def _open_rules(self) -> None:
        self._rules_form.start(self.context.controls.desk.state)
        self._pages.setCurrentWidget(self._rules_form)

    def _close_rules(self) -> None:
        self._pages.setCurrentWidget(self._main)
        self.arrive()

    def _form_by(self, rules: Rules) -> None:
        self._close_rules()
        self._repairing.leave()
        self._progress.start()
        self._allow_search(False)
        context = self.context
        self.context.controls.beside(
            search_by(rules, context.controls.desk.state, context.around.search), self._found_by_rules
        )

    def _found_by_rules(self, result: Formed | UserError) -> None:
        desk = self.context.controls.desk
        if isinstance(result, UserError):
            self._found(result)
            return
        try:
            seated = desk.do(result.command(desk.state))
        except UserError as refusal:
            self._found(refusal)
        else:
            self._found(replace(seated, result=result.formation))

    def _found(self, result: Outcome | UserError) -> None:
        self._progress.stop()
        controls, tr = self.context.controls, self.context.tr
        if isinstance(result, UserError):
            controls.refuse(result)
        else:
            moves = len(result.result.moves)
            count = len(result.result.teams)
            said = tr.plural("{count} team", "{count} teams", count)
            moved = tr.plural("{count} move", "{count} moves", moves)
            controls.said.emit(f"{said} · {moved}" if moves else said)
            for broken in result.result.broken_rules:
                controls.noticed.emit(tr.render(broken.why))
        self.render_state(controls.desk.state)

    def _start_move(self) -> None:
        state = self.context.controls.desk.state
        person = state.roster.people.get(self._person or 0)
        if person is not None and state.teams.teams:
            self._mover.start(person.name, sorted(state.teams.teams))

    def _stop_move(self) -> None:
        self._mover.hide()
        self._tiers.show_tiers(self.context.controls.desk.state.teams.tiers)
        card = next(
            (card for card in self._cards.values() if self._person is not None and card.choose(self._person)), None
        )
        if card is not None:
            card.take_focus()

    def _preview(self, team: int | None) -> None:
        if self._person is not None:
            self._hovered(self._person, team)

    def _hovered(self, person: int, team: int | None) -> None:
        """Show what a move would do to every tier before it is made."""
        state = self.context.controls.desk.state
        people = [as_person(one) for one in state.roster.people.values()]
        changes: tuple[TierChange, ...] = ()
        try:
            changes = preview_move(state.teams, people, person, team).changes
        except UserError as refusal:
            self.context.controls.said.emit(self.context.tr.render(refusal.text()))
        self._tiers.show_tiers(state.teams.tiers, changes)

    def _move_to(self, team: int | None) -> None:
        if self._person is not None:
            self._move_person(self._person, team)
        self._stop_move()

    def _move_person(self, person: int, team: int | None) -> None:
        state = self.context.controls.desk.state
        tr = self.context.tr
        name = state.roster.people[person].name
        words = tr("{name} has no team now", name=name)
        if team is not None:
            words = tr("{name} is in team {number} now", name=name, number=team)
        self._person = person
        outcome = self.context.controls.do(MoveParticipant(person, team), words)
        if outcome is not None:
            self.render_state(outcome.state)

    def _lock_person(self) -> None:
        if self._person is None:
            return
        state = self.context.controls.desk.state
        tr = self.context.tr
        locked = self._person in state.teams.locked_people
        name = state.roster.people[self._person].name
        words = tr("{name} may move again", name=name) if locked else tr("{name} stays in this team", name=name)
        self.context.controls.do(LockParticipant(self._person, not locked), words)

    def _lock_team(self, number: int) -> None:
        locked = self.context.controls.desk.state.teams.teams[number].locked
        tr = self.context.tr
        words = (
            tr("Team {number} may change again", number=number) if locked else tr("Team {number} stays", number=number)
        )
        self.context.controls.do(LockTeam(number, not locked), words)


def _members(state: State, team: Team) -> list[Participant]:
    return [one for key in team.members if (one := state.roster.people.get(key)) is not None]


def _is_absent(person: Participant | None) -> bool:
    return person is not None and person.attendance is Attendance.ABSENT
