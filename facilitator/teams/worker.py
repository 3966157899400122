"""Runs the solver in a process of its own: it can be cancelled within a blink, and if it dies the program does not.

The process is started on first use and kept warm for the next job. It is started afresh ("spawn"), so that it holds
nothing of the window or the event file; a frozen program has to call `multiprocessing.freeze_support` first thing.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Literal

from facilitator.common.errors import UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import text
from facilitator.teams import api
from facilitator.teams.model import Formation, Person, Progress, RepairOption, RoundPlan, Rules, Teams

Cancel = Callable[[], bool]

QUICK_PEOPLE = 150
"""Up to so many people, the first teams come from the calling process; with more they would hold it up too long."""

_POLL_SECONDS = 0.05
"""How often a waiting caller looks whether the job is to be cancelled."""


class Cancelled(UserError):
    """The job was cancelled; nothing has been changed."""

    def __init__(self) -> None:
        """No remedy is needed: the host asked for it."""
        super().__init__(text("Cancelled; nothing has been changed."))


@frozen
class _Request:
    """What the process is to do: a function of `facilitator.teams.api`, what to call it with, and the name of the
    argument through which it tells how far it is."""

    function: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    listener: str | None


@frozen
class _Reply:
    """One message back: news on the way, the result, or the error that ended the job."""

    kind: Literal["news", "result", "refused"]
    content: Any


class SolverProcess:
    """One solver process; jobs from several threads wait for one another."""

    def __init__(self) -> None:
        """Nothing is started before the first job."""
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> SolverProcess:
        """The process itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()

    @property
    def pid(self) -> int | None:
        """The process's number while there is one."""
        return self._process.pid if self._process is not None else None

    def warm_up(self) -> None:
        """Start the process and load the solver, so that the first job need not wait for it."""
        with self._one_at_a_time:
            self._start()

    def close(self) -> None:
        """End the process; a job that runs in it is lost. The next job starts another."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if connection is not None:
            connection.close()

    def form(
        self,
        people: Iterable[Person],
        rules: Rules,
        *,
        seed: int = 0,
        time_limit: float = api.DEFAULT_TIME_LIMIT,
        current: Teams | None = None,
        progress: api.OnProgress | None = None,
        cancel: Cancel | None = None,
    ) -> Formation:
        """`api.form`; except on large days, the first `progress` comes from the calling process and needs no solver.

        Raises:
            Cancelled: `cancel` said so. What `progress` was told last is still usable.
            UserError: the solver died.
        """
        everybody = tuple(people)
        if progress is not None and len(everybody) <= QUICK_PEOPLE:
            first = api.quick_teams(everybody, rules, seed=seed, current=current)
            if not first.broken_rules:
                progress(Progress(first.teams, first.tiers, first.seconds))
        options = {"seed": seed, "time_limit": time_limit, "current": current}
        formation: Formation = self._run("form", (everybody, rules), options, "progress", progress, cancel)
        return formation

    def repair(
        self,
        people: Iterable[Person],
        current: Teams,
        *,
        seed: int = 0,
        time_limit: float = api.DEFAULT_TIME_LIMIT,
        further: bool = True,
        on_option: api.OnOption | None = None,
        cancel: Cancel | None = None,
    ) -> tuple[RepairOption, ...]:
        """`api.repair`; raises as `form` does."""
        options = {"seed": seed, "time_limit": time_limit, "further": further}
        found: tuple[RepairOption, ...] = self._run(
            "repair", (tuple(people), current), options, "on_option", on_option, cancel
        )
        return found

    def rounds(
        self,
        people: Iterable[Person],
        rules: Rules,
        count: int,
        *,
        seed: int = 0,
        time_limit: float = api.DEFAULT_TIME_LIMIT,
        cancel: Cancel | None = None,
    ) -> RoundPlan:
        """`api.rounds`; raises as `form` does."""
        options = {"seed": seed, "time_limit": time_limit}
        plan: RoundPlan = self._run("rounds", (tuple(people), rules, count), options, None, None, cancel)
        return plan

    def _start(self) -> Connection:
        if self._process is not None and self._connection is not None and self._process.is_alive():
            return self._connection
        self.close()
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs,), name="facilitator solver", daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        return ours

    def _run(
        self,
        function: str,
        arguments: tuple[Any, ...],
        options: dict[str, Any],
        listener: str | None,
        listen: Callable[[Any], None] | None,
        cancel: Cancel | None,
    ) -> Any:
        with self._one_at_a_time:
            try:
                connection = self._start()
                connection.send(_Request(function, arguments, options, listener if listen is not None else None))
                return self._await(connection, listen, cancel)
            except (EOFError, OSError) as error:
                self.close()
                raise UserError(
                    text("The search for teams stopped unexpectedly; nothing has been changed."),
                    text("Try again; if it happens again, form teams with fewer rules or another seed."),
                ) from error
            except BaseException:
                # Whatever ends the wait, a half-done job must not answer the next one.
                self.close()
                raise

    def _await(self, connection: Connection, listen: Callable[[Any], None] | None, cancel: Cancel | None) -> Any:
        while True:
            if cancel is not None and cancel():
                raise Cancelled
            if not connection.poll(_POLL_SECONDS):
                continue
            reply: _Reply = connection.recv()
            if reply.kind == "result":
                return reply.content
            if reply.kind == "refused":
                raise reply.content
            if listen is not None:
                listen(reply.content)


def serve(connection: Connection) -> None:
    """The process's own loop: one job after the other until the other end closes."""
    import facilitator.teams.solver  # noqa: F401  the solver takes half a second to load: now, not with the first job

    while True:
        try:
            request: _Request = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        options = dict(request.options)
        if request.listener is not None:
            options[request.listener] = lambda news: connection.send(_Reply("news", news))
        try:
            result = getattr(api, request.function)(*request.arguments, **options)
        except UserError as refusal:
            connection.send(_Reply("refused", refusal))
        else:
            connection.send(_Reply("result", result))
