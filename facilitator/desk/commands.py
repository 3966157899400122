"""What can be asked of the history."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the latest command that can be taken back."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Bring again what was taken back last."""
