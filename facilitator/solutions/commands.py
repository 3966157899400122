"""What can be asked of the solutions."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.solutions.model import Solution


@dataclass(frozen=True, slots=True)
class PutSolutions:
    """Hand in solutions, each in place of what its team handed in before."""

    solutions: tuple[Solution, ...]
