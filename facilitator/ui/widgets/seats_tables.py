"""The two lists that people are counted by, seat quotas and sectors, with live counts; every cell of them is edited in
its place, and every edit is a command."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Instant, at_local
from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.desk.state import State
from facilitator.participants.commands import PutQuota, PutSector, RemoveQuota, RemoveSector
from facilitator.participants.counts import HeadCount, counts
from facilitator.participants.model import Quota, Sector
from facilitator.ui.context import Context
from facilitator.ui.edits import parse_time
from facilitator.ui.keys import page_key
from facilitator.ui.widgets.basics import Tone, button, column, label, row
from facilitator.ui.widgets.chip import sector_chips
from facilitator.ui.widgets.table import ROW_HEIGHT, Table
from facilitator.ui.widgets.table_model import Column, RowsModel
from facilitator.ui.wording import clock

HEADING_HEIGHT = 40
FEWEST_ROWS, MOST_ROWS = 2, 6
"""Rows that a list has room for without scrolling."""

NARROW = 600
"""Width in pixels below which the rarer counts are left out."""


@frozen
class QuotaRow:
    """A quota, its counts, and the local time at which its unused seats are released, if one is set."""

    quota: Quota
    count: HeadCount
    release_at: str


@frozen
class SectorRow:
    """A sector, its counts and its chip."""

    sector: Sector
    count: HeadCount
    chip: tuple[str, str]


class QuotaTable(QWidget):
    """The seat quotas."""

    def __init__(self, context: Context) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self._context = context
        tr = context.tr
        self._model: RowsModel[QuotaRow] = RowsModel(
            (
                Column(tr("Seat quota"), lambda each: each.quota.name, strong=True,
                       edit=lambda each, words: self._put(each, name=words)),
                Column(tr("Seats"), lambda each: str(each.quota.seats), 76, right=True,
                       edit=lambda each, words: self._put_seats(each, words)),
                Column(tr("Expected"), lambda each: str(each.count.registered), 84, right=True),
                Column(tr("Here"), lambda each: str(each.count.here), 64, right=True),
                Column(tr("Absent"), lambda each: str(each.count.absent), 80, right=True, least=NARROW),
                Column(tr("Waiting"), lambda each: str(each.count.waiting), 72, right=True),
                Column(tr("Free"), lambda each: str(each.count.free), 68, right=True, tone=_free_tone),
                Column(tr("Released at"), lambda each: each.release_at or "–", 92, right=True,
                       edit=lambda each, words: self._put_time(each, words),
                       written=lambda each: each.release_at,
                       tip=lambda _each: tr("When its unused seats go to the other quota, such as 09:30")),
            ),
            lambda each: each.quota.id,
            self,
        )  # fmt: skip
        self._table = Table(self._model, context.theme, tr("Seat quotas"))
        self._total = label("", "muted")
        remove = button("", self._remove, "trash-2", name=tr("Remove the quota"), tip=tr("Remove the quota (Delete)"))
        tools = row(button(tr("Add quota"), self._add, "plus"), remove, None, self._total)
        tools.setContentsMargins(6, 2, 8, 4)
        self.setLayout(column(self._table, tools, spacing=6))
        page_key(self._table, "Del", self._remove)
        page_key(self._table, "Ins", self._add)

    def arrive(self) -> None:
        """The keyboard is in the table."""
        self._table.setFocus()

    def show_state(self, state: State) -> None:
        """Count anew."""
        found = counts(state.roster)
        quotas = sorted(state.roster.quotas.values(), key=lambda one: (one.position, one.id))
        zone = state.event.timezone
        self._model.put([
            QuotaRow(one, found.by_quota[one.id], clock(one.release_at, zone) if one.release_at is not None else "")
            for one in quotas
        ])  # fmt: skip
        _fit(self._table, len(quotas))
        tr, whole = self._context.tr, found.everybody
        if whole.seats is None:
            self._total.setText(tr("Without quotas there is no limit"))
        else:
            self._total.setText(
                tr("{seats} seats in all · {here} here · {free} free", seats=whole.seats, here=whole.here,
                   free=whole.free)
            )  # fmt: skip

    def _put(self, each: QuotaRow, **given: object) -> None:
        self._context.controls.do(PutQuota(replace(each.quota, **given)))  # type: ignore[arg-type]  # fields by name

    def _put_seats(self, each: QuotaRow, words: str) -> None:
        seats = self._context.controls.attempt(lambda: parse_seats(words))
        if seats is not None:
            self._put(each, seats=seats)

    def _put_time(self, each: QuotaRow, words: str) -> None:
        event = self._context.controls.desk.state.event
        if not words.strip(" –"):
            self._put(each, release_at=None)
            return

        def read() -> Instant:
            return at_local(event.day, parse_time(words), event.timezone)

        at = self._context.controls.attempt(read)
        if at is not None:
            self._put(each, release_at=at)

    def _add(self) -> None:
        known = self._context.controls.desk.state.roster.quotas.values()
        name = _new_name(self._context.tr("New quota"), {one.name for one in known})
        _added(self._context, self._table, PutQuota(Quota(0, 0, name)), self.show_state)

    def _remove(self) -> None:
        each = self._table.current
        if each is not None:
            words = self._context.tr("Removed “{title}”. Ctrl+Z brings it back.", title=each.quota.name)
            self._context.controls.do(RemoveQuota(each.quota.id), words)


class SectorTable(QWidget):
    """The sectors."""

    def __init__(self, context: Context) -> None:
        """Empty until a state is shown."""
        super().__init__()
        self._context = context
        tr = context.tr
        self._model: RowsModel[SectorRow] = RowsModel(
            (
                Column(tr("Sector"), lambda each: each.sector.name, strong=True, chip=lambda each: each.chip,
                       edit=lambda each, words: self._put(each, name=words)),
                Column(tr("Sign"), lambda each: each.sector.letter, 76, right=True,
                       edit=lambda each, words: self._put(each, letter=words),
                       tip=lambda _each: tr("A letter or number that stands for it beside its colour")),
                Column(tr("Expected"), lambda each: str(each.count.registered), 84, right=True),
                Column(tr("Here"), lambda each: str(each.count.here), 64, right=True),
                Column(tr("Absent"), lambda each: str(each.count.absent), 80, right=True, least=NARROW),
                Column(tr("Waiting"), lambda each: str(each.count.waiting), 72, right=True),
                Column(tr("In all"), lambda each: str(each.count.seated + each.count.absent + each.count.waiting), 68,
                       right=True),
            ),
            lambda each: each.sector.id,
            self,
        )  # fmt: skip
        self._table = Table(self._model, context.theme, tr("Sectors"))
        self._without = label("", "muted")
        remove = button("", self._remove, "trash-2", name=tr("Remove the sector"), tip=tr("Remove the sector (Delete)"))
        tools = row(button(tr("Add sector"), self._add, "plus"), remove, None, self._without)
        tools.setContentsMargins(6, 2, 8, 4)
        self.setLayout(column(self._table, tools, spacing=6))
        page_key(self._table, "Del", self._remove)
        page_key(self._table, "Ins", self._add)

    def show_state(self, state: State) -> None:
        """Count anew."""
        found, chips = counts(state.roster), sector_chips(state.roster)
        sectors = sorted(state.roster.sectors.values(), key=lambda one: (one.position, one.id))
        self._model.put([SectorRow(one, found.by_sector[one.id], chips[one.id]) for one in sectors])
        _fit(self._table, len(sectors))
        without = found.by_sector.get(None)
        people = without.seated + without.absent + without.waiting if without else 0
        words = self._context.tr.plural("{count} person without a sector", "{count} people without a sector", people)
        self._without.setText(words if people and sectors else "")

    def _put(self, each: SectorRow, **given: str) -> None:
        self._context.controls.do(PutSector(replace(each.sector, **given)))  # type: ignore[arg-type]  # fields by name

    def _add(self) -> None:
        known = self._context.controls.desk.state.roster.sectors.values()
        name = _new_name(self._context.tr("New sector"), {one.name for one in known})
        letters = {one.letter.casefold() for one in known}
        free = (chr(ord("A") + place) for place in range(26))
        letter = next((one for one in free if one.casefold() not in letters), str(len(letters) + 1))
        _added(self._context, self._table, PutSector(Sector(0, 0, name, letter)), self.show_state)

    def _remove(self) -> None:
        each = self._table.current
        if each is not None:
            words = self._context.tr("Removed “{title}”. Ctrl+Z brings it back.", title=each.sector.name)
            self._context.controls.do(RemoveSector(each.sector.id), words)


def parse_seats(words: str) -> int:
    """A number of seats as people write it.

    Raises:
        UserError: it is none.
    """
    if re.fullmatch(r"\s*\d{1,5}\s*", words) is None:
        raise UserError(text("“{words}” is not a number of seats.", words=words), text("Write it as 40."))
    return int(words)


def _added(
    context: Context, table: Table[QuotaRow] | Table[SectorRow], command: PutQuota | PutSector,
    show: Callable[[State], None],
) -> None:  # fmt: skip
    """Add a line, and begin to write its name."""
    outcome = context.controls.do(command, context.tr("Added “{title}”", title=command.put.name))
    if outcome is not None:
        show(outcome.state)
        table.choose(outcome.result, 0)
        table.setFocus()
        table.edit(table.currentIndex())


def _new_name(words: str, taken: set[str]) -> str:
    """The words, with a number where they are taken."""
    return next(name for number in range(1, len(taken) + 2)
                if (name := words if number == 1 else f"{words} {number}") not in taken)  # fmt: skip


def _free_tone(each: QuotaRow) -> Tone | None:
    free = each.count.free
    return Tone.DANGER if free is not None and free < 0 else None


def _fit(table: Table[QuotaRow] | Table[SectorRow], rows: int) -> None:
    table.setFixedHeight(HEADING_HEIGHT + ROW_HEIGHT * max(FEWEST_ROWS, min(MOST_ROWS, rows)))
