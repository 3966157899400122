"""What can be taken back and what can be brought again."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.common.change import Mark

_ERASURE = "erase-personal-data"


class History:
    """The steps of undo and redo, rebuilt from the event file's history; every undo is a step of its own there."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        """`marks` as they are in the file, oldest first."""
        self._done: list[Mark] = []
        self._undone: list[Mark] = []
        for mark in marks:
            self.add(mark)

    def add(self, mark: Mark) -> None:
        """Take note of a step that is on disk. Nothing from before an erasure can be brought back."""
        if mark.undoes is not None:
            self._undone.append(self._done.pop())
        elif mark.redoes is not None:
            self._done.append(self._undone.pop())
        elif mark.command == _ERASURE:
            self._done.clear()
            self._undone.clear()
        elif mark.undoable:
            self._done.append(mark)
            self._undone.clear()

    @property
    def to_undo(self) -> Mark | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Mark | None:
        """The step that redo would bring again."""
        return self._undone[-1] if self._undone else None
