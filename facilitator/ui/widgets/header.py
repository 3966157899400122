"""The header of the console: the page's title, the event and the time, and what must be at hand on every page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.common.clock import Moment
from facilitator.common.texts import text
from facilitator.desk.desk import Desk
from facilitator.desk.state import State
from facilitator.stage.model import SceneName
from facilitator.ui.context import Context
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.widgets.screen_menu import ScreenButton
from facilitator.ui.wording import command_name, weekday


class Header(QWidget):
    """Undo, redo, blank and the projector, beside the title; says, once, when the computer plays no sound."""

    _sound_changed = Signal()

    def __init__(self, context: Context, blank: Callable[[], object]) -> None:
        """`blank` blanks the projector or brings back what was there."""
        super().__init__()
        self._tr = context.tr
        self._context = context
        tr = context.tr
        self._title = label("", "title")
        self._about = label("", "muted")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._undo = button("", context.controls.undo, "undo-2", "quiet", name=tr("Undo"))
        self._redo = button("", context.controls.redo, "redo-2", "quiet", name=tr("Redo"))
        self._blank = button(tr("Blank"), blank, "eye-off", tip=tr("Blank the projector, or bring it back (B)"))
        self._blank.setCheckable(True)
        self._screen = ScreenButton(context)
        titles = column(self._title, self._about, spacing=0)
        layout = row(titles, self._undo, self._redo, self._blank, self._screen, spacing=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._sound_changed.connect(self._tell_of_sound, Qt.ConnectionType.QueuedConnection)
        end = context.around.speaker.on_change(self._sound_changed.emit)
        self.destroyed.connect(lambda _gone: end())

    def set_title(self, title: str) -> None:
        """Name the page in view."""
        self._title.setText(title)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out words where there is little room."""
        self._blank.setText("" if narrow else self._tr("Blank"))

    def show_state(self, desk: Desk, now: Moment) -> None:
        """Show what there is to undo, and whether the projector is blank."""
        state = desk.state
        self._blank.setChecked(state.stage.scene is SceneName.BLANK)
        for made, name, words in (
            (self._undo, desk.to_undo, text("Undo: {what} (Ctrl+Z)")),
            (self._redo, desk.to_redo, text("Redo: {what} (Ctrl+Shift+Z)")),
        ):
            made.setEnabled(name is not None)
            what = self._tr.render(command_name(name)) if name else ""
            made.setToolTip(self._tr(words.message, what=what) if name else made.accessibleName())
        self.tick(state, now)

    def _tell_of_sound(self) -> None:
        failure = self._context.around.speaker.failure()
        if failure is not None:
            self._context.controls.noticed.emit(self._tr.render(failure.text()))

    def tick(self, state: State, now: Moment) -> None:
        """Show the time."""
        parts = (weekday(now.wall, state.event.timezone, self._tr), state.event.title)
        words = " · ".join(part for part in parts if part)
        if words != self._about.text():
            self._about.setText(words)
            self._about.setToolTip(words)
