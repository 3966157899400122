"""Stand-ins for an event that is not on disk yet: what a template is carried out on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from facilitator.common.change import Mark, Step
from facilitator.desk.state import SLICES, State


class MemoryStore:
    """Starts from a state and keeps the steps from there, as long as it lives."""

    def __init__(self, state: State) -> None:
        """`state` is what `load` gives."""
        self._state = state
        self._steps: dict[int, Step] = {}

    def load(self) -> Mapping[str, Any]:
        """The slices of the state."""
        return {name: getattr(self._state, name) for name in SLICES}

    def marks(self) -> Sequence[Mark]:
        """What undo and redo need to know of the steps so far."""
        return tuple(step.mark for step in self._steps.values())

    def step(self, version: int) -> Step:
        """A step since the start."""
        return self._steps[version]

    def save(self, step: Step) -> None:
        """Keep the step."""
        self._steps[step.version] = step

    def copy(self, reason: str) -> None:
        """Nothing to copy."""

    def forget_needs(self) -> None:
        """Nothing lies on disk."""

    def erase_choices(self, erasers: Mapping[int, Callable[[str], str]]) -> None:
        """Nobody has voted."""


class EmptyBox:
    """A ballot box into which nobody has voted."""

    def turnout(self, ballot: int) -> int:
        """Nobody."""
        return 0

    def cast(self, ballot: int) -> Sequence[tuple[str, str]]:
        """Nothing."""
        return ()

    def receipts(self, ballot: int) -> Sequence[str]:
        """None."""
        return ()

    def seal(self, ballot: int) -> None:
        """Nothing to seal."""
