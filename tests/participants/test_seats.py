"""Seats and the waiting list, whatever happens: no seat too many, nobody lost, nobody passed by another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.common.errors import UserError
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk
from facilitator.desk.vocabulary import Command
from facilitator.participants import seats
from facilitator.participants.commands import (
    AddWalkIn,
    ChangeParticipant,
    CheckIn,
    MarkAbsent,
    PromoteWaiting,
    PutPeople,
    PutQuota,
    ReleaseSeats,
    RemoveParticipant,
    UndoCheckIn,
    UseWaitingList,
)
from facilitator.participants.model import Attendance, Participant, Quota, Roster
from tests.desk.builders import a_state, desk_in_memory

AGENCIES, EXTERNAL = 1, 2
QUOTAS = {AGENCIES: Quota(AGENCIES, 0, "Myndigheter", 3, agency=True), EXTERNAL: Quota(EXTERNAL, 1, "Externa", 2)}


def a_desk(*, waiting_list: bool = True, people: int = 0) -> Desk:
    """An event of five seats, the first `people` of them taken by agencies."""
    roster = Roster({n: person(n, AGENCIES) for n in range(1, people + 1)}, {}, QUOTAS, waiting_list=waiting_list)
    return desk_in_memory(state=replace(a_state(), roster=roster))


def person(number: int, quota: int | None) -> Participant:
    return Participant(number, f"Namn{number}", "Ek", quota=quota)


def seated(roster: Roster) -> Counter[int | None]:
    return Counter(one.quota for one in roster.people.values() if one.has_seat)


def waiting(desk: Desk) -> list[int]:
    return [one.id for one in seats.line(desk.state.roster)]


_ids = st.integers(1, 12)
_quotas = st.sampled_from((AGENCIES, EXTERNAL, None))
_BEFORE_THE_DAY = st.one_of(
    st.lists(st.builds(person, _ids, _quotas), min_size=1, max_size=8, unique_by=lambda one: one.id).map(
        lambda people: PutPeople(tuple(people))
    ),
    st.builds(RemoveParticipant, _ids),
    st.builds(MarkAbsent, _ids),
    st.builds(UndoCheckIn, _ids),
    st.builds(PromoteWaiting, st.sampled_from((None, AGENCIES, EXTERNAL))),
    st.builds(ReleaseSeats, st.sampled_from((AGENCIES, EXTERNAL))),
    st.builds(ChangeParticipant, _ids, quota=st.sampled_from((AGENCIES, EXTERNAL, ""))),
    st.builds(lambda seats_: PutQuota(replace(QUOTAS[AGENCIES], seats=seats_)), st.integers(0, 6)),
)


@given(st.lists(_BEFORE_THE_DAY, max_size=25))
@settings(max_examples=300, deadline=None)
def test_before_the_day_there_are_never_more_people_than_seats(commands: list[Command]) -> None:
    desk = a_desk()
    for command in commands:
        before = desk.state.roster
        try:
            desk.do(command)
        except UserError:
            assert desk.state.roster is before
        after = desk.state.roster
        counted = seated(after)
        assert all(counted[quota.id] <= quota.seats for quota in after.quotas.values())
        assert counted.total() <= sum(quota.seats for quota in after.quotas.values())
        asked = {one.id for one in command.people} if isinstance(command, PutPeople) else set()
        gone = {command.participant} if isinstance(command, RemoveParticipant) else set()
        assert before.people.keys() - gone <= after.people.keys() <= before.people.keys() | asked
        if isinstance(command, ReleaseSeats):
            assert sum(q.seats for q in after.quotas.values()) == sum(q.seats for q in before.quotas.values())
        line = seats.line(after)
        assert len({one.waiting_number for one in line}) == len(line)
        stayed = [one.id for one in seats.line(before) if one in after.people.values()]
        assert [one.id for one in line if one.id in stayed] == stayed, "nobody passes another in the line"
        if not isinstance(command, PromoteWaiting | PutPeople):
            let_in = {one.id for one in seats.line(before)} & {k for k, one in after.people.items() if one.has_seat}
            assert not let_in, "nobody gets in but by promotion"


@given(st.lists(_quotas, min_size=1, max_size=15), st.integers(0, 3), st.integers(0, 5))
def test_the_line_is_let_in_in_its_order_as_far_as_there_are_seats(
    quotas: list[int | None], gone: int, more: int
) -> None:
    desk = a_desk()
    desk.do(PutPeople(tuple(person(n, quota) for n, quota in enumerate(quotas, 1))))
    here = [one.id for one in desk.state.roster.seated()]
    for participant in here[:gone]:
        desk.do(RemoveParticipant(participant))
    desk.do(PutQuota(replace(QUOTAS[EXTERNAL], seats=2 + more)))
    before = waiting(desk)
    let_in = desk.do(PromoteWaiting()).result
    assert let_in == [one for one in before if one in let_in]
    assert waiting(desk) == [one for one in before if one not in let_in]
    roster = desk.state.roster
    for quota in (AGENCIES, EXTERNAL, None):
        of_quota = [one for one in before if roster.people[one].quota == quota]
        assert [one for one in of_quota if one in let_in] == of_quota[: len([o for o in of_quota if o in let_in])]
    assert all(not seats.is_free(roster, one.quota) for one in seats.line(roster)), "no seat is left that one waits for"


@given(st.lists(st.one_of(_BEFORE_THE_DAY, st.builds(CheckIn, _ids)), max_size=15))
@settings(max_examples=150, deadline=None)
def test_undo_gives_seats_and_line_back_exactly(commands: list[Command]) -> None:
    desk = a_desk(people=2)
    states = [desk.state]
    for command in commands:
        try:
            after = desk.do(command).state
        except UserError:
            continue
        if after is not states[-1]:
            states.append(after)
    for state in reversed(states[:-1]):
        desk.do(Undo())
        assert desk.state == state
    for state in states[1:]:
        desk.do(Redo())
        assert desk.state == state


def test_without_a_waiting_list_everybody_has_a_seat() -> None:
    desk = a_desk(waiting_list=False)
    outcome = desk.do(PutPeople(tuple(person(n, AGENCIES) for n in range(1, 44))))
    assert len(desk.state.roster.seated()) == 43
    assert outcome.notices == ()


def test_who_comes_after_the_last_seat_waits_and_the_host_is_told() -> None:
    desk = a_desk()
    outcome = desk.do(PutPeople(tuple(person(n, AGENCIES) for n in range(1, 7))))
    assert waiting(desk) == [4, 5, 6]
    assert [str(notice) for notice in outcome.notices] == ["3 people are on the waiting list now."]
    assert {card.participant for card in desk.state.voting.cards.values()} == {1, 2, 3}, "no seat, no voting card"
    outcome = desk.do(MarkAbsent(2))
    assert [str(notice) for notice in outcome.notices] == ["Namn4 Ek can get a seat from the waiting list."]
    assert desk.do(PromoteWaiting("Myndigheter")).result == [4]
    assert {card.participant for card in desk.state.voting.cards.values()} == {1, 2, 3, 4}
    desk.do(UndoCheckIn(2))
    assert waiting(desk) == [5, 6, 2], "the seat has gone to another"


def test_who_is_let_in_at_the_door_by_mistake_has_the_old_place_again() -> None:
    desk = a_desk()
    desk.do(PutPeople(tuple(person(n, AGENCIES) for n in range(1, 7))))
    outcome = desk.do(CheckIn(4))
    assert [str(notice) for notice in outcome.notices] == ["“Myndigheter” has more people than seats: 4 of 3."]
    desk.do(UndoCheckIn(4))
    assert waiting(desk) == [4, 5, 6]
    assert all(card.revoked for card in desk.state.voting.cards.values() if card.participant == 4)
    with pytest.raises(UserError, match="on the waiting list"):
        desk.do(UndoCheckIn(4))


def test_a_walk_in_is_let_in_even_when_every_seat_is_taken_but_not_silently() -> None:
    desk = a_desk(people=3)
    outcome = desk.do(AddWalkIn("Åke Ny", quota="Myndigheter"))
    assert desk.state.roster.people[outcome.result].attendance is Attendance.CHECKED_IN
    assert "more people than seats" in str(outcome.notices[0])


def test_a_list_that_moves_somebody_to_a_full_quota_makes_them_wait_before_anybody_new() -> None:
    desk = a_desk(people=3)
    desk.do(PutPeople((person(4, EXTERNAL), person(5, EXTERNAL))))
    outcome = desk.do(PutPeople((person(6, EXTERNAL), person(1, EXTERNAL), person(7, AGENCIES))))
    assert waiting(desk) == [1, 6]
    assert desk.state.roster.people[7].has_seat, "the seat that became free"
    assert [str(notice) for notice in outcome.notices] == ["2 people are on the waiting list now."]
    assert all(card.revoked for card in desk.state.voting.cards.values() if card.participant == 1)


def test_the_host_cannot_move_somebody_into_a_full_quota_by_hand() -> None:
    desk = a_desk(people=3)
    desk.do(PutPeople((person(4, EXTERNAL),)))
    with pytest.raises(UserError, match="No seat is free there for Namn4 Ek"):
        desk.do(ChangeParticipant(4, quota=AGENCIES))
    desk.do(ChangeParticipant(1, quota=EXTERNAL))
    desk.do(ChangeParticipant(4, quota=AGENCIES))
    assert waiting(desk) == []


def test_two_who_change_places_between_full_quotas_both_keep_a_seat() -> None:
    desk = a_desk(people=3)
    desk.do(PutPeople((person(4, EXTERNAL), person(5, EXTERNAL))))
    desk.do(PutPeople((person(1, EXTERNAL), person(4, AGENCIES))))
    assert waiting(desk) == []


def test_unused_seats_are_released_but_not_those_that_somebody_waits_for() -> None:
    desk = a_desk(people=3)
    desk.do(PutPeople((person(4, EXTERNAL), *(person(n, AGENCIES) for n in (5, 6)))))
    assert desk.do(ReleaseSeats("Externa")).result == 1
    assert [quota.seats for quota in desk.state.roster.quotas.values()] == [4, 1]
    with pytest.raises(UserError, match="No seat of “Externa” is unused"):
        desk.do(ReleaseSeats(EXTERNAL))
    with pytest.raises(UserError, match="No seat"):  # the free one is waited for
        desk.do(ReleaseSeats(AGENCIES))
    assert desk.do(PromoteWaiting()).result == [5]
    with pytest.raises(UserError, match="not clear which quota"):
        desk.do(ReleaseSeats(AGENCIES, AGENCIES))


def test_somebody_without_a_quota_gets_a_seat_as_long_as_the_event_has_one() -> None:
    desk = a_desk(people=3)
    desk.do(PutPeople(tuple(person(n, None) for n in (4, 5, 6))))
    assert waiting(desk) == [6]
    desk.do(PutPeople((person(7, EXTERNAL),)))
    assert waiting(desk) == [6, 7], "all five seats are taken"


def test_turning_the_waiting_list_on_takes_nobodys_seat() -> None:
    desk = a_desk(waiting_list=False, people=5)
    outcome = desk.do(UseWaitingList(True))
    assert len(desk.state.roster.seated()) == 5
    assert "5 of 3" in str(outcome.notices[0])
    with pytest.raises(UserError, match="5 people have a seat"):
        desk.do(PutQuota(replace(QUOTAS[AGENCIES], seats=2)))
    with pytest.raises(UserError, match="no seat quotas"):
        desk_in_memory(state=replace(a_state(), roster=Roster())).do(UseWaitingList(True))


def test_a_long_list_is_seated_in_the_time_of_a_blink() -> None:
    quotas = {1: Quota(1, 0, "Alla", 6_000)}
    people = tuple(person(n, 1) for n in range(1, 10_001))
    placed = seats.seat(Roster(quotas=quotas, waiting_list=True), people)
    assert [one.waiting_number for one in placed if one.attendance is Attendance.WAITING] == list(range(1, 4_001))
