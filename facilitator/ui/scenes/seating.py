"""Who sits where, as people look themselves up: by last name."""

from __future__ import annotations

from functools import lru_cache

from facilitator.common.frozen import frozen
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.participants.model import Participant
from facilitator.printing.collation import SortKey, initial, sort_key
from facilitator.teams.model import Team

_KEYS_KEPT = 4096


@frozen
class Seat:
    """A person as listed, the letter they are looked up under, and their table: empty without a team.

    `plain` says that all tables have numbers and are listed without the word.
    """

    name: str
    letter: str
    table: str
    plain: bool = False


def seats(state: State, tr: Translator, sector: int | None = None) -> list[Seat]:
    """Everybody who has a seat, or those of one sector, in the alphabetical order of the room's language."""
    team_of = {member: team for team in state.teams.teams.values() for member in team.members}
    plain = all(team.table.isdecimal() for team in team_of.values())
    people = [person for person in state.roster.seated() if sector is None or person.sector == sector]
    return [
        Seat(listed(person), _letter(_surname(person), tr.language), _table(team_of.get(person.id), plain, tr), plain)
        for person in sorted(people, key=lambda person: _order(person, tr.language))
    ]


def listed(person: Participant) -> str:
    """Last name first."""
    return f"{person.last_name}, {person.first_name}" if person.last_name else person.first_name


def table_name(team: Team, tr: Translator) -> str:
    """“Table 7”, or the table's name where it has one; the team's number where it has no table."""
    if not team.table:
        return tr("Team {number}", number=team.number)
    plain = team.table.isdecimal() or len(team.table) == 1
    return tr("Table {table}", table=team.table) if plain else team.table


def _table(team: Team | None, plain: bool, tr: Translator) -> str:
    """The number alone where all tables have one: the column needs no more words."""
    return "" if team is None else team.table if plain else table_name(team, tr)


def _surname(person: Participant) -> str:
    return person.last_name or person.first_name


def _order(person: Participant, language: str) -> tuple[SortKey, SortKey, int]:
    return _key(_surname(person), language), _key(person.first_name, language), person.id


@lru_cache(maxsize=_KEYS_KEPT)
def _key(name: str, language: str) -> SortKey:
    return sort_key(name, language)


@lru_cache(maxsize=_KEYS_KEPT)
def _letter(name: str, language: str) -> str:
    return initial(name, language)
