"""The card of what the room sees: what is on show, what is prepared, the scenes to prepare, the message to the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLineEdit, QPushButton

from facilitator.desk.state import State
from facilitator.stage.model import SceneName, View
from facilitator.stage.rules import LONGEST_MESSAGE
from facilitator.ui.context import Context
from facilitator.ui.keys import SCENES_KEY
from facilitator.ui.scene_choice import OFFERED, Offer, details, offers
from facilitator.ui.scenes.preview import ScenePreview
from facilitator.ui.steering import Steering
from facilitator.ui.widgets.basics import button, column, label, row
from facilitator.ui.widgets.choice import Choice
from facilitator.ui.widgets.elided import ElidedLabel
from facilitator.ui.wording import SCENES

COLUMNS = 3


class RoomCard(QFrame):
    """Prepares scenes and takes them: a press on a scene changes nothing in the room, taking it does."""

    def __init__(self, context: Context, steering: Steering) -> None:
        """`context` holds the host's tools, `steering` what buttons and keys share."""
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        tr = context.tr
        self._shown, self._ready = ElidedLabel(), ElidedLabel()
        self._live = ScenePreview(context.clock)
        self._live.setAccessibleName(tr("What the room sees"))
        self._next = ScenePreview(context.clock)
        self._next.setAccessibleName(tr("What is prepared"))
        self._painted = False
        self._scenes: dict[SceneName, QPushButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(3)
        grid.setVerticalSpacing(5)
        for place, scene in enumerate(OFFERED):
            made = self._scene_button(scene)
            grid.addWidget(made, place // COLUMNS, place % COLUMNS)
        self._detail: Choice[View] = Choice(tr("What the scene shows"))
        self._detail.currentIndexChanged.connect(lambda _place: self._prepare(self._detail.value))
        self._offered: tuple[Offer, ...] = ()
        self._take = button(
            tr("Take ({key})", key="T"),
            steering.take,
            role="primary",
            tip=tr("Put the prepared scene on the projector (T, F9)"),
            name=tr("Take"),
        )
        self._message = QLineEdit()
        self._message.setMaxLength(LONGEST_MESSAGE)
        self._message.setPlaceholderText(tr("Message to the room"))
        self._message.setAccessibleName(tr("Message to the room"))
        self._message.returnPressed.connect(self._send)
        send = button("", self._send, "arrow-right", tip=tr("Show the message (Enter)"), name=tr("Show the message"))
        previews = row(
            self._titled(tr("ON SHOW"), self._live, self._shown),
            self._titled(tr("PREPARED"), self._next, self._ready),
            spacing=10,
        )
        choosing = row(self._detail, self._take, spacing=6)
        choosing.setStretch(0, 1)
        layout = column(previews, 2, grid, choosing, row(self._message, send, spacing=6), spacing=6)
        layout.setContentsMargins(14, 12, 14, 14)
        self.setLayout(layout)
        to_scenes = QShortcut(QKeySequence(SCENES_KEY), self)
        to_scenes.activated.connect(self._to_scenes)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The previews get their pictures in the turn after the first paint: it need not wait for the scenes."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._fill_previews)

    def render_state(self, state: State) -> None:
        """Show what is on and what is prepared."""
        tr = self._context.tr
        stage = state.stage
        prepared = stage.prepared
        self._shown.show_words(self._words(state, stage.view))
        self._ready.show_words(self._words(state, prepared) if prepared else tr("Nothing"))
        for scene, made in self._scenes.items():
            made.setChecked(prepared is not None and scene is prepared.scene)
            made.setEnabled(bool(offers(state, scene)))
        self._take.setEnabled(prepared is not None)
        self._offer_details(state, prepared)
        if not self._message.hasFocus():
            self._message.setText(stage.message)

    def _fill_previews(self) -> None:
        self._context.room.add_preview(self._live)
        self._context.room.add_prepared(self._next)
        self._live.repaint()  # now: what can wait until the console stands is already in the queue
        self._next.repaint()

    def _titled(self, caption: str, preview: ScenePreview, words: ElidedLabel) -> QBoxLayout:
        return column(label(caption, "caption"), preview, words, spacing=3)

    def _words(self, state: State, view: View) -> str:
        tr = self._context.tr
        more = details(state, view)
        scene = tr.render(SCENES[view.scene])
        return scene if more is None else tr("{scene}: {what}", scene=scene, what=more)

    def _offer_details(self, state: State, prepared: View | None) -> None:
        offered = offers(state, prepared.scene) if prepared else ()
        if offered != self._offered:
            self._offered = offered
            self._detail.put((self._context.tr.render(each.words), each.view) for each in offered)
        self._detail.setEnabled(len(offered) > 1)
        if prepared is not None:
            self._detail.choose(prepared)

    def _scene_button(self, scene: SceneName) -> QPushButton:
        tr = self._context.tr
        made = button(
            tr.render(SCENES[scene]),
            lambda: self._pressed(scene),
            role="scene",
            tip=tr("Prepare this scene; T takes it"),
        )
        made.setCheckable(True)
        self._scenes[scene] = made
        return made

    def _pressed(self, scene: SceneName) -> None:
        """Prepare the scene as it is usually shown; pressed once more, nothing is prepared any longer."""
        state = self._context.controls.desk.state
        prepared = state.stage.prepared
        if prepared is not None and prepared.scene is scene:
            from facilitator.stage.commands import Prepare

            self._context.controls.do(Prepare())
        elif offered := offers(state, scene):
            self._prepare(offered[0].view)

    def _prepare(self, view: View) -> None:
        from facilitator.stage.commands import Prepare

        self._context.controls.do(Prepare(view.scene, view.ballot, view.sector, view.question, view.picture))

    def _to_scenes(self) -> None:
        prepared = self._context.controls.desk.state.stage.prepared
        made = self._scenes[prepared.scene if prepared and prepared.scene in self._scenes else OFFERED[0]]
        made.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _send(self) -> None:
        from facilitator.stage.commands import Message

        words = self._message.text().strip()
        done = self._context.tr("Message shown") if words else self._context.tr("Message taken away")
        self._context.controls.do(Message(words), done)
        self._message.clearFocus()
