"""Makes sure that everything that goes on paper is in the typeface, and says where it is not.

Inter covers the Latin, Greek and Cyrillic scripts. A character of another script would print as an empty box, so it is
replaced by “?”, and a picture such as an emoji is left out; each time a warning names the person or the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.printing.material import Material
from facilitator.printing.typeface import has
from facilitator.voting.model import Ballot

_Key = TypeVar("_Key")
_Thing = TypeVar("_Thing")


@frozen
class Legible:
    """Text that the typeface can show, and the characters that it could not."""

    text: str
    missing: tuple[str, ...] = ()


def legible(original: str) -> Legible:
    """The text in characters that the typeface has.

    Line breaks and tabs become spaces and invisible characters go, both without a word; a letter whose accents the
    typeface lacks loses them.
    """
    kept: list[str] = []
    missing: list[str] = []
    for character in unicodedata.normalize("NFC", original):
        if has(character):
            kept.append(character)
            continue
        category = unicodedata.category(character)
        if character.isspace():
            kept.append(" ")
        elif category not in ("Cc", "Cf", "Mn", "Me"):
            base = unicodedata.normalize("NFKD", character)[0]
            kept.append(base if has(base) else "" if category.startswith("S") else "?")
            missing.append(character)
    return Legible(" ".join("".join(kept).split()), tuple(dict.fromkeys(missing)))


class _Reader:
    """Reads texts one by one and remembers which characters were missing where."""

    def __init__(self) -> None:
        self._missing: dict[str, dict[str, None]] = {}

    def __call__(self, original: str, name: str | None = None) -> str:
        """The text made legible; `name` is what a warning calls it, where the text itself would say too little."""
        result = legible(original)
        if result.missing:
            self._missing.setdefault(original if name is None else name, {}).update(dict.fromkeys(result.missing))
        return result.text

    def warnings(self) -> tuple[Text, ...]:
        """One for each name."""
        return tuple(
            text(
                "“{name}”: {characters} cannot be printed and is replaced or left out. Write it in Latin letters.",
                name=name,
                characters=" ".join(characters),
            )
            for name, characters in self._missing.items()
        )


def made_legible(material: Material) -> tuple[Material, tuple[Text, ...]]:
    """The material with every text legible, and a warning for each person and each text that had to change."""
    read = _Reader()
    event, roster, voting = material.event, material.roster, material.voting
    # Of the knowledge base only what lies behind a question is printed.
    printed = {source for question in material.library.questions.values() for source in question.sources}
    cleaned = replace(
        material,
        event=replace(
            event,
            title=read(event.title),
            place=read(event.place),
            wifi_name=read(event.wifi_name),
            wifi_password=read(event.wifi_password, event.wifi_name),
        ),
        plan=replace(
            material.plan,
            items=_each(
                material.plan.items, lambda item: replace(item, title=read(item.title), speaker=read(item.speaker))
            ),
        ),
        roster=replace(
            roster,
            people=_each(
                roster.people,
                lambda person: replace(
                    person,
                    first_name=read(person.first_name, person.name),
                    last_name=read(person.last_name, person.name),
                    organisation=read(person.organisation),
                ),
            ),
            sectors=_each(
                roster.sectors, lambda sector: replace(sector, name=read(sector.name), letter=read(sector.letter))
            ),
            quotas=_each(roster.quotas, lambda quota: replace(quota, name=read(quota.name))),
        ),
        teams=replace(
            material.teams,
            teams=_each(material.teams.teams, lambda team: replace(team, table=read(team.table))),
            rounds=tuple(
                tuple(replace(team, table=read(team.table)) for team in teams) for teams in material.teams.rounds
            ),
        ),
        library=replace(
            material.library,
            items={
                key: replace(item, title=read(item.title), organisation=read(item.organisation))
                for key, item in material.library.items.items()
                if key in printed
            },
            questions=_each(material.library.questions, lambda question: replace(question, text=read(question.text))),
        ),
        voting=replace(
            voting,
            ballots=_each(voting.ballots, lambda ballot: _ballot(ballot, read)),
            cards=_each(voting.cards, lambda card: replace(card, name=read(card.name))),
        ),
        hand_in_codes=_each(material.hand_in_codes, read),
    )
    return cleaned, read.warnings()


def _ballot(ballot: Ballot, read: _Reader) -> Ballot:
    return replace(
        ballot,
        title=read(ballot.title),
        options=tuple(replace(option, label=read(option.label)) for option in ballot.options),
        criteria=tuple(replace(criterion, name=read(criterion.name)) for criterion in ballot.criteria),
    )


def _each(things: Mapping[_Key, _Thing], change: Callable[[_Thing], _Thing]) -> dict[_Key, _Thing]:
    return {key: change(thing) for key, thing in things.items()}
