"""What the page Run says of the rundown, the pitches, the tracks and the end of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from facilitator.agenda.model import Item, Kind, Plan
from facilitator.common.clock import minutes, seconds
from facilitator.common.texts import Translator
from facilitator.desk.pitching import pitching
from facilitator.desk.rundown import ItemState, rundown
from facilitator.desk.state import State
from facilitator.event.model import Event
from facilitator.teams.model import Team, Teams
from facilitator.timer.commands import (
    DrawPitches,
    Next,
    NextPitch,
    OrderPitches,
    PitchAbsent,
    SetPitchTimes,
    StartDay,
    StartItem,
)
from facilitator.ui.pitch_words import (
    Place,
    minutes_seconds,
    next_words,
    order_words,
    pitch_lines,
    share_words,
    stage_words,
)
from facilitator.ui.run_words import end_words, item_tip, over_words, rundown_lines, steered_by
from facilitator.ui.track_words import track_lines
from facilitator.ui.ways_back import ways_back
from facilitator.ui.widgets.basics import Tone
from tests.ui.conftest import DAY, Setting, at, setting

TR = Translator("en")


def item(id_: int, title: str, length: float, **more: object) -> Item:
    """An item that can lose half its length."""
    made = Item(id_, id_, title, Kind.TALK, minutes(length), minutes(length / 2))
    return replace(made, **more)  # type: ignore[arg-type]  # the test's own keywords


def two_days() -> Setting:
    """Two days, a track beside the first talk, at 09:00 on the first."""
    items = (
        item(1, "Welcome", 10, start=time(9)),
        item(2, "Talk", 20),
        item(3, "Workshop", 15, track="Room B"),
        item(4, "Lunch", 60, start=time(9, 40), fixed=True, kind=Kind.BREAK),
        item(5, "Second morning", 30, start=time(9), day=1),
    )
    return setting(State(Event("Hack", DAY), plan=Plan({one.id: one for one in items})), at(9, 0))


def lines(here: Setting) -> dict[int, object]:
    """The rundown's lines by key."""
    state = here.desk.state
    found = rundown_lines(rundown(state, here.clock.now()), state.event.timezone, TR)
    return {line.key: line for line in found}


def test_days_are_groups_and_tracks_are_indented() -> None:
    here = two_days()
    state = here.desk.state
    found = rundown_lines(rundown(state, here.clock.now()), state.event.timezone, TR)
    assert [line.key for line in found] == [-1, 1, 2, 3, 4, -2, 5]
    assert [line.title for line in found if line.state is None] == ["Day 1 · Wednesday · today", "Day 2 · Thursday"]
    assert found[3].title.endswith("↳ Room B · Workshop")


def test_one_day_needs_no_heading(sample: Setting) -> None:
    assert all(key > 0 for key in lines(sample))


def test_times_stand_side_by_side_with_what_an_item_took_too_long() -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.clock.pass_(minutes=13)
    here.desk.do(Next())
    here.clock.pass_(minutes=5)
    state = here.desk.state
    day = rundown(state, here.clock.now())
    welcome, talk, workshop, lunch = rundown_lines(day, state.event.timezone, TR)[1:5]
    assert (welcome.planned, welcome.scheduled, welcome.really, welcome.over) == ("09:00", "09:00", "09:00", "+3")
    assert (talk.planned, talk.really, talk.over, talk.expected) == ("09:10", "09:13", "0", False)
    assert (lunch.planned, lunch.really, lunch.over, lunch.expected) == ("09:40", "≈ 09:40", "", True)
    assert lunch.state_words == "Next, fixed"
    assert workshop.state_words == "10:00"
    assert "Ran 09:00–09:13" in item_tip(day.rows[0], state.event.timezone, TR)


def test_the_clock_of_a_track_has_its_own_tone_and_words() -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.desk.do(Next())
    here.clock.pass_(minutes=16)
    state, now = here.desk.state, here.clock.now()
    (line,) = track_lines(state, rundown(state, now), now, TR)
    assert (line.track, line.clock, line.words, line.tone) == ("Room B", "+01:00", "Over time", Tone.DANGER)


@pytest.mark.parametrize(
    ("by", "words"), [(0, "0"), (29, "0"), (31, "+1"), (-31, "−1"), (-600, "−10"), (5400, "+90")], ids=str
)
def test_more_and_less_time_has_its_sign(by: int, words: str) -> None:
    assert over_words(seconds(by)) == words


def test_the_end_is_a_range_beside_the_plan(sample: Setting) -> None:
    zone = sample.desk.state.event.timezone

    def end() -> str:
        words = end_words(rundown(sample.desk.state, sample.clock.now()), zone)
        return TR.render(words) if words else ""

    sample.clock.pass_(minutes=10)
    assert end() == "15:55 as planned"
    sample.desk.do(StartDay())
    sample.clock.pass_(minutes=45)
    sample.desk.do(Next())
    seen = rundown(sample.desk.state, sample.clock.now()).outlook
    assert seen is not None
    assert seen.earliest < seen.latest
    earliest, latest = end().split(",")[0].split("–")
    assert earliest < latest
    assert end().endswith(", planned 15:55")


def test_an_empty_day_has_no_end(empty: Setting) -> None:
    assert end_words(rundown(empty.desk.state, empty.clock.now()), empty.desk.state.event.timezone) is None


def test_who_steers_is_told_by_name(sample: Setting) -> None:
    zone = sample.desk.state.event.timezone
    assert steered_by(sample.desk.state.run.steering, zone) is None
    said: list[str] = []
    for by in ("host", "staff", "Phone Anna"):
        sample.desk.do(StartItem(sample.desk.state.plan.in_order()[len(said)].id), by)
        words = steered_by(sample.desk.state.run.steering, zone)
        said.append(TR.render(words) if words else "")
    assert said == [
        "Steered from here, 08:20",
        "Steered by a second host, 08:20",
        "Steered by Phone Anna, 08:20",
    ]


def pitches(teams: int = 3, length: float = 10) -> Setting:
    """Pitches of so many teams, on the clock since 09:00."""
    plan = Plan({1: item(1, "Pitches", length, kind=Kind.PITCHES, start=time(9)), 2: item(2, "Results", 10)})
    seated = Teams(teams={number: Team(number, str(number)) for number in range(1, teams + 1)})
    here = setting(State(Event("Hack", DAY), plan=plan, teams=seated), at(9, 0))
    here.desk.do(StartDay())
    return here


def seen(here: Setting) -> tuple[str, str, str, list[tuple[int, Place, str]]]:
    """How the time is shared, who is on stage, what the next press does, and every line."""
    state, now = here.desk.state, here.clock.now()
    found = pitching(state, now)
    assert found is not None
    following = next_words(found.queue)
    return (
        TR.render(share_words(found, state)),
        stage_words(found, TR),
        TR.render(following) if following else "",
        [(line.team, line.place, line.turn) for line in pitch_lines(found, state, TR)],
    )


def test_the_pitch_queue_in_words_from_the_first_to_the_last_team() -> None:
    here = pitches()
    share, stage, following, listed = seen(here)
    assert share == "3 teams left, 2:00 each to end at 09:10"  # 10 min less 3 × 1:00 questions and 2 × 0:30
    assert (stage, following) == ("", "Call team 1")
    assert [(team, turn) for team, _, turn in listed] == [(1, "09:00"), (2, "09:03"), (3, "09:07")]
    here.desk.do(NextPitch())
    assert seen(here)[1:3] == ("Team 1 · Pitch 02:00 · then team 2", "Questions")
    here.clock.pass_(minutes=2, seconds=5)
    assert seen(here)[1] == "Team 1 · Pitch +00:05 · then team 2"
    here.desk.do(NextPitch())
    assert seen(here)[2] == "Call team 2"
    here.desk.do(NextPitch())
    assert seen(here)[2] == "Start the pitch"
    here.desk.do(PitchAbsent(2))
    assert [(team, place) for team, place, _ in seen(here)[3]] == [
        (3, Place.ON_STAGE),
        (2, Place.ABSENT),
        (1, Place.DONE),
    ]
    here.desk.do(NextPitch())
    here.desk.do(NextPitch())
    assert seen(here)[2] == "The last one is done"
    here.desk.do(NextPitch())
    assert seen(here)[0] == "No team is left to pitch."
    assert seen(here)[2] == ""


def test_times_that_are_set_say_when_the_pitches_are_done() -> None:
    here = pitches()
    here.desk.do(SetPitchTimes(pitch=180, questions=0, change_over=0))
    assert seen(here)[0] == "3 teams left, 3:00 each: done at 09:09, planned 09:10"
    here.desk.do(SetPitchTimes(questions=300, change_over=0))
    assert seen(here)[0] == "3 teams left; questions and change-overs alone run past 09:10"


def test_how_the_order_came_about() -> None:
    here = pitches()

    def order() -> str:
        found = pitching(here.desk.state, here.clock.now())
        assert found is not None
        return TR.render(order_words(found.queue))

    assert order() == "By team number"
    here.desk.do(DrawPitches(42))
    assert order() == "Drawn by lot, seed 000042"
    here.desk.do(OrderPitches((3, 1, 2)))
    assert order() == "Order set by hand"


@pytest.mark.parametrize(("length", "words"), [(158, "2:38"), (5, "0:05"), (600, "10:00"), (3600, "1:00:00")])
def test_lengths_of_pitches(length: int, words: str) -> None:
    assert minutes_seconds(seconds(length)) == words


def test_ways_back_name_what_they_change_and_what_is_missing() -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.clock.pass_(minutes=38)
    state, now = here.desk.state, here.clock.now()
    offer = ways_back(state, rundown(state, now), now, TR)
    assert offer is not None
    assert offer.words == "“Lunch” has a fixed start and would begin 18 min late."
    assert [way.title for way in offer.ways] == ["Shorten what matters least", "Shorten evenly", "Leave out “Talk”"]
    assert offer.ways[0].changes == ("Talk −10 min", "Workshop −7:30")
    assert offer.ways[0].missing == "8 minutes are still missing"
    assert offer.ways[2].changes == ("without “Talk”", "Workshop −7:30")


def test_nothing_is_offered_for_less_than_it_is_worth_or_where_nothing_can_give() -> None:
    here = two_days()
    here.desk.do(StartDay())
    here.clock.pass_(minutes=21, seconds=59)
    state, now = here.desk.state, here.clock.now()
    assert rundown(state, now).clashes
    assert ways_back(state, rundown(state, now), now, TR) is None
    here.desk.do(Next())
    here.clock.pass_(minutes=40)
    state, now = here.desk.state, here.clock.now()
    offer = ways_back(state, rundown(state, now), now, TR)
    assert offer is not None
    assert offer.ways == ()
    assert offer.words.endswith("Nothing before it can be shortened any more.")


def test_what_was_cut_before_is_no_change_of_a_way() -> None:
    here = two_days()
    plan = here.desk.state.plan
    cut = replace(plan.items[2], cut=True)
    more = item(6, "More", 20)
    order = (plan.items[1], cut, replace(more, position=3), replace(plan.items[4], position=4))
    here = setting(State(Event("Hack", DAY), plan=Plan({one.id: one for one in order})), at(9, 0))
    here.desk.do(StartDay())
    here.clock.pass_(minutes=30)
    state, now = here.desk.state, here.clock.now()
    offer = ways_back(state, rundown(state, now), now, TR)
    assert offer is not None
    assert all("Talk" not in change for way in offer.ways for change in way.changes)


def test_a_cut_item_expects_no_time() -> None:
    here = two_days()
    plan = here.desk.state.plan
    items = {**plan.items, 2: replace(plan.items[2], cut=True)}
    here = setting(replace(here.desk.state, plan=Plan(items)), at(9, 0))
    state = here.desk.state
    line = next(
        each for each in rundown_lines(rundown(state, here.clock.now()), state.event.timezone, TR) if each.key == 2
    )
    assert (line.state, line.really, line.over) == (ItemState.CUT, "", "")
