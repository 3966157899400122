"""Agenda and teams: what must be seen is seen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from facilitator.common.clock import Instant
from facilitator.stage.model import SceneName
from facilitator.timer.rules import end_day
from facilitator.ui.scenes import paging
from facilitator.ui.scenes.agenda import MOST_ROWS, window
from facilitator.ui.scenes.teams import TeamsScene, grid
from tests.ui.scenes import fixtures as of
from tests.ui.scenes.recorder import words

SAMPLE = of.sample_event()
TEAMS = of.on_show(SAMPLE, SceneName.TEAMS)


@given(some.integers(1, 80).flatmap(lambda count: some.tuples(some.just(count), some.integers(0, count - 1))))
def test_the_present_item_and_the_next_are_in_the_window(place: tuple[int, int]) -> None:
    count, present = place
    first = window(count, present)
    assert 0 <= first <= present
    assert min(present + 1, count - 1) < first + MOST_ROWS
    assert first + MOST_ROWS <= max(count, MOST_ROWS)


def test_now_and_next_are_named() -> None:
    state = of.on_show(of.running(SAMPLE, 10, of.at(10, 40)), SceneName.AGENDA)
    said = words(of.view(state, of.at(10, 50), "en")).splitlines()
    assert said[said.index("Lagarbete 1: förstå") - 2 : said.index("Lagarbete 1: förstå")] == ["10:40", "Now"]
    assert said[said.index("Lunch") - 2 : said.index("Lunch")] == ["11:30", "Next"]


def test_cut_items_are_not_on_the_rooms_agenda() -> None:
    lunch = replace(SAMPLE.plan.items[11], cut=True)
    plan = replace(SAMPLE.plan, items={**SAMPLE.plan.items, 11: lunch})
    assert "Lunch" in words(of.view(of.on_show(SAMPLE, SceneName.AGENDA), of.at(8, 0)))
    assert "Lunch" not in words(of.view(of.on_show(replace(SAMPLE, plan=plan), SceneName.AGENDA), of.at(8, 0)))


def test_the_agenda_says_when_the_day_will_end() -> None:
    state = of.on_show(of.running(SAMPLE, 10, of.at(10, 40)), SceneName.AGENDA)
    assert "ends 15:55–15:58" in words(of.view(state, of.at(10, 50), "en"))
    assert "ends about 15:55" in words(of.view(of.on_show(SAMPLE, SceneName.AGENDA), of.at(8, 0), "en"))
    over = of.on_show(replace(SAMPLE, run=end_day(state.run, of.at(15, 0))), SceneName.AGENDA)
    assert "ends about" not in words(of.view(over, of.at(16, 0), "en"))


def test_only_the_days_own_items_are_on_its_agenda() -> None:
    items = {key: replace(item, day=key > 10) for key, item in SAMPLE.plan.items.items()}
    two = replace(SAMPLE, plan=replace(SAMPLE.plan, items=items))
    first = words(of.view(of.on_show(two, SceneName.AGENDA), of.at(8, 0), "en"))
    assert "Registrering och kaffe" in first
    assert "Lunch" not in first
    second = words(of.view(of.on_show(of.running(two, 12, of.at(12, 27)), SceneName.AGENDA), of.at(12, 30), "en"))
    assert "Lunch" in second
    assert "Lagarbete 1: förstå" not in second


def test_a_tracks_item_is_named_with_its_track() -> None:
    lunch = replace(SAMPLE.plan.items[11], track="Sal B")
    plan = replace(SAMPLE.plan, items={**SAMPLE.plan.items, 11: lunch})
    state = of.on_show(of.running(replace(SAMPLE, plan=plan), 10, of.at(10, 40)), SceneName.AGENDA)
    assert "Sal B · Lunch" in words(of.view(state, of.at(10, 50), "en"))


def test_times_are_local_to_the_event() -> None:
    abroad = replace(SAMPLE, event=replace(SAMPLE.event, zone="Asia/Tokyo"))
    said = words(of.view(of.on_show(abroad, SceneName.AGENDA), of.at(0, 0), "en")).splitlines()
    assert said[said.index("Lunch") - 1] == "11:27"


@given(some.integers(1, 60), some.integers(0, 20))
def test_pages_hold_all_teams_and_all_members(teams: int, largest: int) -> None:
    layout = grid(teams, largest)
    assert layout.cards >= 1
    assert layout.lines >= min(largest, 12)


def test_all_members_of_all_teams_are_seen_as_pages_turn() -> None:
    said = []
    for page in range(2):
        view = of.view(TEAMS, of.at(10, 22), "en")
        now = replace(view.now, wall=Instant(view.now.wall + page * paging.PAGE_MS))
        said += words(replace(view, now=now)).splitlines()
    for number in range(1, 17):
        assert f"Team {number}" in said
        assert f"Table {number}" in said
    names = [person.name for person in SAMPLE.roster.people.values() if len(person.name) < 18]
    assert all(said.count(name) >= 1 for name in names)


def test_the_page_turns_when_the_picture_no_longer_stays() -> None:
    view = of.view(TEAMS, of.at(10, 22, 5), "en")
    stays = TeamsScene().stays(view)
    assert stays is not None
    before, then = (replace(view, now=replace(view.now, wall=Instant(view.now.wall + s))) for s in (stays - 1, stays))
    assert words(before) == words(view)
    assert words(then) != words(view)


def test_a_named_table_is_called_by_its_name() -> None:
    team = replace(SAMPLE.teams.teams[1], table="Ateljén")
    state = of.on_show(replace(SAMPLE, teams=replace(SAMPLE.teams, teams={1: team})), SceneName.TEAMS)
    assert "\nAteljén\n" in words(of.view(state, of.at(10, 22), "en"))


def test_members_beyond_the_card_are_counted() -> None:
    team = replace(SAMPLE.teams.teams[1], members=tuple(range(1, 41)))
    state = of.on_show(replace(SAMPLE, teams=replace(SAMPLE.teams, teams={1: team})), SceneName.TEAMS)
    layout = grid(1, 40)
    assert f"and {40 - layout.lines + 1} more" in words(of.view(state, of.at(10, 22), "en"))
