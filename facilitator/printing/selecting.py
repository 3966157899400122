"""Which sheets of all are printed: those chosen, and of these only the changed ones if that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Container

from facilitator.participants.model import Participant
from facilitator.printing.changes import Changed, changed
from facilitator.printing.material import Material
from facilitator.printing.options import PrintOptions, Selection, nothing_left
from facilitator.teams.model import Team
from facilitator.voting.model import Card


def whom(material: Material, teams: frozenset[int] | None, people: frozenset[int] | None) -> Selection:
    """All that is printed for these teams, their people's papers too, or for these people, with their teams' sheets.

    Teams or people that are not in the event stay in it, for the layout to refuse.
    """
    if teams is not None:
        chosen = [team for team in material.teams.teams.values() if team.number in teams]
        members = frozenset(member for team in chosen for member in team.members if member in material.roster.people)
        return Selection(teams, members if people is None else people)
    if people is not None:
        theirs = (team.number for team in material.teams.teams.values() if people.intersection(team.members))
        return Selection(frozenset(theirs), people)
    return Selection()


def teams_to_print(
    material: Material, options: PrintOptions, sheets: Callable[[Changed], frozenset[int]]
) -> tuple[Team, ...]:
    """The teams by number for which a sheet is printed; `sheets` picks the sheet's kind from what has changed.

    Raises:
        NothingToPrint: there are no teams, or none is left.
    """
    wanted, again = options.selection.teams, _again(material, options, sheets)
    teams = tuple(
        team for team in material.teams_in_order() if _is_in(wanted, team.number) and _is_in(again, team.number)
    )
    if not teams:
        raise nothing_left(options)
    return teams


def people_to_print(
    material: Material, options: PrintOptions, papers: Callable[[Changed], frozenset[int]]
) -> tuple[Participant, ...]:
    """The people with a seat by last name for whom a paper is printed; `papers` as in `teams_to_print`.

    Raises:
        NothingToPrint: nobody has a seat, or nobody is left.
    """
    wanted, again = options.selection.people, _again(material, options, papers)
    people = tuple(person for person in material.seated() if _is_in(wanted, person.id) and _is_in(again, person.id))
    if not people:
        raise nothing_left(options)
    return people


def cards_to_print(material: Material, options: PrintOptions, cards: list[Card]) -> list[Card]:
    """Those of the cards that are printed, in the same order.

    Raises:
        NothingToPrint: none is left.
    """
    people, wanted = options.selection.people, options.selection.cards
    again = _again(material, options, lambda changes: changes.voting_cards)
    kept = [
        card
        for card in cards
        if _is_in(people, card.participant) and _is_in(wanted, card.id) and _is_in(again, card.id)
    ]
    if not kept:
        raise nothing_left(options)
    return kept


def _is_in(wanted: Container[object] | None, key: object) -> bool:
    return wanted is None or key in wanted


def _again(
    material: Material, options: PrintOptions, pick: Callable[[Changed], Container[object]]
) -> Container[object] | None:
    """What has changed since the last print; None stands for everything."""
    return None if options.changed_since is None else pick(changed(options.changed_since, material))
