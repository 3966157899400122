"""What the desk needs from outside, as it sees it; the composition root brings the real things."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from facilitator.common.change import Step
from facilitator.teams.model import Formation, Person, RepairOption, RoundPlan, Rules, Teams


class EventStore(Protocol):
    """The event file."""

    def load(self) -> Mapping[str, Any]:
        """The slices of the state by name."""
        ...

    def history(self) -> Sequence[Step]:
        """All lines of the history, oldest first."""
        ...

    def save(self, step: Step) -> None:
        """Put the step's entries and its line on disk in one transaction; returns when they are there."""
        ...

    def copy(self, reason: str) -> None:
        """Keep a safety copy beside the file."""
        ...


class BallotBox(Protocol):
    """The ballots cast, which do not pass the desk."""

    def turnout(self, ballot: int) -> int:
        """How many have voted."""
        ...

    def cast(self, ballot: int) -> Sequence[tuple[str, str]]:
        """The role and the choices (JSON) of every ballot cast, in no telling order."""
        ...

    def seal(self, ballot: int) -> None:
        """Destroy what could link a voter to a ballot cast; may be repeated."""
        ...


class TeamSolver(Protocol):
    """What forms and repairs teams."""

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        """Teams for these people; `current` holds the locks to heed."""
        ...

    def repair(self, people: Sequence[Person], current: Teams, seed: int, seconds: float) -> Sequence[RepairOption]:
        """Ways to seat these people starting from the present teams, fewest moves first."""
        ...

    def rounds(self, people: Sequence[Person], rules: Rules, count: int, seed: int, seconds: float) -> RoundPlan:
        """Table rounds in which nobody meets twice, or as few do as can be."""
        ...


Randomness = Callable[[int], bytes]
"""Gives that many random bytes."""
