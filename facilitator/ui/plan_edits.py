"""What the page Plan does to the agenda, each as a command that Ctrl+Z takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from facilitator.agenda.commands import (
    AddItem,
    ChangeItem,
    ChangeItems,
    CutItem,
    CutItems,
    InsertItems,
    PutAgenda,
    RemoveItem,
    RemoveItems,
)
from facilitator.agenda.model import Item, Kind, Plan
from facilitator.agenda.progress import days
from facilitator.common.clock import to_datetime
from facilitator.common.errors import UserError
from facilitator.common.texts import Text
from facilitator.ui.context import Context
from facilitator.ui.plan_moves import Move
from facilitator.ui.plan_rows import PlanRow


class PlanEdits:
    """The edits of the page; whatever is refused is told to the host, and changes nothing."""

    def __init__(self, context: Context) -> None:
        """`context` holds the way to the desk."""
        self._context = context

    def change(self, row: PlanRow, **given: Any) -> None:
        """Change fields of one item from its cells."""
        self._context.controls.do(ChangeItem(row.item.id, **self.fixing(row, given)))

    def change_all(self, rows: Sequence[PlanRow], **given: Any) -> Text | None:
        """Change fields of all these items in one step; why not, if it is refused."""
        controls = self._context.controls
        try:
            if len(rows) == 1:
                outcome = controls.desk.do(ChangeItem(rows[0].item.id, **self.fixing(rows[0], given)))
            else:
                outcome = controls.desk.do(ChangeItems(tuple(row.item.id for row in rows), ChangeItem(0, **given)))
        except UserError as refusal:
            return refusal.text()
        controls.succeeded.emit()
        for notice in outcome.notices:
            controls.noticed.emit(self._context.tr.render(notice))
        return None

    def fixing(self, row: PlanRow, given: dict[str, Any]) -> dict[str, Any]:
        """The same change, but an item that followed and is to be fixed is fixed at the time that it shows."""
        if given.get("fixed") and row.item.start is None and "start" not in given:
            zone = self._context.controls.desk.state.event.timezone
            return {**given, "start": to_datetime(row.slot.start, zone).time().replace(second=0, microsecond=0)}
        return given

    def add(self, after: PlanRow | None) -> int | None:
        """A new item after this one, on its track, or at the end; its id."""
        tr = self._context.tr
        command = AddItem(
            tr("New item"), after=after.item.id if after else None, track=after.item.track if after else ""
        )
        outcome = self._context.controls.do(command, tr("Added an item"))
        return None if outcome is None else int(outcome.result)

    def duplicate(self, rows: Sequence[PlanRow]) -> tuple[int, ...]:
        """Copies of these items after the last of them, which follow in time; their ids."""
        copies = tuple(replace(row.item, start=None, fixed=False, cut=False) for row in rows)
        words = self._context.tr.plural("Duplicated {count} item", "Duplicated {count} items", len(copies))
        outcome = self._context.controls.do(InsertItems(copies, rows[-1].item.id), words)
        return () if outcome is None else tuple(outcome.result)

    def remove(self, rows: Sequence[PlanRow]) -> bool:
        """Take items off the agenda; whether that was possible."""
        tr = self._context.tr
        if len(rows) == 1:
            words = tr("Removed “{title}”. Ctrl+Z brings it back.", title=rows[0].item.title)
            return self._context.controls.do(RemoveItem(rows[0].item.id), words) is not None
        words = tr.plural(
            "Removed {count} item. Ctrl+Z brings it back.", "Removed {count} items. Ctrl+Z brings them back.", len(rows)
        )
        return self._context.controls.do(RemoveItems(tuple(row.item.id for row in rows)), words) is not None

    def cut(self, rows: Sequence[PlanRow], cut: bool) -> None:
        """Have items passed over when their turn comes, or no longer; all of them or none."""
        changed = tuple(row.item.id for row in rows if row.item.cut != cut)
        if changed:
            self._context.controls.do(CutItem(changed[0], cut) if len(changed) == 1 else CutItems(changed, cut))

    def move(self, move: Move | None) -> bool:
        """Move items, if there is anything to move; whether it was done."""
        return move is not None and self._context.controls.do(move) is not None

    def begin_with(self, items: Sequence[Item], title: str) -> bool:
        """A ready agenda in place of what there is."""
        words = self._context.tr("The agenda is “{title}” now. Ctrl+Z takes it back.", title=title)
        return self._context.controls.do(PutAgenda(tuple(items)), words) is not None

    def insert(self, items: Sequence[Item], after: Item | None, title: str) -> bool:
        """A ready agenda put into the present one: after an item, to follow in time, or as days of its own."""
        words = self._context.tr("Inserted “{title}”. Ctrl+Z takes it back.", title=title)
        fresh = fitted(self._context.controls.desk.state.plan, items, after)
        return self._context.controls.do(InsertItems(fresh, after.id if after else None), words) is not None


def fitted(plan: Plan, items: Sequence[Item], after: Item | None) -> tuple[Item, ...]:
    """The items as they are inserted into the agenda.

    After an item they belong to its day and follow in time; with none they come after the last day, at their own times.
    """
    if after is None:
        first = max(days(plan), default=-1) + 1
        return tuple(replace(item, day=first + item.day) for item in items)
    return tuple(
        replace(item, day=after.day, start=None, fixed=False)
        for item in items
        if item.kind is not Kind.END or item.length
    )
