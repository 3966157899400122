"""What every page of the console is."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Moment
from facilitator.desk.state import State
from facilitator.ui.context import Context


class Page(QWidget):
    """A page renders the state it is given and sends commands; it has no state of its own but what is selected."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        self.context = context

    @abstractmethod
    def render_state(self, state: State) -> None:
        """Show this state."""

    def tick(self, state: State, now: Moment) -> None:
        """Show what depends on the time; called at every second boundary while the page is in view."""

    def phones_changed(self, state: State) -> None:
        """Show what the phone server says."""

    def arrive(self) -> None:
        """Put the focus where the page's work begins."""

    def leave_form(self) -> bool:
        """Close whatever form is open on the page, without keeping it; whether there was one."""
        return False

    def to_search(self) -> None:
        """Put the focus into the page's search field, if it has one."""
