"""The button that opens the projector and says where it is; other screens are one click away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from facilitator.ui.context import Context
from facilitator.ui.icons import icon
from facilitator.ui.screen_choice import ScreenId, Shape
from facilitator.ui.widgets.basics import button


class ScreenButton(QWidget):
    """Opens and puts away the projector; with several screens a menu offers them all."""

    def __init__(self, context: Context) -> None:
        """`context` holds the room."""
        super().__init__()
        self._room = context.room
        self._tr = context.tr
        self._open = button(
            self._tr("Open the projector"),
            self._room.toggle,
            "monitor-play",
            tip=self._tr("Open or put away the projector (F11)"),
        )
        self._others = QPushButton()
        self._others.setIcon(icon("chevron-down"))
        self._others.setAccessibleName(self._tr("Choose the projector’s screen"))
        self._others.setToolTip(self._tr("Choose the projector’s screen"))
        self._menu = QMenu(self)
        self._others.setMenu(self._menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._open, 1)
        layout.addWidget(self._others)
        self._room.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say where the projector is."""
        decision = self._room.watcher.decision
        self._open.setText(self._words(decision.shape, name(decision.screen) if decision.screen else ""))
        self._open.setIcon(icon("monitor-off" if self._room.showing else "monitor-play"))
        self._menu.clear()
        for offer in decision.offers:
            self._menu.addAction(name(offer), partial(self._room.watcher.use, offer))
        self._others.setVisible(bool(decision.offers))

    def _words(self, shape: Shape, screen: str) -> str:
        if shape is Shape.FULL_SCREEN:
            return self._tr("Put away · {screen}", screen=screen)
        return self._tr("Put away the projector") if shape is Shape.WINDOW else self._tr("Open the projector")


def name(screen: ScreenId) -> str:
    """A screen as the host knows it."""
    return " · ".join(part for part in (screen.model, screen.name) if part)
