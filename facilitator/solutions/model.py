"""What the teams hand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from facilitator.common.frozen import frozen


class Kind(StrEnum):
    """The two kinds of solution that the model event found."""

    STRUCTURE = "structure"
    CULTURE = "culture"


@frozen
class Solution:
    """A team's solution (lösning); one a team, so its id is the team's number."""

    id: int
    title: str
    problem: str = ""
    proposal: str = ""
    audience: str = ""
    first_step: str = ""
    kind: Kind | None = None

    @property
    def team(self) -> int:
        """The number of the team that handed it in."""
        return self.id


@frozen
class Solutions:
    """Every solution handed in so far."""

    solutions: Mapping[int, Solution] = field(default_factory=dict)
