"""The page Plan: the agenda as a table to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit

from facilitator.agenda.commands import AddItem, ChangeItem, MoveItem, RemoveItem
from facilitator.agenda.model import Item, Kind, Slot
from facilitator.common.frozen import frozen
from facilitator.desk.rundown import planned_slots
from facilitator.desk.state import State
from facilitator.ui.agenda_list import reader
from facilitator.ui.context import Context
from facilitator.ui.edits import parse_length, parse_time
from facilitator.ui.importing import Importing
from facilitator.ui.keys import page_key
from facilitator.ui.page import Page
from facilitator.ui.widgets.basics import button, card, column, holder, label, row
from facilitator.ui.widgets.empty import Empty
from facilitator.ui.widgets.table import Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import KINDS, clock, length


@frozen
class PlanRow:
    """An agenda item and when it is planned."""

    item: Item
    slot: Slot


class PlanPage(Page):
    """Edits the agenda; every edit is a command, so Ctrl+Z takes it back."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__(context)
        tr = context.tr
        self._model: RowsModel[PlanRow] = RowsModel(
            self._columns(), lambda each: each.item.id, self, faint=lambda each: each.item.cut
        )
        self._table = Table(self._model, context.theme, tr("Agenda"))
        self._table.chosen.connect(self._selected)
        self._ends = label("", "strong")
        self._remove = button(tr("Remove"), self._remove_item, "trash-2", tip=tr("Remove the selected item (Delete)"))
        self._up = button("", lambda: self._move(-1), "chevron-up", tip=tr("Earlier (Alt+↑)"), name=tr("Earlier"))
        self._down = button("", lambda: self._move(1), "chevron-down", tip=tr("Later (Alt+↓)"), name=tr("Later"))
        tools = row(
            button(tr("Add item"), self._add, "plus", "primary"),
            self._up,
            self._down,
            self._remove,
            None,
            self._ends,
            8,
            button(tr("Import…"), self._import, "upload", tip=tr("Import an agenda from CSV or Excel")),
        )
        self._tools = holder(tools)
        self._notes = QLineEdit()
        self._notes.setPlaceholderText(tr("Notes for the host"))
        self._notes.setAccessibleName(tr("Notes for the host"))
        self._notes.editingFinished.connect(self._keep_notes)
        self._list = card(self._table, self._notes, margin=8)
        self._empty = Empty(
            "calendar-clock",
            tr("There is no agenda yet"),
            tr("Import a list with start, title and length, or add the first item."),
            button(tr("Import…"), self._import, "upload", "primary"),
            button(tr("Add item"), self._add, "plus"),
        )
        self._main = holder(column(self._tools, self._empty, self._list, spacing=10))
        self._importing = Importing(
            self, context, self._main, tr("Import an agenda"), lambda path: reader(path, tr), self.arrive
        )
        for sequence, action in (("Alt+Up", lambda: self._move(-1)), ("Alt+Down", lambda: self._move(1))):
            page_key(self, sequence, action)
        page_key(self._table, "Del", self._remove_item)
        page_key(self._table, "Ins", self._add)

    def arrive(self) -> None:
        """The keyboard is in the table."""
        if not self._importing.under_way:
            self._table.setFocus()

    def leave_form(self) -> bool:
        """Leave the import."""
        return self._importing.leave()

    def render_state(self, state: State) -> None:
        """Show the agenda."""
        slots = planned_slots(state)
        self._model.put([PlanRow(item, slots[item.id]) for item in state.plan.in_order()])
        self._empty.setVisible(not state.plan.items)
        self._list.setVisible(bool(state.plan.items))
        self._tools.setVisible(bool(state.plan.items))
        if state.plan.items:
            end = max(slot.end for slot in slots.values())
            self._ends.setText(self.context.tr("Ends at {time}", time=clock(end, state.event.timezone)))
        else:
            self._ends.setText("")
        self._selected()

    def open_file(self, path: Path) -> None:
        """Show what can be understood of a file."""
        self._importing.open(path)

    def _columns(self) -> tuple[Column[PlanRow], ...]:
        tr = self.context.tr
        kinds = {kind.value: tr.render(words) for kind, words in KINDS.items()}
        return (
            Column(tr("Start"), self._start, 84, edit=self._edit_start, written=lambda each: _start(each.item)),
            Column(
                tr("Title"),
                lambda each: each.item.title,
                strong=True,
                edit=lambda each, words: self._change(each, title=words),
            ),
            Column(
                tr("Kind"),
                lambda each: tr.render(KINDS[each.item.kind]),
                130,
                edit=lambda each, kind: self._change(each, kind=Kind(kind)),
                written=lambda each: each.item.kind.value,
                choices=kinds,
            ),
            Column(
                tr("Length"),
                lambda each: tr.render(length(each.item.length)),
                92,
                right=True,
                edit=lambda each, words: self._edit_length(each, words, least=False),
                written=lambda each: _written_length(each.item.length),
            ),
            Column(
                tr("At least"),
                lambda each: tr.render(length(each.item.least_length)),
                92,
                right=True,
                edit=lambda each, words: self._edit_length(each, words, least=True),
                written=lambda each: _written_length(each.item.least_length),
                least=640,
            ),
            Column(
                tr("Fixed"),
                lambda each: tr("Fixed") if each.item.fixed else "",
                70,
                edit=lambda each, fixed: self._change(each, fixed=bool(fixed)),
                ticked=lambda each: each.item.fixed,
                tip=lambda each: tr("A fixed item never starts before its time"),
            ),
            Column(
                tr("Speaker"),
                lambda each: each.item.speaker,
                170,
                edit=lambda each, words: self._change(each, speaker=words),
                least=720,
            ),
        )

    def _start(self, each: PlanRow) -> str:
        return clock(each.slot.start, self.context.controls.desk.state.event.timezone)

    def _change(self, each: PlanRow, **given: Any) -> None:
        self.context.controls.do(ChangeItem(each.item.id, **given))

    def _edit_start(self, each: PlanRow, words: str) -> None:
        given = self.context.controls.attempt(lambda: parse_time(words))
        if given is not None:
            self._change(each, start=given)

    def _edit_length(self, each: PlanRow, words: str, *, least: bool) -> None:
        given = self.context.controls.attempt(lambda: parse_length(words))
        if given is None:
            return
        if least:
            self._change(each, least_seconds=given)
        else:
            self._change(each, seconds=given)

    def _selected(self) -> None:
        chosen = self._table.current
        for tool in (self._remove, self._up, self._down, self._notes):
            tool.setEnabled(chosen is not None)
        if not self._notes.hasFocus():
            self._notes.setText(chosen.item.notes if chosen else "")

    def _keep_notes(self) -> None:
        chosen = self._table.current
        if chosen is not None and self._notes.text().strip() != chosen.item.notes:
            self._change(chosen, notes=self._notes.text().strip())

    def _add(self) -> None:
        chosen = self._table.current
        tr = self.context.tr
        outcome = self.context.controls.do(
            AddItem(tr("New item"), after=chosen.item.id if chosen else None), tr("Added an item")
        )
        if outcome is not None:
            self.render_state(outcome.state)
            self._table.choose(outcome.result, 1)
            self._table.setFocus()
            self._table.edit(self._table.currentIndex())

    def _move(self, step: int) -> None:
        chosen = self._table.current
        if chosen is not None and 0 <= chosen.item.position + step < len(self._model.rows):
            outcome = self.context.controls.do(MoveItem(chosen.item.id, chosen.item.position + step))
            if outcome is not None:
                self.render_state(outcome.state)
                self._table.choose(chosen.item.id)

    def _remove_item(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            words = self.context.tr("Removed “{title}”. Ctrl+Z brings it back.", title=chosen.item.title)
            self.context.controls.do(RemoveItem(chosen.item.id), words)

    def _import(self) -> None:
        self._importing.choose()


def _start(item: Item) -> str:
    return f"{item.start:%H:%M}" if item.start else ""


def _written_length(duration: int) -> str:
    minutes, second = divmod(round(duration / 1000), 60)
    return f"{minutes}:{second:02}" if second else str(minutes)
