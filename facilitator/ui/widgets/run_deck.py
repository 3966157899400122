"""The lower card of the page Run: the rundown, or in its place the pitches, the tracks, or the ways back on time."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from facilitator.common.texts import Translator
from facilitator.ui.widgets.basics import button, column, row

LEAST_BUTTON = 48
"""Pixels; rather than widen the page, a button's words are cut short."""


class Side(StrEnum):
    """What the card can show."""

    RUNDOWN = "rundown"
    PITCHES = "pitches"
    TRACKS = "tracks"
    WAYS = "ways"


class RunDeck(QFrame):
    """One side at a time, chosen by its button; sides but the first are made when they are first wanted."""

    turned = Signal()
    """Another side is shown."""

    def __init__(self, tr: Translator, rundown: QWidget, tools: QWidget) -> None:
        """`rundown` is the first side; `tools` stand at the right while it is shown."""
        super().__init__()
        self.setProperty("role", "card")
        self._side = Side.RUNDOWN
        self._makers: dict[Side, Callable[[], QWidget]] = {}
        self._made: dict[Side, QWidget] = {Side.RUNDOWN: rundown}
        self._tools = tools
        self._buttons: dict[Side, QPushButton] = {}
        for side, words, tip in (
            (Side.RUNDOWN, tr("Rundown"), tr("The rundown (L)")),
            (Side.PITCHES, tr("Pitches"), tr("The pitch queue (Q)")),
            (Side.TRACKS, tr("Tracks"), tr("What runs beside the plenary (K)")),
            (Side.WAYS, tr("Re-plan"), tr("Ways back on time (R)")),
        ):
            self._buttons[side] = self._button(side, words, tip)
        heading = row(*self._buttons.values(), None, tools, spacing=4)
        self._sides = QVBoxLayout()
        self._sides.addWidget(rundown)
        layout = column(heading, self._sides, spacing=4)
        layout.setStretch(1, 1)
        layout.setContentsMargins(8, 8, 8, 8)
        self.setLayout(layout)
        self._mark()

    @property
    def side(self) -> Side:
        """What is shown."""
        return self._side

    def add(self, side: Side, make: Callable[[], QWidget]) -> None:
        """Have a side made by `make` when it is first wanted."""
        self._makers[side] = make

    def made(self, side: Side) -> QWidget:
        """A side, made now if it has not been yet."""
        if side not in self._made:
            self._made[side] = self._makers[side]()
            self._made[side].hide()
            self._sides.addWidget(self._made[side])
        return self._made[side]

    def offer(self, side: Side, there: bool) -> None:
        """Show the button of a side or hide it; who looks at a side that is gone is brought back to the rundown."""
        self._buttons[side].setVisible(there)
        if not there and self._side is side:
            self.show_side(Side.RUNDOWN)
        self._buttons[Side.RUNDOWN].setEnabled(True)

    def offers(self, side: Side) -> bool:
        """Whether a side can be chosen."""
        return not self._buttons[side].isHidden()

    def show_side(self, side: Side) -> None:
        """Show a side."""
        shown = self.made(side)
        self._side = side
        for each, widget in self._made.items():
            widget.setVisible(each is side)
        self._tools.setVisible(side is Side.RUNDOWN)
        self._mark()
        shown.show()
        self.turned.emit()

    def _button(self, side: Side, words: str, tip: str) -> QPushButton:
        made = button(words, lambda: self.show_side(side), role="side", tip=tip)
        made.setCheckable(True)
        made.setMinimumWidth(LEAST_BUTTON)
        if side is not Side.RUNDOWN:
            made.hide()  # and the first is not shown here: without a parent it would be a window for a moment
        return made

    def _mark(self) -> None:
        for side, made in self._buttons.items():
            made.setChecked(side is self._side)
