"""The documents that phones get, made from the state of the event: pure functions, run in the app's own process."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from facilitator.common.clock import Instant, Moment, iso, whole_seconds
from facilitator.desk.pitching import pitching
from facilitator.desk.rundown import Row, Rundown, rundown
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.timer.rules import remaining
from facilitator.voting.model import Ballot, Method, Phase, Result
from facilitator.web.messages import Person, Private, RollMessage

_MINUTE_MS = 60_000

Document = dict[str, Any]
"""A JSON object that is ready to be encoded."""


def roll_message(state: State) -> RollMessage:
    """The electoral roll."""
    return RollMessage(tuple(state.voting.cards.values()))


def private_part(state: State) -> Private:
    """What checking votes and greeting people takes."""
    seats = {person: team for team in state.teams.teams.values() for person in team.members}
    people = {
        person.id: Person(person.name, seats[person.id].number, seats[person.id].table)
        if person.id in seats
        else Person(person.name)
        for person in state.roster.people.values()
    }
    hosts = (state.event.address,) if state.event.address else ()
    return Private(state.voting.ballots, people, state.event.staff_key, hosts, state.event.language)


def public_document(state: State, version: int, now: Moment) -> Document:
    """What everybody may see: the event, the running and the next item, and the ballots of the day so far."""
    day = rundown(state, now)
    return {
        "version": version,
        "server_time": iso(now.wall, state.event.timezone),
        "event": {"title": state.event.title, "place": state.event.place, "language": state.event.language},
        "now": now_document(state, day, now),
        "next": _next_document(state, day),
        "ballots": [_ballot_document(state, ballot) for ballot in _in_order_of_interest(state)],
        "seating": _seating(state),
        **_pitches(state, now),
    }


def now_document(state: State, day: Rundown, now: Moment) -> Document | None:
    """The item on the clock. `ends_at` lies in the past once it runs over.

    While the clock is held nobody knows when it will end; `remaining` says what is left then, in seconds.
    """
    running, row = state.run.running, day.running
    if running is None or row is None:
        return None
    left = remaining(running, now)
    document: Document = {"item": row.item.id, "title": row.item.title, "ends_at": None, "paused": day.paused}
    if day.paused:
        document["remaining"] = whole_seconds(left)
    else:
        document["ends_at"] = when(state, Instant(now.wall + left))
    return document


def when(state: State, instant: Instant | None) -> str | None:
    """An instant as ISO 8601 in the event's zone, to the nearest second."""
    return None if instant is None else iso(Instant(round(instant / 1000) * 1000), state.event.timezone)


def result_document(result: Result) -> Document:
    """An outcome with option ids: places from first to last, options in one list sharing theirs."""
    return {
        "rule": result.rule,
        "winners": list(result.winners),
        "ranking": [list(group) for group in result.ranking],
        "numbers": {str(option): number for option, number in result.numbers.items()},
        "ballots": result.ballots,
        "abstentions": result.abstentions,
    }


def _seating(state: State) -> str:
    """Changes whenever somebody's team or table does, so that phones know when to ask for their own."""
    teams = repr(sorted((team.number, team.table, team.members) for team in state.teams.teams.values()))
    return f"{zlib.crc32(teams.encode()):08x}"


def _pitches(state: State, now: Moment) -> Document:
    """While the pitches run, whose turn it is, and when each waiting team will begin, in their order.

    `turns` are pairs of a team's number and seconds since 1970, to the minute: all phones are told of every change.
    """
    pitches = pitching(state, now)
    if pitches is None or not pitches.running:
        return {}
    waiting = pitches.queue.waiting
    turns = [[team, round(pitches.turns[team] / _MINUTE_MS) * 60] for team in waiting if team in pitches.turns]
    return {"pitches": {"now": None if pitches.on_stage is None else pitches.on_stage.team, "turns": turns}}


def _next_document(state: State, day: Rundown) -> Document | None:
    row: Row | None = day.next
    if row is None:
        return None
    start = row.expected.start if row.expected else row.scheduled.start
    return {"item": row.item.id, "title": row.item.title, "starts_at": when(state, start)}


def _in_order_of_interest(state: State) -> Iterable[Ballot]:
    """The one on show, then open ones, then those that were open most recently."""
    begun = [ballot for ballot in state.voting.ballots.values() if ballot.phase is not Phase.DRAFT]
    on_show = None
    if state.stage.scene in (SceneName.BALLOT, SceneName.RESULTS):
        latest = max(begun, key=lambda ballot: max(ballot.opened_at or 0, ballot.closed_at or 0), default=None)
        on_show = state.stage.ballot if state.stage.ballot is not None else latest and latest.id

    def place(ballot: Ballot) -> tuple[bool, bool, int]:
        return ballot.id != on_show, ballot.phase is not Phase.OPEN, -(ballot.opened_at or 0)

    return sorted(begun, key=place)


def _ballot_document(state: State, ballot: Ballot) -> Document:
    hidden = ballot.blind and ballot.phase is not Phase.REVEALED
    document: Document = {
        "id": ballot.id,
        "title": ballot.title,
        "method": ballot.method,
        "state": ballot.phase,
        "contest": ballot.contest,
        "options": [
            {"id": option.id, "label": option.label}
            | ({"team": option.team} if option.team is not None and not hidden else {})
            for option in ballot.options
        ],
        "rules": _rules_document(ballot),
    }
    if ballot.phase is Phase.OPEN and ballot.closes_at is not None:
        document["closes_at"] = when(state, ballot.closes_at)
    if ballot.phase is Phase.REVEALED and ballot.id in state.voting.results:
        document["result"] = result_document(state.voting.results[ballot.id])
    return document


def _rules_document(ballot: Ballot) -> Document:
    rules: Document = {
        "roles": list(ballot.roles),
        "straw_poll": ballot.straw_poll,
        "change_until_close": ballot.change_until_close,
        "own_team_excluded": ballot.own_team_excluded,
        "blind": ballot.blind,
        "shuffled": ballot.shuffled,
        "details": any(option.detail for option in ballot.options),
    }
    if ballot.method in (Method.APPROVAL, Method.RANKED):
        rules["most"] = ballot.most
    if ballot.method is Method.AXES:
        rules["reasons"] = ballot.reasons
    if ballot.method is Method.DOTS:
        rules["budget"] = ballot.budget
    if ballot.method is Method.SCORE:
        rules["criteria"] = [criterion.name for criterion in ballot.criteria]
    return rules
