"""What can be asked of the solutions."""

from __future__ import annotations

from facilitator.common.frozen import frozen
from facilitator.solutions.model import Solution


@frozen
class PutSolutions:
    """Hand in solutions, each in place of what its team handed in before."""

    solutions: tuple[Solution, ...]
