"""The page Participants: the list, check-in at the desk, walk-ins, and papers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedLayout

from facilitator.common.frozen import frozen
from facilitator.desk.state import State
from facilitator.participants.commands import (
    AddWalkIn,
    CheckIn,
    MarkAbsent,
    RemoveParticipant,
    UndoCheckIn,
)
from facilitator.participants.model import Attendance, Participant, Quota, Sector
from facilitator.printing.collation import sort_key
from facilitator.ui.context import Context
from facilitator.ui.keys import page_key
from facilitator.ui.page import Page
from facilitator.ui.papers import ask_to_print_for, print_button
from facilitator.participants.search import matches
from facilitator.ui.widgets.basics import Tone, button, card, column, holder, label, row
from facilitator.ui.widgets.chip import NOBODY, sector_chips
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.head_count import HeadCount
from facilitator.ui.widgets.import_form import ImportForm, Understood
from facilitator.ui.widgets.search_field import SearchField
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.widgets.walk_in_form import WalkInForm
from facilitator.ui.wording import ATTENDANCE
from facilitator.voting.commands import ReissueCard
from facilitator.voting.model import Card

SIDE_WIDTH = 236


@frozen
class PersonRow:
    """A person with what stands elsewhere in the event about them."""

    person: Participant
    chip: tuple[str, str]
    sector: str
    quota: str
    team: str


class ParticipantsPage(Page):
    """Search, Enter: checked in, and ready for the next."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._all: tuple[PersonRow, ...] = ()
        self._search = SearchField(tr("Search by name or organisation"))
        self._search.textChanged.connect(self._filter)
        self._search.stepped.connect(self._step)
        self._search.taken.connect(self._take_found)
        self._model: RowsModel[PersonRow] = RowsModel(
            self._columns(),
            lambda each: each.person.id,
            self,
            faint=lambda each: each.person.attendance is Attendance.ABSENT,
        )
        self._table = Table(self._model, context.theme, tr("Participants"))
        self._table.chosen.connect(self._selected)
        self._table.opened.connect(self._toggle)
        self._check_in = button(
            tr("Check in"), self._toggle, "user-check", "primary", tip=tr("Check in, or undo it (I)")
        )
        self._absent = button(tr("Absent"), self._mark_absent, "user-x", tip=tr("Mark as absent (A)"))
        self._remove = button(
            "", self._remove_person, "trash-2", name=tr("Remove"), tip=tr("Take off the list (Delete)")
        )
        self._card = button(
            tr("New card"),
            self._reissue,
            "vote",
            tip=tr("Void a lost voting card and print another; a vote already cast stays cast"),
        )
        self._found = label("", "muted")
        papers = ("badges", "wall-list", "check-in-list", "voting-cards")
        tools = row(
            self._search,
            button(tr("Walk-in"), self._walk_in, "user-plus", tip=tr("Somebody came unannounced (W)")),
            button(tr("Import…"), self._choose_file, "upload", tip=tr("Import a list from CSV or Excel")),
            print_button(context, papers),
        )
        tools.setStretch(0, 1)
        self._tools = holder(tools)
        below = row(self._check_in, self._absent, self._card, self._remove, None, self._found)
        below.setContentsMargins(6, 2, 8, 4)
        self._count = HeadCount(tr, context.theme)
        self._walk_in_form = WalkInForm(tr, self._add_walk_in, self._close_walk_in)
        self._side = QStackedLayout()
        self._side.addWidget(self._count)
        self._side.addWidget(self._walk_in_form)
        side = holder(column(self._side))
        side.setFixedWidth(SIDE_WIDTH)
        self._list = card(self._table, below, margin=8, spacing=6)
        body = row(self._list, side, spacing=14)
        body.setStretch(0, 1)
        self._body = holder(body)
        self._empty = Empty(
            "users",
            tr("There is nobody on the list yet"),
            tr("Import a list with names and organisations, from CSV or Excel. You see it before it is imported."),
            button(tr("Import…"), self._choose_file, "upload", "primary"),
            button(tr("Add a walk-in"), self._walk_in, "user-plus"),
        )
        main = column(self._tools, self._empty, self._body, spacing=10)
        main.setStretch(1, 1)
        main.setStretch(2, 1)
        self._main = holder(main)
        self._form = ImportForm(context, self._import, self._back)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._main)
        self._pages.addWidget(self._form)
        page_key(self._table, "I", self._toggle)
        page_key(self._table, "A", self._mark_absent)
        page_key(self._table, "Del", self._remove_person)
        page_key(self._table, "W", self._walk_in)

    def arrive(self) -> None:
        """The keyboard is in the search field."""
        if self._pages.currentWidget() is self._main:
            self._search.setFocus()
            self._search.selectAll()

    def to_search(self) -> None:
        """To the search field."""
        self.arrive()

    def leave_form(self) -> bool:
        """Leave the import or the walk-in form, or empty the search."""
        if self._pages.currentWidget() is not self._main:
            self._back()
        elif self._side.currentWidget() is self._walk_in_form:
            self._close_walk_in()
        elif self._search.text():
            self._search.clear()
        else:
            return False
        return True

    def render_state(self, state: State) -> None:
        """Show the list by last name, as Swedish sorts it."""
        roster = state.roster
        chips = sector_chips(roster)
        teams = {member: str(team.number) for team in state.teams.teams.values() for member in team.members}
        language = state.event.language
        people = sorted(
            roster.people.values(),
            key=lambda one: (
                sort_key(one.last_name or one.first_name, language),
                sort_key(one.first_name, language),
                one.id,
            ),
        )
        self._all = tuple(
            PersonRow(
                one,
                chips.get(one.sector or 0, NOBODY),
                _name(roster.sectors.get(one.sector or 0)),
                _name(roster.quotas.get(one.quota or 0)),
                teams.get(one.id, ""),
            )
            for one in people
        )
        self._empty.setVisible(not people and self._side.currentWidget() is self._count)
        self._body.setVisible(bool(people) or self._side.currentWidget() is self._walk_in_form)
        self._tools.setVisible(bool(people))
        self._count.show_roster(roster)
        self._filter()

    def open_file(self, path: Path) -> None:
        """Show what can be understood of a file."""
        from facilitator.ui.people_list import reader

        self._form.read(path.name, reader(path, self.context.controls.desk.state.roster, self.context.tr))
        self._pages.setCurrentWidget(self._form)

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        tr = self.context.tr
        return (
            Column(tr("Name"), lambda each: each.person.name, strong=True, tip=lambda each: each.person.name),
            Column(
                tr("Organisation"),
                lambda each: each.person.organisation,
                tip=lambda each: each.person.organisation,
            ),
            Column(
                tr("Sector"), lambda each: each.sector, 116, chip=lambda each: each.chip, tip=lambda each: each.sector
            ),
            Column(tr("Seat quota"), lambda each: each.quota, 116, least=700),
            Column(tr("Team"), lambda each: each.team, 60, right=True),
            Column(
                tr("State"),
                lambda each: tr.render(ATTENDANCE[each.person.attendance]),
                114,
                tone=lambda each: _tone(each.person.attendance),
            ),
        )

    def _filter(self) -> None:
        search = self._search.text()
        shown = [
            each
            for each in self._all
            if matches(search, (each.person.name, each.person.organisation, each.person.email))
        ]
        self._model.put(shown)
        if search and shown and self._table.current is None:
            self._table.choose(shown[0].person.id)
        self._found.setText(
            self.context.tr("{shown} of {all} shown", shown=len(shown), all=len(self._all)) if search else ""
        )
        self._selected()

    def _step(self, step: int) -> None:
        place = max(0, min(len(self._model.rows) - 1, self._table.currentIndex().row() + step))
        if self._model.rows:
            self._table.choose(self._model.rows[place].person.id)

    def _take_found(self) -> None:
        """Enter in the search field: check in, and be ready for the next name. Somebody who is here stays here."""
        chosen = self._table.current
        if chosen is None:
            if self._search.text() and not self._model.rows:
                self._walk_in()
            return
        if chosen.person.attendance is Attendance.CHECKED_IN:
            self.context.controls.said.emit(self.context.tr("{name} is already checked in.", name=chosen.person.name))
        else:
            self._toggle()
        self._search.selectAll()

    def _selected(self) -> None:
        chosen = self._table.current
        tr = self.context.tr
        for tool in (self._check_in, self._absent, self._remove):
            tool.setEnabled(chosen is not None)
        here = chosen is not None and chosen.person.attendance is Attendance.CHECKED_IN
        self._check_in.setText(tr("Undo check-in") if here else tr("Check in"))
        self._absent.setEnabled(chosen is not None and chosen.person.attendance is not Attendance.ABSENT)
        self._card.setEnabled(chosen is not None and self._valid_card(chosen.person.id) is not None)

    def _toggle(self) -> None:
        chosen = self._table.current
        if chosen is None:
            return
        person = chosen.person
        tr = self.context.tr
        if person.attendance is Attendance.CHECKED_IN:
            self.context.controls.do(UndoCheckIn(person.id), tr("{name} is not here yet", name=person.name))
        else:
            team = tr("team {number}", number=chosen.team) if chosen.team else tr("no team")
            self.context.controls.do(CheckIn(person.id), tr("{name} is here · {team}", name=person.name, team=team))

    def _mark_absent(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            words = self.context.tr("{name} is marked absent", name=chosen.person.name)
            self.context.controls.do(MarkAbsent(chosen.person.id), words)

    def _valid_card(self, person: int) -> Card | None:
        cards = self.context.controls.desk.state.voting.cards.values()
        return next((each for each in cards if each.participant == person and not each.revoked), None)

    def _reissue(self) -> None:
        chosen = self._table.current
        lost = self._valid_card(chosen.person.id) if chosen is not None else None
        if chosen is None or lost is None:
            return
        words = self.context.tr("{name} has a new voting card; the old one is void.", name=chosen.person.name)
        if self.context.controls.do(ReissueCard(lost.id), words) is not None:
            ask_to_print_for(self.context, self, "voting-cards", chosen.person.id)

    def _remove_person(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            words = self.context.tr("{name} is off the list. Ctrl+Z brings them back.", name=chosen.person.name)
            self.context.controls.do(RemoveParticipant(chosen.person.id), words)

    def _walk_in(self) -> None:
        roster = self.context.controls.desk.state.roster
        sought = self._search.text().strip() if not self._model.rows else ""
        self._side.setCurrentWidget(self._walk_in_form)
        self._empty.hide()
        self._body.show()
        self._walk_in_form.start(roster, sought)

    def _add_walk_in(self, command: AddWalkIn) -> bool:
        name = " ".join(command.name.split())
        outcome = self.context.controls.do(command, self.context.tr("{name} is on the list and checked in", name=name))
        if outcome is None:
            return False
        self._search.clear()
        self._close_walk_in()
        self._table.choose(outcome.result)
        return True

    def _close_walk_in(self) -> None:
        self._side.setCurrentWidget(self._count)
        self.render_state(self.context.controls.desk.state)
        self.arrive()

    def _choose_file(self) -> None:
        tr = self.context.tr
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Import participants"), "", tr("Lists ({patterns})", patterns="*.csv *.xlsx *.txt *.tsv")
        )
        if chosen:
            self.open_file(Path(chosen))

    def _import(self, understood: Understood) -> None:
        for command in understood.commands:
            if self.context.controls.do(command, self.context.tr("Imported {file}", file=understood.file)) is None:
                return
        self._back()

    def _back(self) -> None:
        self._pages.setCurrentWidget(self._main)
        self.arrive()


def _name(group: Sector | Quota | None) -> str:
    return group.name if group else ""


def _tone(attendance: Attendance) -> Tone | None:
    return {
        Attendance.CHECKED_IN: Tone.GOOD,
        Attendance.ABSENT: Tone.DANGER,
        Attendance.WAITING: Tone.WARNING,
    }.get(attendance, Tone.PLAIN)
