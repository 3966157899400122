"""A rehearsal in words."""

from __future__ import annotations

import json
from dataclasses import replace

from facilitator.rehearsal.report import Report
from facilitator.rehearsal.telling import Teller
from facilitator.voting.model import Source
from tests.desk.builders import a_ballot, a_state
from tests.rehearsal.days import run_hosted, run_scripted, with_ballots


def spoken(report: Report) -> list[str]:
    teller = Teller()
    lines = [str(line) for entry in report.log for _, line in teller.lines(entry)]
    return lines + [str(line) for _, line in teller.rest()]


def test_people_are_told_what_happens_in_its_order() -> None:
    assert spoken(run_hosted(with_ballots(a_state(), a_ballot()))) == [
        "Welcome (on time)",
        "10 people checked in",
        "Talk (on time)",
        "Vote (on time)",
        "Voting opens: Audience prize",
        "Voting closes: Audience prize",
        "Results (on time)",
        "Result: Audience prize – nobody voted",
        "End (on time)",
        "The day has ended",
    ]


def test_a_ballot_that_cannot_open_is_told_of_once() -> None:
    empty = replace(a_ballot(), source=Source.CHALLENGES, options=())
    assert [line for line in spoken(run_hosted(with_ballots(a_state(), empty))) if "nothing to vote for" in line] == [
        "The ballot “Audience prize” has nothing to vote for yet. "
        "Add what it asks about, or write options on the ballot."
    ]


def test_commands_without_an_event_of_their_own_and_refusals_are_named_briefly() -> None:
    commands = [
        {"type": "start-day"},
        {"type": "next"},
        {"type": "add-time", "seconds": 60},
        {"type": "add-walk-in", "name": "Kim Ny", "skills": ["HR"]},
        {"type": "close-ballot", "ballot": 1},
        {"type": "check-in", "participant": "P1"},
    ]
    at = ["08:58", "09:12", "09:12", "09:13", "09:13", "09:14"]
    lines = [json.dumps({"at": clock, "do": command}) for clock, command in zip(at, commands, strict=True)]
    assert spoken(run_scripted(lines, with_ballots(a_state(), a_ballot()))) == [
        "Welcome (2 minutes early)",
        "Talk (2 minutes late)",
        "Command: add-time 60",
        "Command: add-walk-in Kim Ny",
        "Refused: close-ballot 1. The ballot “Audience prize” has not been opened yet. "
        "This can only be done while it is open.",
        "1 person checked in",
    ]
