"""The console's one way to the desk: does commands, says what was refused, works out slow ones beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.common.errors import Stale, UserError
from facilitator.common.texts import Text, Translator, text
from facilitator.desk.commands import Redo, Undo
from facilitator.desk.desk import Desk, Outcome
from facilitator.ui.wording import command_name

if TYPE_CHECKING:
    # Loaded with the first slow command: the console is painted before that.
    from concurrent.futures import Future, ThreadPoolExecutor

    from facilitator.desk.vocabulary import Command

Result = TypeVar("Result")


class Controls(QObject):
    """What pages press. Nothing here raises `UserError`: refusals are told to the host."""

    refused = Signal(str)
    succeeded = Signal()
    said = Signal(str)
    """A line for the status bar: what has just been done or taken back."""
    noticed = Signal(str)
    """Something that came with a command and that the host should know."""

    _worked = Signal(object, object)

    def __init__(self, desk: Desk, tr: Translator, parent: QObject | None = None) -> None:
        """`tr` is the host's language."""
        super().__init__(parent)
        self._desk = desk
        self._tr = tr
        self._workers: ThreadPoolExecutor | None = None
        self._worked.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def desk(self) -> Desk:
        """The open event."""
        return self._desk

    def do(self, command: Command, done: str = "") -> Outcome | None:
        """Carry out a command and say `done`; None if it was refused."""
        outcome = self.attempt(lambda: self._desk.do(command))
        if outcome is not None:
            for notice in outcome.notices:
                self.noticed.emit(self._tr.render(notice))
            if done:
                self.said.emit(done)
        return outcome

    def attempt(self, work: Callable[[], Result]) -> Result | None:
        """Do something that may be refused; None if it was."""
        try:
            result = work()
        except UserError as error:
            self.refuse(error)
            return None
        self.succeeded.emit()
        return result

    def refuse(self, error: UserError) -> None:
        """Tell the host what was refused; what only came too late is no more than a notice."""
        signal = self.noticed if isinstance(error, Stale) else self.refused
        signal.emit(self._tr.render(error.text()))

    def undo(self) -> None:
        """Take back the latest step."""
        self._history(Undo(), text("Undone: {what}"))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._history(Redo(), text("Done again: {what}"))

    def _history(self, command: Undo | Redo, words: Text) -> None:
        outcome = self.do(command)
        if outcome is not None:
            self.said.emit(self._tr.render(Text(words.message, {"what": command_name(str(outcome.result))})))

    def beside(self, work: Callable[[], Result], then: Callable[[Result | UserError], None]) -> None:
        """Do something slow in another thread, and call `then` in this one with its result or its refusal.

        Other errors are raised here, in the window's thread, for the bug reporter to see.
        """
        from concurrent.futures import ThreadPoolExecutor

        if self._workers is None:
            self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="console")
        future = self._workers.submit(work)
        future.add_done_callback(lambda ended: self._worked.emit(ended, then))

    def stop(self) -> None:
        """Wait for nothing any longer."""
        if self._workers is not None:
            self._workers.shutdown(wait=False, cancel_futures=True)
            self._workers = None

    def _finish(self, future: Future[Any], then: Callable[[Any], None]) -> None:
        try:
            result = future.result()
        except UserError as error:
            then(error)
        else:
            then(result)
