"""What this console has printed, so that only what has changed since needs to be printed again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from facilitator.desk.state import State
from facilitator.printing.documents import Kind
from facilitator.ui.controls import Controls
from facilitator.ui.widgets.print_job import Wish


class PrintMemory(QObject):
    """Lives as long as the console does."""

    def __init__(self, parent: QObject) -> None:
        """Nothing has been printed yet."""
        super().__init__(parent)
        self._printed: dict[Kind, State] = {}
        self.wish = Wish()

    @property
    def printed(self) -> Mapping[Kind, State]:
        """The event as it was when each document was printed or saved last."""
        return self._printed

    def keep(self, kinds: Iterable[Kind], state: State, wish: Wish) -> None:
        """These have been printed as the event is now, if for everybody; the dialog starts from `wish` next time."""
        if wish.teams is None and wish.people is None:
            self._printed.update((kind, state) for kind in kinds)
        self.wish = wish


def memory_of(controls: Controls) -> PrintMemory:
    """The memory of the console that these controls belong to."""
    return controls.findChild(PrintMemory) or PrintMemory(controls)
