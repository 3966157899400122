"""What can be taken back and what can be brought again."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.common.change import Step


class History:
    """The steps of undo and redo, rebuilt from the event file's history; every undo is a step of its own there."""

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        """`steps` as they are in the file, oldest first."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for step in steps:
            self.add(step)

    def add(self, step: Step) -> None:
        """Take note of a step that is on disk."""
        if step.undoes is not None:
            self._undone.append(self._done.pop())
        elif step.redoes is not None:
            self._done.append(self._undone.pop())
        elif step.undoable:
            self._done.append(step)
            self._undone.clear()

    @property
    def to_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Step | None:
        """The step that redo would bring again."""
        return self._undone[-1] if self._undone else None
