"""The Desk: the one door through which the event changes.

Decide (pure), save (one transaction, on disk), publish (listeners only enqueue); one command at a time, from any
thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from threading import RLock
from typing import TYPE_CHECKING, Any

from facilitator.common.change import Entry, Step
from facilitator.common.clock import Clock
from facilitator.common.errors import Stale, UserError
from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.decision import Context, Decision
from facilitator.desk.events import Published
from facilitator.desk.history import History
from facilitator.desk.ports import BallotBox, EventStore, Randomness, TeamSolver
from facilitator.desk.state import State, apply, change, current, is_recorded
from facilitator.voting.model import Phase

if TYPE_CHECKING:
    from facilitator.desk.vocabulary import Command

log = logging.getLogger(__name__)

Listener = Callable[[Published], None]


@frozen
class Outcome:
    """What a command came to; it is on disk by now."""

    version: int
    state: State
    result: Any = None
    notices: tuple[Text, ...] = ()


class Desk:
    """Owns the state of one open event."""

    def __init__(self, store: EventStore, box: BallotBox, clock: Clock, random: Randomness, solver: TeamSolver) -> None:
        """Takes up the day where the event file says it stands."""
        self._store = store
        self._box = box
        self._clock = clock
        self._random = random
        self._solver = solver
        self._lock = RLock()
        self._listeners: list[Listener] = []
        self._state = State(**store.load())
        marks = store.marks()
        self._version = marks[-1].version if marks else 0
        self._history = History(marks)
        self._unsealed = set(_no_longer_open(self._state))
        self._seal()

    @property
    def state(self) -> State:
        """The state as it is on disk; a value that never changes."""
        return self._state

    @property
    def version(self) -> int:
        """Counts up with every change."""
        return self._version

    @property
    def box(self) -> BallotBox:
        """The ballots cast, which do not pass the desk: for what the host may see of them once they are closed."""
        return self._box

    @property
    def clock(self) -> Clock:
        """Where the desk takes the time from."""
        return self._clock

    @property
    def to_undo(self) -> str | None:
        """The type of the command that undo would take back."""
        mark = self._history.to_undo
        return None if mark is None else mark.command

    @property
    def to_redo(self) -> str | None:
        """The type of the command that redo would bring again."""
        mark = self._history.to_redo
        return None if mark is None else mark.command

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have every change told to `listener`, in order, in the thread that made it; it must only enqueue.

        Returns a function that ends this.
        """
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._unsubscribe(listener)

    def do(self, command: Command, by: str = "host") -> Outcome:
        """Carry out a command; when this returns, its change is on disk and has been published.

        Raises:
            UserError: the command is refused; nothing has changed.
        """
        from facilitator.teams.commands import FormTeams, RepairTeams

        if isinstance(command, FormTeams | RepairTeams):
            # The search takes seconds and must not hold up the clock; the desk is only locked for its outcome.
            from facilitator.desk.deciding import seat_the_same
            from facilitator.desk.slow import work_out

            before = self._state
            worked_out = work_out(before, command, self._solver)
            with self._lock:
                if not seat_the_same(before, self._state):
                    raise Stale(
                        text("People or teams changed while the teams were being formed."), text("Form them once more.")
                    )
                outcome = self._carry_out(worked_out.command, by)
                return Outcome(outcome.version, outcome.state, worked_out.result, outcome.notices)
        with self._lock:
            if isinstance(command, Undo):
                return self._undo(by)
            if isinstance(command, Redo):
                return self._redo(by)
            return self._carry_out(command, by)

    def _carry_out(self, command: Command, by: str) -> Outcome:
        from facilitator.desk.deciding import decide_all, is_risky, is_undoable
        from facilitator.desk.vocabulary import recorded, type_name
        from facilitator.event.commands import ErasePersonalData
        from facilitator.participants.commands import PurgeNeeds
        from facilitator.voting.erasure import erasers

        context = Context(self._clock.now(), self._random, self._box, by)
        decision = decide_all(self._state, command, context)
        entries = change(self._state, decision.state)
        if isinstance(command, PurgeNeeds):
            # Before the step is saved, and also if no needs are known: a purge that was cut short can be repeated.
            self._store.forget_needs()
        if isinstance(command, ErasePersonalData):
            # Before the groups forget which answers are theirs; one that is cut short here can be repeated.
            self._store.erase_choices(erasers(self._state.voting))
        if not entries:
            return Outcome(self._version, self._state, decision.result, decision.notices)
        if is_risky(command):
            self._store.copy(type_name(type(command)))
        undoable = is_undoable(command, by)
        step = Step(
            self._version + 1,
            context.now.wall,
            by,
            recorded(command),
            tuple(entry for entry in entries if is_recorded(entry)),
            undoable,
            unrecorded=tuple(entry for entry in entries if not is_recorded(entry)),
        )
        return self._commit(step, decision.state, decision)

    def _undo(self, by: str) -> Outcome:
        mark = self._history.to_undo
        if mark is None:
            raise UserError(text("There is nothing to undo."))
        step = self._store.step(mark.version)
        self._refuse_if_seen_outside(step)
        return self._restore(step, tuple(entry.inverse() for entry in step.entries), by, undo=True)

    def _redo(self, by: str) -> Outcome:
        mark = self._history.to_redo
        if mark is None:
            raise UserError(text("There is nothing to redo."))
        step = self._store.step(mark.version)
        self._refuse_if_counted_before(step)
        return self._restore(step, step.entries, by, undo=False)

    def _restore(self, step: Step, entries: tuple[Entry, ...], by: str, *, undo: bool) -> Outcome:
        for entry in entries:
            if current(self._state, entry) != entry.before:
                raise Stale(text("Something else has changed this since; it can no longer be taken back."))
        state = apply(self._state, entries)
        line = Step(
            self._version + 1,
            self._clock.now().wall,
            by,
            {"type": "undo" if undo else "redo"},
            entries,
            undoable=False,
            undoes=step.version if undo else None,
            redoes=None if undo else step.version,
        )
        return self._commit(line, state, Decision(state, result=step.command["type"]))

    def _refuse_if_seen_outside(self, step: Step) -> None:
        """Votes cast cannot be taken back, so neither can the opening of their ballot."""
        for entry in step.entries:
            if (entry.slice, entry.field) != ("voting", "ballots") or entry.after is None:
                continue
            opened = entry.after.phase is Phase.OPEN and (entry.before is None or entry.before.phase is Phase.DRAFT)
            cast = self._box.turnout(entry.after.id) if opened else 0
            if cast:
                raise UserError(
                    text(
                        "{count} votes have been cast on “{title}”; they stay cast.",
                        count=cast,
                        title=entry.after.title,
                    ),
                    text("Close the ballot instead."),
                )

    def _refuse_if_counted_before(self, step: Step) -> None:
        """A result is not brought again once votes came in that it does not count."""
        from facilitator.desk.deciders.voting import counted

        voting = apply(self._state, step.entries).voting
        for entry in step.entries:
            if (entry.slice, entry.field) != ("voting", "results") or entry.after is None:
                continue
            ballot = voting.ballots[int(entry.key)]
            if counted(voting, ballot, self._box) != entry.after:
                raise Stale(
                    text("More votes have come in on “{title}” since it was counted.", title=ballot.title),
                    text("Reveal its result once more instead."),
                )

    def _commit(self, step: Step, state: State, decision: Decision) -> Outcome:
        self._store.save(step)
        closed = set(_no_longer_open(state)) - set(_no_longer_open(self._state))
        self._state = state
        self._version = step.version
        self._history.add(step.mark)
        self._unsealed |= closed
        self._seal()
        published = Published(
            step.version,
            state,
            frozenset(entry.slice for entry in (*step.entries, *step.unrecorded)),
            decision.events,
            decision.notices,
        )
        for listener in tuple(self._listeners):
            try:
                listener(published)
            except Exception:  # the change is on disk: a listener's mistake must not make it look refused
                log.exception("a listener failed on version %d", step.version)
        return Outcome(step.version, state, decision.result, decision.notices)

    def _seal(self) -> None:
        """Seal what has closed; what cannot be sealed now is tried again with the next change, and at the next start.

        A ballot that an undo has opened again is left for its next close.
        """
        self._unsealed &= set(_no_longer_open(self._state))
        for ballot in sorted(self._unsealed):
            try:
                self._box.seal(ballot)
            except Exception:  # whatever the box's disk says: the ballot is closed, and the day goes on
                log.exception("ballot %d could not be sealed yet", ballot)
            else:
                self._unsealed.discard(ballot)

    def _unsubscribe(self, listener: Listener) -> None:
        with self._lock:
            self._listeners.remove(listener)


def _no_longer_open(state: State) -> Iterator[int]:
    """The ballots whose vote is over."""
    for ballot in state.voting.ballots.values():
        if ballot.phase in (Phase.CLOSED, Phase.REVEALED):
            yield ballot.id
