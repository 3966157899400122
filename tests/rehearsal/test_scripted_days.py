"""Days by a script: exact to the second, whatever is refused on the way."""

from __future__ import annotations

import json

from facilitator.common.texts import Translator
from facilitator.rehearsal.report import document, problems
from tests.rehearsal.days import run_scripted, times, told


def line(at: str, **do: object) -> str:
    return json.dumps({"at": at, "do": do})


def test_pause_added_time_undo_and_redo_are_exact_to_the_second() -> None:
    report = run_scripted(
        [
            line("09:00:00", type="start-day"),
            line("09:12:31", type="next"),
            line("09:20:00", type="pause"),
            line("09:24:13", type="resume"),
            line("09:30:00", type="add-time", seconds=77),
            line("09:44:00", type="next"),
            line("09:44:09", type="undo"),
            line("09:44:15", type="redo"),
            line("09:50:00", type="undo"),
            line("09:52:08", type="next"),
        ]
    )
    assert times(report) == {
        "Welcome": ("09:00:00", "09:12:31"),
        "Talk": ("09:12:31", "09:52:08"),
        "Vote": ("09:52:08", None),
        "Results": (None, None),
        "End": (None, None),
    }
    assert document(report, Translator("en"))["ended_at"] is None
    assert not list(problems(report))


def test_what_is_refused_is_in_the_log_and_changes_nothing() -> None:
    report = run_scripted(
        [
            line("08:59:00", type="next"),
            line("08:59:01", type="start-day"),
            line("08:59:02", type="resume"),
            line("08:59:03", type="start-item", item={"title": "Nowhere"}),
            line("08:59:04", type="open-ballot", ballot=7),
            line("08:59:05", type="undo"),
            line("08:59:06", type="undo"),
            line("08:59:07", type="check-in", participant="P3"),
            line("08:59:07", type="check-in", participant="P3"),
        ]
    )
    assert told(report) == [
        "08:59:00 next",
        "08:59:01 start-day REFUSED",
        "08:59:02 resume REFUSED",
        "08:59:03 start-item {'title': 'Nowhere'} REFUSED",
        "08:59:04 open-ballot 7 REFUSED",
        "08:59:05 undo",
        "08:59:06 undo REFUSED",
        "08:59:07 check-in P3",
        "08:59:07 check-in P3 REFUSED",
    ]
    assert not report.state.run.begun
    log = document(report, Translator("en"))["log"]
    assert log[0] == {"at": "2026-05-20T08:59:00+02:00", "type": "next"}
    assert log[2]["refused"] == "The clock is not paused. There is nothing to resume."


def test_a_script_may_run_over_midnight() -> None:
    report = run_scripted([line("23:50:00", type="start-day"), line("00:10:30", type="next")])
    rows = document(report, Translator("sv"))["rundown"]
    assert rows[0]["actual_start"] == "2026-05-20T23:50:00+02:00"
    assert rows[0]["actual_end"] == rows[1]["actual_start"] == "2026-05-21T00:10:30+02:00"
    assert rows[1]["planned_start"] == "2026-05-20T09:10:00+02:00"
    assert (rows[0]["fixed"], rows[0]["min_seconds"]) == (True, 300)
