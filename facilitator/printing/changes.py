"""What two states of an event say differently on paper: which sheets to print again, and who goes where.

A sheet is compared by what stands on it, so that a corrected name counts as much as a new seat.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from facilitator.common.frozen import frozen
from facilitator.participants.model import Participant
from facilitator.printing.material import Material, by_last_name
from facilitator.teams.model import Team

_Key = TypeVar("_Key")


@frozen
class Changed:
    """What has to be printed again: team numbers, participants' ids, card ids.

    What is no longer needed, such as the badge of somebody who stays away, is not in it.
    """

    team_sheets: frozenset[int]
    table_signs: frozenset[int]
    badges: frozenset[int]
    voting_cards: frozenset[str]
    round_slips: frozenset[int]


@frozen
class SeatChange:
    """Somebody who goes from one team or table to another; None stands for no seat before, or none from now on."""

    person: Participant
    before: Team | None
    after: Team | None


def changed(before: Material, after: Material) -> Changed:
    """The sheets that are new, or say something else, in `after`. Times of the day and rules of votes do not count."""
    return Changed(
        team_sheets=_new_or_other(_team_sheets(before), _team_sheets(after)),
        table_signs=_new_or_other(_table_signs(before), _table_signs(after)),
        badges=_new_or_other(_badges(before), _badges(after)),
        voting_cards=_new_or_other(_voting_cards(before), _voting_cards(after)),
        round_slips=_new_or_other(_round_slips(before), _round_slips(after)),
    )


def seat_changes(before: Material, after: Material) -> tuple[SeatChange, ...]:
    """Everybody whose team or table is another one now, by last name; people no longer on the list as they were."""
    old, new = before.team_by_person(), after.team_by_person()
    people = {**before.roster.people, **after.roster.people}
    moved = [
        person
        for person in (old.keys() | new.keys()) & people.keys()
        if _seat(old.get(person)) != _seat(new.get(person))
    ]
    in_order = by_last_name((people[person] for person in moved), after.event.language)
    return tuple(SeatChange(person, old.get(person.id), new.get(person.id)) for person in in_order)


def _new_or_other(before: Mapping[_Key, Hashable], after: Mapping[_Key, Hashable]) -> frozenset[_Key]:
    return frozenset(key for key, says in after.items() if key not in before or before[key] != says)


def _team_sheets(material: Material) -> dict[int, Hashable]:
    return {
        team.number: (
            team.table,
            _question(material, team),
            _sources(material, team),
            tuple((person.name, _origin(material, person)) for person in material.members(team)),
            material.hand_in_codes.get(team.number),
        )
        for team in material.teams.teams.values()
    }


def _table_signs(material: Material) -> dict[int, Hashable]:
    return {team.number: (team.table, _question(material, team)) for team in material.teams.teams.values()}


def _badges(material: Material) -> dict[int, Hashable]:
    seats = material.team_by_person()
    return {
        person.id: (person.first_name, person.last_name, _origin(material, person), _seat(seats.get(person.id)))
        for person in material.roster.seated()
    }


def _voting_cards(material: Material) -> dict[str, Hashable]:
    seats, people = material.team_by_person(), material.roster.people
    return {
        card.id: (
            (card.name, None)
            if card.participant is None or card.participant not in people
            else (people[card.participant].name, _seat(seats.get(card.participant)))
        )
        for card in material.voting.cards.values()
    }


def _round_slips(material: Material) -> dict[int, Hashable]:
    rounds = [{member: team.table for team in teams for member in team.members} for teams in material.teams.rounds]
    return {
        person.id: (person.name, tuple(tables.get(person.id) for tables in rounds))
        for person in material.roster.seated()
    }


def _seat(team: Team | None) -> tuple[int, str] | None:
    return None if team is None else (team.number, team.table)


def _question(material: Material, team: Team) -> Hashable:
    question = material.library.question(team.question)
    return team.question, question.text if question else ""


def _sources(material: Material, team: Team) -> Hashable:
    question = material.library.question(team.question)
    items = [material.library.items.get(key) for key in question.sources] if question else []
    return tuple((item.title, item.organisation) for item in items if item is not None)


def _origin(material: Material, person: Participant) -> Hashable:
    sector = material.sector(person)
    return person.organisation, (sector.name, sector.letter) if sector else None
