"""Stand-ins for an event that is not on disk yet: what a template is carried out on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.common.change import Step
from facilitator.desk.state import SLICES, State


class MemoryStore:
    """Starts from a state and keeps nothing."""

    def __init__(self, state: State) -> None:
        """`state` is what `load` gives."""
        self._state = state

    def load(self) -> Mapping[str, Any]:
        """The slices of the state."""
        return {name: getattr(self._state, name) for name in SLICES}

    def history(self) -> Sequence[Step]:
        """No history."""
        return ()

    def save(self, step: Step) -> None:
        """Nothing to keep."""

    def copy(self, reason: str) -> None:
        """Nothing to copy."""


class EmptyBox:
    """A ballot box into which nobody has voted."""

    def turnout(self, ballot: int) -> int:
        """Nobody."""
        return 0

    def cast(self, ballot: int) -> Sequence[tuple[str, str]]:
        """Nothing."""
        return ()

    def seal(self, ballot: int) -> None:
        """Nothing to seal."""
