"""Teams gathered into blocks, such as all teams of one question: a day is divided among blocks before teams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from facilitator.common.frozen import frozen
from facilitator.teams.problem import Problem

MOST_BLOCKS = 12
"""Blocks that a day is divided into at a time; of a day with more questions, several share a block."""

TEAMS_AT_ONCE = 6
"""Teams of one question that are solved at once, person by person; larger blocks are divided again."""

T = TypeVar("T")


@frozen
class Block:
    """Some teams of an instance, by position, with the fewest and the most people that they hold in all."""

    teams: tuple[int, ...]
    least: int
    most: int

    @property
    def size(self) -> int:
        """How many teams it has."""
        return len(self.teams)

    def by_team(self, problem: Problem) -> tuple[Block, ...]:
        """A block for each of its teams."""
        return tuple(_block(problem, [team]) for team in self.teams)


def blocks_of(problem: Problem) -> tuple[Block, ...]:
    """The teams by question; where all have the same, neighbours together."""
    by_question: dict[str | None, list[int]] = {}
    for team, slot in enumerate(problem.slots):
        by_question.setdefault(slot.question, []).append(team)
    runs = list(by_question.values())
    if len(runs) == 1:
        runs = _cut(runs[0], -(-len(runs[0]) // TEAMS_AT_ONCE))
    elif len(runs) > MOST_BLOCKS:
        runs = [[team for run in several for team in run] for several in _cut(runs, MOST_BLOCKS)]
    return tuple(_block(problem, run) for run in runs)


def _cut(row: Sequence[T], pieces: int) -> list[list[T]]:
    """A row cut into so many runs of nearly equal length, or into the most blocks there may be."""
    count = min(pieces, MOST_BLOCKS)
    return [list(row[i * len(row) // count : (i + 1) * len(row) // count]) for i in range(count)]


def _block(problem: Problem, teams: Sequence[int]) -> Block:
    least, most = sum(problem.sizes[team][0] for team in teams), sum(problem.sizes[team][1] for team in teams)
    return Block(tuple(teams), least, most)
