"""Re-plans, changes of the clocks, long agendas, faulty scripts: what a day by a script promises whatever happens."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import minutes, seconds
from facilitator.common.errors import Unreadable
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.rehearsal.report import document
from tests.desk.builders import a_state
from tests.rehearsal.days import run_scripted
from tests.rehearsal.test_hostile_days import undo_is_exact

Row = dict[str, Any]

OPTIONS = ("by-priority", "evenly", 1, 2, 3)


def rows_of(lines: Sequence[str], state: State) -> list[Row]:
    rows: list[Row] = document(run_scripted(lines, state), Translator("en"))["rundown"]
    return rows


def line(at: datetime, kind: str, **fields: object) -> str:
    return json.dumps({"at": f"{at:%H:%M:%S}", "do": {"type": kind, **fields}})


def instant(written: str | None) -> datetime:
    assert written is not None
    return datetime.fromisoformat(written)


@st.composite
def agendas(draw: st.DrawFn, largest: int = 12) -> State:
    """Items that follow each other from 09:00 on without a gap, every fourth or so fixed, the last one too."""
    lengths = draw(st.lists(st.integers(1, 40), min_size=3, max_size=largest))
    items, minute = {}, 9 * 60
    for key, length in enumerate([*lengths, 0], start=1):
        fixed = key in (1, len(lengths) + 1) or draw(st.integers(0, 3)) == 0
        kind = draw(st.sampled_from((Kind.TALK, Kind.BREAK, Kind.WORK, Kind.PITCHES)))
        items[key] = Item(
            *(key, key - 1, f"Item {key}", kind if key <= len(lengths) else Kind.END),
            *(minutes(length), seconds(draw(st.integers(0, length * 60)))),
            time(minute // 60, minute % 60) if fixed else None,
            fixed=fixed,
            priority=draw(st.integers(1, 5)),
        )
        minute += length
    return replace(a_state(), plan=Plan(items))


@settings(max_examples=100, deadline=None)
@given(agendas(), st.integers(0, 3), st.integers(1, 1500), st.sampled_from(OPTIONS))
def test_fixed_starts_are_kept_after_a_re_plan_if_they_can_be(
    state: State, before: int, late: int, option: str | int
) -> None:
    """The host follows the new plan to the second; what can be reached with least lengths is reached on time."""
    items = state.plan.in_order()
    before = min(before, len(items) - 2)
    starts = [instant(row["planned_start"]) for row in rows_of(['{"at":"08:00","do":{"type":"undo"}}'], state)]
    presses = [line(starts[0], "start-day"), *(line(start, "next") for start in starts[1 : before + 1])]
    replanned = starts[before + 1] + timedelta(seconds=late)
    script = [
        *presses,
        line(replanned, "add-time", seconds=0),
        line(replanned, "replan-apply", option=option),
        line(replanned, "undo"),
        line(replanned, "redo"),
    ]
    report = run_scripted(script, state)
    undo_is_exact(report.log, state)
    assume(report.log[-3].refused is None)
    rows = document(report, Translator("en"))["rundown"]
    for item, row in zip(items, rows, strict=True):
        length = (instant(row["scheduled_end"]) - instant(row["scheduled_start"])).total_seconds()
        assert length >= row["min_seconds"] or (report.state.plan.items[item.id].cut and length == 0)
        assert not item.fixed or row["scheduled_start"] == row["planned_start"]
        assert not (item.fixed and report.state.plan.items[item.id].cut)
    assert instant(rows[before]["scheduled_end"]) == replanned
    kept = [row for row in rows[before + 1 :] if not report.state.plan.items[row["item"]].cut]
    reachable, in_time = replanned, True
    for row in kept:  # as early as least lengths allow, never before a fixed start
        if row["fixed"]:
            in_time = in_time and reachable <= instant(row["planned_start"])
            reachable = max(reachable, instant(row["planned_start"]))
        reachable += timedelta(seconds=row["min_seconds"])
    if not in_time:
        return
    for row, following in pairwise([rows[before], *kept]):
        gap = instant(following["scheduled_start"]) - instant(row["scheduled_end"])
        assert gap >= timedelta(0) if following["fixed"] else gap == timedelta(0)
    followed = rows_of([*script, *(line(instant(row["scheduled_start"]), "next") for row in kept)], state)
    for row in followed:
        if row["item"] > before + 1 and row["actual_start"] is not None:
            assert row["actual_start"] == row["scheduled_start"]
            assert not row["fixed"] or row["actual_start"] == row["planned_start"]
    assert followed[-1]["actual_start"] == rows[-1]["planned_start"]


@pytest.mark.parametrize(
    ("day", "end"), [(date(2026, 3, 29), "05:30:00+02:00"), (date(2026, 10, 25), "03:30:00+01:00")]
)
def test_three_hours_last_three_hours_in_the_nights_when_the_clocks_change(day: date, end: str) -> None:
    items = {
        1: Item(1, 0, "Night", Kind.WORK, minutes(180), minutes(60), time(1, 30)),
        2: Item(2, 1, "Rest", Kind.BREAK, minutes(10), minutes(5)),
    }
    state = replace(a_state(), plan=Plan(items))
    state = replace(state, event=replace(state.event, day=day))
    script = [
        '{"at":"01:30:00","do":{"type":"start-day"}}',
        '{"at":"01:40:00","do":{"type":"add-time","seconds":60}}',
        '{"at":"03:10:00","do":{"type":"add-time","seconds":-60}}',
        f'{{"at":"{end[:8]}","do":{{"type":"next"}}}}',
    ]
    report = run_scripted(script, state)
    rows = document(report, Translator("en"))["rundown"]
    assert rows[0]["planned_end"] == rows[0]["actual_end"] == f"{day}T{end}"
    assert (instant(rows[0]["actual_end"]) - instant(rows[0]["actual_start"])).total_seconds() == 3 * 3600
    assert rows[1]["actual_start"] == f"{day}T{end}"


def test_the_hour_that_comes_twice_can_be_written_twice() -> None:
    state = a_state()
    state = replace(state, event=replace(state.event, day=date(2026, 10, 25)))
    script = [f'{{"at":"{at}","do":{{"type":"next"}}}}' for at in ("02:10", "02:50", "02:20", "03:05")]
    rows = rows_of(script, state)
    assert [row["actual_start"] for row in rows[:4]] == [
        *("2026-10-25T02:10:00+02:00", "2026-10-25T02:50:00+02:00"),
        *("2026-10-25T02:20:00+01:00", "2026-10-25T03:05:00+01:00"),
    ]


def test_sixty_items_to_the_second() -> None:
    items = {
        key: Item(key, key - 1, f"Item {key}", Kind.TALK, seconds(421), seconds(120), time(9) if key == 1 else None)
        for key in range(1, 60)
    }
    items[60] = Item(60, 59, "End", Kind.END, minutes(0), minutes(0), time(15, 55), fixed=True)
    state = replace(a_state(), plan=Plan(items))
    nine = datetime(2026, 5, 20, 9, tzinfo=ZoneInfo("Europe/Stockholm"))
    script = [line(nine, "start-day")]
    for key in range(1, 30):
        script.append(line(nine + timedelta(seconds=key * 433), "next", item=key))
    at = nine + timedelta(seconds=29 * 433 + 100)
    script += [line(at, kind) for kind in ("previous", "undo", "replan-preview")]
    script += [line(at, "replan-apply", option="evenly"), line(at, "undo"), line(at, "redo")]
    report = run_scripted(script, state)
    undo_is_exact(report.log, state)
    assert not [entry for entry in report.log if entry.refused]
    rows = document(report, Translator("en"))["rundown"]
    for key in range(1, 30):
        assert instant(rows[key]["actual_start"]) == nine + timedelta(seconds=key * 433)
    assert rows[59]["scheduled_start"] == rows[59]["planned_start"]
    early = instant(rows[59]["scheduled_start"]) - instant(rows[58]["scheduled_end"])
    assert timedelta(0) <= early < timedelta(minutes=1)  # an even share is taken in whole minutes


@pytest.mark.parametrize(
    ("faulty", "said"),
    [
        ("{", "it is not JSON"),
        ("[1]", "no object"),
        ('{"at":"09:00"}', "no object"),
        ('{"at":"09:60","do":{"type":"next"}}', "“09:60” is not a local time of day"),
        ('{"at":"09:00:00+02:00","do":{"type":"next"}}', "is not a local time of day"),
        ('{"at":540,"do":{"type":"next"}}', "is not a local time of day"),
        ('{"at":"08:59:59","do":{"type":"next"}}', "earlier than the line before"),
        ('{"at":"09:00:01","do":{"type":"nxt"}}', "nxt"),
        ('{"at":"09:00:01","do":"next"}', ""),
        ('{"at":"09:00:01","do":{"type":"next","itm":3}}', "itm"),
        ('{"at":"09:00:01","do":{"type":"next","item":"three"}}', "item"),
        ('{"at":"09:00:01","do":{"type":"add-time"}}', "seconds"),
        ('{"at":"09:00:01","do":{"type":"add-time","seconds":1.5}}', "seconds"),
        ('{"at":"09:00:01","do":{"type":"add-time","seconds":1e400}}', "seconds"),
        ('{"at":"09:00:01","do":{"type":["next"]}}', ""),
        ("\x00", "it is not JSON"),
    ],
)
def test_a_bad_line_is_named_by_its_number(faulty: str, said: str) -> None:
    script = ["# the morning", "", '{"at":"09:00:00","do":{"type":"start-day"}}', faulty]
    with pytest.raises(Unreadable) as refused:
        run_scripted(script)
    assert "Line 4 of the script" in str(refused.value)
    assert said in str(refused.value)


def test_a_fixed_item_is_never_the_one_to_leave_out() -> None:
    """The break matters least and is long enough, but it is fixed; the work after it goes."""
    items = {
        1: Item(1, 0, "Talk", Kind.TALK, minutes(20), minutes(20), time(9)),
        2: Item(2, 1, "Break", Kind.BREAK, minutes(30), minutes(30), time(9, 20), fixed=True, priority=1),
        3: Item(3, 2, "Work", Kind.WORK, minutes(30), minutes(30), priority=5),
        4: Item(4, 3, "End", Kind.END, minutes(0), minutes(0), time(10, 10), fixed=True),
    }
    report = run_scripted(
        ['{"at":"09:00","do":{"type":"start-day"}}', '{"at":"09:01","do":{"type":"replan-apply","option":3}}'],
        replace(a_state(), plan=Plan(items)),
    )
    assert report.log[-1].refused is None
    assert [item.title for item in report.state.plan.in_order() if item.cut] == ["Work"]
