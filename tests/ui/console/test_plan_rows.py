"""What the page Plan works out without a window: where items land, and what does not fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.agenda import rules
from facilitator.agenda.commands import ChangeItems, MoveItem, MoveItems
from facilitator.agenda.model import Item, Kind, Plan
from facilitator.agenda.progress import days
from facilitator.agenda.schedule import planned
from facilitator.common.clock import minutes
from facilitator.ui.plan_edits import fitted
from facilitator.ui.plan_moves import Move, dropped, stepped
from facilitator.ui.plan_rows import PlanRow, fit_sentence, fit_words, fitting

DAY, ZONE = date(2026, 5, 20), ZoneInfo("Europe/Stockholm")


def item(
    number: int, day: int = 0, start: time | None = None, length: int = 10, *, fixed: bool = False, track: str = ""
) -> Item:
    span = minutes(length)
    return Item(number, number, f"I{number}", Kind.TALK, span, span, start=start, fixed=fixed, day=day, track=track)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    of_days = sorted(draw(st.lists(st.integers(0, 3), min_size=1, max_size=12)))
    made = []
    for number, day in enumerate(of_days):
        fixed = draw(st.booleans())
        made.append(item(number, day, time(9, number) if fixed or draw(st.booleans()) else None, fixed=fixed))
    return Plan({each.id: each for each in made})


def lines(plan: Plan) -> list[PlanRow]:
    slots = planned(plan, DAY, ZONE)
    rows: list[PlanRow] = []
    for each in plan.in_order():
        if len(days(plan)) > 1 and (not rows or rows[-1].item.day != each.day):
            rows.append(PlanRow(each, slots[each.id], heading="Day"))
        rows.append(PlanRow(each, slots[each.id]))
    return rows


def carried_out(plan: Plan, move: Move) -> Plan:
    match move:
        case MoveItem(item=one, position=position):
            return rules.move(plan, (one,), position)
        case MoveItems(items=items, position=position):
            return rules.move(plan, items, position)
        case ChangeItems(items=items, change=change):
            return rules.change(plan, change, (), items)


@given(plans(), st.data())
def test_what_is_dropped_lands_where_the_line_was(plan: Plan, data: st.DataObject) -> None:
    rows = lines(plan)
    chosen = data.draw(st.sets(st.sampled_from(sorted(plan.items)), min_size=1, max_size=4))
    place = data.draw(st.integers(0, len(rows)))
    day = rows[max(0, place - 1)].item.day
    moved = [each.id for each in plan.in_order() if each.id in chosen]
    before = [row.item.id for row in rows[:place] if not row.heading and row.item.id not in chosen]
    after = [each.id for each in plan.in_order() if each.id not in {*chosen, *before}]
    move = dropped(rows, chosen, place)
    result = plan if move is None else carried_out(plan, move)
    came_from = {plan.items[one].day for one in chosen}
    assume(len(came_from) == 1)  # of several days, those whose own day is nearer stay on it
    assert [each.id for each in result.in_order()] == [*before, *moved, *after]
    assert {result.items[one].day for one in chosen} == {day}
    assert all(result.items[one].day == plan.items[one].day for one in (*before, *after))


@given(plans(), st.data())
def test_of_several_days_none_is_lost_and_their_order_stays(plan: Plan, data: st.DataObject) -> None:
    rows = lines(plan)
    chosen = data.draw(st.sets(st.sampled_from(sorted(plan.items)), min_size=1))
    move = dropped(rows, chosen, data.draw(st.integers(0, len(rows))))
    result = plan if move is None else carried_out(plan, move)
    assert [each.id for each in result.in_order() if each.id in chosen] == sorted(chosen)
    assert result.items.keys() == plan.items.keys()


@given(plans(), st.data())
def test_steps_go_to_the_end_and_come_back_to_the_order(plan: Plan, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(sorted(plan.items)))
    here = plan
    for _ in range(3 * len(plan.items) + 9):
        move = stepped(lines(here), {one}, 1)
        if move is None:
            break
        here = carried_out(here, move)
    assert here.in_order()[-1].id == one
    assert stepped(lines(here), {one}, 1) is None
    assert [each.id for each in here.in_order() if each.id != one] == sorted(set(plan.items) - {one})


@given(plans(), st.data())
def test_an_end_after_the_next_start_is_told_and_nothing_else(plan: Plan, data: st.DataObject) -> None:
    slots = planned(plan, DAY, ZONE)
    fits = fitting(plan, slots)
    order = plan.in_order()
    for here, following in pairwise(order):
        over = slots[here.id].end - slots[following.id].start
        wrong = following.day == here.day and following.start is not None and abs(over) >= minutes(1)
        assert (here.id in fits) == wrong
        if wrong:
            assert fits[here.id].over == over
            assert fits[here.id].fixed == following.fixed


def test_the_words_for_what_does_not_fit() -> None:
    order = [item(0, 0, time(9, 0), 30), item(1, 0, time(9, 20), 10, fixed=True), item(2, 0, time(9, 45))]
    plan = Plan({each.id: each for each in order})
    fits = fitting(plan, planned(plan, DAY, ZONE))
    assert str(fit_words(fits[0])) == "10 min over"
    assert str(fit_sentence(fits[0])) == "Ends 10 min after the fixed start of “I1”."
    assert str(fit_words(fits[1])) == "15 min free"
    assert str(fit_sentence(fits[1])) == "15 min free before “I2” starts."


def test_a_track_must_be_done_when_everybody_meets() -> None:
    order = [
        item(0, 0, time(9, 0), 30),
        item(1, 0, None, 20, track="A"),
        item(2, 0, None, 25, track="A"),
        item(3, 0, time(9, 30), 10, fixed=True),
    ]
    plan = Plan({each.id: each for each in order})
    fits = fitting(plan, planned(plan, DAY, ZONE))
    assert set(fits) == {2}
    assert (fits[2].over, fits[2].next.id, fits[2].fixed) == (minutes(15), 3, True)


@given(plans(), plans(), st.data())
def test_an_inserted_agenda_leaves_the_present_items_as_they_are(plan: Plan, other: Plan, data: st.DataObject) -> None:
    after = data.draw(st.none() | st.sampled_from(plan.in_order()))
    others = [replace(each, title=f"New {each.id}") for each in other.in_order()]
    new = fitted(plan, others, after)
    merged, _ = rules.insert(plan, new, after.id if after else None, ())
    order = merged.in_order()
    assert [each for each in order if not each.title.startswith("New")] == [
        replace(each, position=order.index(merged.items[each.id])) for each in plan.in_order()
    ]
    assert [each.title for each in new] == [each.title for each in others]
    placed = [each for each in order if each.title.startswith("New")]
    assert [each.title for each in placed] == [each.title for each in others]
    if after is None:
        assert order[len(plan.items) :] == tuple(placed)
        assert min(each.day for each in new) > max(days(plan))
        assert [each.start for each in new] == [each.start for each in others]
    else:
        assert order[order.index(merged.items[after.id]) + 1 :][: len(new)] == tuple(placed)
        assert all(each.day == after.day and each.start is None for each in new)
