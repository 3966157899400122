"""Tables as the host writes them in the rules for teams: the accessible ones, and the number of teams per question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.teams.model import Person, Rules
from facilitator.teams.slots import slots_for
from facilitator.ui.people_words import read_numbers, write_numbers


def write_accessible(rules: Rules) -> str:
    """The numbers of the teams at accessible tables."""
    return ", ".join(str(slot.number) for slot in rules.slots if slot.accessible)


def write_questions(rules: Rules) -> str:
    """Each question with its number of teams, one a line; nothing where they are dealt out evenly."""
    return write_numbers(Counter(slot.question for slot in rules.slots if slot.question is not None))


def with_tables(rules: Rules, people: Sequence[Person], accessible: str, questions: str) -> Rules:
    """The rules with these accessible tables and questions; tables keep their names.

    Raises:
        UserError: there is no such team, or the questions have more or fewer teams than there are.
    """
    slots = slots_for(people, rules)
    known = {slot.number for slot in slots}
    marked = {_number(word) for word in re.split(r"[,;\s]+", accessible) if word}
    for number in sorted(marked - known):
        raise UserError(
            text("There is no team {number} to give an accessible table.", number=number),
            text("There are teams 1 to {count}.", count=len(known)),
        )
    wanted = read_numbers(questions)
    asked: list[str | None] = [question for question, count in wanted.items() for _ in range(count)]
    if asked and len(asked) != len(slots):
        raise UserError(
            text("The questions have {asked} teams in all, and there are {count}.", asked=len(asked), count=len(slots)),
            text("Change their numbers, or the number of teams."),
        )
    given = {slot.number: slot.question for slot in rules.slots}
    return replace(
        rules,
        slots=tuple(
            replace(
                slot,
                accessible=slot.number in marked,
                question=question if asked else (None if not any(given.values()) else slot.question),
            )
            for slot, question in zip(slots, asked or [None] * len(slots), strict=True)
        ),
    )


def _number(word: str) -> int:
    if not word.isdecimal():
        raise UserError(text("“{word}” is no team’s number.", word=word), text("Write numbers with commas between."))
    return int(word)
