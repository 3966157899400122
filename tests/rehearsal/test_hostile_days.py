"""Days that no sane host would run, reckoned a second time by `plain_day`; and what every day must keep."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import at_local, seconds, to_datetime
from facilitator.common.texts import Translator
from facilitator.desk.rundown import planned_slots
from facilitator.desk.state import State
from facilitator.rehearsal.day import Entry
from facilitator.rehearsal.report import Report, document
from facilitator.timer.rules import remaining
from tests.desk.builders import a_state
from tests.rehearsal.days import run_scripted
from tests.rehearsal.plain_day import PlainDay, PlainItem

LENGTHS = (600, 1800, 300, 0, 1200, 0)
"""Seconds; the last item is the end, and one in the middle lasts no time either."""

Line = tuple[int, dict[str, Any]]


def an_event(day: date = date(2026, 5, 20), lengths: Sequence[int] = LENGTHS, cut: Sequence[int] = ()) -> State:
    """An event whose items follow each other from 09:00 on; the end is fixed."""
    total = sum(lengths)
    items = {
        key: Item(
            *(key, key - 1, f"Item {key}", Kind.TALK if key < len(lengths) else Kind.END),
            *(seconds(length), seconds(length // 2)),
            time(9) if key == 1 else time(9 + total // 3600, total % 3600 // 60) if key == len(lengths) else None,
            fixed=key in (1, len(lengths)),
            cut=key in cut,
        )
        for key, length in enumerate(lengths, start=1)
    }
    state = a_state()
    return replace(state, plan=Plan(items), event=replace(state.event, day=day))


def as_script(lines: Sequence[Line]) -> list[str]:
    return [
        json.dumps({"at": f"{at // 3600 % 24:02}:{at // 60 % 60:02}:{at % 60:02}", "do": command})
        for at, command in lines
    ]


def check(lines: Sequence[Line], state: State) -> Report:
    """Run the script; hold its log and its rundown against the model's, and all that every day must keep."""
    report = run_scripted(as_script(lines), state)
    model = PlainDay([PlainItem(item.id, item.title, item.length // 1000, item.cut) for item in state.plan.in_order()])
    done = [model.do(at, command) for at, command in lines]
    assert [entry.refused is None for entry in report.log] == done
    written = document(report, Translator("en"))
    midnight = at_local(state.event.day, time(0), state.event.timezone)

    def told(at: int | None) -> str | None:
        if at is None:
            return None
        return to_datetime(seconds(midnight / 1000 + at), state.event.timezone).isoformat()  # type: ignore[arg-type]  # an instant is a number of ms too

    for row in written["rundown"]:
        began, ended = model.book.began.get(row["item"]), model.book.ended.get(row["item"])
        assert (row["actual_start"], row["actual_end"]) == (told(began), told(ended)), row["title"]
    assert written["ended_at"] == told(model.book.over)
    assert {item.id for item in report.state.plan.items.values() if item.cut} == model.book.cut
    clock, running = model.book.clock, report.state.run.running
    assert (clock is None) == (running is None)
    if clock is not None and running is not None:
        assert (running.item, running.added // 1000) == (clock.item, clock.added)
        assert (running.paused_at is None) == (clock.held is None)
        assert remaining(running, report.now) == 1000 * clock.left(lines[-1][0])
    undo_is_exact(report.log, state)
    assert [row["planned_start"] for row in written["rundown"]] == [
        to_datetime(slot.start, state.event.timezone).isoformat() for slot in planned_slots(state).values()
    ]
    return report


def undo_is_exact(log: Sequence[Entry], first: State) -> None:
    """Every undo gives the very state that was before the step it takes back, and redo the one after it."""
    undone: list[tuple[State, State]] = []
    done: list[tuple[State, State]] = []
    before = first
    for entry in log:
        kind = type(entry.command).__name__
        if entry.refused is not None:
            assert entry.state == before
        elif kind == "Undo":
            step = done.pop()
            assert (before, entry.state) == (step[1], step[0])
            undone.append(step)
        elif kind == "Redo":
            step = undone.pop()
            assert (before, entry.state) == step
            done.append(step)
        elif entry.state != before:
            done.append((before, entry.state))
            undone.clear()
        before = entry.state


ITEMS = st.integers(1, len(LENGTHS))
COMMANDS = st.one_of(
    *(st.just({"type": kind}) for kind in ("start-day", "next", "previous", "pause", "resume", "undo", "redo")),
    *(st.just({"type": kind}) for kind in ("next", "undo", "redo")),  # more often than the others
    st.builds(lambda item: {"type": "next", "item": item}, ITEMS),
    st.builds(lambda item: {"type": "start-item", "item": item}, st.integers(0, len(LENGTHS) + 1)),
    st.builds(lambda item: {"type": "start-item", "item": {"title": f"ITEM {item}"}}, ITEMS),
    st.builds(lambda count: {"type": "add-time", "seconds": count}, st.integers(-2000, 2000) | st.just(90_000)),
    st.builds(lambda count: {"type": "started-ago", "seconds": count}, st.integers(-5, 2000)),
    st.builds(lambda item, cut: {"type": "cut-item", "item": item, "cut": cut}, ITEMS, st.booleans()),
)
LINES = st.lists(st.tuples(st.sampled_from((0, 1, 2, 7, 61, 600, 1801)), COMMANDS), min_size=1, max_size=40)


@settings(max_examples=250, deadline=None)
@given(LINES)
def test_any_script_comes_to_what_the_model_says(steps: list[tuple[int, dict[str, Any]]]) -> None:
    at = 8 * 3600
    lines = []
    for gap, command in steps:
        at += gap
        lines.append((at, command))
    check(lines, an_event())


def at(clock: str, kind: str, **fields: Any) -> Line:
    hour, minute, second = clock.split(":")
    return int(hour) * 3600 + int(minute) * 60 + int(second), {"type": kind, **fields}


NINE = at("09:00:00", "start-day")

HOSTILE: dict[str, list[Line]] = {
    "undo of everything, and everything again": [
        NINE,
        *(at(f"09:{minute:02}:07", "next") for minute in range(1, 6)),
        *(at("09:30:00", "undo") for _ in range(9)),
        *(at("09:31:00", "redo") for _ in range(9)),
    ],
    "back from the end": [
        NINE,
        *(at(f"10:0{minute}:00", "next") for minute in range(6)),
        at("10:10:00", "previous"),
        at("10:11:11", "next"),
        at("10:12:00", "undo"),
        at("10:13:00", "pause"),
        at("10:14:00", "next"),
    ],
    "the end is started, and then an item": [
        NINE,
        at("09:01:00", "start-item", item=6),
        at("09:01:01", "next"),
        at("09:02:00", "start-item", item={"title": "item 2 "}),
        at("09:03:00", "next"),
        at("09:03:30", "start-item", item=2),
        at("09:04:00", "undo"),
        at("09:05:00", "undo"),
    ],
    "paused over its end and over midnight": [
        at("23:50:00", "start-day"),
        at("23:55:00", "pause"),
        at("24:30:00", "add-time", seconds=-301),
        at("24:30:00", "add-time", seconds=-300),
        at("24:30:01", "add-time", seconds=-1),
        at("24:31:00", "resume"),
        at("24:31:00", "started-ago", seconds=2460),
        at("24:40:59", "undo"),
        at("24:41:00", "next"),
    ],
    "it began before the item ahead of it": [
        NINE,
        at("09:10:00", "next"),
        at("09:12:00", "started-ago", seconds=721),
        at("09:12:00", "started-ago", seconds=720),
        at("09:12:01", "started-ago", seconds=0),
        at("09:12:02", "previous"),
        at("09:12:03", "started-ago", seconds=60),
        at("09:12:04", "undo"),
    ],
    "cut while it runs, cut ahead, cut and started": [
        NINE,
        at("09:01:00", "cut-item", item=1),
        at("09:02:00", "cut-item", item=2),
        at("09:03:00", "next"),
        at("09:04:00", "previous"),
        at("09:05:00", "start-item", item=2),
        at("09:06:00", "undo"),
        at("09:07:00", "previous"),
        at("09:08:00", "redo"),
        at("09:09:00", "cut-item", item=6),
        at("09:10:00", "start-item", item=5),
        at("09:11:00", "next"),
        at("09:12:00", "next"),
    ],
    "refusals from end to end": [
        at("08:00:00", "previous"),
        at("08:00:00", "pause"),
        at("08:00:00", "next", item=1),
        at("08:00:00", "undo"),
        at("08:00:00", "add-time", seconds=0),
        at("08:00:00", "started-ago", seconds=0),
        NINE,
        at("09:00:00", "start-day"),
        at("09:00:00", "next", item=2),
        at("09:00:00", "redo"),
        at("09:00:00", "start-item", item={"title": "Item 7"}),
        at("09:00:00", "resume"),
    ],
    "two at one moment, and the third began later": [
        NINE,
        at("09:00:00", "next"),
        at("09:00:00", "next"),
        at("09:00:01", "started-ago", seconds=0),
    ],
    "it began before the day had ended": [
        NINE,
        at("09:30:00", "start-item", item=6),
        at("09:40:00", "start-item", item=2),
        at("09:40:00", "started-ago", seconds=900),
        at("09:40:01", "undo"),
        at("09:41:00", "started-ago", seconds=660),
        at("09:42:00", "started-ago", seconds=61),
    ],
    "an item after the day, begun before the day was over": [
        NINE,
        at("09:05:00", "cut-item", item=6),
        at("09:10:00", "start-item", item=5),
        at("09:20:00", "next"),
        at("09:30:00", "start-item", item=2),
        at("09:30:00", "started-ago", seconds=1201),
        at("09:30:00", "started-ago", seconds=700),
    ],
    "a pause before the item is said to have begun": [
        NINE,
        at("09:01:00", "pause"),
        at("09:03:00", "resume"),
        at("09:04:00", "started-ago", seconds=60),
        at("09:05:00", "pause"),
        at("09:06:00", "started-ago", seconds=90),
        at("09:07:00", "resume"),
    ],
    "a new step after an undo": [
        NINE,
        at("09:05:00", "next"),
        at("09:06:00", "undo"),
        at("09:07:00", "add-time", seconds=60),
        at("09:08:00", "redo"),
        at("09:09:00", "next", item=1),
        at("09:09:00", "undo"),
        at("09:09:00", "undo"),
        at("09:09:00", "undo"),
        at("09:09:00", "undo"),
        at("09:10:00", "start-day"),
    ],
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("day", [date(2026, 5, 20), date(2026, 3, 28), date(2026, 10, 24)], ids=str)
def test_a_hostile_day(name: str, day: date) -> None:
    lines = HOSTILE[name]
    first = check(lines, an_event(day))
    assert check(lines, an_event(day)).log == first.log
