"""What reading tells of itself while it goes on, and how it is told to stop; shared by the two threads concerned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from facilitator.common.errors import Unreadable
from facilitator.common.texts import text

EVERY = 256
"""Rows between two looks."""

Item = TypeVar("Item")


class Stopped(Unreadable):
    """Reading was told to stop; nothing has come of it."""

    def __init__(self) -> None:
        """Says so."""
        super().__init__(text("The list was not read to its end, since it was stopped."))


class Watch:
    """One thread reads and counts; another looks at `rows` and may say `stop`. Single values, so no lock is needed."""

    def __init__(self) -> None:
        """Nothing read, and nobody says stop."""
        self.rows = 0
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether it has been told to stop."""
        return self._stopped

    def stop(self) -> None:
        """Have the reading end at its next look."""
        self._stopped = True

    def look(self) -> None:
        """Go on, unless it has been told to stop.

        Raises:
            Stopped: it has been.
        """
        if self._stopped:
            raise Stopped

    def counted(self, rows: Iterable[Item]) -> Iterator[Item]:
        """The same rows, counted.

        Raises:
            Stopped: reading has been told to stop.
        """
        for number, row in enumerate(rows):
            if number % EVERY == 0:
                self.rows = number
                self.look()
            yield row
