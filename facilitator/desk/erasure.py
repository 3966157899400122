"""What is left of an event once the personal data is gone."""

from __future__ import annotations

from dataclasses import replace

from facilitator.common.clock import Instant
from facilitator.desk.state import State
from facilitator.event.model import Erasure
from facilitator.participants.model import Participant


def erased(state: State, at: Instant) -> State:
    """The state without names (speakers' and second hosts' too), organisations, addresses, the host's notes, voting
    cards and the Wi-Fi's password.

    Sectors, quotas, attendance, teams, solutions and results stay, so that the day can still be told in numbers.
    """
    people = {person.id: _nameless(person) for person in state.roster.people.values()}
    items = {item.id: replace(item, speaker="", notes="") for item in state.plan.items.values()}
    erasures = (*state.event.erasures, Erasure(at, len(people)))
    return replace(
        state,
        event=replace(state.event, wifi_password="", erasures=erasures),
        plan=replace(state.plan, items=items),
        run=replace(state.run, steering=None),
        roster=replace(state.roster, people=people, needs={}),
        voting=replace(state.voting, cards={}),
        stage=replace(state.stage, message=""),
    )


def _nameless(person: Participant) -> Participant:
    return Participant(
        id=person.id,
        first_name=f"#{person.id}",
        sector=person.sector,
        quota=person.quota,
        attendance=person.attendance,
        walk_in=person.walk_in,
    )
