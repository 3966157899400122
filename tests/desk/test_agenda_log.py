"""The run log and the table of times: what happened, by whom, in words, and nobody's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.agenda.commands import CutItem, RemoveItem, ReplanApply
from facilitator.common.texts import Translator
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.run_log import Line, log_table, run_log, times_table
from facilitator.desk.step_words import said
from facilitator.desk.vocabulary import COMMANDS
from facilitator.participants.commands import AddWalkIn
from facilitator.stage.commands import Message
from facilitator.timer.commands import AddTime, Next, Pause, Resume, StartDay, StartedAgo
from facilitator.voting.commands import CloseBallot, PutBallot
from tests.desk.builders import AUDIENCE, RESULTS, a_ballot, event_on_disk, open_session
from tests.fakes import FakeClock


def a_day(path: Path) -> tuple[list[Line], list[tuple[str, str, str]], list[tuple[object, ...]]]:
    """A day with a bit of everything: its log, the log's rows without time, and the rows of the table of times."""
    clock = FakeClock()
    clock.pass_(hours=1)
    tr = Translator("en")
    with open_session(event_on_disk(path), clock) as session:
        desk = session.desk
        desk.do(PutBallot(a_ballot()))
        for command, by, passes in (
            (StartDay(), "host", 300),
            (Pause(), "host", 60),
            (Resume(), "Anna", 0),
            (AddTime(90), "Anna", 0),
            (AddTime(-30), "host", 600),
            (Next(), "staff", 60),
            (StartedAgo(30), "host", 0),
            (ReplanApply("evenly"), "host", 0),
            (Undo(), "host", 0),
            (Redo(), "host", 0),
            (CutItem(RESULTS), "host", 0),
            (AddWalkIn("Åsa Hemlig"), "staff", 0),
            (Message("Ring Åsa Hemlig"), "host", 1200),
            (Next(), "host", 0),
            (CloseBallot(AUDIENCE), "host", 60),
            (CutItem(RESULTS, cut=False), "host", 0),
            (RemoveItem(RESULTS), "host", 0),
            (Next(), "host", 0),
        ):
            desk.do(command, by)
            clock.pass_(seconds=passes)
        lines = list(run_log(session.file.history(), desk.state))
        headings, rows = log_table(lines, desk.state, tr)
        assert len(headings) == len(rows[0])
        times_headings, times = times_table(desk.state, clock.now(), tr)
        assert all(len(row) == len(times_headings) for row in times)
        return lines, [(str(by), str(what), str(item)) for _, _, by, what, item in rows], list(times)


def test_all_that_happened_in_words(tmp_path: Path) -> None:
    lines, rows, _ = a_day(tmp_path / "day.hackday")
    assert [row for row in rows if row[0] != "Host" or "Shown" not in row[1]][1:] == [
        ("Host", "The day was started", ""),
        ("Host", "Began", "Welcome"),
        ("Host", "Paused", ""),
        ("Anna", "Went on after a pause", ""),
        ("Anna", "1:30 added", ""),
        ("Host", "0:30 taken away", ""),
        ("Second host", "Next", ""),
        ("Second host", "Ended", "Welcome"),
        ("Second host", "Began", "Talk"),
        ("Host", "Began 0:30 earlier than it was told", ""),
        ("Host", "Re-planned (evenly)", ""),
        ("Host", "Undone: Re-planned (evenly)", ""),
        ("Host", "Done again: Re-planned (evenly)", ""),
        ("Host", "An item was cut", "Results"),
        ("Second host", "A walk-in was added", ""),
        ("Host", "A message was shown", ""),
        ("Host", "Next", ""),
        ("Host", "Ended", "Talk"),
        ("Host", "Began", "Vote"),
        ("Host", "Voting opened: “Audience prize”", "Vote"),
        ("Host", "Voting closed: “Audience prize”", "Vote"),
        ("Host", "An item is no longer cut", "Results"),
        ("Host", "An item was removed", "Results"),
        ("Host", "Next", ""),
        ("Host", "Ended", "Vote"),
        ("Host", "Began", "End"),
        ("Host", "The day ended", ""),
    ]
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert "Hemlig" not in str(rows)


def test_planned_scheduled_and_actual_side_by_side(tmp_path: Path) -> None:
    _, _, times = a_day(tmp_path / "day.hackday")
    by_item = {str(row[1]): row for row in times}
    welcome = by_item["Welcome"]
    assert welcome[4:6] == ("2026-05-20T09:00:00+02:00", "2026-05-20T09:10:00+02:00")
    assert welcome[8:] == ("2026-05-20T09:00:00+02:00", "2026-05-20T09:16:30+02:00", 0, 390)
    assert by_item["End"][3] == "Done"
    assert by_item["End"][6] == "2026-05-20T10:00:00+02:00", "a fixed end stays where it was"
    talk = by_item["Talk"]
    assert talk[5] != talk[7], "the re-plan gave it another end"
    assert (talk[8], talk[10]) == ("2026-05-20T09:16:30+02:00", 390)


def test_every_command_has_words(tmp_path: Path) -> None:
    with open_session(event_on_disk(tmp_path / "day.hackday")) as session:
        session.desk.do(StartDay())
        (step,) = session.file.history()
    more = {"seconds": 60, "option": "evenly", "scene": "clock"}
    for name in COMMANDS:
        if name in ("undo", "redo", "replan-preview"):  # told by what they took back; changes nothing
            continue
        words = said(replace(step, command={"type": name, **more}), {})
        assert words is None or not words.message.startswith("Other"), name
