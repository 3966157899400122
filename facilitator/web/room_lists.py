"""Agenda, teams, names and questions for screens in browsers."""

from __future__ import annotations

from facilitator.desk.rundown import ItemState, Row, Rundown
from facilitator.desk.state import State
from facilitator.teams.model import Team
from facilitator.web.documents import Document


def agenda_scene(state: State, day: Rundown) -> Document:
    """The items of the day that the room is in, but for those that will not run."""
    rows = [row for row in day.rows if row.state not in (ItemState.CUT, ItemState.PASSED)]
    if not rows:
        return {"rows": [], "ends": None}
    today = rows[_present(rows)].item.day
    rows = [row for row in rows if row.item.day == today]
    ends = max((row.expected.end for row in rows if row.expected is not None), default=None)
    return {
        "rows": [
            {"title": row.item.title, "track": row.item.track, "state": row.state, "start": _start(row)} for row in rows
        ],
        "present": _present(rows),
        "ends": ends if state.run.ended_at is None else None,
    }


def teams_scene(state: State) -> Document:
    """All teams with their members, or where the people of one sector sit."""
    stage, teams = state.stage, _in_order(state)
    sector = None if stage.sector is None else state.roster.sectors.get(stage.sector)
    if teams and sector is not None:
        return {"sector": sector.name, "seats": _seats(state, sector.id)}
    people = state.roster.people
    return {
        "teams": [
            {
                "number": team.number,
                "table": team.table,
                "members": [people[member].name for member in team.members if member in people],
            }
            for team in teams
        ]
    }


def find_table_scene(state: State) -> Document:
    """Everybody who has a seat, with their table; nobody while there are no teams."""
    return {"seats": _seats(state, None) if state.teams.teams else []}


def question_scene(state: State) -> Document:
    """The question asked for, or the only one, with what lies behind it; otherwise all of them."""
    library = state.library
    question = library.question(state.stage.question)
    if question is None and len(library.questions) == 1:
        [question] = library.questions.values()
    if question is None:
        return {"questions": [{"code": one.code, "text": one.text} for one in library.questions.values()]}
    behind = [library.items[number] for number in question.sources if number in library.items]
    return {
        "question": {
            "code": question.code,
            "text": question.text,
            "sources": [f"{item.title} – {item.organisation}" if item.organisation else item.title for item in behind],
        }
    }


def _present(rows: list[Row]) -> int:
    for wanted in (ItemState.RUNNING, ItemState.NEXT):
        for index, row in enumerate(rows):
            if row.state is wanted:
                return index
    return len(rows) - 1


def _start(row: Row) -> int:
    if row.actual_start is not None:
        return row.actual_start
    return row.scheduled.start if row.expected is None else row.expected.start


def _in_order(state: State) -> list[Team]:
    return sorted(state.teams.teams.values(), key=lambda team: team.number)


def _seats(state: State, sector: int | None) -> list[Document]:
    """Who sits where; the browser sorts them, which knows the alphabets of the languages."""
    team_of = {member: team for team in state.teams.teams.values() for member in team.members}
    return [
        {"first": person.first_name, "last": person.last_name} | _table(team_of.get(person.id))
        for person in state.roster.seated()
        if sector is None or person.sector == sector
    ]


def _table(team: Team | None) -> Document:
    return {} if team is None else {"table": team.table, "team": team.number}
