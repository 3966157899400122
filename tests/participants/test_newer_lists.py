"""A second import: who is whom, what changes, and what stays."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.participants.difference import difference
from facilitator.participants.model import Attendance, Participant, Roster
from tests.participants.lists import EMPTY, QUOTAS, SECTORS, imported, people, read_rows, read_text, row


@given(everybody=people(), data=st.data())
def test_the_same_list_in_any_order_changes_nothing(everybody: tuple[Participant, ...], data: st.DataObject) -> None:
    roster = imported(read_rows([row(person) for person in everybody]))
    shuffled = data.draw(st.permutations(everybody))
    reading = read_rows([row(replace(person, email=person.email.upper())) for person in shuffled], roster)
    assert (reading.people, reading.problems) == ((), ())
    assert (reading.added, reading.updated, reading.unchanged) == (0, 0, len(everybody))


def test_of_two_of_one_name_the_row_without_organisation_means_the_one_without() -> None:
    roster = imported(read_text("Namn;Organisation\nAda Ek;Verket\nAda Ek;\n"))
    for rows in ("Ada Ek;\nAda Ek;Verket", "Ada Ek;Verket\nAda Ek;"):
        reading = read_text(f"Namn;Organisation\n{rows}\n", roster)
        assert (reading.people, reading.problems, reading.unchanged) == ((), (), 2)


@given(everybody=people(), data=st.data())
def test_a_newer_list_changes_those_who_changed_and_adds_the_rest(
    everybody: tuple[Participant, ...], data: st.DataObject
) -> None:
    known = data.draw(st.sets(st.sampled_from(everybody)))
    changed = data.draw(st.sets(st.sampled_from(everybody)))
    roster = replace(EMPTY, people={one.id: replace(one, attendance=Attendance.CHECKED_IN) for one in known})
    newer = [replace(one, role="ny roll") if one in changed else one for one in everybody]
    reading = read_rows([row(one) for one in newer], roster)
    assert reading.problems == ()
    assert reading.added == len(everybody) - len(known)
    assert reading.updated == sum(one in known and one.role != "ny roll" for one in changed)
    after = imported(reading, roster)
    assert len(after.people) == len(everybody)
    for one in known:
        kept = after.people[one.id]
        assert kept.attendance is Attendance.CHECKED_IN
        assert kept.role == ("ny roll" if one in changed else one.role)


def roster_of(*everybody: Participant) -> Roster:
    """A roster of these people."""
    return Roster({person.id: person for person in everybody}, SECTORS, QUOTAS)


ANNA = Participant(1, "Anna", "Ek", "A", 10, 7, "chef", ("IT",), ("svenska",), ("F1",), "anna@a.se", "P1")


def test_a_reference_comes_before_an_address_and_an_address_before_a_name() -> None:
    bo = Participant(2, "Bo", "Ask", "B", email="bo@b.se", reference="P2")
    cia = Participant(3, "Cia", "Alm", "C")
    roster = roster_of(ANNA, bo, cia)
    reading = read_text(
        "Namn;Org;E-post;id\nAnna Berg;A;ny@a.se;P1\nBo Ask;Bolaget;bo@b.se;\nCia Alm;C;cia@c.se;P9\n", roster
    )
    assert [(one.id, one.name, one.organisation, one.email, one.reference) for one in reading.people] == [
        (1, "Anna Berg", "A", "ny@a.se", "P1"),
        (2, "Bo Ask", "Bolaget", "bo@b.se", "P2"),
        (3, "Cia Alm", "C", "cia@c.se", "P9"),
    ]


def test_a_missing_column_or_an_empty_cell_takes_nothing_away() -> None:
    reading = read_text("Namn;Organisation;Sektor;Roll;Kompetenser\nAnna Ek;A;;;\n", roster_of(ANNA))
    assert (reading.people, reading.unchanged) == ((), 1)


def test_how_a_name_is_split_is_kept_if_the_list_does_not_tell() -> None:
    anna = replace(ANNA, first_name="Anna", last_name="von Ek")
    assert read_text("Namn;E-post\nanna von Ek;anna@a.se\n", roster_of(anna)).unchanged == 1
    reading = read_text("Förnamn;Efternamn;E-post\nAnna von;Ek;anna@a.se\n", roster_of(anna))
    assert reading.people == (replace(anna, first_name="Anna von", last_name="Ek"),)


def test_another_organisation_is_another_person() -> None:
    reading = read_text("Namn;Organisation\nAnna Ek;B\n", roster_of(ANNA))
    assert (reading.added, reading.people[0].id) == (1, 2)


def test_a_name_that_several_people_have_is_a_problem_unless_it_is_said_who() -> None:
    roster = roster_of(ANNA, replace(ANNA, id=2, email="other@a.se", reference="P2"))
    (problem,) = read_text("Namn;Organisation\nAnna Ek;A\n", roster).problems
    assert (problem.row, problem.column, problem.value) == (2, "Namn", "Anna Ek")
    reading = read_text("Namn;Organisation;E-post\nAnna Ek;A;other@a.se\nAnna Ek;A;anna@a.se\n", roster)
    assert (reading.problems, reading.unchanged) == ((), 2)


def test_somebody_elses_address_is_a_problem() -> None:
    bo = Participant(2, "Bo", "Ask", "B", email="bo@b.se", reference="P2")
    (problem,) = read_text("Namn;E-post;id\nAnna Ek;bo@b.se;P1\n", roster_of(ANNA, bo)).problems
    assert (problem.row, problem.column, problem.value) == (2, "E-post", "bo@b.se")
    assert problem.problem.values == {"name": "Bo Ask"}
    swapped = read_text("Namn;E-post;id\nAnna Ek;bo@b.se;P1\nBo Ask;anna@a.se;P2\n", roster_of(ANNA, bo))
    assert (swapped.problems, swapped.updated) == ((), 2)


def test_the_difference_names_new_people_and_each_changed_field() -> None:
    roster = roster_of(ANNA, Participant(2, "Bo", "Ask", "B"), Participant(3, "Gone", "Away"))
    reading = read_text(
        "Namn;Organisation;Sektor;Kvot;Roll;Önskemål\nAnna Ek;A;2;extern;chef;F2 F1\nBo Ask;B;;;;\nNy Person;C;;;;\n",
        roster,
    )
    shown = difference(reading, roster)
    assert [person.name for person in shown.added] == ["Ny Person"]
    assert shown.unchanged == 1
    (anna,) = shown.changed
    assert anna.person.id == 1
    assert [(str(change.field), change.before, change.after) for change in anna.changes] == [
        ("Sector", "Sektor 1", "Sektor 2"),
        ("Quota", "Statliga myndigheter", "Externa parter"),
        ("Wishes", "F1", "F2 F1"),
    ]


def test_the_difference_knows_the_sectors_that_come_with_the_list() -> None:
    roster = Roster({1: Participant(1, "Anna", "Ek")})
    shown = difference(read_text("Namn;Sektor\nAnna Ek;Handel\n", roster), roster)
    assert [(change.before, change.after) for change in shown.changed[0].changes] == [("", "Handel")]
