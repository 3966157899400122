"""What can be asked of the history."""

from __future__ import annotations

from facilitator.common.frozen import frozen


@frozen
class Undo:
    """Take back the latest command that can be taken back."""


@frozen
class Redo:
    """Bring again what was taken back last."""
