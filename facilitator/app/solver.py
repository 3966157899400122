"""The team solver as desk and console see it: a search in a process of its own, watched and stopped from outside."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.teams.model import Formation, Person, Progress, RepairOption, RoundPlan, Rules, Teams

if TYPE_CHECKING:
    from facilitator.teams.worker import SolverProcess


class ProcessSolver:
    """Forms and repairs teams. `latest`, `finish` and `cancel` are for another thread than the one that waits."""

    def __init__(self) -> None:
        """Nothing is started before the first search."""
        self._process: SolverProcess | None = None
        self._making = threading.Lock()
        self._latest: Progress | None = None
        self._finish = threading.Event()
        self._cancel = threading.Event()

    def latest(self) -> Progress | None:
        """The best teams so far of the search that goes on."""
        return self._latest

    def finish(self) -> None:
        """End the search with the best teams so far."""
        self._finish.set()

    def cancel(self) -> None:
        """End the search with nothing."""
        self._cancel.set()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.close()

    def form(self, people: Sequence[Person], rules: Rules, seed: int, seconds: float, current: Teams) -> Formation:
        """Teams for these people; `current` holds the locks to heed.

        Raises:
            UserError: the search was cancelled, or its process died.
        """
        from facilitator.teams.worker import Cancelled

        process = self._begin()
        try:
            return process.form(
                people,
                rules,
                seed=seed,
                time_limit=seconds,
                current=current,
                progress=self._note,
                cancel=self._stopped,
            )
        except Cancelled:
            if self._cancel.is_set() or self._latest is None:
                raise
            return _as_formation(self._latest, current, seed)
        finally:
            self._latest = None

    def repair(self, people: Sequence[Person], current: Teams, seed: int, seconds: float) -> Sequence[RepairOption]:
        """Ways to seat these people starting from the present teams, fewest moves first.

        Raises:
            UserError: there are no teams, the search was cancelled, or its process died.
        """
        from facilitator.teams.worker import Cancelled

        process = self._begin()
        options: list[RepairOption] = []
        try:
            return process.repair(
                people, current, seed=seed, time_limit=seconds, on_option=options.append, cancel=self._stopped
            )
        except Cancelled:
            if self._cancel.is_set() or not options:
                raise
            return options

    def rounds(self, people: Sequence[Person], rules: Rules, count: int, seed: int, seconds: float) -> RoundPlan:
        """Table rounds in which nobody meets twice, or as few do as can be.

        Raises:
            UserError: the search was cancelled, or its process died.
        """
        process = self._begin()
        return process.rounds(people, rules, count, seed=seed, time_limit=seconds, cancel=self._stopped)

    def _begin(self) -> SolverProcess:
        """Forget earlier wishes to stop; the process is made for the first search."""
        from facilitator.teams.worker import SolverProcess

        with self._making:
            process = self._process = self._process or SolverProcess()
        self._latest = None
        self._finish.clear()
        self._cancel.clear()
        return process

    def _note(self, progress: Progress) -> None:
        self._latest = progress

    def _stopped(self) -> bool:
        return self._finish.is_set() or self._cancel.is_set()


def _as_formation(progress: Progress, current: Teams, seed: int) -> Formation:
    from facilitator.teams.formation import moves_between

    before = tuple(current.teams.values())
    moves = moves_between(before, progress.teams) if before else ()
    return Formation(progress.teams, progress.tiers, moves, seconds=progress.seconds, seed=seed)
