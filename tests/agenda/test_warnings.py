"""When an item's clock changes its look, if nobody has said so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.checking import LONGEST_ITEM, checked
from facilitator.agenda.commands import AddItem, ChangeItem
from facilitator.agenda.model import Item, Kind, Plan
from facilitator.agenda.rules import add, change
from facilitator.agenda.templates import TemplateName, agenda_template
from facilitator.agenda.warnings import has_usual_warnings, usual_warnings, with_warnings
from facilitator.common.clock import Duration, minutes, seconds


@pytest.mark.parametrize(
    ("length", "warning", "danger"),
    [
        (minutes(8), seconds(96), seconds(48)),
        (minutes(10), minutes(2), minutes(1)),
        (minutes(25), minutes(5), minutes(1)),
        (minutes(60), minutes(5), minutes(1)),
        (seconds(3), seconds(0), seconds(0)),
        (minutes(0), minutes(0), minutes(0)),
    ],
)
def test_usual_warnings(length: Duration, warning: Duration, danger: Duration) -> None:
    assert usual_warnings(length) == (warning, danger)


@settings(deadline=None)
@given(st.integers(0, LONGEST_ITEM // 1000), st.none() | st.integers(0, 3600), st.none() | st.integers(0, 3600))
def test_what_is_given_stays_and_the_other_makes_room(length: int, first: int | None, last: int | None) -> None:
    if first is not None and last is not None:
        last = min(first, last)
    item = Item(1, 0, "A", Kind.TALK, seconds(length), seconds(0))
    warned = with_warnings(item, None if first is None else seconds(first), None if last is None else seconds(last))
    assert first is None or warned.warning == seconds(first)
    assert last is None or warned.danger == seconds(last)
    assert checked(warned, ()) is warned
    if first is None and last is None:
        assert warned.warning <= seconds(length) / 5


def test_items_of_templates_and_added_ones_are_warned_by_their_length() -> None:
    for name in TemplateName:
        assert all(has_usual_warnings(item) for item in agenda_template(name, "en"))
    plan, identifier = add(Plan(), AddItem("Short", seconds=480), ())
    assert (plan.items[identifier].warning, plan.items[identifier].danger) == (seconds(96), seconds(48))


def test_usual_warnings_follow_a_new_length_and_chosen_ones_stay() -> None:
    plan, identifier = add(Plan(), AddItem("Talk", seconds=3600), ())
    shorter = change(plan, ChangeItem(identifier, seconds=480), ()).items[identifier]
    assert (shorter.warning, shorter.danger) == (seconds(96), seconds(48))
    chosen = change(plan, ChangeItem(identifier, seconds=480, warning_seconds=120), ()).items[identifier]
    assert (chosen.warning, chosen.danger) == (seconds(120), seconds(48))
    kept = replace(plan, items={identifier: chosen})
    longer = change(kept, ChangeItem(identifier, seconds=3600), ()).items[identifier]
    assert (longer.warning, longer.danger) == (seconds(120), seconds(48))
