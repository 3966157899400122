"""Corrections of single people, and of the lists that they are counted by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.desk.commands import Undo
from facilitator.desk.slow import people_to_seat
from facilitator.desk.vocabulary import parse
from facilitator.knowledge.model import Kind, KnowledgeItem, Library
from facilitator.participants.badge import badge
from facilitator.participants.commands import (
    AddWalkIn,
    ChangeParticipant,
    CheckIn,
    MarkAbsent,
    PutPeople,
    PutQuota,
    PutSector,
    RemoveQuota,
    RemoveSector,
)
from facilitator.participants.counts import HeadCount, counts
from facilitator.participants.editing import changed, registered
from facilitator.participants.model import Attendance, Participant, Quota, Roster, Sector
from facilitator.teams.model import QuotaRange, Rules, Teams
from tests.desk.builders import a_state, desk_in_memory
from tests.participants.lists import EMPTY, HEADINGS, people, read_rows, row


def change(**fields: Any) -> Participant:
    """Person 3 of the small event after a correction, which undo takes back exactly."""
    desk = desk_in_memory()
    before = desk.state
    desk.do(parse({"type": "change-participant", "participant": "P3", **fields}))
    after = desk.state
    if after is not before:
        desk.do(Undo())
        assert desk.state == before
    return after.roster.people[3]


def test_what_is_given_changes_and_the_rest_stays() -> None:
    before = a_state().roster.people[3]
    given = change(name="Örjan von Ek", sector="Sektor 1", quota="", skills=["IT, HR", "it"], wishes=["f2 f1"])
    assert given == replace(
        before, first_name="Örjan von", last_name="Ek", sector=1, quota=None, skills=("IT", "HR"), wishes=("F2", "F1")
    )
    assert change(email="Åsa <asa@a.se>").email == "asa@a.se"
    assert change(organisation="") == replace(before, organisation="")
    assert change(first_name="", last_name="Ek") == replace(before, first_name="Ek", last_name="")
    assert change(name=before.name.upper()) == before, "how a name is split is kept"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "x" * 201}, "longer than 200"),
        ({"organisation": "x" * 301}, "longer than 300"),
        ({"email": "asa"}, "is not an e-mail address"),
        ({"email": "FIRST@a.se"}, "belongs to Åsa1 Öberg"),
        ({"reference": "P1"}, "already on the list"),
        ({"sector": "Sektor 9"}, "no sector “Sektor 9”"),
        ({"quota": 9}, "no seat quota “9”"),
    ],
)
def test_what_could_not_stand_on_a_list_cannot_be_typed_in_either(fields: dict[str, Any], words: str) -> None:
    desk = desk_in_memory()
    desk.do(ChangeParticipant(1, email="first@a.se"))
    before = desk.state
    with pytest.raises(UserError, match=words):
        desk.do(parse({"type": "change-participant", "participant": 3, **fields}))
    assert desk.state is before


@given(people())
def test_a_row_and_the_same_typed_in_give_the_same_person(everybody: tuple[Participant, ...]) -> None:
    for one, listed in zip(everybody, read_rows([row(one) for one in everybody]).people, strict=True):
        cells = dict(zip(HEADINGS, row(one), strict=True))
        typed = changed(
            EMPTY,
            Participant(listed.id, "?"),
            ChangeParticipant(
                listed.id,
                first_name=cells["Förnamn"],
                last_name=cells["Efternamn"],
                organisation=cells["Organisation"],
                sector=cells["Sektor"],
                quota=cells["Kvot"],
                role=cells["Roll"],
                skills=(cells["Kompetenser"],),
                languages=(cells["Språk"],),
                wishes=(cells["Önskemål"],),
                email=cells["E-post"],
                reference=cells["id"],
            ),
        )
        assert typed == listed


def test_somebody_who_needs_an_accessible_table_needs_it_in_the_solvers_eyes_too() -> None:
    desk = desk_in_memory()
    desk.do(ChangeParticipant(3, accessible=True))
    assert [one.id for one in people_to_seat(desk.state.roster) if one.accessible] == [3]
    desk.do(Undo())
    assert not any(one.accessible for one in people_to_seat(desk.state.roster))


def test_a_badge_for_a_walk_in_says_what_is_known() -> None:
    desk = desk_in_memory()
    came = desk.do(AddWalkIn("Siv  Ström", "Verket", sector="1", role="chef")).result
    found = badge(desk.state.roster, desk.state.roster.people[came])
    assert (found.name, found.organisation, found.role) == ("Siv Ström", "Verket", "chef")
    assert (found.sector, found.letter, found.quota, found.walk_in) == ("Sektor 1", "A", "", True)


def test_sectors_and_quotas_are_added_renamed_and_taken_away() -> None:
    desk = desk_in_memory()
    sector = desk.do(PutSector(Sector(0, 0, " Region ", "R"))).result
    assert desk.state.roster.sectors[sector] == Sector(3, 3, "Region", "R")
    desk.do(RemoveSector(sector))
    quota = desk.do(PutQuota(Quota(0, 0, "Studenter", 4))).result
    desk.do(PutQuota(replace(desk.state.roster.quotas[quota], name="Unga", seats=6)))
    assert desk.state.roster.quotas[quota] == Quota(3, 3, "Unga", 6)
    desk.do(RemoveQuota(quota))
    for _ in range(5):
        desk.do(Undo())
    assert desk.state == a_state()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"type": "put-sector", "put": {"id": 0, "position": 0, "name": "sektor 1", "letter": "X"}}, "There is a"),
        ({"type": "put-sector", "put": {"id": 0, "position": 0, "name": "Ny", "letter": "a"}}, "has the sign A"),
        ({"type": "put-sector", "put": {"id": 0, "position": 0, "name": "Ny", "letter": ""}}, "needs a short sign"),
        ({"type": "put-sector", "put": {"id": 0, "position": 0, "name": " ", "letter": "X"}}, "needs a name"),
        ({"type": "put-sector", "put": {"id": 9, "position": 0, "name": "Ny", "letter": "X"}}, "no such sector"),
        ({"type": "put-quota", "put": {"id": 0, "position": 0, "name": "Ny", "seats": -1}}, "fewer than 0"),
        ({"type": "remove-sector", "sector": 1}, "5 people are in “Sektor 1”"),
        ({"type": "remove-quota", "quota": 1}, "5 people are in “Myndigheter”"),
        ({"type": "remove-quota", "quota": 9}, "no such sector or seat quota"),
        ({"type": "remove-sector", "sector": 7}, "1 entry of the knowledge base"),
        ({"type": "remove-quota", "quota": 7}, "rules for teams name"),
    ],
)
def test_what_is_in_use_or_not_clear_is_refused(data: dict[str, Any], words: str) -> None:
    state = a_state()
    roster = replace(
        state.roster,
        sectors={**state.roster.sectors, 7: Sector(7, 7, "Tom", "T")},
        quotas={**state.roster.quotas, 7: Quota(7, 7, "Tom")},
    )
    item = KnowledgeItem(1, Kind.EXAMPLE, "Exempel", sector=7)
    rules = Rules(quota_ranges=(QuotaRange(7, "Tom", {5: (1, 3)}),))
    desk = desk_in_memory(state=replace(state, roster=roster, library=Library({1: item}), teams=Teams(rules=rules)))
    with pytest.raises(UserError, match=words):
        desk.do(parse(data))


def test_head_counts_by_quota_and_sector() -> None:
    desk = desk_in_memory()
    desk.do(CheckIn(1))
    desk.do(MarkAbsent(2))
    desk.do(AddWalkIn("Siv Ström"))
    found = counts(desk.state.roster)
    assert found.everybody == HeadCount(registered=8, here=2, absent=1, walk_ins=1, seats=10)
    assert found.by_quota == {
        1: HeadCount(registered=4, absent=1, seats=5),
        2: HeadCount(registered=4, here=1, seats=5),
        None: HeadCount(here=1, walk_ins=1),
    }
    assert (found.by_quota[1].free, found.by_quota[None].free) == (1, None)
    assert list(found.by_sector) == [1, 2, None]


@given(st.lists(st.builds(Participant, st.integers(1, 30), st.just("A"), attendance=st.sampled_from(Attendance),
                          quota=st.sampled_from((1, 2, None)), sector=st.sampled_from((5, None)))))  # fmt: skip
def test_every_person_is_counted_once_in_each_list(everybody: list[Participant]) -> None:
    quotas = {number: Quota(number, number, f"Q{number}") for number in (1, 2)}
    roster = Roster({one.id: one for one in everybody}, {5: Sector(5, 0, "S", "S")}, quotas)
    found = counts(roster)
    for parts in ({None: found.everybody}, found.by_quota, found.by_sector):
        assert sum(one.seated + one.absent + one.waiting for one in parts.values()) == len(roster.people)
    assert found.everybody.seated == len(roster.seated())


def test_a_new_name_is_checked_as_a_changed_one_and_waits_if_no_seat_is_free() -> None:
    state = a_state()
    one = registered(state.roster, ChangeParticipant(0, name="Siv Ström", quota=1, sector=2))
    assert (one.id, one.name, one.quota, one.sector) == (max(state.roster.people) + 1, "Siv Ström", 1, 2)
    with pytest.raises(UserError, match="needs a name"):
        registered(state.roster, ChangeParticipant(0, organisation="A"))
    full = replace(state.roster, waiting_list=True, quotas={1: Quota(1, 0, "A", 0)})
    desk = desk_in_memory(state=replace(state, roster=full))
    desk.do(PutPeople((registered(full, ChangeParticipant(0, name="Siv", quota=1)),)))
    assert desk.state.roster.people[one.id].attendance is Attendance.WAITING
