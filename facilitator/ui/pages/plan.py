"""The page Plan: the agenda as a table to edit, with everything about the selected items beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from facilitator.agenda.model import Item
from facilitator.common.texts import Text
from facilitator.desk.state import State
from facilitator.ui.agenda_list import reader
from facilitator.ui.context import Context
from facilitator.ui.importing import Importing
from facilitator.ui.keys import page_key
from facilitator.ui.page import Page
from facilitator.ui.plan_edits import PlanEdits
from facilitator.ui.plan_files import export_button
from facilitator.ui.plan_moves import Move, dropped, stepped
from facilitator.ui.plan_rows import PlanRow, plan_rows, whole
from facilitator.ui.widgets.basics import ICON, ICON_BESIDE_WORDS, button, card, column, holder, label, row
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.item_form import ItemForm
from facilitator.ui.widgets.plan_columns import columns
from facilitator.ui.widgets.plan_fields import Given
from facilitator.ui.widgets.plan_table import PlanModel, PlanTable

if TYPE_CHECKING:
    from facilitator.ui.widgets.plan_templates import Place, PlanTemplates

FORM_WIDTH, NARROW_FORM_WIDTH = 324, 304
NARROW_BELOW = 1000


class PlanPage(Page):
    """Edits the agenda; every edit is a command, so Ctrl+Z takes it back."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._edits = PlanEdits(context)
        made = columns(tr, lambda: context.controls.desk.state.event.timezone, self._edits, context.controls)
        self._model = PlanModel(made, lambda each: each.key, self, faint=lambda each: each.item.cut)
        self._table = PlanTable(self._model, context.theme, tr)
        self._table.chosen.connect(self._selected)
        self._table.dropped.connect(lambda chosen, place: self._move(dropped(self._model.rows, chosen, place)))
        self._form = ItemForm(tr, self._change, self._edits.cut)
        self._whole = label("", "strong")
        self._make_tools()
        body = row(card(self._table, margin=8), self._form, spacing=14)
        body.setStretch(0, 1)
        self._body = holder(body)
        self._empty = Empty(
            "calendar-clock",
            tr("There is no agenda yet"),
            tr("Begin with a ready agenda, import a list with start, title and length, or add the first item."),
            button(tr("Ready agendas…"), self._open_templates, "calendar-clock", "primary"),
            button(tr("Import…"), self._import, "upload"),
            button(tr("Add item"), self._add, "plus"),
        )
        main = column(self._tools, self._empty, self._body, spacing=10)
        main.setStretch(1, 1)
        main.setStretch(2, 1)
        self._main = holder(main)
        self._templates: PlanTemplates | None = None
        views = QWidget()
        self._views = QStackedLayout(views)
        self._views.addWidget(self._main)
        self._importing = Importing(
            self,
            context,
            views,
            tr("Import an agenda"),
            lambda path: reader(path, context.controls.desk.state.event.day, tr),
            self.arrive,
        )
        for sequence, action in (
            ("Alt+Up", lambda: self._step(-1)),
            ("Alt+Down", lambda: self._step(1)),
            ("Ins", self._add),
            ("Ctrl+D", self._duplicate),
            ("Del", self._remove),
            ("X", self._toggle_cut),
            ("E", self._form.start),
        ):
            page_key(self._table, sequence, action)

    def _make_tools(self) -> None:
        tr = self.context.tr
        self._up = button("", lambda: self._step(-1), "chevron-up", tip=tr("Earlier (Alt+↑)"), name=tr("Earlier"))
        self._down = button("", lambda: self._step(1), "chevron-down", tip=tr("Later (Alt+↓)"), name=tr("Later"))
        self._copy = button("", self._duplicate, "copy", tip=tr("Duplicate (Ctrl+D)"), name=tr("Duplicate"))
        self._cut = button(
            "", self._toggle_cut, "eye-off", tip=tr("Leave out, or take in again (X)"), name=tr("Leave out")
        )
        self._delete = button(
            "", self._remove, "trash-2", tip=tr("Remove what is selected (Delete)"), name=tr("Remove")
        )
        self._ready = button(
            "",
            self._open_templates,
            "calendar-clock",
            name=tr("Ready agendas…"),
            tip=tr("Agendas to begin with or to insert"),
        )
        self._bring = button(
            "", self._import, "upload", name=tr("Import…"), tip=tr("Import an agenda from CSV or Excel")
        )
        self._export = export_button(self.context, self)
        add = button(tr("Add item"), self._add, "plus", "primary", tip=tr("A new item after the selected one (Insert)"))
        self._tools = holder(
            row(
                *(add, self._up, self._down, self._copy, self._cut, self._delete, 8, self._whole, None),
                *(self._ready, self._bring, self._export),
                spacing=6,
            )
        )

    def arrive(self) -> None:
        """The keyboard is in the table, on an item."""
        if self._importing.under_way or self._views.currentWidget() is not self._main:
            return
        if not self._table.selected:
            first = next((each for each in self._model.rows if not each.heading), None)
            if first is not None:
                self._table.choose(first.key)
        self._table.setFocus()

    def leave_form(self) -> bool:
        """Leave the import or the ready agendas; in the form, drop what is not kept and go back to the table."""
        if self._importing.leave():
            return True
        if self._views.currentWidget() is not self._main:
            self._close_templates()
            return True
        focused = self.focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            self._form.forget()
            self._table.setFocus()
            return True
        return False

    def render_state(self, state: State) -> None:
        """Show the agenda."""
        rows = plan_rows(state, self.context.tr)
        self._model.put(rows)
        for part in (self._body, self._tools):
            part.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._whole.setText(whole(state, rows, self.context.tr))
        self._selected()

    def open_file(self, path: Path) -> None:
        """Show what can be understood of a file."""
        self._importing.open(path)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the table the larger part of a small window, and leave out words there."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self._form.setFixedWidth(NARROW_FORM_WIDTH if narrow else FORM_WIDTH)
        for tool in (self._ready, self._bring, self._export):
            tool.setText("" if narrow else tool.accessibleName())
            tool.setIconSize(ICON if narrow else ICON_BESIDE_WORDS)

    def _selected(self) -> None:
        rows = self._table.selected
        for tool in (self._up, self._down, self._copy, self._cut, self._delete):
            tool.setEnabled(bool(rows))
        self._form.show_rows(self.context.controls.desk.state, rows)

    def _change(self, rows: Sequence[PlanRow], given: Given) -> Text | None:
        refused = self._edits.change_all(rows, **given)
        if refused is None:
            self._render()
        return refused

    def _render(self) -> None:
        self.render_state(self.context.controls.desk.state)

    def _chosen(self) -> tuple[PlanRow, ...]:
        """The selected items as they are now: another host may have changed them a moment ago."""
        self._render()
        return self._table.selected

    def _add(self) -> None:
        selected = self._chosen()
        new = self._edits.add(selected[-1] if selected else None)
        if new is not None:
            self._render()
            self._table.choose(new, 1)
            self._table.setFocus()
            self._table.edit(self._table.currentIndex())

    def _duplicate(self) -> None:
        selected = self._chosen()
        copies = self._edits.duplicate(selected) if selected else ()
        if copies:
            self._render()
            self._table.choose_all(copies)
            self._table.setFocus()

    def _step(self, step: int) -> None:
        chosen = {each.item.id for each in self._chosen()}
        self._move(stepped(self._model.rows, chosen, step))

    def _move(self, move: Move | None) -> None:
        if self._edits.move(move):
            self._render()
            self._table.scrollTo(self._table.currentIndex())

    def _remove(self) -> None:
        selected = self._chosen()
        if not selected:
            return
        gone = {each.item.id for each in selected}
        rest = [each for each in self._model.rows if not each.heading and each.item.id not in gone]
        after = next(
            (each for each in rest if each.item.position > selected[0].item.position), rest[-1] if rest else None
        )
        if self._edits.remove(selected):
            self._render()
            if after is not None:
                self._table.choose(after.key)
            self._table.setFocus()

    def _toggle_cut(self) -> None:
        selected = self._chosen()
        if selected:
            self._edits.cut(selected, not all(each.item.cut for each in selected))

    def _open_templates(self) -> None:
        # Loaded when it is wanted: an event without an agenda opens on this page.
        from facilitator.ui.widgets.plan_templates import PlanTemplates

        if self._templates is None:
            self._templates = PlanTemplates(self.context.tr, self._use_template, self._close_templates)
            self._views.addWidget(self._templates)
        state = self.context.controls.desk.state
        selected = self._chosen()
        self._views.setCurrentWidget(self._templates)
        self._templates.start(
            state.event.language, empty=not state.plan.items, after=selected[-1].item if selected else None
        )

    def _close_templates(self) -> None:
        self._views.setCurrentWidget(self._main)
        self.arrive()

    def _use_template(self, items: Sequence[Item], title: str, place: Place) -> None:
        edits = self._edits
        if edits.begin_with(items, title) if place.instead else edits.insert(items, place.after, title):
            self._render()
            self._close_templates()

    def _import(self) -> None:
        self._importing.choose()
