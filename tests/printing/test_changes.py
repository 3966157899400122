"""After a repair: what is printed again is what says something else, and the desk learns who goes where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.texts import Translator
from facilitator.participants.model import Attendance
from facilitator.printing.badges import badges
from facilitator.printing.changes import changed, seat_changes
from facilitator.printing.marks import Code, Document
from facilitator.printing.material import Material
from facilitator.printing.move_list import move_list
from facilitator.printing.options import PrintOptions, Selection
from facilitator.printing.refusals import NothingToPrint
from facilitator.printing.round_slips import round_slips
from facilitator.printing.table_signs import table_signs
from facilitator.printing.team_sheets import team_sheets
from facilitator.printing.voting_cards import voting_cards
from facilitator.teams.model import Team, Teams
from tests.printing.geometry import words_of
from tests.printing.sample import material, repaired

TR = Translator("en")
PEOPLE, TEAMS = 12, 4

Seating = dict[int, int | None]
SEATINGS = st.fixed_dictionaries(
    {person: st.one_of(st.none(), st.integers(1, TEAMS)) for person in range(1, PEOPLE + 1)}
)


def seated(seating: Seating) -> Material:
    whole = material(PEOPLE, TEAMS)
    teams = {
        number: Team(number, f"Bord {number}", members=tuple(p for p, team in seating.items() if team == number))
        for number in range(1, TEAMS + 1)
    }
    return replace(whole, teams=Teams(teams=teams))


def labels(document: Document) -> list[str]:
    return [page.label for page in document.pages]


def codes(document: Document) -> list[Code]:
    return [mark for page in document.pages for mark in page.marks if isinstance(mark, Code)]


@settings(deadline=None)
@given(before=SEATINGS, after=SEATINGS)
def test_what_is_printed_again_is_what_the_moves_touch(before: Seating, after: Seating) -> None:
    old, new = seated(before), seated(after)
    moved = {person for person in before if before[person] != after[person]}
    changes = changed(old, new)
    assert changes.badges == moved
    assert changes.team_sheets == {team for p in moved for team in (before[p], after[p]) if team is not None}
    assert changes.table_signs == frozenset()
    assert {new.voting.cards[card].participant for card in changes.voting_cards} == moved
    listed = seat_changes(old, new)
    assert {one.person.id: (one.before and one.before.number, one.after and one.after.number) for one in listed} == {
        person: (before[person], after[person]) for person in moved
    }


def test_a_corrected_name_is_printed_again_everywhere_it_stands() -> None:
    before = material(PEOPLE, TEAMS)
    people = {**before.roster.people, 5: replace(before.roster.people[5], last_name="Nyfeldt")}
    changes = changed(before, replace(before, roster=replace(before.roster, people=people)))
    assert changes.badges == {5}
    assert changes.team_sheets == {before.team_by_person()[5].number}
    assert changes.round_slips == {5}
    assert len(changes.voting_cards) == 1
    assert changes.table_signs == frozenset()


def test_another_table_changes_its_sign_its_sheet_and_its_badges() -> None:
    before = material(PEOPLE, TEAMS)
    teams = {**before.teams.teams, 2: replace(before.teams.teams[2], table="Vättern")}
    after = replace(before, teams=replace(before.teams, teams=teams))
    changes = changed(before, after)
    assert changes.table_signs == {2}
    assert changes.team_sheets == {2}
    assert changes.badges == set(before.teams.teams[2].members)
    assert {one.person.id for one in seat_changes(before, after)} == set(before.teams.teams[2].members)


def test_only_the_changed_sheets_of_a_repair_are_printed() -> None:
    before = material()
    after = repaired(before)
    only = PrintOptions(changed_since=before)
    assert labels(team_sheets(after, TR, only)) == ["Team 1", "Team 2", "Team 3", "Team 4"]
    (sheet,) = badges(after, TR, only).pages
    first_names = {after.roster.people[1].first_name, "Nova"}
    assert first_names <= {words.text for words in words_of(sheet.marks)}
    assert after.roster.people[2].first_name not in {words.text for words in words_of(sheet.marks)}
    with pytest.raises(NothingToPrint, match="Nothing has changed since this was printed"):
        table_signs(after, TR, only)


def test_selections_choose_teams_people_and_cards() -> None:
    whole = material()
    chosen = PrintOptions(selection=Selection(teams=frozenset({3, 7}), people=frozenset({1, 2, 3})))
    assert labels(team_sheets(whole, TR, chosen)) == ["Team 3", "Team 7"]
    assert labels(table_signs(whole, TR, chosen)) == ["Team 3", "Team 7"]
    secrets = {card.secret for card in whole.voting.cards.values() if card.participant in (1, 2, 3)}
    assert {code.content.rpartition("#")[2] for code in codes(voting_cards(whole, TR, chosen))} == secrets
    jury = frozenset(card.id for card in whole.voting.cards.values() if card.participant is None)
    assert len(codes(voting_cards(whole, TR, PrintOptions(selection=Selection(cards=jury))))) == 4
    with pytest.raises(NothingToPrint, match="Nothing is chosen"):
        badges(whole, TR, PrintOptions(selection=Selection(people=frozenset())))


def test_the_move_list_says_from_where_to_where() -> None:
    before = material()
    after = repaired(before)
    document = move_list(after, TR, PrintOptions(changed_since=before))
    lines = [words.text for words in words_of(document.pages[0].marks)]
    for part, name, places in (
        ("Change place", before.roster.people[1].name, ["Team 1", "Table 1", "Team 3", "Table 3"]),
        ("New", "Nova Sen", ["Team 4", "Table 4"]),
        ("No seat any more", before.roster.people[2].name, ["Team 2", "Table 2"]),
    ):
        start = lines.index(name)
        assert part in lines[:start]
        seats = [line for line in lines[start : start + 6] if line.startswith(("Team", "Table"))]
        assert seats[: len(places)] == places


def test_a_move_list_needs_something_to_compare_with_and_a_difference() -> None:
    whole = material()
    with pytest.raises(NothingToPrint, match="no earlier teams"):
        move_list(whole, TR)
    with pytest.raises(NothingToPrint, match="Nobody changes place"):
        move_list(whole, TR, PrintOptions(changed_since=whole))


@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_round_slips_tell_everybody_their_table_in_every_round(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 20))
    tables = [{person: data.draw(st.integers(1, TEAMS)) for person in range(1, PEOPLE + 1)} for _ in range(count)]
    whole = material(PEOPLE, TEAMS)
    rounds = tuple(
        tuple(Team(n, str(n), members=tuple(p for p in seats if seats[p] == n)) for n in range(1, TEAMS + 1))
        for seats in tables
    )
    chosen = PrintOptions(selection=Selection(people=frozenset({7})))
    document = round_slips(replace(whole, teams=replace(whole.teams, rounds=rounds)), TR, chosen)
    lines = [words.text for page in document.pages for words in words_of(page.marks)]
    assert lines[:2] == ["Your tables", whole.roster.people[7].name]
    assert list(zip(lines[2::2], lines[3::2], strict=True)) == [
        (f"Round {number}", f"Table {seats[7]}") for number, seats in enumerate(tables, 1)
    ]


def test_whoever_has_no_table_in_a_round_is_sent_to_the_desk() -> None:
    document = round_slips(repaired(material()), TR, PrintOptions(selection=Selection(people=frozenset({81}))))
    lines = [words.text for page in document.pages for words in words_of(page.marks)]
    assert lines.count("Ask us") == 5


def test_absent_people_get_no_slip() -> None:
    whole = material(PEOPLE, TEAMS)
    away = {**whole.roster.people, 3: replace(whole.roster.people[3], attendance=Attendance.ABSENT)}
    document = round_slips(replace(whole, roster=replace(whole.roster, people=away)), TR)
    lines = [words.text for page in document.pages for words in words_of(page.marks)]
    assert lines.count("Your tables") == PEOPLE - 1
