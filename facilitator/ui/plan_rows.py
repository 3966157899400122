"""The agenda as rows to edit: days with headings, when each item is planned, and what of it cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from facilitator.agenda.model import Item, Plan, Slot
from facilitator.agenda.progress import days
from facilitator.agenda.tracks import of_day as hanging
from facilitator.common.clock import Duration, minutes
from facilitator.common.dates import long_date
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.rundown import planned_slots
from facilitator.desk.state import State
from facilitator.ui.wording import WEEKDAYS, clock, span

WORTH_A_WORD = minutes(1)
"""A shorter overlap or gap is nobody's concern."""


@frozen
class Fit:
    """How an item's end fits what comes after it.

    `over` is by how much the plan has it end too late (negative: how much is free before the next), `next` what it
    runs into, `fixed` whether that start cannot give way.
    """

    over: Duration
    next: Item
    fixed: bool


@frozen
class PlanRow:
    """An agenda item and when it is planned; with a `heading` it is no item but the line above its day's first."""

    item: Item
    slot: Slot
    fit: Fit | None = None
    heading: str = ""

    @property
    def key(self) -> tuple[str, int] | int:
        """What the row is remembered by."""
        return ("day", self.item.day) if self.heading else self.item.id


def plan_rows(state: State, tr: Translator) -> list[PlanRow]:
    """All items in their order; with more than one day a heading begins each."""
    slots = planned_slots(state)
    fits = fitting(state.plan, slots)
    several = len(days(state.plan)) > 1
    rows: list[PlanRow] = []
    for item in state.plan.in_order():
        if several and (not rows or rows[-1].item.day != item.day):
            rows.append(PlanRow(item, slots[item.id], heading=_heading(state, item.day, slots, tr)))
        rows.append(PlanRow(item, slots[item.id], fits.get(item.id)))
    return rows


def fitting(plan: Plan, slots: Mapping[int, Slot]) -> dict[int, Fit]:
    """The items that end too late for what follows, or long before it; cut ones take no time.

    In the plenary that is the next item with a start of its own on the same day, for an item on a track the next on its
    track or the plenary's fixed item at which everybody meets, whichever comes first.
    """
    fits: dict[int, Fit] = {}
    for day in days(plan):
        plenary = [item for item in plan.to_run() if item.day == day]
        for item, following in pairwise(plenary):
            if following.start is not None:
                _note(fits, item, following, slots)
        hangs = hanging(plan, day)
        for hang in hangs:
            after = next((one.item for one in hangs if one.before == hang.item), None)
            if after is not None and after.start is not None:
                _note(fits, hang.item, after, slots)
            elif hang.gatherer is not None and slots[hang.item.id].end - slots[hang.gatherer.id].start >= WORTH_A_WORD:
                _note(fits, hang.item, hang.gatherer, slots)
    return fits


def fit_words(fit: Fit) -> Text:
    """The same in two words, for the table."""
    if fit.over > 0:
        return text("{time} over", time=span(fit.over))
    return text("{time} free", time=span(Duration(-fit.over)))


def fit_sentence(fit: Fit) -> Text:
    """The same in a sentence."""
    time = span(Duration(abs(fit.over)))
    if fit.over < 0:
        return text("{time} free before “{title}” starts.", time=time, title=fit.next.title)
    if fit.fixed:
        return text("Ends {time} after the fixed start of “{title}”.", time=time, title=fit.next.title)
    return text("Ends {time} after “{title}” is to start.", time=time, title=fit.next.title)


def whole(state: State, rows: Sequence[PlanRow], tr: Translator) -> str:
    """From when to when the plan of one day goes and how long that is; with several days, how many they are."""
    known = days(state.plan)
    if len(known) > 1:
        return tr.plural("{count} day", "{count} days", len(known))
    slots = {row.item.id: row.slot for row in rows}
    return _range(state, known[0], slots, tr) if known else ""


def _note(fits: dict[int, Fit], item: Item, following: Item, slots: Mapping[int, Slot]) -> None:
    over = Duration(slots[item.id].end - slots[following.id].start)
    if abs(over) >= WORTH_A_WORD:
        fits[item.id] = Fit(over, following, following.fixed)


def _heading(state: State, day: int, slots: Mapping[int, Slot], tr: Translator) -> str:
    date = state.event.day + timedelta(days=day)
    words = tr("Day {number}", number=day + 1)
    weekday = tr.render(WEEKDAYS[date.weekday()])
    return f"{words} · {weekday} {long_date(date, tr)} · {_range(state, day, slots, tr)}"


def _range(state: State, day: int, slots: Mapping[int, Slot], tr: Translator) -> str:
    """A day's first start, last end and the time between."""
    of_day = [slots[item.id] for item in state.plan.in_order() if item.day == day]
    start, end = min(slot.start for slot in of_day), max(slot.end for slot in of_day)
    zone = state.event.timezone
    return f"{clock(start, zone)}–{clock(end, zone)} · {tr.render(span(Duration(end - start)))}"
