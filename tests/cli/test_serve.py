"""`serve`: its first line, the commands of section 6 from staff phones, and a day that survives being killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from facilitator.app.session import Session

from .program import copied, done, run
from .served import Serving, serve

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")


@pytest.fixture(scope="module")
def serving(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for the tests of this module, ended by Ctrl-C."""
    running = serve(copied(sample, tmp_path_factory.mktemp("served")))
    try:
        yield running
        assert running.end(signal.SIGINT) == (0, "")
    finally:
        running.kill()


Start = Callable[..., Serving]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts servers that do not outlive the test."""
    with ExitStack() as stack:

        def started(event: Path, port: int = 0) -> Serving:
            running = serve(event, port)
            stack.callback(running.kill)
            return running

        yield started


def test_the_first_line_tells_all_that_a_script_needs(serving: Serving) -> None:
    first = serving.first
    assert first.keys() == {"url", "staff_url", "staff_key", "pid"}
    assert first["pid"] == serving.process.pid
    assert first["staff_url"].startswith(first["url"])
    assert first["staff_key"] in first["staff_url"].partition("#")[2]
    with httpx.Client(base_url=first["url"], trust_env=False) as anybody:
        assert "<html" in anybody.get("/").text
        assert first["staff_key"] not in anybody.get("/api/state").text
        assert anybody.post("/api/staff/commands", json={"type": "next"}).status_code == 401


def test_a_served_event_is_held(serving: Serving, sample: Path) -> None:
    with_it = run("serve", sample, "--port", serving.first["url"].rpartition(":")[2], "--host", "127.0.0.1", "--json")
    assert with_it.status == 1
    assert with_it.json["problem"] in with_it.err


def test_a_day_steered_from_a_staff_phone(serving: Serving) -> None:
    items = [row["item"] for row in serving.state()["rundown"]]

    def now() -> Any:
        found = serving.state()["now"]
        return found and found["item"]

    version = serving.done("start-day")["version"]
    assert now() == items[0]
    assert serving.done("next")["version"] == version + 1
    assert now() == items[1]
    serving.done("previous")
    assert now() == items[0]
    serving.done("start-item", item=items[3])
    assert now() == items[3]
    serving.done("undo")
    assert now() == items[0]
    serving.done("redo")
    assert now() == items[3]
    serving.done("start-item", item={"title": serving.state()["rundown"][4]["title"]})
    assert now() == items[4]

    serving.done("pause")
    assert serving.state()["now"]["paused"] is True
    serving.done("resume")
    before = serving.state()["now"]["ends_at"]
    serving.done("add-time", seconds=90)
    assert serving.state()["now"]["ends_at"] != before
    serving.done("undo")

    serving.done("show", scene="teams")
    serving.done("message", text="Lunch är serverad")
    assert serving.state()["stage"]["message"] == "Lunch är serverad"
    serving.done("add-time", seconds=40_000)
    assert serving.done("replan-preview")["result"], "eleven hours late, whatever the clock says"
    serving.done("undo")


def test_people_and_teams_from_a_staff_phone(serving: Serving) -> None:
    attendance = {person["id"]: person["attendance"] for person in serving.state()["participants"]}
    assert attendance[5] == "registered"
    serving.done("check-in", participant=5)
    serving.done("mark-absent", participant=6)
    came = serving.done("add-walk-in", name="Siv Ström", organisation="Myndighet Z", id="W-1")["result"]
    attendance = {person["id"]: person["attendance"] for person in serving.state()["participants"]}
    assert (attendance[5], attendance[6], attendance[came]) == ("checked-in", "absent", "checked-in")
    assert serving.do("check-in", participant="W-1").status_code == 409, "the list's id names them; they are here"

    serving.done("move-participant", participant=5, team=9)
    assert 5 in next(team["members"] for team in serving.state()["teams"] if team["number"] == 9)


def test_a_ballot_from_draft_to_result(serving: Serving) -> None:
    def phase() -> Any:
        return next(one["state"] for one in serving.state()["ballots"] if one["id"] == 2)

    assert phase() == "draft"
    for command, after in (("open-ballot", "open"), ("close-ballot", "closed"), ("reveal-result", "revealed")):
        serving.done(command, ballot=2)
        assert phase() == after
    assert "result" in next(one for one in serving.state()["ballots"] if one["id"] == 2)


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ({"type": "start-item", "item": 9999}, "9999"),
        ({"type": "start-item", "item": {"title": "Nope"}}, "Nope"),
        ({"type": "check-in", "participant": "Q404"}, "Q404"),
        ({"type": "mark-absent", "participant": 10**12}, str(10**12)),
        ({"type": "mark-absent", "participant": 10**18}, "too large"),
        ({"type": "move-participant", "participant": 1, "team": 99}, "99"),
        ({"type": "open-ballot", "ballot": 77}, "77"),
        ({"type": "add-time", "seconds": -100_000}, ""),
        ({"type": "add-time", "seconds": "soon"}, "seconds"),
        ({"type": "started-ago", "seconds": -1}, ""),
        ({"type": "replan-apply", "option": "x"}, "x"),
        ({"type": "show", "scene": "cat video"}, "cat video"),
        ({"type": "add-walk-in", "name": " "}, ""),
        ({"type": "next", "speed": 3}, "speed"),
        ({"type": "dance"}, "dance"),
        ({}, "type"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    command: dict[str, Any], named: str, serving: Serving
) -> None:
    version = serving.state()["version"]
    answer = serving.client.post("/api/staff/commands", json=command)
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert named in answer.json()["detail"]
    assert serving.state()["version"] == version


def test_the_day_stands_where_it_stood(day: Path, start: Start, tmp_path: Path) -> None:
    first = start(day)
    first.done("start-day")
    first.done("next")
    first.done("check-in", participant=7)
    stood = first.state()

    refusal = run("check", day, "--json")
    assert (refusal.status, f"pid {first.process.pid}" in refusal.err) == (1, True)

    (tmp_path / "usb").mkdir()
    copy = copied(day, tmp_path / "usb", "copy.hackday")
    with Session(copy) as session:
        assert session.desk.version == stood["version"]
        running = session.desk.state.run.running
        assert running is not None
        assert running.item == stood["now"]["item"]
        assert session.desk.state.roster.people[7].attendance == "checked-in"

    assert first.end(signal.SIGKILL)[0] == -signal.SIGKILL
    again = start(day, port=int(first.first["url"].rpartition(":")[2]))
    assert again.seconds < first.seconds + 3, "what was killed must not hold up who comes after"
    assert again.first["staff_key"] == first.first["staff_key"]
    found = again.state()
    assert {key: found[key] for key in ("version", "participants", "teams")} == {
        key: stood[key] for key in ("version", "participants", "teams")
    }
    assert found["now"]["item"] == stood["now"]["item"]
    assert found["now"]["ends_at"] == stood["now"]["ends_at"]
    again.done("undo")
    assert again.state()["participants"][6]["attendance"] == "registered"
    assert again.end(signal.SIGTERM) == (0, "")
    assert done("check", day, "--json").json["ok"]
    assert not os.path.exists(f"{day}-wal") or os.path.getsize(f"{day}-wal") == 0
