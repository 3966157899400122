"""Brings what happens in other threads into the window's: the desk's events, the phones' turnout."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.desk.desk import Desk
from facilitator.desk.events import Published
from facilitator.ui.ports import Phones


class DeskBridge(QObject):
    """Emits signals in the thread it was made in, whichever thread the news came from, in the order of the news."""

    changed = Signal(object)
    """A `Published`: the event has changed."""
    phones_changed = Signal()
    """The phone server has something new to say."""

    _from_desk = Signal(object)
    _from_phones = Signal()

    def __init__(self, desk: Desk, phones: Phones, parent: QObject | None = None) -> None:
        """Listens from now on."""
        super().__init__(parent)
        self._from_desk.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._from_phones.connect(self.phones_changed, Qt.ConnectionType.QueuedConnection)
        self._ends: tuple[Callable[[], None], ...] = (
            desk.subscribe(self._desk_said),
            phones.on_change(self._phones_said),
        )

    def stop(self) -> None:
        """Listen no longer."""
        for end in self._ends:
            end()
        self._ends = ()

    def _desk_said(self, published: Published) -> None:
        self._from_desk.emit(published)

    def _phones_said(self) -> None:
        self._from_phones.emit()

    def _pass_on(self, published: object) -> None:
        self.changed.emit(cast(Published, published))
