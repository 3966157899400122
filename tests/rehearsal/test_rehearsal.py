"""Whole rehearsals from the command line: the sample day with eighty phones, and what is refused."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facilitator.app import rehearsal
from facilitator.app.session import Session
from facilitator.app.templates import Template, create
from facilitator.cli.main import run
from facilitator.cli.output import DONE, REFUSED
from facilitator.timer.commands import Next, StartDay

Rehearse = Callable[..., tuple[int, str, str]]

STARTS = [
    *("08:30", "09:00", "09:10", "09:35", "09:43", "09:51", "09:59", "10:07", "10:22", "10:37"),
    *("11:27", "12:27", "13:27", "14:12", "14:27", "15:13", "15:23", "15:35", "15:55"),
]


DAY_SECONDS = (7 * 60 + 25) * 60
"""From 08:30 to 15:55."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("event") / "sample.hackday"
    create(path, sample=True, language="sv", day=date(2026, 5, 20))
    return path


@pytest.fixture
def rehearse(capsys: pytest.CaptureFixture[str]) -> Rehearse:
    def carry_out(event: Path, *arguments: str) -> tuple[int, str, str]:
        status = run(["--language", "en", "rehearse", str(event), *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return carry_out


def script(folder: Path, *lines: str) -> str:
    path = folder / "day.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_the_sample_day_with_eighty_phones_twice(sample: Path, rehearse: Rehearse) -> None:
    before = sample.read_bytes()
    status, printed, said = rehearse(sample, "--instant", "--phones", "80", "--json")
    report: dict[str, Any] = json.loads(printed)
    assert (status, said) == (DONE, "")
    assert report["votes"] == {"sent": 165, "acknowledged": 165, "counted": 165}
    assert [row["actual_start"] for row in report["rundown"]] == [f"2026-05-20T{at}:00+02:00" for at in STARTS]
    assert [row["actual_start"] for row in report["rundown"]] == [row["planned_start"] for row in report["rundown"]]
    assert [row["actual_end"] for row in report["rundown"]] == [row["scheduled_end"] for row in report["rundown"]]
    assert report["ended_at"] == "2026-05-20T15:55:00+02:00"
    assert [result["ballots"] for result in report["results"]] == [80, 5, 80]
    assert all(result["ranking"] and result["title"] for result in report["results"])
    assert not [entry for entry in report["log"] if "refused" in entry]
    assert [entry["type"] for entry in report["log"]].count("check-in") == 80

    assert rehearse(sample, "--instant", "--phones", "80", "--json") == (status, printed, said)
    assert sample.read_bytes() == before
    assert {path.name for path in sample.parent.iterdir()} <= {sample.name, sample.name + ".lock"}


def test_people_read_a_line_for_each_happening(sample: Path, rehearse: Rehearse) -> None:
    status, printed, said = rehearse(sample, "--instant", "--phones", "3")
    assert (status, said) == (DONE, "")
    lines = printed.splitlines()
    assert lines[1] == "08:30:00  80 people checked in"
    assert "10:37:00  Lagarbete 1: förstå (on time)" in lines
    assert [line[:22] for line in lines].count("15:13:00  Voting opens") == 2
    assert lines[-2:] == [
        "Votes: 11 sent, 11 acknowledged, 11 counted.",
        "The rehearsal went well. The event itself is as it was.",
    ]


def test_a_script_votes_too_and_ends_with_its_last_line(sample: Path, rehearse: Rehearse, tmp_path: Path) -> None:
    lines = (
        '{"at":"09:00","do":{"type":"open-ballot","ballot":1}}',
        '{"at":"09:00","do":{"type":"close-ballot","ballot":1}}',
        '{"at":"09:00","do":{"type":"reveal-result","ballot":1}}',
        '{"at":"09:01","do":{"type":"open-ballot","ballot":2}}',
    )
    status, printed, _ = rehearse(sample, "--instant", "--phones", "20", "--json", "--script", script(tmp_path, *lines))
    report = json.loads(printed)
    assert status == DONE
    assert [entry["type"] for entry in report["log"]] == ["open-ballot", "close-ballot", "reveal-result", "open-ballot"]
    assert report["votes"] == {"sent": 25, "acknowledged": 25, "counted": 25}
    assert [result["ballots"] for result in report["results"]] == [20]
    assert report["ended_at"] is None


def test_an_event_that_is_open_and_has_been_tried_out_is_rehearsed_from_its_morning(
    sample: Path, rehearse: Rehearse, tmp_path: Path
) -> None:
    tried = Path(shutil.copy(sample, tmp_path / "tried.hackday"))
    with Session(tried) as session:
        session.desk.do(StartDay())
        session.desk.do(Next())
        version = session.desk.version
        status, printed, _ = rehearse(tried, "--instant", "--json")
        assert session.desk.version == version
        session.desk.do(Next())
    report = json.loads(printed)
    assert status == DONE
    assert report["rundown"][0]["actual_start"] == "2026-05-20T08:30:00+02:00"
    assert report["votes"] == {"sent": 0, "acknowledged": 0, "counted": 0}


def test_a_faster_clock_takes_as_long_as_it_says(sample: Path, rehearse: Rehearse) -> None:
    began = time.monotonic()
    status, printed, _ = rehearse(sample, "--speed", "30000", "--json")
    took = time.monotonic() - began
    report = json.loads(printed)
    assert status == DONE
    assert took >= DAY_SECONDS / 30_000
    assert all("." not in entry["at"] for entry in report["log"])
    late = [row["actual_start"] >= row["planned_start"] for row in report["rundown"]]
    assert all(late)


def test_an_event_without_people_runs_all_the_same(rehearse: Rehearse, tmp_path: Path) -> None:
    path = tmp_path / "empty.hackday"
    create(path, Template.SKILLS360, language="en", day=date(2026, 5, 20))
    status, printed, _ = rehearse(path, "--instant", "--phones", "80", "--json")
    report = json.loads(printed)
    assert status == DONE
    assert report["votes"] == {"sent": 0, "acknowledged": 0, "counted": 0}
    refused = [entry for entry in report["log"] if "refused" in entry]
    assert [entry["type"] for entry in refused] == ["open-ballot", "open-ballot"]
    assert "nothing to vote for" in refused[0]["refused"]


def test_an_event_without_an_agenda_is_told_what_is_missing(rehearse: Rehearse, tmp_path: Path) -> None:
    path = tmp_path / "blank.hackday"
    create(path, Template.BLANK, language="en", day=date(2026, 5, 20))
    status, printed, said = rehearse(path, "--instant", "--json")
    assert status == REFUSED
    assert json.loads(printed)["rundown"] == []
    assert "agenda is empty" in said


@pytest.mark.parametrize("content", [None, b"", b"plain text", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_event_is_refused(content: bytes | None, rehearse: Rehearse, tmp_path: Path) -> None:
    path = tmp_path / "no.hackday"
    if content is not None:
        path.write_bytes(content)
    status, printed, said = rehearse(path, "--instant", "--json")
    assert status == REFUSED
    assert "no.hackday" in said
    assert json.loads(printed)["problem"] in said
    assert path.exists() == (content is not None)


def test_a_fault_in_the_script_is_named_before_anything_runs(sample: Path, rehearse: Rehearse, tmp_path: Path) -> None:
    wrong = script(tmp_path, '{"at":"09:00","do":{"type":"start-day"}}', '{"at":"09:01","do":{"type":"nxt"}}')
    status, printed, said = rehearse(sample, "--instant", "--json", "--script", wrong)
    assert status == REFUSED
    assert "Line 2 of the script" in said
    assert "log" not in json.loads(printed)


def test_breaking_it_off_leaves_the_event_as_it_was(
    sample: Path, rehearse: Rehearse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rehearsal, "run_day", interrupted)
    status, printed, said = rehearse(sample, "--instant", "--phones", "2")
    assert (status, printed) == (REFUSED, "")
    assert "broken off" in said
