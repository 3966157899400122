"""Everybody finds their table: sorted as the language does, all of them, page by page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from facilitator.common.clock import Instant
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.participants.model import Attendance, Participant, Roster
from facilitator.stage.model import SceneName, View
from facilitator.teams.model import Team, Teams
from facilitator.ui.scenes import paging
from facilitator.ui.scenes.find_table import FindTableScene
from facilitator.ui.scenes.name_list import ROWS, columns
from facilitator.ui.scenes.seating import Seat, seats
from facilitator.ui.scenes.view import SceneView
from tests.ui.scenes import fixtures as of
from tests.ui.scenes import more_fixtures as more
from tests.ui.scenes.recorder import words

SV, EN = Translator("sv"), Translator("en")


def _people(*names: str) -> State:
    people = {number: Participant(number, "Kim", name) for number, name in enumerate(names, 1)}
    team = Team(1, "4", None, tuple(people))
    return replace(of.sample_event(), roster=Roster(people), teams=Teams(teams={1: team}))


def test_names_are_sorted_as_the_rooms_language_does() -> None:
    state = _people("Östlund", "Zander", "Ångman", "Ärlig", "Ek")
    assert [seat.letter for seat in seats(state, SV)] == ["E", "Z", "Å", "Ä", "Ö"]
    assert [seat.name for seat in seats(state, EN)][:2] == ["Ångman, Kim", "Ärlig, Kim"]


def test_numbers_stand_alone_and_named_tables_are_called_by_name() -> None:
    state = _people("Ek")
    assert [seat.table for seat in seats(state, EN)] == ["4"]
    attic = replace(state, teams=Teams(teams={1: Team(1, "Ateljén", None, (1,)), 2: Team(2, "7")}))
    assert [seat.table for seat in seats(attic, EN)] == ["Ateljén"]
    mixed = _people("Ek", "Öst")
    teams = {1: Team(1, "Ateljén", None, (1,)), 2: Team(2, "7", None, (2,))}
    assert [seat.table for seat in seats(replace(mixed, teams=Teams(teams=teams)), EN)] == ["Ateljén", "Table 7"]


def test_who_has_no_seat_is_not_listed_and_who_has_no_team_has_no_table() -> None:
    state = _people("Ek", "Lind", "Öst")
    people = {**state.roster.people, 1: replace(state.roster.people[1], attendance=Attendance.ABSENT)}
    alone = replace(state, roster=Roster(people), teams=Teams(teams={1: Team(1, "4", None, (2,))}))
    assert [(seat.name, seat.table) for seat in seats(alone, SV)] == [("Lind, Kim", "4"), ("Öst, Kim", "")]


def test_one_sectors_people_are_listed_alone() -> None:
    state = more.sectored(of.sample_event())
    listed = seats(state, SV, 3)
    assert len(listed) == sum(person.sector == 3 for person in state.roster.people.values()) == 16
    shown = words(of.view(more.shown(state, SceneName.TEAMS, View(SceneName.TEAMS, sector=3)), of.at(10, 22)))
    assert "Sektor 3" in shown
    assert all(seat.name in shown for seat in listed)


def test_a_sector_that_is_gone_means_all_teams() -> None:
    state = more.shown(of.sample_event(), SceneName.TEAMS, View(SceneName.TEAMS, sector=9))
    assert "Team 1\n" in words(of.view(state, of.at(10, 22), "en"))


@settings(max_examples=60, deadline=None)
@given(some.integers(1, 400), some.integers(1, 60))
def test_the_layout_holds_everybody_and_fits_its_place(count: int, length: int) -> None:
    layout = columns([Seat("n" * length, "N", "12")] * count)
    pages = -(-count // layout.seats)
    assert layout.rows * layout.height <= ROWS.height() + 0.01
    assert layout.seats * pages >= count
    assert layout.height >= 58
    assert pages == 1 or layout.rows >= 9


@pytest.mark.parametrize("people", [1, 25, 80, 200])
def test_everybody_is_seen_as_the_pages_turn(people: int) -> None:
    view = of.view(more.shown(more.crowd(people, 24), SceneName.FIND_TABLE), of.at(10, 22), "en")
    listed = seats(view.state, view.tr)
    pages = -(-len(listed) // columns(listed).seats)
    said = "\n".join(words(_later(view, page * paging.PAGE_MS)) for page in range(pages)).splitlines()
    for seat in listed:
        assert seat.name in said
    assert pages <= 7


def test_the_page_turns_when_the_picture_no_longer_stays() -> None:
    view = of.view(more.shown(of.sample_event(), SceneName.FIND_TABLE), of.at(10, 22, 5), "en")
    stays = FindTableScene().stays(view)
    assert stays is not None
    assert words(_later(view, stays - 1)) == words(view)
    assert words(_later(view, stays)) != words(view)


def _later(view: SceneView, milliseconds: int) -> SceneView:
    return replace(view, now=replace(view.now, wall=Instant(view.now.wall + milliseconds)))
