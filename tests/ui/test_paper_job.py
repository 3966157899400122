"""From what the host wishes for to pages and problems."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.desk.state import State
from facilitator.printing.documents import Kind
from facilitator.printing.marks import Code
from facilitator.teams.model import Team
from facilitator.ui.widgets.print_job import Wish, prepare
from tests.printing.geometry import words_of

ADDRESS = "http://192.168.10.142:8047"


@pytest.fixture
def seated(sample_state: State) -> State:
    """The sample event with sixteen teams."""
    ids = [person.id for person in sample_state.roster.seated()]
    teams = {number: Team(number, str(number), "F1", tuple(ids[number - 1 :: 16])) for number in range(1, 17)}
    return replace(sample_state, teams=replace(sample_state.teams, teams=teams))


def renamed(state: State, person: int, *, first_name: str = "", last_name: str = "") -> State:
    known = state.roster.people[person]
    changed = replace(known, first_name=first_name or known.first_name, last_name=last_name or known.last_name)
    people = {**state.roster.people, person: changed}
    return replace(state, roster=replace(state.roster, people=people))


def test_what_cannot_be_printed_keeps_nothing_else_back(seated: State) -> None:
    person = seated.teams.teams[3].members[0]
    state = renamed(seated, person, first_name="Oändliga" * 30)
    job = prepare(Wish((Kind.BADGES, Kind.TABLE_SIGNS, Kind.ROUND_SLIPS)), state, {}, ADDRESS)
    assert set(job.documents) == {Kind.TABLE_SIGNS}
    assert [problem.kind for problem in job.problems if problem.fatal] == [Kind.BADGES, Kind.ROUND_SLIPS]
    assert state.roster.people[person].name in str(job.problems[0].words)
    assert not job.whole
    assert job.pages == 16


def test_a_character_that_is_missing_is_told_once(seated: State) -> None:
    state = renamed(seated, seated.teams.teams[1].members[0], first_name="Åsa🎉")
    job = prepare(Wish((Kind.BADGES, Kind.TEAM_SHEETS, Kind.WALL_LIST)), state, {}, ADDRESS)
    assert ["🎉" in str(problem.words) for problem in job.problems] == [True]
    assert job.whole


def test_a_chosen_team_brings_its_people_and_chosen_people_their_teams(seated: State) -> None:
    job = prepare(Wish((Kind.BADGES, Kind.TEAM_SHEETS), teams=frozenset({3, 4})), seated, {}, ADDRESS)
    printed = {words.text for page in job.documents[Kind.BADGES].pages for words in words_of(page.marks)}
    assert {text for text in printed if text.startswith("Lag ")} == {"Lag 3", "Lag 4"}
    one = seated.teams.teams[7].members[0]
    job = prepare(Wish((Kind.BADGES, Kind.TEAM_SHEETS), people=frozenset({one})), seated, {}, ADDRESS)
    codes = [mark for mark in job.documents[Kind.BADGES].pages[0].marks if isinstance(mark, Code)]
    assert len(codes) == 1
    assert f"#badge={one}-" in codes[0].content
    assert [page.label for page in job.documents[Kind.TEAM_SHEETS].pages] == ["Lag 7"]


def test_nobody_chosen_is_nothing_to_print(seated: State) -> None:
    job = prepare(Wish((Kind.BADGES,), people=frozenset()), seated, {}, ADDRESS)
    assert job.documents == {}
    assert ["Nothing is chosen" in str(problem.words) for problem in job.problems] == [True]


def test_only_what_has_changed_and_what_was_never_printed(seated: State) -> None:
    person = seated.teams.teams[5].members[0]
    state = renamed(seated, person, last_name="Nytt-Namn")
    wish = Wish((Kind.TEAM_SHEETS, Kind.TABLE_SIGNS, Kind.WALL_LIST), only_changed=True)
    job = prepare(wish, state, {Kind.TEAM_SHEETS: seated, Kind.TABLE_SIGNS: seated}, ADDRESS)
    assert len(job.documents[Kind.TEAM_SHEETS].pages) == 1
    assert [problem.kind for problem in job.problems] == [Kind.TABLE_SIGNS]
    assert "Nothing has changed" in str(job.problems[0].words)
    assert job.documents[Kind.WALL_LIST].pages


def test_the_move_list_compares_with_the_sheets_that_people_hold(seated: State) -> None:
    teams = dict(seated.teams.teams)
    first, second = teams[1], teams[2]
    teams[1] = replace(first, members=first.members[1:])
    teams[2] = replace(second, members=(*second.members, first.members[0]))
    state = replace(seated, teams=replace(seated.teams, teams=teams))
    assert not prepare(Wish((Kind.MOVE_LIST,)), state, {}, ADDRESS).documents
    job = prepare(Wish((Kind.MOVE_LIST,)), state, {Kind.TEAM_SHEETS: seated}, ADDRESS)
    printed = " ".join(words.text for page in job.documents[Kind.MOVE_LIST].pages for words in words_of(page.marks))
    assert seated.roster.people[first.members[0]].last_name in printed
