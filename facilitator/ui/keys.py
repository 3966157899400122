"""Every key of the console, in one table: what is installed and what the overview of keys shows are the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.common.frozen import frozen
from facilitator.common.texts import Text, text


class Action(StrEnum):
    """What a key does."""

    NEXT = "next"
    PREVIOUS = "previous"
    BLANK = "blank"
    TAKE = "take"
    PAUSE = "pause"
    MORE = "more"
    LESS = "less"
    UNDO = "undo"
    REDO = "redo"
    PROJECTOR = "projector"
    KEYS = "keys"
    DISMISS = "dismiss"
    PAGE = "page"
    FIND = "find"


@frozen
class Key:
    """One line of the table. Single letters and signs wait while somebody writes in a field; the others never do."""

    action: Action
    sequences: tuple[str, ...]
    what: Text


KEYS: tuple[Key, ...] = (
    Key(Action.NEXT, ("F5", "N"), text("Go to the next item (Space, too, on the page Run)")),
    Key(Action.PREVIOUS, ("Shift+F5",), text("Go back to the item before")),
    Key(Action.PAUSE, ("P", "Ctrl+Space"), text("Pause the clock, or let it go on")),
    Key(Action.MORE, ("+", "="), text("One minute more")),
    Key(Action.LESS, ("-",), text("One minute less")),
    Key(Action.BLANK, ("B", ".", "F8"), text("Blank the projector, or bring back what was there")),
    Key(Action.TAKE, ("T", "F9"), text("Put the prepared scene on the projector")),
    Key(Action.PROJECTOR, ("F11",), text("Open the projector, or put it away")),
    Key(Action.UNDO, ("Ctrl+Z",), text("Undo")),
    Key(Action.REDO, ("Ctrl+Shift+Z", "Ctrl+Y"), text("Redo")),
    Key(Action.FIND, ("Ctrl+F", "/"), text("Search on this page")),
    Key(Action.DISMISS, ("Esc",), text("Dismiss the message, or leave a form")),
    Key(Action.KEYS, ("F1", "?"), text("Show these keys")),
)

PAGE_KEYS: tuple[str, ...] = tuple("12345678")
"""The pages from top to bottom, alone or with Alt while somebody writes."""

SCENES_KEY = "S"
"""On the page Run: to the scenes."""

LISTED: tuple[tuple[str, Text], ...] = (
    ("1 … 8", text("Go to a page; Alt+1 … Alt+8 while you write")),
    ("Enter", text("Edit or open the selected row")),
    (SCENES_KEY, text("Go to the scenes; arrow keys choose, Space prepares (page Run)")),
    ("Alt+↑  Alt+↓", text("Move the selected agenda items; Shift or Ctrl selects several (page Plan)")),
    ("Ins  Ctrl+D  Del", text("New item after the selected one, duplicate, remove (page Plan)")),
    ("E  X", text("All fields of the selected items; leave them out or take them in (page Plan)")),
    ("E", text("The running item began a minute earlier; again for more (page Run)")),
    ("G  Shift+G", text("Put right what was overlooked; leave it as it is (page Run)")),
    ("Enter  X", text("Start the selected item; cut it, or no longer (page Run)")),
    ("R  1 … 3", text("See the ways back on time; take one of them there (page Run)")),
    ("L  Q  K", text("To the rundown, to the pitches, to the tracks (page Run)")),
    ("F6  Shift+F6", text("Next phase of the pitches; end this turn and call the next team (page Run)")),
    ("A  U  W", text("Team not there; back in the queue; swap two teams (among the pitches)")),
    ("D  H  Alt+↑  Alt+↓", text("Draw lots, times, move the selected teams (among the pitches)")),
    ("Alt+P  Alt++  Alt+−", text("Pause, one minute more or less on the selected track (among the tracks)")),
    ("Alt+N  Alt+End", text("Next on the selected track; end it (among the tracks)")),
    ("Ctrl+S", text("Save the run log, the times or the calendar (page Run)")),
    ("I", text("Check in the selected person, or undo it (page Participants)")),
    ("A", text("Mark the selected person absent (page Participants)")),
    ("M", text("Move the selected person (page Teams)")),
    ("L", text("Lock the selected person, or unlock (page Teams)")),
)
"""Keys that pages install for themselves, for the overview."""


def install(window: QWidget, actions: Mapping[Action, Callable[[], object]], page: Callable[[int], object]) -> None:
    """Make the keys work in every window of the program, the projector's included; holding one down does nothing more.

    Raises:
        KeyError: an action of the table is missing.
    """
    for key in KEYS:
        for sequence in key.sequences:
            _shortcut(window, sequence, actions[key.action])
    for number, sequence in enumerate(PAGE_KEYS):
        for written in (sequence, f"Alt+{sequence}"):
            _shortcut(window, written, partial(page, number))


def _shortcut(window: QWidget, sequence: str, action: Callable[[], object]) -> None:
    made = QShortcut(QKeySequence(sequence), window)
    made.setContext(Qt.ShortcutContext.ApplicationShortcut)
    made.setAutoRepeat(False)
    made.activated.connect(lambda: action())


def page_key(page: QWidget, sequence: str, action: Callable[[], object]) -> None:
    """A key that works while the focus is on a page or in it."""
    made = QShortcut(QKeySequence(sequence), page)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(lambda: action())
