"""The page Participants: the list, check-in at the desk, walk-ins, corrections, and the way to seats and import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QWidget

from facilitator.desk.state import State
from facilitator.participants import editing
from facilitator.participants.commands import PutNeeds, PutPeople
from facilitator.participants.model import Attendance
from facilitator.ui.context import Context
from facilitator.ui.door import Door, WalkIn
from facilitator.ui.importing import Importing
from facilitator.ui.keys import page_key
from facilitator.ui.page import Page
from facilitator.ui.pages.participants_seats import SeatsForm
from facilitator.ui.papers import print_button
from facilitator.ui.people_list import reader
from facilitator.ui.people_rows import PeopleRows, PersonRow, columns
from facilitator.ui.widgets.basics import button, card, column, holder, row
from facilitator.ui.widgets.door_line import DoorLine
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.people_side import PeopleSide
from facilitator.ui.widgets.person_form import NOBODY, PersonForm, Written
from facilitator.ui.widgets.search_field import SearchField
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import RowsModel
from facilitator.ui.widgets.walk_in_form import WalkInForm


class ParticipantsPage(Page):
    """Type, Enter: checked in, and ready for the next."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._people = PeopleRows()
        self._door = Door(context, self)
        self._search = SearchField(tr("Search by name or organisation"))
        self._search.textChanged.connect(lambda _words: self._typed())
        self._search.stepped.connect(self._step)
        self._search.taken.connect(self._take_found)
        self._model: RowsModel[PersonRow] = RowsModel(
            columns(tr),
            lambda each: each.person.id,
            self,
            faint=lambda each: each.person.attendance is Attendance.ABSENT,
        )
        self._table = Table(self._model, context.theme, tr("Participants"))
        self._table.chosen.connect(self._selected)
        self._table.opened.connect(self._toggle)
        self._line = DoorLine(tr)
        self._make_tools()
        self._walk_in_form = WalkInForm(tr, self._add_walk_in, self._close_form)
        self._person_form = PersonForm(tr, self._keep_person, self._close_form)
        forms = self._walk_in_form, self._person_form
        self._side = PeopleSide(tr, context.theme, forms, self.show_seats, self._door.mark_no_shows)
        self._list = card(self._table, self._line, self._below, margin=8, spacing=6)
        body = row(self._list, self._side, spacing=14)
        body.setStretch(0, 1)
        self._body = holder(body)
        self._empty = Empty(
            "users",
            tr("There is nobody on the list yet"),
            tr("Import a list with names and organisations, from CSV or Excel. You see it before it is imported."),
            button(tr("Import…"), self._import, "upload", "primary"),
            button(tr("Add a walk-in"), self._walk_in, "user-plus"),
        )
        main = column(self._tools, self._empty, self._body, spacing=10)
        main.setStretch(1, 1)
        main.setStretch(2, 1)
        self._seats = SeatsForm(context, self._close_seats)
        views = QWidget()
        self._views = QStackedLayout(views)
        self._list_view = holder(main)
        self._views.addWidget(self._list_view)
        self._views.addWidget(self._seats)
        self._importing = Importing(
            self,
            context,
            views,
            tr("Import participants"),
            lambda path: reader(path, context.controls.desk.state, tr),
            self.arrive,
        )
        for keys, action in (("I", self._toggle), ("A", self._mark_absent), ("E", self._edit), ("F2", self._edit),
                             ("Del", self._remove_person), ("Ins", self._add), ("W", self._walk_in)):  # fmt: skip
            page_key(self._table, keys, action)

    def _make_tools(self) -> None:
        tr = self.context.tr
        self._check_in = button(
            tr("Check in"), self._toggle, "user-check", "primary", tip=tr("Check in, or undo it (I)")
        )
        self._absent = button(tr("Absent"), self._mark_absent, "user-x", tip=tr("Mark as absent (A)"))
        self._card = button(
            tr("New card"),
            self._reissue,
            "vote",
            tip=tr("Void a lost voting card and print another; a vote already cast stays cast"),
        )
        self._change = button("", self._edit, "pencil", name=tr("Edit"), tip=tr("Everything about this person (E)"))
        self._remove = button(
            "", self._remove_person, "trash-2", name=tr("Remove"), tip=tr("Take off the list (Delete)")
        )
        new = button("", self._add, "plus", name=tr("Add somebody"), tip=tr("Somebody new on the list (Insert)"))
        papers = ("badges", "wall-list", "check-in-list", "voting-cards")
        tools = row(
            self._search,
            button(tr("Walk-in"), self._walk_in, "user-plus", tip=tr("Somebody came unannounced (W)")),
            new,
            button(tr("Import…"), self._import, "upload", tip=tr("Import a list from CSV or Excel")),
            print_button(self.context, papers),
        )
        tools.setStretch(0, 1)
        self._tools = holder(tools)
        below = row(self._check_in, self._absent, self._card, None, self._change, self._remove)
        below.setContentsMargins(6, 2, 8, 4)
        self._below = below

    def arrive(self) -> None:
        """The keyboard is in the search field."""
        if self._importing.under_way:
            return
        if self._views.currentWidget() is self._seats:
            self._seats.arrive()
        else:
            self._search.setFocus()
            self._search.selectAll()

    def to_search(self) -> None:
        """To the search field."""
        if not self._importing.under_way:
            self._close_seats()

    def leave_form(self) -> bool:
        """Leave the import, the seats, or the form beside the list; or empty the search."""
        if self._importing.leave() or (self._views.currentWidget() is self._seats and self._seats.needs.leave()):
            return True
        if self._views.currentWidget() is self._seats:
            self._close_seats()
        elif self._side.form is not None:
            self._close_form()
        elif self._search.text():
            self._search.clear()
            self._search.setFocus()
        else:
            return False
        return True

    def render_state(self, state: State) -> None:
        """Show the list by last name, as Swedish sorts it."""
        self._people.show_state(state)
        nobody = not state.roster.people
        alone = nobody and self._side.form is None
        self._empty.setVisible(alone)
        self._body.setVisible(not alone)
        self._tools.setVisible(not nobody)
        self._side.show_roster(state.roster)
        self._filter()
        if self._views.currentWidget() is self._seats:
            self._seats.show_state(state)

    def open_file(self, path: Path) -> None:
        """Show what can be understood of a file."""
        self._importing.open(path)

    def show_seats(self) -> None:
        """To quotas, sectors, the waiting list and needs."""
        self._seats.show_state(self.context.controls.desk.state)
        self._views.setCurrentWidget(self._seats)
        self._seats.arrive()

    def _close_seats(self) -> None:
        self._views.setCurrentWidget(self._list_view)
        self.arrive()

    def _filter(self) -> None:
        shown = self._people.find(self._search.text())
        self._model.put(shown)
        self._selected()

    def _typed(self) -> None:
        """Enter is for the first who fits, whoever was selected before."""
        self._line.forget()
        self._filter()
        if self._search.text().strip() and self._model.rows:
            self._table.choose(self._model.rows[0].person.id)
        self._selected()

    def _step(self, step: int) -> None:
        place = max(0, min(len(self._model.rows) - 1, self._table.currentIndex().row() + step))
        if self._model.rows:
            self._table.choose(self._model.rows[place].person.id)

    def _take_found(self) -> None:
        """Enter in the search field: check in, and be ready for the next name. Somebody who is here stays here."""
        chosen = self._table.current
        if not self._search.text().strip():
            return
        if chosen is None:
            self._walk_in()
        elif chosen.person.attendance is Attendance.CHECKED_IN:
            self.context.controls.said.emit(self.context.tr("{name} is already checked in.", name=chosen.person.name))
            self._search.selectAll()
        else:
            self._line.done(self._door.check_in(chosen))
            self._search.selectAll()

    def _selected(self) -> None:
        chosen = self._table.current
        tr = self.context.tr
        for tool in (self._check_in, self._remove, self._change):
            tool.setEnabled(chosen is not None)
        here = chosen is not None and chosen.person.attendance is Attendance.CHECKED_IN
        self._check_in.setText(tr("Undo check-in") if here else tr("Check in"))
        self._absent.setEnabled(chosen is not None and chosen.person.attendance is not Attendance.ABSENT)
        self._card.setEnabled(chosen is not None and self._door.valid_card(chosen.person.id) is not None)
        self._line.show_found(self._search.text().strip(), chosen, len(self._model.rows), len(self._people.all))
        editing_now = self._side.form is self._person_form
        if editing_now and chosen is not None and self._person_form.person != NOBODY and not self._person_form.changed:
            self._person_form.show_person(self.context.controls.desk.state.roster, chosen.person)

    def _toggle(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            self._line.done(self._door.toggle(chosen))

    def _mark_absent(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            self._door.mark_absent(chosen.person)

    def _reissue(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            self._door.reissue(chosen.person)

    def _remove_person(self) -> None:
        chosen = self._table.current
        if chosen is not None and self._door.remove(chosen.person):
            self._close_form()

    def _edit(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            self._open_form(self._person_form)
            self._person_form.start(self.context.controls.desk.state.roster, chosen.person)

    def _add(self) -> None:
        self._open_form(self._person_form)
        self._person_form.start(self.context.controls.desk.state.roster, None)

    def _keep_person(self, written: Written) -> bool:
        controls, tr = self.context.controls, self.context.tr
        roster, person = controls.desk.state.roster, written.change.participant
        if person == NOBODY:
            new = controls.attempt(lambda: editing.registered(roster, written.change))
            if new is None or controls.do(PutPeople((new,)), tr("{name} is on the list", name=new.name)) is None:
                return False
            person = new.id
        elif written.changed and controls.do(written.change, tr("Saved")) is None:
            return False
        if written.needs is not None and controls.do(PutNeeds(person, written.needs), tr("Saved")) is None:
            return False
        self._close_form()
        self._table.choose(person)
        self._table.setFocus()
        return True

    def _walk_in(self) -> None:
        sought = self._search.text().strip() if not self._model.rows else ""
        self._open_form(self._walk_in_form)
        self._walk_in_form.start(self.context.controls.desk.state, sought)

    def _add_walk_in(self, walk_in: WalkIn) -> bool:
        person = self._door.let_in(walk_in)
        if person is None:
            return False
        self._search.clear()
        self._close_form()
        self._table.choose(person)
        self._line.done(self._door.words_for(walk_in))
        return True

    def _open_form(self, form: WalkInForm | PersonForm) -> None:
        self._side.open_form(form)
        self._empty.hide()
        self._body.show()

    def _close_form(self) -> None:
        self._side.close_form()
        self.render_state(self.context.controls.desk.state)
        self.arrive()

    def _import(self) -> None:
        self._importing.choose()
