"""The page Teams: cards by table, formed by the solver and moved by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout

from facilitator.desk.slow import RulesBroken, as_person
from facilitator.desk.state import State
from facilitator.teams.commands import LockParticipant, LockTeam
from facilitator.teams.model import Rules
from facilitator.teams.obk import why_here
from facilitator.teams.rules import team_of
from facilitator.ui.context import Context
from facilitator.ui.forming import Forming
from facilitator.ui.keys import page_key
from facilitator.ui.moving import Moving
from facilitator.ui.page import Page
from facilitator.ui.papers import print_button
from facilitator.ui.repairing import Repairing
from facilitator.ui.widgets.basics import button, column, holder, label, row
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.rules_form import RulesForm
from facilitator.ui.widgets.search_field import SearchField
from facilitator.ui.widgets.search_progress import SearchProgress
from facilitator.ui.widgets.team_board import TeamBoard, absent_in_teams, members_of, without_team
from facilitator.ui.widgets.tier_strip import TierStrip


class TeamsPage(Page):
    """Teams can be formed, repaired, and changed by drag and drop or by keyboard."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
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
        self._forming = Forming(context, self._progress, self._ended, self._rules_clashed)
        self._repairing = Repairing(context, self._progress, self._ended)
        self._tiers = TierStrip(tr)
        self._board = TeamBoard(context, self._search.text)
        self._search.taken.connect(self._board.focus_found)
        self._search.stepped.connect(lambda _step: self._board.focus_found())
        self._moving = Moving(context, self._tiers, self._moved)
        self._board.chosen.connect(self._person_chosen)
        self._board.hovered.connect(self._moving.show_move)
        self._board.left.connect(self._moving.forget)
        self._board.dropped.connect(self._dropped)
        self._board.lock_pressed.connect(self._lock_team)
        self._note = label("", "muted", wrap=True)
        self._why = ElidedLabel()
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
            self._moving.mover,
            self._tiers,
            self._note,
            self._why,
            self._empty,
            self._board,
            spacing=10,
        )
        layout.setStretchFactor(self._empty, 1)
        layout.setStretchFactor(self._board, 1)
        self._main = holder(layout)
        self._rules_form = RulesForm(context, self._form_by, self._close_rules)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._main)
        self._pages.addWidget(self._rules_form)
        page_key(self._main, "M", self._start_move)
        page_key(self._main, "L", self._lock_person)

    def arrive(self) -> None:
        """The keyboard is on the first card."""
        if not self._board.take_focus():
            self._form.setFocus()

    def to_search(self) -> None:
        """To the search field."""
        self._search.setFocus()

    def leave_form(self) -> bool:
        """Leave the move, or empty the search."""
        if self._pages.currentWidget() is self._rules_form:
            self._close_rules()
            return True
        if not self._moving.mover.isHidden():
            self._moving.stop()
            return True
        if self._repairing.leave():
            return True
        if self._search.text():
            self._search.clear()
            return True
        return False

    def render_state(self, state: State) -> None:
        """Show every team, and those who have none."""
        teams = state.teams.teams
        self._board.show_teams(state)
        self._empty.setVisible(not teams)
        self._tools.setVisible(bool(teams))
        self._repairing.render_state(state)
        self._tiers.show_tiers(state.teams.tiers)
        self._tiers.setVisible(bool(state.teams.tiers))
        self._show_note(absent_in_teams(state), len(without_team(state)))
        self._repair.setEnabled(bool(teams) and not self._progress.searching)
        self._form.setEnabled(bool(state.roster.people) and not self._progress.searching)
        self._person_chosen(self._person)

    def _ended(self) -> None:
        self.render_state(self.context.controls.desk.state)

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

    def _person_chosen(self, person: int | None) -> None:
        state = self.context.controls.desk.state
        self._person = person if person in state.roster.people else None
        self._board.select_only(person)
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
            mates = [as_person(one) for one in members_of(state, team) if one.id != person.id]
            why = why_here(as_person(person), mates, team.question, state.teams.rules.met)
            self._why.show_words(self.context.tr("Why is {name} here? {why}", name=person.name, why=why))

    def _form_teams(self) -> None:
        self._repairing.leave()
        self._forming.start()
        self._allow_search(False)

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
        self._forming.start_by(rules)
        self._allow_search(False)

    def _rules_clashed(self, refusal: RulesBroken) -> None:
        """Back to the form as it was filled in, with what clashes."""
        self._rules_form.show_clashes(refusal.formation.broken_rules)
        self._pages.setCurrentWidget(self._rules_form)

    def _start_move(self) -> None:
        if self._person is not None:
            self._moving.start(self._person)

    def _dropped(self, person: int, team: int | None) -> None:
        self._person = person
        self._moving.move(person, team)
        self.render_state(self.context.controls.desk.state)

    def _moved(self, person: int) -> None:
        self.render_state(self.context.controls.desk.state)
        self._board.focus_person(person)

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
