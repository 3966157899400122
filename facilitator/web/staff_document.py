"""The state that a second host needs on a phone."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.agenda.model import Slot
from facilitator.common.clock import Moment, iso
from facilitator.desk.rundown import Row, rundown
from facilitator.desk.state import State
from facilitator.participants.badge_code import badge_code
from facilitator.voting.model import Ballot, Phase
from facilitator.web.documents import Document, now_document, result_document, when
from facilitator.web.staff_running import running_documents


def staff_document(state: State, version: int, now: Moment, turnouts: Mapping[int, int]) -> Document:
    """The rundown, the people, the teams and every ballot, drafts too; a result only once it is revealed."""
    day = rundown(state, now)
    return {
        "version": version,
        "server_time": iso(now.wall, state.event.timezone),
        "event": {"title": state.event.title, "day": state.event.day.isoformat(), "place": state.event.place},
        "now": now_document(state, day, now),
        "late_seconds": day.late // 1000,
        "ends_at": when(state, day.ends),
        "ended": state.run.ended_at is not None,
        "rundown": [_item_document(state, row) for row in day.rows],
        **running_documents(state, now),
        "participants": [
            {
                "id": person.id,
                "name": person.name,
                "organisation": person.organisation,
                "attendance": person.attendance,
                "reference": person.reference,
                "badge": badge_code(state.event.staff_key, person.id) if state.event.staff_key else "",
            }
            for person in state.roster.people.values()
        ],
        "sectors": [
            {"id": sector.id, "name": sector.name}
            for sector in sorted(state.roster.sectors.values(), key=lambda sector: sector.position)
        ],
        "quotas": [
            {"id": quota.id, "name": quota.name}
            for quota in sorted(state.roster.quotas.values(), key=lambda quota: quota.position)
        ],
        "teams": [
            {"number": team.number, "table": team.table, "question": team.question, "members": list(team.members)}
            for team in sorted(state.teams.teams.values(), key=lambda team: team.number)
        ],
        "ballots": [
            _ballot_document(state, ballot, turnouts.get(ballot.id, 0))
            for ballot in sorted(state.voting.ballots.values(), key=lambda ballot: ballot.position)
        ],
    }


def eligible(state: State, ballot: Ballot) -> int:
    """How many may vote: holders of a card of a fitting role, or in a straw poll the people who have a seat."""
    if ballot.straw_poll:
        return len(state.roster.seated())
    cards = state.voting.cards.values()
    return len({card.roll_key for card in cards if card.role in ballot.roles and not card.revoked})


def _ballot_document(state: State, ballot: Ballot, cast: int) -> Document:
    document: Document = {
        "id": ballot.id,
        "title": ballot.title,
        "method": ballot.method,
        "rule": ballot.rule,
        "state": ballot.phase,
        "change_until_close": ballot.change_until_close,
        "straw_poll": ballot.straw_poll,
        "item": ballot.item,
        "options": [{"id": option.id, "label": option.label} for option in ballot.options],
        "turnout": {"cast": cast, "eligible": eligible(state, ballot)},
        "closes_at": when(state, ballot.closes_at),
        "unveiled": ballot.unveiled,
    }
    if ballot.phase is Phase.REVEALED and ballot.id in state.voting.results:
        document["result"] = result_document(state.voting.results[ballot.id])
    return document


def _item_document(state: State, row: Row) -> Document:
    planned, scheduled, expected = (_times(state, slot) for slot in (row.planned, row.scheduled, row.expected))
    return {
        "item": row.item.id,
        "title": row.item.title,
        "kind": row.item.kind,
        "day": row.item.day,
        "track": row.item.track,
        "state": row.state,
        "fixed": row.item.fixed,
        "planned_start": planned[0],
        "planned_end": planned[1],
        "scheduled_start": scheduled[0],
        "scheduled_end": scheduled[1],
        "expected_start": expected[0],
        "expected_end": expected[1],
        "actual_start": when(state, row.actual_start),
        "actual_end": when(state, row.actual_end),
    }


def _times(state: State, slot: Slot | None) -> tuple[str | None, str | None]:
    return (None, None) if slot is None else (when(state, slot.start), when(state, slot.end))
