"""Day scripts with all that the clock can do: tracks, ends, pitches, several days; exact to the second."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import time

from facilitator.agenda.model import AtEnd, Item, Kind, Plan
from facilitator.app.memory import EmptyBox, MemoryStore
from facilitator.common.clock import minutes, seconds
from facilitator.common.texts import Translator
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.rehearsal.day import run_day
from facilitator.rehearsal.host import simulated_host
from facilitator.rehearsal.pace import Faster
from facilitator.rehearsal.report import document, problems
from facilitator.stage.model import SceneName
from facilitator.teams.model import Team, Teams
from facilitator.voting.model import Phase
from tests.desk.builders import END, RESULTS, TALK, VOTE, WELCOME, PlainSolver, a_ballot, a_state
from tests.fakes import MORNING, FakeClock, repeatable_bytes
from tests.rehearsal.days import run_hosted, run_scripted, times, told, with_ballots


def line(at: str, type_: str, **fields: object) -> str:
    return json.dumps({"at": at, "do": {"type": type_, **fields}})


def with_items(state: State, **changes: Mapping[str, object]) -> State:
    """The state with fields of items changed, by the items' titles in lower case."""
    items = {
        key: replace(item, **changes.get(item.title.lower(), {}))  # type: ignore[arg-type]  # the test's own keywords
        for key, item in state.plan.items.items()
    }
    return replace(state, plan=Plan(items))


def with_tracks() -> State:
    """The small event with two items on a track beside the talk, and the vote fixed at 09:40."""
    state = with_items(a_state(), vote={"fixed": True, "start": time(9, 40)})
    beside = [Item(key, 0, f"Red {key - 10}", Kind.WORK, minutes(10), minutes(0), track="Red") for key in (11, 12)]
    items = state.plan.items
    order = [items[WELCOME], items[TALK], *beside, items[VOTE], items[RESULTS], items[END]]
    return replace(state, plan=Plan({item.id: replace(item, position=place) for place, item in enumerate(order)}))


def test_time_goes_on_at_its_exact_moment_between_two_lines() -> None:
    state = with_items(a_state(), welcome={"at_end": AtEnd.NEXT}, talk={"at_end": AtEnd.NEXT})
    report = run_scripted(
        [
            line("09:00:00", "start-day"),
            line("09:08:00", "add-time", seconds=77),
            line("09:09:00", "pause"),
            line("09:09:30", "resume"),
            line("09:50:00", "pause"),
        ],
        state,
    )
    assert told(report) == [
        "09:00:00 start-day",
        "09:08:00 add-time 77",
        "09:09:00 pause",
        "09:09:30 resume",
        "09:11:47 reach-end 1",
        "09:41:47 reach-end 2",
        "09:50:00 pause",
    ]
    assert times(report)["Welcome"] == ("09:00:00", "09:11:47")
    assert times(report)["Talk"] == ("09:11:47", "09:41:47")
    assert times(report)["Vote"] == ("09:41:47", None)


def test_time_comes_before_a_line_of_the_same_moment() -> None:
    state = with_items(a_state(), welcome={"at_end": AtEnd.NEXT})
    report = run_scripted([line("09:00:00", "start-day"), line("09:10:00", "next", item=WELCOME)], state)
    assert told(report) == ["09:00:00 start-day", "09:10:00 reach-end 1", "09:10:00 next 1 REFUSED"]
    refused = document(report, Translator("en"))["log"][-1]["refused"]
    assert refused.startswith("Another item has been started meanwhile. “Talk” is on the clock.")


def test_an_item_that_is_long_over_is_left_to_the_host_and_can_be_passed_over() -> None:
    state = with_items(a_state(), welcome={"at_end": AtEnd.NEXT})
    report = run_scripted(
        [
            line("09:00:00", "start-day"),
            line("09:05:00", "started-ago", seconds=900),
            line("09:06:00", "reach-end", item=WELCOME, skip=True),
            line("09:07:00", "reach-end", item=WELCOME),
            line("09:08:00", "next"),
        ],
        state,
    )
    assert times(report)["Welcome"] == ("08:50:00", "09:08:00")


def test_a_ballot_opens_at_the_end_of_its_item_and_the_host_gives_it_time() -> None:
    report = run_hosted(with_ballots(with_items(a_state(), vote={"at_end": AtEnd.BALLOT}), a_ballot()))
    ballot = report.state.voting.ballots[1]
    assert ballot.phase is Phase.REVEALED
    assert ballot.opened_at is not None
    assert ballot.closed_at is not None
    assert ballot.closed_at - ballot.opened_at == minutes(1)
    assert not list(problems(report))


def test_tracks_run_beside_the_talk_and_end_when_all_gather() -> None:
    report = run_scripted(
        [
            line("09:00:00", "start-day"),
            line("09:10:05", "next"),
            line("09:15:00", "pause", item=11),
            line("09:17:00", "resume", item=11),
            line("09:22:09", "next", item=11),
            line("09:30:00", "next", item=11),
            line("09:40:11", "next"),
        ],
        with_tracks(),
    )
    assert times(report)["Red 1"] == ("09:10:05", "09:22:09")
    assert times(report)["Red 2"] == ("09:22:09", "09:40:11")
    assert times(report)["Talk"] == ("09:10:05", "09:40:11")
    assert [entry.refused is not None for entry in report.log] == [False] * 5 + [True, False]


def test_the_simulated_host_sees_to_the_tracks_too() -> None:
    report = run_hosted(with_tracks())
    assert times(report)["Red 1"] == ("09:10:00", "09:20:00")
    assert times(report)["Red 2"] == ("09:20:00", "09:30:00")
    assert times(report)["End"] == ("10:00:00", "10:00:00")
    assert not list(problems(report))


def test_a_hosted_day_on_which_time_itself_goes_on() -> None:
    state = a_state()
    titles = [item.title.lower() for item in state.plan.in_order()]
    report = run_hosted(with_items(state, **{title: {"at_end": AtEnd.NEXT} for title in titles}))
    assert times(report) == times(run_hosted(state))
    assert [told_ for told_ in told(report) if told_.endswith("next")] == []


def test_pitches_by_a_script_are_exact_and_the_same_every_time() -> None:
    state = with_items(a_state(), talk={"kind": Kind.PITCHES})
    state = replace(state, teams=Teams(teams={number: Team(number, str(number)) for number in range(1, 7)}))
    script = [
        line("09:00:00", "start-day"),
        line("09:05:00", "draw-pitches"),
        line("09:10:00", "next"),
        line("09:10:10", "set-pitch-times", pitch=120, questions=0, change_over=50),
        line("09:10:20", "next-pitch"),
        line("09:12:20", "next-pitch"),
        line("09:12:40", "undo"),
        line("09:12:50", "redo"),
        line("09:13:10", "next-pitch"),
        line("09:15:10", "skip-to-team"),
    ]
    first, second = run_scripted(script, state), run_scripted(script, state)
    assert first.log == second.log
    assert first.state == second.state
    queue = first.state.run.pitches
    assert queue.now is not None
    assert len(queue.done) == 2
    assert queue.seed is not None
    assert first.state.stage.scene is SceneName.PITCH
    by_seed = [script[0], line("09:05:00", "draw-pitches", seed=queue.seed), *script[2:]]
    assert run_scripted(by_seed, state).state.run.pitches == queue


def test_the_simulated_host_calls_every_team_and_the_pitches_end_in_time() -> None:
    state = with_items(a_state(), talk={"kind": Kind.PITCHES})
    state = replace(state, teams=Teams(teams={number: Team(number, str(number)) for number in range(1, 7)}))
    report = run_hosted(state)
    assert report.state.run.pitches.done == (1, 2, 3, 4, 5, 6)
    assert times(report) == times(run_hosted(a_state()))
    assert not [entry for entry in report.log if entry.refused]


def test_a_fixed_end_is_kept_after_a_re_plan_and_undo_is_exact() -> None:
    report = run_scripted(
        [
            line("09:00:00", "start-day"),
            line("09:18:00", "next"),
            line("09:18:05", "replan-apply", option="evenly"),
            line("09:18:10", "undo"),
            line("09:18:15", "redo"),
        ]
    )
    rows = {row["title"]: row for row in document(report, Translator("en"))["rundown"]}
    assert rows["End"]["scheduled_start"].endswith("T10:00:00+02:00")
    assert rows["Results"]["scheduled_end"].endswith("T10:00:00+02:00")


def test_two_days_are_run_by_the_simulated_host_and_by_a_script() -> None:
    state = with_items(
        a_state(),
        results={"day": 1, "start": time(9, 30)},
        end={"day": 1, "fixed": False, "start": None},
        vote={"length": minutes(20)},
    )
    report = run_hosted(state)
    assert not list(problems(report))
    rows = document(report, Translator("en"))["rundown"]
    assert [row["actual_start"][8:19] for row in rows] == [
        *("20T09:00:00", "20T09:10:00", "20T09:40:00"),
        *("21T09:30:00", "21T09:40:00"),
    ]
    scripted = run_scripted(_every_press(), state)
    assert document(scripted, Translator("en"))["rundown"] == rows
    assert scripted.state.run.ended_at == report.state.run.ended_at


def _every_press() -> Iterable[str]:
    yield line("09:00:00", "start-day")
    for at in ("09:10:00", "09:40:00", "10:00:00"):
        yield line(at, "next")
    yield line("23:59:59", "check-in", participant="P1")
    yield line("03:00:00", "undo")
    yield line("09:30:00", "start-day")
    yield line("09:40:00", "next")


def test_nine_hours_sixty_times_as_fast_end_within_two_seconds_of_nine_minutes() -> None:
    """By a clock that is late with every sleep, as real ones are."""
    length = minutes(9 * 60)
    items = {
        number: Item(
            number, number, f"Item {number}", Kind.TALK, minutes(9), minutes(1), time(9) if number == 1 else None
        )
        for number in range(1, 61)
    }
    goes_on = {number: replace(item, at_end=AtEnd.NEXT if number % 2 else AtEnd.STAY) for number, item in items.items()}
    real = FakeClock()
    pace = Faster(real, MORNING, 60, lambda left: real.pass_(seconds=left + 0.015))
    desk = Desk(
        MemoryStore(replace(a_state(), plan=Plan(goes_on))), EmptyBox(), pace.clock, repeatable_bytes(), PlainSolver()
    )
    began = real.now().mono
    run_day(desk, simulated_host(lambda: (desk.state, desk.clock.now())), pace, by="host")
    took = real.now().mono - began - minutes(60) // 60  # the clock starts an hour before the day does
    assert desk.state.run.ended_at is not None
    assert abs(took - length / 60) <= seconds(2)
