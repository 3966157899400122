"""What the desk needs from outside, as it sees it; the composition root brings the real things."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from facilitator.common.change import Mark, Step
from facilitator.teams.model import Formation, Person, RepairOption, RoundPlan, Rules, Teams


class EventStore(Protocol):
    """The event file."""

    def load(self) -> Mapping[str, Any]:
        """The slices of the state by name."""
        ...

    def marks(self) -> Sequence[Mark]:
        """What undo and redo need to know of every step in the history, oldest first."""
        ...

    def step(self, version: int) -> Step:
        """A step of the history in full."""
        ...

    def save(self, step: Step) -> None:
        """Put the step's entries and its line on disk in one transaction; returns when they are there.

        What is unrecorded is put there too, but not in the line.
        """
        ...

    def copy(self, reason: str) -> None:
        """Keep a safety copy beside the file."""
        ...

    def forget_needs(self) -> None:
        """Leave nothing of food and accessibility needs in the file, its log and its safety copies."""
        ...

    def erase_choices(self, erasers: Mapping[int, Callable[[str], str]]) -> None:
        """Put in place of the choices (JSON) of all ballots cast what is left of them, by the ballot's number."""
        ...


class BallotBox(Protocol):
    """The ballots cast, which do not pass the desk."""

    def turnout(self, ballot: int) -> int:
        """How many have voted."""
        ...

    def cast(self, ballot: int) -> Sequence[tuple[str, str]]:
        """The role and the choices (JSON) of every ballot cast, in no telling order."""
        ...

    def receipts(self, ballot: int) -> Sequence[str]:
        """The receipts of the ballots cast, in the order of `cast`."""
        ...

    def seal(self, ballot: int) -> None:
        """Destroy what could link a voter to a ballot cast; may fail while the file is busy, and may be repeated."""
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
