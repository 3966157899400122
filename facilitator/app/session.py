"""An open event: its file, its ballot box and the desk over both."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from threading import Thread
from types import TracebackType

from facilitator.app.clock import SystemClock
from facilitator.app.solver import ProcessSolver
from facilitator.common.clock import Clock
from facilitator.desk.desk import Desk
from facilitator.desk.ports import Randomness, TeamSolver
from facilitator.store.ballot_box import BallotBox
from facilitator.store.event_file import EventFile


class Session:
    """Everything that belongs to one open event; close it to let others open it."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock | None = None,
        random: Randomness = os.urandom,
        solver: TeamSolver | None = None,
    ) -> None:
        """Open the event at `path`.

        Raises:
            UserError: it is open elsewhere, missing, damaged, or not an event file.
        """
        self.path = path
        self.clock = clock or SystemClock()
        self.solver = solver or ProcessSolver()
        self.file = EventFile(path)
        try:
            self.box = BallotBox(path)
            self.desk = Desk(self.file, self.box, self.clock, random, self.solver)
        except BaseException:
            self.file.close()
            raise

    def warm_up(self) -> None:
        """Load, in a thread of its own, what the first command would else have to wait for."""
        Thread(target=_load_what_commands_need, name="warm-up").start()

    def close(self) -> None:
        """Fold everything into the file and let it go."""
        self.box.close()
        self.file.close()

    def __enter__(self) -> Session:
        """Itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _load_what_commands_need() -> None:
    for module in ("facilitator.desk.deciding", "facilitator.store.saving"):
        import_module(module)
