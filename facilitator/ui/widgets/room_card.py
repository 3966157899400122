"""The card of what the room sees: the live picture, the scenes to choose from, and the message to the room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton

from facilitator.desk.state import State
from facilitator.stage.commands import Message, Show
from facilitator.stage.model import SceneName
from facilitator.stage.rules import LONGEST_MESSAGE
from facilitator.ui.context import Context
from facilitator.ui.scenes.preview import ScenePreview
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.wording import SCENES

OFFERED = (
    SceneName.CLOCK,
    SceneName.AGENDA,
    SceneName.TEAMS,
    SceneName.BALLOT,
    SceneName.RESULTS,
    SceneName.MESSAGE,
)
COLUMNS = 3


class RoomCard(QFrame):
    """Puts scenes on the projector."""

    def __init__(self, context: Context) -> None:
        """`context` holds the host's tools."""
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        tr = context.tr
        self._where = label("", "muted")
        self._preview = ScenePreview(context.clock)
        self._preview.setAccessibleName(tr("What the room sees"))
        context.room.add_preview(self._preview)
        self._scenes: dict[SceneName, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, scene in enumerate(OFFERED):
            made = self._scene_button(scene)
            grid.addWidget(made, place // COLUMNS, place % COLUMNS)
        self._message = QLineEdit()
        self._message.setMaxLength(LONGEST_MESSAGE)
        self._message.setPlaceholderText(tr("Message to the room"))
        self._message.setAccessibleName(tr("Message to the room"))
        self._message.returnPressed.connect(self._send)
        send = button("", self._send, "arrow-right", tip=tr("Show the message (Enter)"), name=tr("Show the message"))
        layout = column(
            row(label(tr("PROJECTOR"), "caption"), None, self._where),
            self._preview,
            2,
            grid,
            row(self._message, send, spacing=6),
            spacing=8,
        )
        layout.setContentsMargins(16, 14, 16, 16)
        self.setLayout(layout)

    def render_state(self, state: State) -> None:
        """Show which scene is on."""
        for scene, made in self._scenes.items():
            made.setChecked(scene is state.stage.scene)
        self._scenes[SceneName.MESSAGE].setEnabled(bool(state.stage.message))
        if not self._message.hasFocus():
            self._message.setText(state.stage.message)
        blank = state.stage.scene is SceneName.BLANK
        self._where.setText(self._context.tr("Blank") if blank else "")

    def _scene_button(self, scene: SceneName) -> QPushButton:
        tr = self._context.tr
        made = button(tr.render(SCENES[scene]), lambda: self._show(scene), role="scene")
        made.setCheckable(True)
        self._scenes[scene] = made
        return made

    def _show(self, scene: SceneName) -> None:
        state = self._context.controls.desk.state
        if scene is SceneName.MESSAGE:
            self._context.controls.do(Message(state.stage.message))
        elif scene is state.stage.scene:
            self._scenes[scene].setChecked(True)
        else:
            self._context.controls.do(Show(scene))

    def _send(self) -> None:
        words = self._message.text().strip()
        done = self._context.tr("Message shown") if words else self._context.tr("Message taken away")
        self._context.controls.do(Message(words), done)
        self._message.clearFocus()
