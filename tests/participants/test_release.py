"""Unused seats that are released at a time, and those who have not come when the host stops waiting for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.common.clock import Instant
from facilitator.common.errors import UserError
from facilitator.desk.commands import Undo
from facilitator.desk.desk import Desk
from facilitator.participants.commands import CheckIn, MarkAbsent, PutPeople
from facilitator.participants.model import Attendance, Participant, Quota, Roster
from facilitator.participants.release import due_releases, unused
from facilitator.participants.rules import not_here
from tests.desk.builders import a_state, desk_in_memory

NINE, TEN = Instant(9_000), Instant(10_000)


def a_desk(*quotas: Quota, people: tuple[Participant, ...] = ()) -> Desk:
    roster = Roster({one.id: one for one in people}, {}, {one.id: one for one in quotas}, waiting_list=True)
    return desk_in_memory(state=replace(a_state(), roster=roster))


def test_unused_seats_are_due_once_their_time_has_come_and_go_where_most_wait() -> None:
    desk = a_desk(
        Quota(1, 0, "Agencies", 3, release_at=NINE),
        Quota(2, 1, "Business", 0),
        Quota(3, 2, "Associations", 0),
        people=(Participant(1, "Ann", quota=1),),
    )
    desk.do(PutPeople(tuple(Participant(n, f"Bo{n}", quota=3) for n in (2, 3, 4))))
    assert due_releases(desk.state.roster, Instant(NINE - 1)) == ()
    (due,) = due_releases(desk.state.roster, TEN)
    assert desk.do(due).result == 2
    quotas = desk.state.roster.quotas
    assert [(one.seats, one.release_at) for one in quotas.values()] == [(1, None), (0, None), (2, None)]
    assert due_releases(desk.state.roster, TEN) == ()
    desk.do(Undo())
    assert desk.state.roster.quotas[1].release_at == NINE


def test_a_quota_whose_own_seats_are_due_gets_none() -> None:
    desk = a_desk(Quota(1, 0, "A", 3, release_at=NINE), Quota(2, 1, "B", 3, release_at=TEN))
    assert [each.to for each in due_releases(desk.state.roster, NINE)] == [2]
    assert due_releases(desk.state.roster, TEN) == ()


_people = st.lists(
    st.builds(
        Participant,
        st.just(0),
        st.just("N"),
        quota=st.sampled_from((None, 1, 2, 3)),
        attendance=st.sampled_from(Attendance),
    ),
    max_size=12,
).map(lambda everybody: {n: replace(one, id=n) for n, one in enumerate(everybody, 1)})
_times = st.sampled_from((None, NINE))
_quotas = st.tuples(*(
    st.builds(Quota, st.just(n), st.just(n), st.just(f"Q{n}"), st.integers(0, 5), release_at=_times)
    for n in (1, 2, 3)
)).map(lambda quotas: {one.id: one for one in quotas})  # fmt: skip


@given(_people, _quotas)
def test_what_is_due_can_be_done_and_no_seat_comes_or_goes(
    people: dict[int, Participant], quotas: dict[int, Quota]
) -> None:
    desk = desk_in_memory(state=replace(a_state(), roster=Roster(people, {}, quotas)))
    for command in due_releases(desk.state.roster, TEN):
        desk.do(command)
    after = desk.state.roster
    assert sum(one.seats for one in after.quotas.values()) == sum(one.seats for one in quotas.values())
    assert due_releases(after, TEN) == ()
    for key, one in after.quotas.items():
        assert one.release_at == quotas[key].release_at or not unused(after, one)


def test_who_is_not_here_is_marked_absent_in_one_step() -> None:
    everybody = tuple(Participant(n, f"Namn{n}") for n in range(1, 6))
    desk = a_desk(people=everybody)
    desk.do(CheckIn(2))
    seen = not_here(desk.state.roster)
    desk.do(CheckIn(4))  # between the host's look and the host's press
    assert desk.do(MarkAbsent(seen)).result == 3
    assert [one.id for one in desk.state.roster.seated()] == [2, 4]
    with pytest.raises(UserError, match="None of them"):
        desk.do(MarkAbsent(seen))
    desk.do(Undo())
    assert not_here(desk.state.roster) == (1, 3, 5)
