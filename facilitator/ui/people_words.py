"""People as the host writes them in the rules for teams: one group a line, with commas between the names.

Somebody who shares their name is written with their organisation in parentheses, and with a number where that is not
enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from facilitator.common.errors import UserError
from facilitator.common.texts import text
from facilitator.participants.model import Participant

_SEPARATORS = re.compile(r"[,;:\s]+")
_HOLDS = re.compile(r"(?P<what>.*\S)\s*:\s*(?P<number>\d+)")


class PeopleWords:
    """Turns people into words and back; every person has words of their own."""

    def __init__(self, people: Iterable[Participant]) -> None:
        """`people` are all who can be named."""
        everybody = tuple(people)
        names = {one.id: _plain(one.name) for one in everybody}
        origins = {one.id: f"{names[one.id]} ({_plain(one.organisation)})" for one in everybody}
        labels = _told_apart(names, origins)
        labels = _told_apart(labels, {one: f"{words} #{one}" for one, words in labels.items()})
        self._words = labels
        self._ids = {words.casefold(): person for person, words in labels.items()}

    def write(self, groups: Iterable[Iterable[int]]) -> str:
        """The groups, one a line; people who are not known are passed over."""
        lines = (", ".join(self._words[one] for one in group if one in self._words) for group in groups)
        return "\n".join(line for line in lines if line)

    def read(self, words: str) -> tuple[tuple[int, ...], ...]:
        """The groups in words.

        Raises:
            UserError: a name is nobody's, or a line holds only one.
        """
        groups = []
        for line in _lines(words):
            group = tuple(dict.fromkeys(self._person(name) for name in line.split(",") if name.strip()))
            if len(group) < 2:
                raise UserError(
                    text("“{line}” names only one person.", line=line),
                    text("Write two or more on one line, with commas between."),
                )
            groups.append(group)
        return tuple(groups)

    def write_fixed(self, fixed: Mapping[int, int]) -> str:
        """Who sits in which team, one a line."""
        return "\n".join(f"{self._words[one]}: {team}" for one, team in fixed.items() if one in self._words)

    def read_fixed(self, words: str) -> dict[int, int]:
        """Who sits in which team.

        Raises:
            UserError: a name is nobody's, or a line names no team.
        """
        return {self._person(name): team for name, team in read_numbers(words).items()}

    def _person(self, name: str) -> int:
        wanted = _plain(name).casefold()
        if wanted in self._ids:
            return self._ids[wanted]
        alike = get_close_matches(wanted, self._ids, 1) or [each for each in self._ids if each.startswith(wanted)][:1]
        if not alike:
            raise UserError(
                text("Nobody on the list is called “{name}”.", name=name.strip()),
                text("Write the name as it stands on the page Participants."),
            )
        raise UserError(
            text("Nobody on the list is called “{name}”.", name=name.strip()),
            text("Perhaps you mean “{other}”.", other=self._words[self._ids[alike[0]]]),
        )


def write_numbers(numbers: Mapping[str, int]) -> str:
    """Things with a number each, one a line."""
    return "\n".join(f"{what}: {number}" for what, number in numbers.items())


def read_numbers(words: str) -> dict[str, int]:
    """Things with a number each, one a line, as “facilitation: 1”.

    Raises:
        UserError: a line has no number at its end.
    """
    numbers = {}
    for line in _lines(words):
        found = _HOLDS.fullmatch(line)
        if found is None:
            raise UserError(text("“{line}” has no number.", line=line), text("End the line with a colon and a number."))
        numbers[found["what"]] = int(found["number"])
    return numbers


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _plain(words: str) -> str:
    return " ".join(_SEPARATORS.sub(" ", words).split())


def _told_apart(labels: Mapping[int, str], longer: Mapping[int, str]) -> dict[int, str]:
    """The labels, with the longer one where several share one."""
    shared = Counter(words.casefold() for words in labels.values())
    return {one: longer[one] if shared[words.casefold()] > 1 else words for one, words in labels.items()}
