"""What the room sees: the projector window, where it stands, and the previews that show the same."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from facilitator.common.clock import Clock
from facilitator.common.texts import Translator
from facilitator.desk.state import State
from facilitator.stage.model import SceneName, View
from facilitator.stage.rules import show
from facilitator.ui.ports import Phones
from facilitator.ui.preferences import Preferences
from facilitator.ui.projector import ProjectorWindow
from facilitator.ui.scenes.view import SceneView
from facilitator.ui.scenes.widget import SceneWidget
from facilitator.ui.screen_choice import Shape
from facilitator.ui.screens import ScreenWatcher


class Room(QObject):
    """Gives the projector and its previews the same view, in the event's language."""

    changed = Signal()
    """The projector was opened, put away or placed anew, or another screen is on offer."""

    def __init__(
        self,
        application: QGuiApplication,
        host: QWidget,
        clock: Clock,
        phones: Phones,
        tr: Translator,
        preferences: Preferences,
    ) -> None:
        """`host` is the console's window; the projector keeps away from its screen, and prefers the one used last."""
        super().__init__(host)
        self._clock = clock
        self._phones = phones
        self._preferences = preferences
        self._language = Translator(tr.language)
        self._view: SceneView | None = None
        self._previews: list[SceneWidget] = []
        self._prepared: list[SceneWidget] = []
        self.window = ProjectorWindow(clock, tr)
        self.window.send_keys_to(host)
        self.window.set_fading(not preferences.reduced_motion)
        preferences.motion_chosen.connect(self._move_less)
        self.watcher = ScreenWatcher(application, self.window, host, preferences.screen)
        self.watcher.changed.connect(self._placed)

    @property
    def showing(self) -> bool:
        """Whether the room sees anything."""
        return self.watcher.decision.shape is not Shape.HIDDEN

    def toggle(self) -> None:
        """Open the projector, or put it away."""
        if self.showing:
            self.watcher.close()
        else:
            self.watcher.open()

    def _move_less(self, reduced: bool) -> None:
        self.window.set_fading(not reduced)

    def _placed(self) -> None:
        wanted = self.watcher.wanted
        if wanted is not None and wanted != self._preferences.screen:
            self._preferences.keep_screen(wanted)
        self.changed.emit()

    def add_preview(self, preview: SceneWidget) -> None:
        """Keep this preview up to date from now on."""
        self._previews.append(preview)
        if self._view is not None:
            preview.set_view(self._view)

    def add_prepared(self, preview: SceneWidget) -> None:
        """Have this preview show what is prepared from now on; it is blank while nothing is."""
        self._prepared.append(preview)
        if self._view is not None:
            preview.set_view(prepared(self._view))

    def clear_previews(self) -> None:
        """Forget all previews, before their page is made anew."""
        self._previews.clear()
        self._prepared.clear()

    def update(self, state: State) -> None:
        """Show this state; nothing is painted again for votes that no scene shows."""
        if self._language.language != state.event.language:
            self._language = Translator(state.event.language)
        before = self._view
        turnouts = dict(self._phones.turnouts)
        self._view = SceneView(state, self._clock.now(), self._language, turnouts, self._phones.url)
        if before is not None and not _differ(before, self._view):
            return
        for widget in (self.window, *self._previews):
            widget.set_view(self._view)
        for widget in self._prepared:
            widget.set_view(prepared(self._view))

    def retire(self) -> None:
        """Close the projector for good."""
        self.window.retire()


def _differ(before: SceneView, after: SceneView) -> bool:
    """Whether the room, or what is prepared for it, looks different."""
    stage = after.state.stage
    votes = SceneName.BALLOT in (stage.scene, stage.prepared.scene if stage.prepared else None)
    return (
        before.state is not after.state
        or before.tr is not after.tr
        or before.address != after.address
        or (votes and before.turnouts != after.turnouts)
    )


def prepared(view: SceneView) -> SceneView:
    """What the room would see once the prepared scene is taken; blank while nothing is prepared."""
    stage = show(view.state.stage, view.state.stage.prepared or View(SceneName.BLANK))
    return replace(view, state=replace(view.state, stage=stage))
