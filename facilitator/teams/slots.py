"""How many teams there are, how large they may be, and which table and question each gets when nobody has said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitator.teams.model import USUAL_TEAM_SIZE, Person, Rules, TeamSlot


def team_count(people: int, rules: Rules) -> int:
    """How many teams to form: as the rules say, else as few as hold everybody."""
    if rules.teams is not None:
        return rules.teams
    if rules.slots:
        return len(rules.slots)
    largest = rules.size[1] if rules.size else USUAL_TEAM_SIZE
    return -(-people // max(1, largest))


def even_sizes(people: int, teams: int) -> tuple[int, int]:
    """The fewest and the most people in a team when they are shared out as evenly as can be."""
    if teams == 0:
        return 0, 0
    return people // teams, -(-people // teams)


def slots_for(people: Sequence[Person], rules: Rules) -> tuple[TeamSlot, ...]:
    """A slot for every team: those of the rules first, then numbered tables.

    Where no slot has a question, those that people wish for are dealt out evenly, in order.
    """
    count = team_count(len(people), rules)
    given = rules.slots[:count]
    first = max((slot.number for slot in given), default=0) + 1
    slots = given + tuple(TeamSlot(first + i, str(first + i)) for i in range(count - len(given)))
    questions = () if any(slot.question for slot in slots) else questions_wished_for(people, count)
    if not questions:
        return slots
    return tuple(replace(slot, question=questions[i * len(questions) // count]) for i, slot in enumerate(slots))


def questions_wished_for(people: Iterable[Person], most: int) -> tuple[str, ...]:
    """The questions that people wish for in natural order; the `most` best liked where there are more."""
    liked: Counter[str] = Counter()
    for person in people:
        for rank, question in enumerate(person.wishes):
            liked[question] += max(1, 3 - rank)
    chosen = sorted(liked, key=lambda question: (-liked[question], _natural(question)))[:most]
    return tuple(sorted(chosen, key=_natural))


def _natural(word: str) -> list[tuple[int, int, str]]:
    """Sort key under which F2 comes before F10."""
    parts = re.findall(r"\d+|\D+", word)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts]
